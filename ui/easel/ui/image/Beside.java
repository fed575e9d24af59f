package easel.ui.image;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The picture that people put beside a model's file, under its name, to know it by. */
public final class Beside {

    /** As the tools people share their folders with call it, the likeliest first. */
    private static final List<String> ENDINGS = List.of(".preview.png", ".png", ".preview.jpg", ".jpg", ".jpeg");

    private Beside() {}

    /** That picture, if there is one. Slow: never on the EDT. */
    public static Optional<Path> of(Path model) {
        Path name = model.getFileName();
        if (name == null) {
            return Optional.empty();
        }
        String text = name.toString();
        String stem = text.contains(".") ? text.substring(0, text.lastIndexOf('.')) : text;
        return ENDINGS.stream().map(ending -> model.resolveSibling(stem + ending)).filter(Files::isRegularFile).findFirst();
    }
}
