package easel.ui.image;

import easel.format.PictureException;
import easel.format.PictureFile;
import easel.platform.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/** A picture's file once more, elsewhere: byte for byte, or packed anew where its new name ends as another kind's does. */
public final class SavedCopy {

    /** How names of what can be written end. */
    public static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg", ".webp");
    private static final int QUALITY = 92;

    private SavedCopy() {}

    /** Writes it in the place of what is there, with the texts it carries as far as the kind has room for them. Never on the EDT. */
    public static Path write(Path from, Path to) throws IOException, PictureException {
        String kind = kind(to);
        if (to.equals(from)) {
            return to;
        }
        if (kind.equals(kind(from)) || ENDINGS.stream().noneMatch(ending -> kind(ending).equals(kind))) {
            return Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
        PictureFile picture = PictureFile.read(from);
        byte[] packed = switch (kind) {
            case "webp" -> picture.webp(QUALITY);
            case "jpg" -> picture.jpeg(QUALITY);
            default -> picture.png();
        };
        WholeFile.write(to, packed);
        return to;
    }

    private static String kind(Path file) {
        return kind(String.valueOf(file.getFileName()));
    }

    private static String kind(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ending.equals("jpeg") ? "jpg" : ending;
    }
}
