package easel.format;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import easel.engine.Picture;
import easel.platform.SystemWord;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/** Reads one picture file, which may be anything and may be hostile. */
final class PictureReader {

    /** Largest file that is read into memory; a picture of all the pixels allowed, hardly packed, is about this. */
    private static final int MAX_FILE = 512 << 20;
    /** Within so many bytes the size and the EXIF data of anything but PNG and WebP are found: WebP has it at its end. */
    private static final int HEAD = 8 << 20;
    /** zlib packs no better than 1 : 1032 (its documentation), so less than that cannot hold the pixels promised. */
    private static final long BEST_PACKING = 1032;

    private final Path file;

    PictureReader(Path file) {
        this.file = file;
    }

    PictureHead head() throws PictureException {
        return reading(this::head);
    }

    PictureFile whole() throws PictureException {
        return reading(source -> {
            PictureHead head = head(source);
            byte[] bytes = head.kind() == PictureKind.PNG ? essence(source) : source.start(MAX_FILE);
            Picture picture = Pixels.picture(decode(head, bytes));
            if (head.kind() == PictureKind.JPEG || head.kind() == PictureKind.WEBP) {
                picture = exif(head.kind(), bytes).orientation().of(picture);
            }
            return new PictureFile(picture, head.texts());
        });
    }

    @FunctionalInterface
    private interface Reading<T> {
        T from(Source source) throws IOException, PictureException;
    }

    private <T> T reading(Reading<T> reading) throws PictureException {
        try {
            // Asked before it is opened: opening a named pipe waits for ever.
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new PictureException(new PictureFailure.NotAFile(file));
            }
            try (Source source = Source.open(file)) {
                return reading.from(source);
            }
        } catch (NoSuchFileException e) {
            throw new PictureException(new PictureFailure.NoSuchFile(file), e);
        } catch (DamagedException e) {
            throw new PictureException(new PictureFailure.Damaged(file, SystemWord.of(e)), e);
        } catch (IOException e) {
            throw new PictureException(new PictureFailure.Unreadable(file, SystemWord.of(e)), e);
        } catch (OutOfMemoryError e) {
            // Only one of the few large arrays can have failed, and none of them is kept.
            throw new PictureException(new PictureFailure.NotEnoughMemory(file), e);
        }
    }

    private PictureHead head(Source source) throws IOException, PictureException {
        if (source.length() == 0) {
            throw new PictureException(new PictureFailure.EmptyFile(file));
        }
        byte[] start = source.start(PictureKind.DECIDING);
        PictureKind kind = PictureKind.of(start).orElseThrow(() -> new PictureException(PictureKind.foreign(start)
                .<PictureFailure>map(name -> new PictureFailure.UnsupportedKind(file, name))
                .orElseGet(() -> new PictureFailure.NotAPicture(file))));
        return kind == PictureKind.PNG ? pngHead(source) : head(kind, source.start(kind == PictureKind.WEBP ? MAX_FILE : HEAD));
    }

    private PictureHead pngHead(Source source) throws IOException, PictureException {
        PngChunks chunks = PngChunks.of(source);
        ByteBuffer header = ByteBuffer.wrap(chunks.header());
        // Sides are unsigned here: PNG allows 2^31 - 1, and more is as absurd.
        long width = header.getInt() & 0xFFFF_FFFFL;
        long height = header.getInt() & 0xFFFF_FFFFL;
        checkSize(width, height);
        int depth = header.get();
        int bits = depth * switch (header.get()) {
            case 0, 3 -> 1;
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> throw new DamagedException("unknown colour type");
        };
        if (height * (1 + (width * bits + 7) / 8) > (chunks.packedPixels() + 1) * BEST_PACKING) {
            throw new DamagedException("too few bytes for its pixels");
        }
        return new PictureHead(PictureKind.PNG, (int) width, (int) height, depth > 8, PngTexts.of(chunks));
    }

    private PictureHead head(PictureKind kind, byte[] start) throws IOException, PictureException {
        ImageReader reader = reader(kind);
        int width;
        int height;
        try {
            reader.setInput(new BytesInput(start), false, true);
            width = reader.getWidth(0);
            height = reader.getHeight(0);
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        } finally {
            reader.dispose();
        }
        checkSize(width, height);
        if (kind == PictureKind.WEBP && WebpChunks.endsEarly(start)) {
            throw new DamagedException("it ends early");
        }
        if (kind != PictureKind.JPEG && kind != PictureKind.WEBP) {
            return new PictureHead(kind, width, height, false, PictureTexts.none());
        }
        JpegExif exif = exif(kind, start);
        boolean turned = exif.orientation().swapsSides();
        return new PictureHead(kind, turned ? height : width, turned ? width : height, false, exif.texts());
    }

    private static JpegExif exif(PictureKind kind, byte[] file) {
        return kind == PictureKind.JPEG ? JpegExif.of(file) : WebpChunks.exif(file).map(JpegExif::ofTiff).orElse(JpegExif.NONE);
    }

    private void checkSize(long width, long height) throws IOException, PictureException {
        if (width <= 0 || height <= 0) {
            throw new DamagedException("no pixels");
        }
        if (width > PictureFile.MAX_SIDE || height > PictureFile.MAX_SIDE || width * height > PictureFile.MAX_PIXELS) {
            throw new PictureException(new PictureFailure.TooLarge(file, width, height));
        }
    }

    private byte[] essence(Source source) throws IOException {
        PngChunks chunks = PngChunks.of(source);
        if (chunks.packedPixels() > MAX_FILE) {
            throw new DamagedException("more bytes than its pixels need");
        }
        return chunks.essence();
    }

    private BufferedImage decode(PictureHead head, byte[] bytes) throws IOException, PictureException {
        ImageReader reader = reader(head.kind());
        List<String> complaints = new ArrayList<>();
        try {
            reader.addIIOReadWarningListener((_, warning) -> complaints.add(warning));
            reader.setInput(new BytesInput(bytes), false, true);
            ImageReadParam how = reader.getDefaultReadParam();
            BufferedImage image = reader.read(0, how);
            if (complaints.stream().anyMatch(PictureReader::saysTruncated)) {
                throw new DamagedException("it ends early");
            }
            return image;
        } catch (DamagedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // ImageIO's readers answer nonsense with whatever comes up, out of bounds and negative sizes included.
            throw damaged(e);
        } finally {
            reader.dispose();
        }
    }

    /** WebP by Java alone: what packs it would also read it, in native code. */
    private static ImageReader reader(PictureKind kind) throws IOException {
        return kind == PictureKind.WEBP ? new WebPImageReaderSpi().createReaderInstance(null)
                : ImageIO.getImageReadersByFormatName(kind.imageIoName()).next();
    }

    private static boolean saysTruncated(String warning) {
        String lower = warning.toLowerCase(Locale.ROOT);
        return lower.contains("premature end") || lower.contains("truncated") || lower.contains("no eoi");
    }

    private PictureException damaged(Exception e) {
        return new PictureException(new PictureFailure.Damaged(file, SystemWord.of(e)), e);
    }
}
