package easel.ui.canvas;

import java.awt.Image;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/**
 * The picture of the canvas that is kept between frames, and what of it is no longer right. A canvas that is moved
 * under the window is scrolled here; only the strip that comes into sight is painted.
 */
final class Surface {

    /** Paints a part anew. */
    interface Part {
        void paint(View view, Backing backing, Rectangle part);
    }

    private final JComponent sheet;
    private final List<Rectangle> dirty = new ArrayList<>();   // in the device pixels of what is painted
    private @Nullable Backing backing;
    private @Nullable View painted;
    private @Nullable CanvasColors colors;

    /** @param sheet is asked to paint where something changed */
    Surface(JComponent sheet) {
        this.sheet = sheet;
    }

    /** Nothing of it is right any more. */
    void forget() {
        painted = null;
        sheet.repaint();
    }

    /** A node looks different. */
    void touch(NodeView node) {
        if (painted != null) {
            soil(painted.area(node));
        }
    }

    /** A wire looks different. */
    void touch(Wire wire) {
        if (painted != null) {
            soil(painted.area(wire));
        }
    }

    /** A group looks different. */
    void touch(GroupView group) {
        if (painted != null) {
            soil(painted.area(group));
        }
    }

    /** A node looks different, and so do the wires at it. */
    void touchWithWires(NodeView node) {
        touch(node);
        node.wires().forEach(this::touch);
    }

    private void soil(Rectangle area) {
        Rectangle inside = area.intersection(new Rectangle(0, 0, backing.width(), backing.height()));
        if (inside.isEmpty()) {
            return;
        }
        Rectangle joined = inside;
        for (int i = dirty.size() - 1; i >= 0; i--) {
            if (dirty.get(i).intersects(joined)) {
                joined = joined.union(dirty.remove(i));
            }
        }
        dirty.add(joined);
        double dpi = painted.dpi();
        int x = (int) Math.floor(joined.x / dpi) - 1;
        int y = (int) Math.floor(joined.y / dpi) - 1;
        sheet.repaint(x, y, (int) Math.ceil(joined.width / dpi) + 3, (int) Math.ceil(joined.height / dpi) + 3);
    }

    /** The picture as it is to be now; width and height in device pixels. */
    Image upToDate(View now, int width, int height, Part part) {
        CanvasColors wanted = CanvasColors.now();
        if (backing == null || backing.width() != width || backing.height() != height) {
            backing = new Backing(width, height);
            painted = null;
        }
        Rectangle all = new Rectangle(0, 0, width, height);
        boolean sameScale = painted != null && painted.zoom() == now.zoom() && painted.dpi() == now.dpi() && colors == wanted;
        int dx = sameScale ? now.originX() - painted.originX() : 0;
        int dy = sameScale ? now.originY() - painted.originY() : 0;
        if (!sameScale || Math.abs(dx) >= width || Math.abs(dy) >= height) {
            dirty.clear();
            dirty.add(all);
        } else if (dx != 0 || dy != 0) {
            scroll(dx, dy, width, height);
        }
        painted = now;
        colors = wanted;
        for (Rectangle soiled : List.copyOf(dirty)) {
            Rectangle inside = soiled.intersection(all);
            if (!inside.isEmpty()) {
                part.paint(now, backing, inside);
            }
        }
        dirty.clear();
        return backing.image();
    }

    private void scroll(int dx, int dy, int width, int height) {
        backing.scroll(dx, dy);
        dirty.forEach(r -> r.translate(dx, dy));
        if (dx != 0) {
            dirty.add(new Rectangle(dx > 0 ? 0 : width + dx, 0, Math.abs(dx), height));
        }
        if (dy != 0) {
            dirty.add(new Rectangle(0, dy > 0 ? 0 : height + dy, width, Math.abs(dy)));
        }
    }
}
