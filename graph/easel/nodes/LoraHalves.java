package easel.nodes;

import easel.engine.EngineException;
import easel.engine.Lora;
import easel.engine.weights.ModelCheck;
import easel.graph.NodeId;
import easel.graph.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * LoRAs that act on diffusion model and text encoder with different strengths. The engine knows one strength a file;
 * that is enough where the file has tensors for only one of the two.
 */
final class LoraHalves {

    // As kohya, diffusers and PEFT name what belongs to text encoders.
    private static final Pattern TEXT = Pattern.compile("^(lora_te|te[12]?[._]|text_encoder|cond_stage_model|conditioner)|[._]text_model[._]");

    private LoraHalves() {}

    /** The one list that does the same. */
    static List<Lora> merged(List<Lora> onModel, List<Lora> onText, NodeId origin) throws EngineException {
        Set<Path> files = new LinkedHashSet<>();
        onModel.stream().filter(l -> !l.highNoise()).forEach(l -> files.add(l.file()));
        onText.forEach(l -> files.add(l.file()));
        // What is for the model for high noise touches no text encoder.
        List<Lora> merged = new ArrayList<>(onModel.stream().filter(Lora::highNoise).toList());
        for (Path file : files) {
            double model = strength(onModel, file);
            double text = strength(onText, file);
            if (model == text) {
                add(merged, file, model);
                continue;
            }
            long inText = ModelCheck.read(file).tensors().stream().filter(t -> TEXT.matcher(t.name()).find()).count();
            if (inText == 0) {
                add(merged, file, model);
            } else if (inText == ModelCheck.read(file).tensors().size()) {
                add(merged, file, text);
            } else {
                throw new Unfoldable(origin, Problem.Code.LORA_HALVES, file.getFileName());
            }
        }
        return merged;
    }

    private static void add(List<Lora> to, Path file, double strength) {
        if (strength != 0) {
            to.add(new Lora(file, strength));
        }
    }

    private static double strength(List<Lora> loras, Path file) {
        return loras.stream().filter(l -> l.file().equals(file) && !l.highNoise()).mapToDouble(Lora::strength).sum();
    }
}
