package easel.ui.desk;

import easel.engine.Picture;
import easel.format.PictureException;
import easel.format.PictureFile;
import easel.format.PictureTexts;
import easel.ui.task.Edt;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Pictures without a file, such as pasted ones, kept in the person's data folder under a hash of their pixels. */
public record Assets(Path folder) {

    /** The file of a picture, written if it is not there yet. Slow, so not on the EDT. */
    public Path keep(Image image) throws PictureException {
        Edt.mustBeOff();
        BufferedImage plain = new BufferedImage(image.getWidth(null), image.getHeight(null), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = plain.createGraphics();
        g.drawImage(image, 0, 0, null);
        g.dispose();
        int[] pixels = ((DataBufferInt) plain.getRaster().getDataBuffer()).getData();
        byte[] samples = new byte[pixels.length * 3];
        for (int i = 0; i < pixels.length; i++) {
            samples[3 * i] = (byte) (pixels[i] >> 16);
            samples[3 * i + 1] = (byte) (pixels[i] >> 8);
            samples[3 * i + 2] = (byte) pixels[i];
        }
        Path file = folder.resolve(hash(plain.getWidth(), plain.getHeight(), samples) + ".png");
        if (!Files.exists(file)) {
            new PictureFile(Picture.of(plain.getWidth(), plain.getHeight(), 3, samples), PictureTexts.none()).write(file);
        }
        return file;
    }

    private static String hash(int width, int height, byte[] samples) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(8).putInt(width).putInt(height).array());
            return HexFormat.of().formatHex(digest.digest(samples));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
