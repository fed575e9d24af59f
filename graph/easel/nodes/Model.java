package easel.nodes;

import easel.engine.Lora;
import easel.engine.ModelFiles;
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
 */
public record Model(ModelFiles files, String name, List<Lora> loras, List<Lora> textLoras, @Nullable Double flowShift) {

    /** The name that stands for the checkpoint that comes with Easel. */
    public static final String STARTER = "starter";

    public Model {
        loras = List.copyOf(loras);
        textLoras = List.copyOf(textLoras);
    }

    /** A model as it is. */
    public Model(ModelFiles files, String name) {
        this(files, name, List.of(), List.of(), null);
    }

    /** This model with one LoRA more on the diffusion model. */
    public Model with(Lora lora) {
        return new Model(files, name, more(loras, lora), textLoras, flowShift);
    }

    /** ... and on its text encoder as well. */
    public Model withText(Lora lora) {
        return new Model(files, name, more(loras, lora), more(textLoras, lora), flowShift);
    }

    /** This model with its steps moved. */
    public Model shifted(double by) {
        return new Model(files, name, loras, textLoras, by);
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
