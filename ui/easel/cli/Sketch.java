package easel.cli;

import easel.engine.Picture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

/** A rough drawing of hills under an evening sky, as somebody would make it in a minute: what a sketch becomes is shown with it. */
final class Sketch {

    private Sketch() {}

    static Picture of(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.scale(width / 128.0, height / 128.0);
        g.setColor(new Color(0xF0A060));
        g.fillRect(0, 0, 128, 128);
        g.setColor(new Color(0xFFE8A0));
        g.fill(new Ellipse2D.Double(78, 30, 26, 26));
        g.setColor(new Color(0x8A6A70));
        g.fill(hill(74, 40, 92));
        g.setColor(new Color(0x5A6A48));
        g.fill(hill(92, 104, 84));
        g.dispose();
        byte[] samples = new byte[width * height * 3];
        for (int at = 0; at < width * height; at++) {
            int rgb = image.getRGB(at % width, at / width);
            samples[at * 3] = (byte) (rgb >> 16);
            samples[at * 3 + 1] = (byte) (rgb >> 8);
            samples[at * 3 + 2] = (byte) rgb;
        }
        return Picture.of(width, height, 3, samples);
    }

    private static Path2D hill(double left, double middle, double right) {
        Path2D hill = new Path2D.Double();
        hill.moveTo(0, 128);
        hill.lineTo(0, left);
        hill.quadTo(middle, 50, 128, right);
        hill.lineTo(128, 128);
        hill.closePath();
        return hill;
    }
}
