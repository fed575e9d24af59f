package easel.ui.canvas;

import easel.ui.theme.Motion;
import java.awt.Component;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;

/** How the canvas is looked at, and ways to look at it in another way. */
final class Sight {

    /** What is flown to is shown so large at least. */
    private static final double READABLE = 0.75;
    private static final int FLIGHT_MS = 180;
    /** So far from the others, in the canvas's pixels, nobody puts a node on purpose. */
    private static final double NOWHERE = 10_000;
    private static final int FRAME_MS = 15;

    private final JComponent sheet;
    private final BiConsumer<Camera, Camera> changed;
    private Camera camera = Camera.START;
    /** How it is looked at first, once its size is known. */
    private @Nullable Runnable whenSized;
    private @Nullable Timer flight;
    private @Nullable Component over;

    /** @param changed is told the camera before and now */
    Sight(JComponent sheet, BiConsumer<Camera, Camera> changed) {
        this.sheet = sheet;
        this.changed = changed;
    }

    /** What lies over the lower right corner: what is shown whole stands beside it. */
    void setOver(Component other) {
        over = other;
    }

    Camera camera() {
        return camera;
    }

    void look(Camera other) {
        land();
        set(other);
    }

    private void set(Camera other) {
        Camera before = camera;
        if (!before.equals(other)) {
            camera = other;
            sheet.repaint();
            changed.accept(before, other);
        }
    }

    private void land() {
        whenSized = null;
        if (flight != null) {
            flight.stop();
            flight = null;
        }
    }

    /** Brings a place of the canvas into the middle, large enough to be read; on the way people see where it lies. */
    void flyTo(Rectangle2D box) {
        if (sheet.getWidth() == 0 || sheet.getHeight() == 0) {
            whenSized = () -> flyTo(box);
            return;
        }
        double zoom = Math.clamp(camera.zoom(), READABLE, 1);
        Camera fitting = Camera.fitting(box, sheet.getWidth(), sheet.getHeight(), zoom);
        land();
        if (!sheet.isShowing() || Motion.isReduced()) {
            set(fitting);
            return;
        }
        Camera from = camera;
        long began = System.nanoTime();
        Timer timer = new Timer(FRAME_MS, null);
        timer.addActionListener(_ -> {
            double share = Math.min(1, (System.nanoTime() - began) / 1e6 / FLIGHT_MS);
            set(between(from, fitting, 1 - Math.pow(1 - share, 3)));
            if (share == 1) {
                timer.stop();
            }
        });
        flight = timer;
        timer.setInitialDelay(0);
        timer.start();
    }

    /** What is in the middle wanders straight while the size changes by the same factor each moment. */
    private Camera between(Camera from, Camera to, double share) {
        if (share >= 1) {
            return to;
        }
        Point middle = middle();
        double zoom = from.zoom() * Math.pow(to.zoom() / from.zoom(), share);
        Point2D.Double start = from.at(middle);
        Point2D.Double end = to.at(middle);
        // Far away more ground is covered in the same time.
        double way = from.zoom() == to.zoom() ? share : (1 / zoom - 1 / from.zoom()) / (1 / to.zoom() - 1 / from.zoom());
        double x = start.x + (end.x - start.x) * way;
        double y = start.y + (end.y - start.y) * way;
        return new Camera(zoom, middle.x - x * zoom, middle.y - y * zoom);
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
        Collection<NodeView> reached = inReach(nodes, width, height);
        Scene.bounds(reached).ifPresent(all -> {
            Camera whole = Camera.fitting(all, width, height, 1);
            Rectangle hidden = over == null || !over.isVisible() ? new Rectangle() : SwingUtilities.convertRectangle(over.getParent(), over.getBounds(), sheet);
            boolean covered = reached.stream().anyMatch(node -> whole.shown(node.box()).intersects(hidden));
            look(covered ? Camera.fittingBeside(hidden, all, width, height, 1) : whole);
        });
    }

    /** Shows nodes for the first time: all of them if they can be read then, else from the first of them on; the overview has the rest. */
    void begin(Collection<NodeView> nodes, double readable) {
        int width = sheet.getWidth();
        int height = sheet.getHeight();
        if (width == 0 || height == 0) {
            List<NodeView> later = List.copyOf(nodes);
            whenSized = () -> begin(later, readable);
            return;
        }
        List<NodeView> row = together(nodes);
        if (!row.isEmpty()) {
            look(Camera.beginning(Scene.bounds(row).orElseThrow(), row.getFirst().box(), width, height, 1, readable));
        }
    }

    /** Most of them, from left to right, without those that lie in the middle of nowhere. */
    private static List<NodeView> together(Collection<NodeView> nodes) {
        List<NodeView> row = nodes.stream().sorted(Comparator.comparingDouble(NodeView::x).thenComparingDouble(NodeView::y)).toList();
        List<NodeView> most = List.of();
        int from = 0;
        for (int i = 1; i <= row.size(); i++) {
            if (i == row.size() || row.get(i).x() - row.get(i - 1).x() > NOWHERE) {
                most = i - from > most.size() ? row.subList(from, i) : most;
                from = i;
            }
        }
        return most;
    }

    /** A node in the middle of nowhere must not make the others vanish. */
    private static Collection<NodeView> inReach(Collection<NodeView> nodes, int width, int height) {
        boolean fits = Scene.bounds(nodes).filter(all -> all.getWidth() * Camera.LEAST > width || all.getHeight() * Camera.LEAST > height).isEmpty();
        return fits ? nodes : amongMost(nodes);
    }

    private static Collection<NodeView> amongMost(Collection<NodeView> nodes) {
        double[] xs = nodes.stream().mapToDouble(NodeView::x).sorted().toArray();
        double[] ys = nodes.stream().mapToDouble(NodeView::y).sorted().toArray();
        double x = xs[xs.length / 2];
        double y = ys[ys.length / 2];
        List<NodeView> near = nodes.stream().filter(n -> Math.abs(n.x() - x) < NOWHERE && Math.abs(n.y() - y) < NOWHERE).toList();
        return near.isEmpty() ? List.of(nodes.iterator().next()) : near;
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
