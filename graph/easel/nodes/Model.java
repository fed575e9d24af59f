package easel.nodes;

import easel.engine.Lora;
import easel.engine.ModelFiles;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which model: its files and what patches it, nothing loaded.
 *
 * @param name      of the checkpoint without folder and ending
 * @param loras     those on the diffusion model, in their order
 * @param flowShift how far a flow model moves its steps, or null as its family wants it
 */
public record Model(ModelFiles files, String name, List<Lora> loras, @Nullable Double flowShift) {

    public Model {
        loras = List.copyOf(loras);
    }

    /** A model as it is. */
    public Model(ModelFiles files, String name) {
        this(files, name, List.of(), null);
    }

    /** This model with one LoRA more. */
    Model with(Lora lora) {
        List<Lora> more = new ArrayList<>(loras);
        more.add(lora);
        return new Model(files, name, more, flowShift);
    }

    /** This model with its steps moved. */
    Model shifted(double by) {
        return new Model(files, name, loras, by);
    }
}
