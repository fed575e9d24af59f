package easel.ui.image;

import easel.format.PictureException;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Picture files, read for the screen. Slow: never on the EDT. */
public final class PictureFile {

    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "bmp", "gif", "webp");

    private PictureFile() {}

    /** Whether a file's name says that it is a picture. */
    public static boolean isNamedLikeOne(Path file) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /** The whole picture, opaque. */
    public static BufferedImage read(Path file) throws PictureException {
        return Pixels.of(easel.format.PictureFile.read(file).picture());
    }

    /** The picture within a box. */
    public static BufferedImage readWithin(Path file, int width, int height) throws PictureException {
        return Scaling.within(read(file), width, height);
    }
}
