package easel.ui.mask;

import easel.graph.MaskShape;
import easel.ui.theme.Tone;
import easel.ui.widget.Grip;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Paints shapes over a picture: what they cover together tinted, its edge light and dark so that it is seen on any picture. */
final class ShapePainter {

    /** How much of the tint covers the picture, of 255. */
    private static final int TINT = 120;
    private static final float[] DASHES = {3, 3};
    private static final int GRIP = 7;

    private ShapePainter() {}

    /** A shape where the picture lies. */
    static Shape of(MaskShape shape, Rectangle2D picture) {
        double x = picture.getX() + shape.x() * picture.getWidth();
        double y = picture.getY() + shape.y() * picture.getHeight();
        double w = shape.width() * picture.getWidth();
        double h = shape.height() * picture.getHeight();
        return shape.kind() == MaskShape.Kind.ELLIPSE ? new Ellipse2D.Double(x, y, w, h) : new Rectangle2D.Double(x, y, w, h);
    }

    /** What shapes cover together, within the picture. */
    static Area covered(List<MaskShape> shapes, Rectangle2D picture) {
        Area all = new Area();
        for (MaskShape shape : shapes) {
            Area one = new Area(of(shape, picture));
            if (shape.subtract()) {
                all.subtract(one);
            } else {
                all.add(one);
            }
        }
        all.intersect(new Area(picture));
        return all;
    }

    /** Grey as a tint that covers the more the lighter it is. */
    static BufferedImage tinted(BufferedImage white, Color ink) {
        BufferedImage tint = new BufferedImage(white.getWidth(), white.getHeight(), BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < tint.getHeight(); y++) {
            for (int x = 0; x < tint.getWidth(); x++) {
                tint.setRGB(x, y, (white.getRGB(x, y) & 0xFF) * TINT / 255 << 24 | ink.getRGB() & 0xFFFFFF);
            }
        }
        return tint;
    }

    /** An image over the place of the picture. */
    static void fitted(Graphics2D g, BufferedImage image, Rectangle2D picture) {
        AffineTransform fit = AffineTransform.getTranslateInstance(picture.getX(), picture.getY());
        fit.scale(picture.getWidth() / image.getWidth(), picture.getHeight() / image.getHeight());
        g.drawImage(image, fit, null);
    }

    /** What was white before any shape: where shapes add it is theirs, where they take away it is gone. */
    static void paint(Graphics2D g, BufferedImage tint, List<MaskShape> shapes, Rectangle2D picture) {
        Area left = new Area(picture);
        for (MaskShape shape : shapes) {
            left.subtract(new Area(of(shape, picture)));
        }
        Shape before = g.getClip();
        g.clip(left);
        fitted(g, tint, picture);
        g.setClip(before);
    }

    static void paint(Graphics2D g, List<MaskShape> shapes, Rectangle2D picture) {
        Color ink = Tone.INK.color();
        Area all = covered(shapes, picture);
        g.setColor(new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), TINT));
        g.fill(all);
        g.setColor(Color.WHITE);
        g.setStroke(new BasicStroke(3));
        g.draw(all);
        g.setColor(Tone.ACCENT.color());
        g.setStroke(new BasicStroke(1.5f));
        g.draw(all);
    }

    /** The outline of a shape, which may show nowhere itself. */
    static void outline(Graphics2D g, MaskShape shape, Rectangle2D picture) {
        Shape line = of(shape, picture);
        g.setStroke(new BasicStroke(1));
        g.setColor(Color.BLACK);
        g.draw(line);
        g.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, DASHES, 0));
        g.setColor(Color.WHITE);
        g.draw(line);
    }

    /** What a selected shape is held by. */
    static void grips(Graphics2D g, MaskShape shape, Rectangle2D picture) {
        g.setStroke(new BasicStroke(1));
        for (Grip grip : Grip.values()) {
            Rectangle2D at = new Rectangle2D.Double(picture.getX() + Handles.x(grip, shape) * picture.getWidth() - GRIP / 2.0,
                    picture.getY() + Handles.y(grip, shape) * picture.getHeight() - GRIP / 2.0, GRIP, GRIP);
            g.setColor(Color.WHITE);
            g.fill(at);
            g.setColor(Tone.ACCENT.color());
            g.draw(at);
        }
    }
}
