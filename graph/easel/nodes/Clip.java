package easel.nodes;

import easel.engine.Lora;
import easel.engine.ModelFiles;
import java.util.ArrayList;
import java.util.List;

/**
 * Which text encoder: the files it is in and what patches it.
 *
 * @param skip which of CLIP's last layers is read: 1 the last; -1 as the family wants it
 */
public record Clip(ModelFiles files, List<Lora> loras, int skip) {

    public Clip {
        loras = List.copyOf(loras);
    }

    /** The text encoder in these files, as it is. */
    public Clip(ModelFiles files) {
        this(files, List.of(), -1);
    }

    /** This one with one LoRA more. */
    public Clip with(Lora lora) {
        List<Lora> more = new ArrayList<>(loras);
        more.add(lora);
        return new Clip(files, more, skip);
    }
}
