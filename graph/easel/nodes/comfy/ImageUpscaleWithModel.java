package easel.nodes.comfy;

import easel.engine.EngineException;
import easel.engine.weights.Esrgan;
import easel.graph.Problem;
import easel.graph.Schema;
import easel.nodes.Calls;
import easel.nodes.Enlarging;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.Unfoldable;
import easel.nodes.Upscaler;
import java.util.List;

/** Enlarges a picture with an ESRGAN model, by the factor that the model was made for, in tiles. */
@Calls("upscale")
public final class ImageUpscaleWithModel extends Node {

    /** ComfyUI's own tile, which is made smaller where memory is too short. */
    private static final int TILE = 512;

    private final In<Upscaler> model = in("upscale_model", Port.UPSCALER);
    private final In<Image> image = in("image", Port.IMAGE);
    private final Out<Image> upscaled = out("upscaled", Port.IMAGE);

    public ImageUpscaleWithModel() {
        super("image-upscale-with-model", Schema.Kind.PICTURE, "ImageUpscaleWithModel");
    }

    @Override
    public void run(Run run) throws EngineException {
        run.give(upscaled, Enlarging.of(run.get(image), run.get(model).file(), TILE, run));
    }

    @Override
    public List<Problem> foretell(Run run) throws EngineException {
        int factor = Esrgan.factor(run.get(model).file());
        run.size(image).ifPresent(size -> Unfoldable.ifTooLarge((long) size.width() * factor, (long) size.height() * factor));
        return List.of();
    }
}
