package easel.ui.canvas;

import easel.graph.Rule;
import easel.graph.Value;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The small pictures of the files that a node's parameters name. What is not in sight is never read. */
final class FileThumbs {

    /** @param thumb null for a text that names no picture */
    private record Named(String text, @Nullable Thumb thumb) {}

    private final Map<String, Named> byParameter = new HashMap<>();

    /**
     * The picture of a parameter's file, or null: of a picture itself, of a model the one beside it.
     *
     * @param shown a picture that the node shows anyway, or null
     */
    @Nullable Thumb of(String parameter, Rule rule, Value value, @Nullable Thumb shown) {
        if (!(rule instanceof Rule.File file) || !(value instanceof Value.Text(String text)) || text.isEmpty() || file.names().contains(text)) {
            return null;
        }
        Named known = byParameter.get(parameter);
        if (known == null || !known.text.equals(text)) {
            known = new Named(text, thumb(file, text, shown));
            byParameter.put(parameter, known);
        }
        return known.thumb;
    }

    boolean isEmpty() {
        return byParameter.isEmpty();
    }

    private static @Nullable Thumb thumb(Rule.File file, String text, @Nullable Thumb shown) {
        try {
            Path path = Path.of(text);
            boolean picture = file.of() == Rule.File.Of.PICTURE;
            return picture && shown != null && shown.isOf(path) ? shown : picture ? Thumb.of(path) : Thumb.beside(path);
        } catch (InvalidPathException noPath) {
            return null;
        }
    }
}
