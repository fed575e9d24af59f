package easel.ui.canvas;

import java.awt.Point;
import java.awt.geom.Rectangle2D;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/** How the canvas is looked at, and ways to look at it in another way. */
final class Sight {

    private final JComponent sheet;
    private final BiConsumer<Camera, Camera> changed;
    private Camera camera = Camera.START;
    private @Nullable Runnable whenSized;

    /** @param changed is told the camera before and now */
    Sight(JComponent sheet, BiConsumer<Camera, Camera> changed) {
        this.sheet = sheet;
        this.changed = changed;
    }

    Camera camera() {
        return camera;
    }

    void look(Camera other) {
        Camera before = camera;
        if (!before.equals(other)) {
            camera = other;
            sheet.repaint();
            changed.accept(before, other);
        }
    }

    /** Another zoom, round the middle. */
    void zoomTo(double zoom) {
        look(camera.zoomed(zoom, middle()));
    }

    /** In or out by notches of the wheel. */
    void zoomBy(int notches) {
        zoomTo(camera.notch(notches));
    }

    Point middle() {
        return new Point(sheet.getWidth() / 2, sheet.getHeight() / 2);
    }

    /** Shows nodes, at actual size at most. */
    void fit(Collection<NodeView> nodes) {
        int width = sheet.getWidth();
        int height = sheet.getHeight();
        if (width == 0 || height == 0) {
            List<NodeView> later = List.copyOf(nodes);
            whenSized = () -> fit(later);
            return;
        }
        Scene.bounds(nodes).ifPresent(all -> {
            boolean fits = all.getWidth() * Camera.LEAST <= width && all.getHeight() * Camera.LEAST <= height;
            // A node in the middle of nowhere must not make the others vanish.
            look(Camera.fitting(fits ? all : amongMost(nodes), width, height, 1));
        });
    }

    private static Rectangle2D amongMost(Collection<NodeView> nodes) {
        double[] xs = nodes.stream().mapToDouble(NodeView::x).sorted().toArray();
        double[] ys = nodes.stream().mapToDouble(NodeView::y).sorted().toArray();
        double x = xs[xs.length / 2];
        double y = ys[ys.length / 2];
        return Scene.bounds(nodes.stream().filter(n -> Math.abs(n.x() - x) < 10_000 && Math.abs(n.y() - y) < 10_000).toList())
                .orElse(new Rectangle2D.Double(x, y, 300, 300));
    }

    /** The canvas was laid out: what waited for its size is done. */
    void sized() {
        Runnable then = whenSized;
        if (then != null && sheet.getWidth() > 0) {
            whenSized = null;
            then.run();
        }
    }
}
