package easel.nodes;

import easel.engine.Lora;
import easel.engine.ModelFiles;
import easel.engine.Part;
import easel.engine.weights.Starter;
import java.nio.file.Path;
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
 * @param tuning    how pictures are painted with it
 */
public record Model(ModelFiles files, String name, List<Lora> loras, List<Lora> textLoras, @Nullable Double flowShift, Tuning tuning) {

    /** The name that stands for the checkpoint that comes with Easel. */
    public static final String STARTER = Starter.CHECKPOINT;

    public Model {
        loras = List.copyOf(loras);
        textLoras = List.copyOf(textLoras);
    }

    /** A model as it is. */
    public Model(ModelFiles files, String name) {
        this(files, name, List.of(), List.of(), null, Tuning.NONE);
    }

    /** This model with one LoRA more on the diffusion model. */
    public Model with(Lora lora) {
        return new Model(files, name, more(loras, lora), textLoras, flowShift, tuning);
    }

    /** ... and on its text encoder as well. */
    public Model withText(Lora lora) {
        return new Model(files, name, more(loras, lora), more(textLoras, lora), flowShift, tuning);
    }

    /** This model with its steps moved. */
    public Model shifted(double by) {
        return new Model(files, name, loras, textLoras, by, tuning);
    }

    /** This model painting otherwise. */
    public Model tuned(Tuning other) {
        return new Model(files, name, loras, textLoras, flowShift, other);
    }

    /** This model with a file more, or another one in its place. */
    public Model with(Part part, Path file) {
        return new Model(files.with(part, file), name, loras, textLoras, flowShift, tuning);
    }

    /** What a model's file is called without folder and ending. */
    public static String name(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    private static List<Lora> more(List<Lora> loras, Lora lora) {
        List<Lora> more = new ArrayList<>(loras);
        more.add(lora);
        return more;
    }
}
