package easel.format;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import easel.engine.Picture;
import easel.platform.SystemWord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Packs pictures as WebP by libwebp, which webp-imageio brings for Linux, Windows and macOS. */
final class WebpWriter {

    /** What the format has bits for. */
    private static final int LONGEST_SIDE = 16_383;
    private static final String WEBP = "WebP";

    private WebpWriter() {}

    /** The bytes of it: quality 1 to 99, or 100 without loss. */
    static byte[] webp(Picture picture, int quality, PictureTexts texts) throws PictureException {
        return WebpContainer.with(still(picture, quality), picture.width(), picture.height(), picture.channels() == 4, exif(texts));
    }

    /** The bytes of frames of one size as an animation. */
    static byte[] animated(List<Picture> frames, int fps, int quality, PictureTexts texts) throws PictureException {
        List<byte[]> stills = new ArrayList<>();
        for (Picture frame : frames) {
            stills.add(still(frame, quality));
        }
        Picture first = frames.getFirst();
        return WebpContainer.animated(stills, first.width(), first.height(), first.channels() == 4, Math.max(1, Math.round(1000f / fps)), exif(texts));
    }

    private static byte[] exif(PictureTexts texts) {
        return ExifWriter.tiff(texts.get(PictureTexts.PARAMETERS).orElse(""),
                texts.get(PictureTexts.EASEL).map(workflow -> PictureTexts.EASEL + ":" + workflow).orElse(""));
    }

    private static byte[] still(Picture picture, int quality) throws PictureException {
        if (picture.width() > LONGEST_SIDE || picture.height() > LONGEST_SIDE) {
            throw new PictureException(new PictureFailure.NotPacked(WEBP, SystemWord.said(picture.width() + " x " + picture.height() + " > " + LONGEST_SIDE)));
        }
        try {
            return packed(picture, quality);
        } catch (IOException | LinkageError e) {
            // A system for which there is no library, or a temporary folder that nothing may be started from.
            throw new PictureException(new PictureFailure.NotPacked(WEBP, SystemWord.of(e)), e);
        }
    }

    private static byte[] packed(Picture picture, int quality) throws IOException {
        ImageWriter writer = new WebPImageWriterSpi().createWriterInstance(null);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 << 10);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(Pixels.image(picture), null, null), how(quality));
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static ImageWriteParam how(int quality) {
        WebPWriteParam how = new WebPWriteParam(Locale.ROOT);
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionType(quality == 100 ? CompressionType.Lossless : CompressionType.Lossy);
        how.setCompressionQuality(quality == 100 ? 0.5f : quality / 100f);   // without loss it says how long to look for fewer bytes
        how.setExact(true);   // what transparent pixels hide is theirs
        return how;
    }
}
