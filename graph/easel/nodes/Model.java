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
 * @param textLoras those on its own text encoder, which reads the words where no other does
 * @param flowShift how far a flow model moves its steps, or null as its family wants it
 */
public record Model(ModelFiles files, String name, List<Lora> loras, List<Lora> textLoras, @Nullable Double flowShift) {

    public Model {
        loras = List.copyOf(loras);
        textLoras = List.copyOf(textLoras);
    }

    /** A model as it is. */
    public Model(ModelFiles files, String name) {
        this(files, name, List.of(), List.of(), null);
    }

    /** This model with one LoRA more on the diffusion model. */
    Model with(Lora lora) {
        return new Model(files, name, more(loras, lora), textLoras, flowShift);
    }

    /** ... and on its text encoder as well. */
    Model withText(Lora lora) {
        return new Model(files, name, more(loras, lora), more(textLoras, lora), flowShift);
    }

    /** This model with its steps moved. */
    Model shifted(double by) {
        return new Model(files, name, loras, textLoras, by);
    }

    private static List<Lora> more(List<Lora> loras, Lora lora) {
        List<Lora> more = new ArrayList<>(loras);
        more.add(lora);
        return more;
    }
}
