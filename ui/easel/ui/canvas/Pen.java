package easel.ui.canvas;

import easel.ui.theme.Icons;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws boxes, texts, icons and pictures in whole device pixels; everything can be made paler at once. */
final class Pen {

    /** On which side of its place a text stands. */
    enum Side { LEFT, MIDDLE, RIGHT }

    private final Graphics2D g;
    private final Backing backing;
    private Rectangle clip;
    private final Sprites sprites;
    private final Type type;
    private final double scale;
    private final Map<Integer, Color> colors = new HashMap<>();
    private Type.@Nullable Face face;
    private double fade;
    private int fadeRgb;

    /**
     * @param backing what {@code g} paints into: boxes and sprites go there without it
     * @param clip    nothing is drawn outside
     * @param scale   device pixels to one of the canvas
     */
    Pen(Graphics2D g, Backing backing, Rectangle clip, Sprites sprites, Type type, double scale) {
        this.g = g;
        this.backing = backing;
        this.clip = clip;
        this.sprites = sprites;
        this.type = type;
        this.scale = scale;
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    }

    Graphics2D graphics() {
        return g;
    }

    Sprites sprites() {
        return sprites;
    }

    /** Everything from now on goes so far (0 to 1) into another colour. */
    void fade(double share, int into) {
        fade = share;
        fadeRgb = into;
    }

    int pale(int rgb) {
        return fade == 0 ? rgb : CanvasColors.mix(fadeRgb, rgb, fade);
    }

    private Color color(int rgb) {
        return colors.computeIfAbsent(pale(rgb), Color::new);
    }

    void fill(int x, int y, int width, int height, int rgb) {
        int left = Math.max(x, clip.x);
        int top = Math.max(y, clip.y);
        int right = Math.min(x + width, clip.x + clip.width);
        int bottom = Math.min(y + height, clip.y + clip.height);
        backing.fill(left, top, right - left, bottom - top, pale(rgb));
    }

    /** Boxes and sprites are drawn within {@code x ... x + width} only; gives what to go back to. */
    Rectangle narrow(int x, int y, int width, int height) {
        Rectangle before = clip;
        clip = clip.intersection(new Rectangle(x, y, width, height));
        return before;
    }

    void widen(Rectangle before) {
        clip = before;
    }

    /** Lays a small image with premultiplied alpha over what is there. Java2D takes longer to begin than this to end. */
    private void sprite(BufferedImage image, int x, int y) {
        int left = Math.max(x, clip.x);
        int top = Math.max(y, clip.y);
        int right = Math.min(x + image.getWidth(), clip.x + clip.width);
        int bottom = Math.min(y + image.getHeight(), clip.y + clip.height);
        if (left >= right || top >= bottom) {
            return;
        }
        int[] from = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int[] to = backing.pixels();
        for (int row = top; row < bottom; row++) {
            int source = (row - y) * image.getWidth() + left - x;
            int target = row * backing.width() + left;
            for (int i = left; i < right; i++, source++, target++) {
                int over = from[source];
                int alpha = over >>> 24;
                if (alpha == 255) {
                    to[target] = over & 0xFFFFFF;
                } else if (alpha > 0) {
                    int rest = 256 - alpha;
                    int under = to[target];
                    to[target] = (over & 0xFFFFFF) + (((under & 0xFF00FF) * rest >>> 8 & 0xFF00FF) | ((under & 0x00FF00) * rest >>> 8 & 0x00FF00));
                }
            }
        }
    }

    /** A box with round corners; the line lies inside the edge. */
    void box(int x, int y, int width, int height, int radius, int line, int fillRgb, int lineRgb) {
        box(x, y, width, height, radius, line, fillRgb, fillRgb, y, lineRgb);
    }

    /** A box whose part above {@code seam} has a colour of its own. */
    void box(int x, int y, int width, int height, int radius, int line, int upperRgb, int lowerRgb, int seam, int lineRgb) {
        int r = Math.max(0, Math.min(radius, Math.min(width, height) / 2));
        int split = Math.clamp(seam, y + r, Math.max(y + r, y + height - r));
        boolean oneColour = upperRgb == lowerRgb;
        int lower = seam >= y + height ? upperRgb : lowerRgb;
        if (oneColour) {
            fill(x, y + r, width, height - 2 * r, lowerRgb);
        } else {
            fill(x, y + r, width, split - y - r, upperRgb);
            fill(x, split, width, y + height - r - split, lower);
        }
        fill(x + r, y, width - 2 * r, r, upperRgb);
        fill(x + r, y + height - r, width - 2 * r, r, lower);
        if (line > 0) {
            fill(x + r, y, width - 2 * r, line, lineRgb);
            fill(x + r, y + height - line, width - 2 * r, line, lineRgb);
            fill(x, y + r, line, height - 2 * r, lineRgb);
            fill(x + width - line, y + r, line, height - 2 * r, lineRgb);
        }
        if (r > 0) {
            int edge = line > 0 ? lineRgb : upperRgb;
            int lowerEdge = line > 0 ? lineRgb : lower;
            sprite(sprites.corner(r, line, pale(upperRgb), pale(edge), 0), x, y);
            sprite(sprites.corner(r, line, pale(upperRgb), pale(edge), 1), x + width - r, y);
            sprite(sprites.corner(r, line, pale(lower), pale(lowerEdge), 2), x, y + height - r);
            sprite(sprites.corner(r, line, pale(lower), pale(lowerEdge), 3), x + width - r, y + height - r);
        }
    }

