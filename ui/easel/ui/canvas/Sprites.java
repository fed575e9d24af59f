package easel.ui.canvas;

import easel.ui.theme.Icons;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Small things that come again and again (round corners, sockets, icons), drawn once for each size and colour. */
final class Sprites {

    /** What a socket's shape says of its type. */
    enum Dot { ROUND, SQUARE, DIAMOND, RING }

    private record Corner(int radius, int line, int fillRgb, int lineRgb, int which) {}

    private record Socket(Dot dot, int size, float line, int rgb, int inside) {}

    private record Glyph(Icons icon, int size, int rgb) {}

    private record Disc(int size, int rgb) {}

    private record Halo(int size, int rgb, int alpha) {}

    private record Mark(int size, int fromRgb, int toRgb, int ringRgb) {}

    /** A few hundred are in use at one zoom. */
    private static final int KEPT = 3000;

    private final Map<Record, BufferedImage> made = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Record, BufferedImage> eldest) {
            return size() > KEPT;
        }
    };

    /** One corner of a round rectangle, with its line inside the edge. {@code which}: 0 upper left, 1 upper right, 2 lower left, 3 lower right. */
    BufferedImage corner(int radius, int line, int fillRgb, int lineRgb, int which) {
        return made.computeIfAbsent(new Corner(radius, line, fillRgb, lineRgb, which), _ -> draw(radius, g -> {
            int left = which % 2 == 0 ? 0 : -radius;
            int top = which < 2 ? 0 : -radius;
            g.setColor(new Color(lineRgb));
            g.fill(new RoundRectangle2D.Double(left, top, 2 * radius, 2 * radius, 2 * radius, 2 * radius));
            int inner = 2 * (radius - line);
            if (inner > 0) {
                g.setComposite(java.awt.AlphaComposite.SrcAtop);
                g.setColor(new Color(fillRgb));
                g.fill(new RoundRectangle2D.Double(left + line, top + line, inner, inner, inner, inner));
            }
        }));
    }

    /** A socket, {@code size} device pixels across with one pixel of air all round. */
    BufferedImage socket(Dot dot, int size, float line, int rgb, boolean filled, int insideRgb) {
        return made.computeIfAbsent(new Socket(dot, size, line, rgb, filled ? rgb : insideRgb), _ -> draw(size + 2, g -> {
            java.awt.Shape outer = shape(dot, 1, size);
            g.setColor(new Color(rgb));
            if (dot == Dot.RING) {
                g.setColor(new Color(filled ? rgb : insideRgb));
                g.fill(outer);
                g.setColor(new Color(rgb));
                g.setStroke(new java.awt.BasicStroke(line, java.awt.BasicStroke.CAP_BUTT, java.awt.BasicStroke.JOIN_MITER, 10, new float[] {line * 1.4f, line * 1.1f}, 0));
                g.draw(shape(dot, 1 + line / 2, size - line));
                return;
            }
            g.fill(outer);
            if (!filled) {
                g.setColor(new Color(insideRgb));
                double edge = dot == Dot.DIAMOND ? line * Math.sqrt(2) : line;
                g.fill(shape(dot, 1 + edge, size - 2 * edge));
            }
        }));
    }

    private static java.awt.Shape shape(Dot dot, double at, double size) {
        return switch (dot) {
            case ROUND, RING -> new Ellipse2D.Double(at, at, size, size);
            case SQUARE -> new Rectangle2D.Double(at, at, size, size);
            case DIAMOND -> {
                Path2D path = new Path2D.Double();
                path.moveTo(at + size / 2, at);
                path.lineTo(at + size, at + size / 2);
                path.lineTo(at + size / 2, at + size);
                path.lineTo(at, at + size / 2);
                path.closePath();
                yield path;
            }
        };
    }

    BufferedImage icon(Icons icon, int size, int rgb) {
        return made.computeIfAbsent(new Glyph(icon, size, rgb), _ -> draw(size, g -> {
            g.setColor(new Color(rgb));
            g.fill(icon.outline(size));
        }));
    }

    BufferedImage disc(int size, int rgb) {
        return made.computeIfAbsent(new Disc(size, rgb), _ -> draw(size, g -> {
            g.setColor(new Color(rgb));
            g.fill(new Ellipse2D.Double(0, 0, size, size));
        }));
    }

    /** A disc that what is under it shines through. */
    BufferedImage halo(int size, int rgb, double share) {
        int alpha = (int) Math.round(255 * share);
        return made.computeIfAbsent(new Halo(size, rgb, alpha), _ -> draw(size, g -> {
            g.setColor(new Color(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF, alpha));
            g.fill(new Ellipse2D.Double(0, 0, size, size));
        }));
    }

    /** The sign that a value becomes one of another type: a disc of two colours with an arrow's head between. */
    BufferedImage mark(int size, int fromRgb, int toRgb, int ringRgb) {
        return made.computeIfAbsent(new Mark(size, fromRgb, toRgb, ringRgb), _ -> draw(size, g -> {
            g.setColor(new Color(ringRgb));
            g.fill(new Ellipse2D.Double(0, 0, size, size));
            double ring = Math.max(1, size / 8.0);
            double inner = size - 2 * ring;
            java.awt.Shape disc = new Ellipse2D.Double(ring, ring, inner, inner);
            g.setColor(new Color(toRgb));
            g.fill(disc);
            g.clip(new Rectangle2D.Double(0, 0, size / 2.0, size));
            g.setColor(new Color(fromRgb));
            g.fill(disc);
            g.setClip(null);
            Path2D head = new Path2D.Double();
            head.moveTo(size * 0.38, size * 0.27);
            head.lineTo(size * 0.72, size * 0.5);
            head.lineTo(size * 0.38, size * 0.73);
            head.closePath();
            g.setColor(new Color(ringRgb));
            g.fill(head);
        }));
    }

    private static BufferedImage draw(int size, Consumer<Graphics2D> how) {
        BufferedImage image = new BufferedImage(Math.max(1, size), Math.max(1, size), BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        how.accept(g);
        g.dispose();
        return image;
    }
}
