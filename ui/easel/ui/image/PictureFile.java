package easel.ui.image;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.FileImageInputStream;

/** Picture files, read for the screen. Slow: never on the EDT. */
public final class PictureFile {

    /** A picture of more pixels is not shown whole: an int of each would fill a small machine's memory. */
    private static final long MOST_PIXELS = 64L << 20;

    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "bmp", "gif", "webp");

    private PictureFile() {}

    /** Whether a file's name says that it is a picture. */
    public static boolean isNamedLikeOne(Path file) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /** The whole picture, opaque. */
    public static BufferedImage read(Path file) throws IOException {
        return read(file, Integer.MAX_VALUE);
    }

    /** The picture within a box, read in coarser steps where it is much larger. */
    public static BufferedImage readWithin(Path file, int width, int height) throws IOException {
        return Scaling.within(read(file, Math.max(width, height) * 2), width, height);
    }

    private static BufferedImage read(Path file, int enough) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new java.nio.file.NoSuchFileException(file.toString());
        }
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no picture: " + file);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                int every = Math.max(1, Math.max(width, height) / Math.max(1, enough));
                while ((long) width / every * (height / every) > MOST_PIXELS) {
                    every++;
                }
                ImageReadParam param = reader.getDefaultReadParam();
                param.setSourceSubsampling(every, every, 0, 0);
                return opaque(reader.read(0, param));
            } finally {
                reader.dispose();
            }
        } catch (RuntimeException damaged) {
            // ImageIO's readers throw all kinds of them on damaged files.
            throw new IOException("damaged: " + file, damaged);
        }
    }

    private static BufferedImage opaque(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_INT_RGB) {
            return image;
        }
        BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = plain.createGraphics();
        g.drawImage(image, 0, 0, null);
        g.dispose();
        return plain;
    }
}