    /** The line round a box with round corners; it lies inside the edge. */
    void frame(int x, int y, int width, int height, int radius, int line, int rgb) {
        if (radius <= 1) {
            fill(x, y, width, line, rgb);
            fill(x, y + height - line, width, line, rgb);
            fill(x, y, line, height, rgb);
            fill(x + width - line, y, line, height, rgb);
            return;
        }
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        // Else it would come out in the way of whatever was painted before, which is not the same in every part.
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(color(rgb));
        g.setStroke(new BasicStroke(line));
        double half = line / 2.0;
        double arc = 2 * radius - line;
        g.draw(new RoundRectangle2D.Double(x + half, y + half, width - line, height - line, arc, arc));
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
    }

    /** The line round a box, in dashes. */
    void dashedFrame(int x, int y, int width, int height, int line, int dash, int gap, int rgb) {
        for (int at = 0; at < width; at += dash + gap) {
            int length = Math.min(dash, width - at);
            fill(x + at, y, length, line, rgb);
            fill(x + at, y + height - line, length, line, rgb);
        }
        for (int at = 0; at < height; at += dash + gap) {
            int length = Math.min(dash, height - at);
            fill(x, y + at, line, length, rgb);
            fill(x + width - line, y + at, line, length, rgb);
        }
    }

    Type.Face face(Type.Role role) {
        return type.face(role, scale);
    }

    Type.Face exactFace(Type.Role role, double size) {
        return type.exact(role, size);
    }

    /** A text in the middle of a row, cut where its room ends. Gives the width it took. */
    float text(String text, Type.Face with, int rgb, float x, int top, int height, float room, Side side) {
        String shown = with.cut(text, room);
        if (shown.isEmpty()) {
            return 0;
        }
        float width = with.width(shown);
        float from = switch (side) {
            case LEFT -> x;
            case MIDDLE -> x - width / 2;
            case RIGHT -> x - width;
        };
        line(shown, with, rgb, from, baseline(with, top, height));
        return width;
    }

    static float baseline(Type.Face with, int top, int height) {
        return top + Math.round((height + with.ascent - with.descent) / 2);
    }

    void line(String text, Type.Face with, int rgb, float x, float baseline) {
        if (face != with) {
            face = with;
            g.setFont(with.font);
        }
        g.setColor(color(rgb));
        g.drawString(text, x, baseline);
    }

    void icon(Icons icon, int x, int y, int size, int rgb) {
        sprite(sprites.icon(icon, size, pale(rgb)), x, y);
    }

    void disc(int x, int y, int size, int rgb) {
        sprite(sprites.disc(size, pale(rgb)), x, y);
    }

    void halo(int middleX, int middleY, int radius, int rgb, double share) {
        sprite(sprites.halo(2 * radius + 1, pale(rgb), share), middleX - radius, middleY - radius);
    }

    void mark(int middleX, int middleY, int size, int fromRgb, int toRgb, int ringRgb) {
        sprite(sprites.mark(size, fromRgb, toRgb, ringRgb), middleX - size / 2, middleY - size / 2);
    }

    void socket(Sprites.Dot dot, int middleX, int middleY, int size, float line, int rgb, boolean filled, int insideRgb) {
        BufferedImage sprite = sprites.socket(dot, size, line, pale(rgb), filled, pale(insideRgb));
        sprite(sprite, middleX - sprite.getWidth() / 2, middleY - sprite.getHeight() / 2);
    }

    /** A picture on whole device pixels. */
    void picture(BufferedImage image, int x, int y, int width, int height) {
        Composite before = g.getComposite();
        if (fade > 0) {
            g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) (1 - fade)));
        }
        if (image.getWidth() == width && image.getHeight() == height) {
            g.drawImage(image, x, y, null);
        } else {
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            g.drawImage(image, x, y, width, height, null);
        }
        g.setComposite(before);
    }
}
