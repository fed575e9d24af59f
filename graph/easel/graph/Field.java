package easel.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a form.
 *
 * @param name    stable, unique within the form; the command line may use it too
 * @param targets the parameters it sets, mostly one; a size sets two; none for {@link Control.Count}
 * @param label   what people read beside it
 * @param help    what the tooltip says; may be empty
 * @param needs   the parameter that must not be empty for this one to mean anything, or null
 * @param extras  unknown fields of the file
 */
public record Field(String name, List<InputRef> targets, Control control, Section section,
        Phrase label, Phrase help, @Nullable InputRef needs, Extras extras) {

    public Field {
        targets = List.copyOf(targets);
    }

    /** Where a line stands. */
    public enum Section {
        /** Always seen. */
        MAIN,
        /** Under "More". */
        MORE
    }

    /** Whether it means anything in {@code document}: what it needs is there. */
    public boolean isOpen(Document document) {
        return needs == null || document.value(needs).filter(v -> !(v instanceof Value.Text t && t.text().isEmpty())).isPresent();
    }
}
