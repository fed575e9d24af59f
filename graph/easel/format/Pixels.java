package easel.format;

import easel.engine.Picture;
import java.awt.Transparency;
import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Between ImageIO's images, of which there are dozens of layouts, and the engine's one. */
final class Pixels {

    private Pixels() {}

    /** The same samples as an image, without copying them. */
    static BufferedImage image(Picture picture) {
        int channels = picture.channels();
        WritableRaster raster = Raster.createInterleavedRaster(
                new DataBufferByte(picture.samples(), picture.samples().length), picture.width(), picture.height(),
                picture.width() * channels, channels, IntStream.range(0, channels).toArray(), null);
        ColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(channels == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB), channels == 4, false,
                channels == 4 ? Transparency.TRANSLUCENT : Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(model, raster, false, null);
    }

    /** An image as a picture of three channels, or four where it knows transparency. */
    static Picture picture(BufferedImage image) {
        ColorModel model = image.getColorModel();
        boolean plain = model instanceof ComponentColorModel && !model.isAlphaPremultiplied()
                && (model.getTransferType() == DataBuffer.TYPE_BYTE || model.getTransferType() == DataBuffer.TYPE_USHORT);
        // Java takes grey samples for linear light and brightens them in getRGB, which no file means: so as they are.
        if (plain && model.getColorSpace().getType() == ColorSpace.TYPE_GRAY) {
            return direct(image);
        }
        // Java also takes inks without a profile for linear light; other programs simply take them away from white.
        if (plain && model.getColorSpace().getType() == ColorSpace.TYPE_CMYK && !(model.getColorSpace() instanceof ICC_ColorSpace)) {
            return inks(image);
        }
        boolean rgb = plain && model.getColorSpace().getType() == ColorSpace.TYPE_RGB;
        if (rgb && model.getColorSpace().isCS_sRGB()) {
            return direct(image);
        }
        if (!model.getColorSpace().isCS_sRGB()) {
            BufferedImage converted = toSrgb(image);
            return converted != null ? viaRgb(converted) : rgb ? direct(image) : viaRgb(image);
        }
        return viaRgb(image);
    }

    private static @Nullable BufferedImage toSrgb(BufferedImage image) {
        try {
            // One operation on the whole: asking pixel by pixel sets the colour engine up for each of them.
            return new ColorConvertOp(null).filter(image, new BufferedImage(image.getWidth(), image.getHeight(),
                    image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB));
        } catch (CMMException | IllegalArgumentException e) {
            return null;    // a colour profile that makes no sense is best ignored
        }
    }

    private static Picture direct(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        Raster raster = image.getRaster();
        int bands = raster.getNumBands();
        boolean alpha = image.getColorModel().hasAlpha();
        int colours = bands - (alpha ? 1 : 0);
        int channels = alpha ? 4 : 3;
        int max = (1 << image.getColorModel().getComponentSize(0)) - 1;
        byte[] out = new byte[Math.multiplyExact(Math.multiplyExact(width, height), channels)];
        int[] row = new int[width * bands];
        int at = 0;
        for (int y = 0; y < height; y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < channels; c++) {
                    int band = c == 3 ? bands - 1 : Math.min(c, colours - 1);
                    int sample = row[x * bands + band];
                    out[at++] = (byte) (max == 255 ? sample : (sample * 255 + max / 2) / max);
                }
            }
        }
        return Picture.of(width, height, channels, out);
    }

    private static Picture inks(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] out = new byte[Math.multiplyExact(Math.multiplyExact(width, height), 3)];
        int[] row = new int[width * 4];
        int at = 0;
        for (int y = 0; y < height; y++) {
            image.getRaster().getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                int paper = 255 - row[x * 4 + 3];
                for (int c = 0; c < 3; c++) {
                    out[at++] = (byte) (((255 - row[x * 4 + c]) * paper + 127) / 255);
                }
            }
        }
        return Picture.of(width, height, 3, out);
    }

    private static Picture viaRgb(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int channels = image.getColorModel().hasAlpha() ? 4 : 3;
        byte[] out = new byte[Math.multiplyExact(Math.multiplyExact(width, height), channels)];
        int[] row = new int[width];
        int at = 0;
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int argb : row) {
                out[at++] = (byte) (argb >> 16);
                out[at++] = (byte) (argb >> 8);
                out[at++] = (byte) argb;
                if (channels == 4) {
                    out[at++] = (byte) (argb >>> 24);
                }
            }
        }
        return Picture.of(width, height, channels, out);
    }
}
