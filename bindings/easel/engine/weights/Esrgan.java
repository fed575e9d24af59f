package easel.engine.weights;

import easel.engine.EngineException;
import java.nio.file.Path;

/** What the header of an ESRGAN model tells. */
public final class Esrgan {

    private Esrgan() {}

    /**
     * How many times as large the model makes a picture: 1, 2 or 4, by the convolutions after its doublings, in the
     * names of Real-ESRGAN or of the older architecture; the engine's esrgan.hpp tells it so.
     *
     * @throws EngineException if it is none, or none that the engine takes
     */
    public static int factor(Path file) throws EngineException {
        ModelFile model = ModelCheck.upscaler(file);
        return has(model, "conv_up2.", "model.6.") ? 4 : has(model, "conv_up1.", "model.3.") ? 2 : 1;
    }

    private static boolean has(ModelFile model, String name, String olderName) {
        return model.tensors().stream().anyMatch(t -> t.name().startsWith(name) || t.name().startsWith(olderName));
    }
}
