package easel.ui.canvas;

import easel.graph.Control;
import easel.graph.Document;
import easel.graph.Group;
import easel.graph.InputRef;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.List;
import java.util.Map;

/** Paints a part of the scene: stage and dots, wires, nodes; what lies outside is passed over. */
final class ScenePainter {

    private static final int DOTS = 16;
    private static final int LONGEST = 512;

    private final Sprites sprites = new Sprites();
    private final Pictures pictures;
    private final float[] points = new float[LONGEST];
    private Document rangesOf = Document.EMPTY;
    private Map<InputRef, Control.Number> ranges = Map.of();

    ScenePainter(Pictures pictures) {
        this.pictures = pictures;
    }

    /** @param part of the backing, in device pixels, within it */
    void paint(Scene scene, Type type, WireShape shape, View to, Backing backing, Rectangle part) {
        CanvasColors colors = CanvasColors.now();
        backing.fill(part, colors.stage);
        if (to.zoom() >= 0.5) {
            dots(to, backing, part, colors.grid);
        }
        Graphics2D g = backing.image().createGraphics();
        try {
            g.setClip(part);
            if (rangesOf.form() != scene.document().form()) {
                ranges = NodePainter.ranges(scene.document());
            }
            rangesOf = scene.document();
            NodePainter painter = new NodePainter(new Pen(g, sprites, type, to.scale()), colors, scene, pictures, ranges, to);
            for (Group group : scene.document().groups()) {
                if (part.intersects(to.area(group.area()))) {
                    painter.group(group);
                }
            }
            wires(scene.wires(), shape, to, backing, part, colors);
            for (NodeView node : scene.nodes()) {
                if (node.dragX == 0 && node.dragY == 0 && part.intersects(to.area(node))) {
                    painter.paint(node);
                }
            }
            // What is in the hand lies on top.
            for (NodeView node : scene.nodes()) {
                if ((node.dragX != 0 || node.dragY != 0) && part.intersects(to.area(node))) {
                    painter.paint(node);
                }
            }
        } finally {
            g.dispose();
        }
    }

    private static void dots(View to, Backing backing, Rectangle part, int rgb) {
        double step = DOTS * to.scale();
        int dot = Math.max(1, (int) to.dpi());
        int firstX = (int) Math.floor((part.x - dot - to.originX()) / step);
        int firstY = (int) Math.floor((part.y - dot - to.originY()) / step);
        for (int row = firstY;; row++) {
            int y = to.originY() + (int) Math.round(row * step);
            if (y >= part.y + part.height) {
                return;
            }
            for (int column = firstX;; column++) {
                int x = to.originX() + (int) Math.round(column * step);
                if (x >= part.x + part.width) {
                    break;
                }
                Rectangle one = new Rectangle(x, y, dot, dot).intersection(part);
                if (!one.isEmpty()) {
                    backing.fill(one, rgb);
                }
            }
        }
    }

    private void wires(List<Wire> wires, WireShape shape, View to, Backing backing, Rectangle part, CanvasColors colors) {
        WireBrush brush = new WireBrush(backing, part, to.originX(), to.originY());
        boolean far = to.zoom() < NodePainter.BLOCKS;
        float thick = (float) (far ? to.dpi() : Math.max(1.25 * to.dpi(), 2 * to.scale()));
        for (int i = 0; i < wires.size();) {
            int end = i + 1;
            while (end < wires.size() && wires.get(end).from() == wires.get(i).from() && wires.get(end).output().equals(wires.get(i).output())) {
                end++;
            }
            if (!far) {
                for (int k = i; k < end; k++) {
                    if (part.intersects(to.area(wires.get(k)))) {
                        brush.line(points, trace(wires.get(k), shape, to), thick + 3 * (float) to.scale(), colors.stage);
                    }
                }
            }
            for (int k = i; k < end; k++) {
                Wire wire = wires.get(k);
                if (part.intersects(to.area(wire))) {
                    wire(wire, trace(wire, shape, to), thick, brush, colors, to);
                }
            }
            i = end;
        }
    }

    private void wire(Wire wire, int count, float thick, WireBrush brush, CanvasColors colors, View to) {
        int full = colors.socket(wire.type());
        int rgb = wire.isActive() ? full : CanvasColors.mix(full, colors.stage, colors.restingWire);
        if (wire.isMuted()) {
            brush.dashes(points, count, thick, rgb, (float) (5 * to.scale()), (float) (4 * to.scale()));
        } else {
            brush.line(points, count, thick, rgb);
        }
    }

    private int trace(Wire wire, WireShape shape, View to) {
        double scale = to.scale();
        return shape.trace(wire.x0() * scale, wire.y0() * scale, wire.x1() * scale, wire.y1() * scale, scale, points);
    }
}
