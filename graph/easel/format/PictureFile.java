package easel.format;

import easel.engine.Picture;
import easel.platform.SystemWord;
import easel.platform.WholeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * A picture and the texts that go with it in one file. Written as PNG, JPEG or WebP; read from PNG, JPEG, WebP, GIF (of the two its
 * first frame) and BMP, whatever the file is called.
 */
public record PictureFile(Picture picture, PictureTexts texts) {

    /** Longest side that is read, in pixels. */
    public static final int MAX_SIDE = 16_384;
    /** Most pixels that are read. */
    public static final int MAX_PIXELS = 100_000_000;

    /** Reads a picture: three channels, or four where it knows transparency; JPEGs turned as their EXIF data says. */
    public static PictureFile read(Path file) throws PictureException {
        return new PictureReader(file).whole();
    }

    /** Reads kind, size and texts only: of a PNG a few kilobytes, whatever its size. */
    public static PictureHead head(Path file) throws PictureException {
        return new PictureReader(file).head();
    }

    /** Writes it as PNG, in place of what was there; the old file stays if that fails. */
    public void write(Path file) throws PictureException {
        try {
            WholeFile.write(file, out -> PngWriter.write(picture, texts, out));
        } catch (IOException e) {
            throw notWritten(file, e);
        }
    }

    /** Writes it as PNG to a file that must not exist: else {@link PictureFailure.AlreadyThere}, and it stays as it is. */
    public void writeNew(Path file) throws PictureException {
        // Asked first to spare the packing; the write itself holds against another process in between.
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new PictureException(new PictureFailure.AlreadyThere(file));
        }
        try {
            WholeFile.writeNew(file, out -> PngWriter.write(picture, texts, out));
        } catch (IOException e) {
            throw Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                    ? new PictureException(new PictureFailure.AlreadyThere(file), e) : notWritten(file, e);
        }
    }

    /** The bytes of it as PNG. */
    public byte[] png() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(picture.samples().length / 2 + 4096);
        try {
            PngWriter.write(picture, texts, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);   // into memory
        }
        return bytes.toByteArray();
    }

    /**
     * The bytes of it as JPEG, transparent parts laid on white; of the texts it has room for the infotext alone.
     *
     * @param quality 1 to 100
     */
    public byte[] jpeg(int quality) {
        return JpegWriter.jpeg(picture, quality, texts.get(PictureTexts.PARAMETERS).orElse(""));
    }

    /**
     * The bytes of it as WebP with infotext and workflow.
     *
     * @param quality 1 to 100, which is without loss
     * @throws PictureException {@link PictureFailure.NotPacked} if it is too large for that, or what packs it does not work here
     */
    public byte[] webp(int quality) throws PictureException {
        return WebpWriter.webp(picture, quality, texts);
    }

    /** Writes {@link #png} or {@link #jpeg} to a file that must not exist: else {@link PictureFailure.AlreadyThere}, and it stays as it is. */
    public static void writeNew(Path file, byte[] packed) throws PictureException {
        try {
            WholeFile.writeNew(file, out -> out.write(packed));
        } catch (IOException e) {
            throw Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                    ? new PictureException(new PictureFailure.AlreadyThere(file), e) : notWritten(file, e);
        }
    }

    private static PictureException notWritten(Path file, IOException e) {
        return new PictureException(new PictureFailure.NotWritten(file, SystemWord.of(e)), e);
    }
}
