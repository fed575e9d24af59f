package easel.ui.canvas;

import easel.graph.Document;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Paints a part of the scene: stage and dots, wires, nodes; what lies outside is passed over. */
final class ScenePainter {

    private static final int DOTS = 16;
    private static final int LONGEST = 512;

    private final Sprites sprites = new Sprites();
    private final Pictures pictures;
    private final float[] points = new float[LONGEST];
    private final List<Wire> marks = new ArrayList<>();
    private Document marksOf = Document.EMPTY;
    private FormMarks formMarks = FormMarks.NONE;

    ScenePainter(Pictures pictures) {
        this.pictures = pictures;
    }

    /**
     * @param part of the backing, in device pixels, within it
     * @param hand the wire in the hand, or null: sockets show whether it fits
     */
    void paint(Scene scene, Type type, WireShape shape, View to, Backing backing, Rectangle part, @Nullable WireDrag hand) {
        CanvasColors colors = CanvasColors.now();
        backing.fill(part, colors.stage);
        if (to.zoom() >= 0.5) {
            dots(to, backing, part, colors.grid);
        }
        Graphics2D g = backing.image().createGraphics();
        try {
            g.setClip(part);
            if (marksOf.form() != scene.document().form()) {
                formMarks = FormMarks.of(scene.document());
            }
            marksOf = scene.document();
            NodePen pen = new NodePen(new Pen(g, backing, part, sprites, type, to.scale()), colors, scene.say(), to, scene.nodes().size());
            NodePainter painter = new NodePainter(pen, pictures, formMarks, hand);
            GroupPainter groups = new GroupPainter(pen);
            for (GroupView group : scene.groups()) {
                if (part.intersects(to.area(group))) {
                    groups.paint(group);
                }
            }
            wires(scene.wires(), shape, to, backing, part, colors);
            if (to.zoom() >= NodePainter.BLOCKS) {
                marks.forEach(wire -> mark(wire, pen));
            }
            double[] under = to.under(part);
            double air = to.air();
            List<NodeView> held = new ArrayList<>();
            for (NodeView node : scene.nodes()) {
                double x = node.x();
                double y = node.y();
                if (x - air <= under[2] && y - air <= under[3] && x + node.width() + air >= under[0] && y + node.height() + air >= under[1]) {
                    if (node.dragX != 0 || node.dragY != 0) {
                        held.add(node);
                    } else {
                        painter.paint(node);
                    }
                }
            }
            held.forEach(painter::paint);   // what is in the hand lies on top
            if (to.zoom() >= NodePainter.BLOCKS) {
                badges(scene, pen, to, part);
            }
        } finally {
            g.dispose();
        }
    }

    private static void dots(View to, Backing backing, Rectangle part, int rgb) {
        double step = DOTS * to.scale();
        int dot = Math.max(1, (int) to.dpi());
        int right = part.x + part.width;
        int bottom = part.y + part.height;
        int[] pixels = backing.pixels();
        int firstX = (int) Math.floor((part.x - dot - to.originX()) / step);
        int firstY = (int) Math.floor((part.y - dot - to.originY()) / step);
        for (int row = firstY;; row++) {
            int dotY = to.originY() + (int) Math.round(row * step);
            if (dotY >= bottom) {
                return;
            }
            for (int y = Math.max(dotY, part.y); y < Math.min(dotY + dot, bottom); y++) {
                for (int column = firstX;; column++) {
                    int dotX = to.originX() + (int) Math.round(column * step);
                    if (dotX >= right) {
                        break;
                    }
                    for (int x = Math.max(dotX, part.x); x < Math.min(dotX + dot, right); x++) {
                        pixels[y * backing.width() + x] = rgb;
                    }
                }
            }
        }
    }

    /** The wires in sight, in their order. */
    private static List<Wire> inSight(List<Wire> wires, View to, Rectangle part) {
        double[] under = to.under(part);
        double air = to.air();
        List<Wire> seen = new ArrayList<>();
        for (Wire wire : wires) {
            double x0 = wire.x0();
            double x1 = wire.x1();
            double reach = WireShape.reach(x0, x1) + air;
            if (!wire.isDrawn() || Math.min(x0, x1) - reach > under[2] || Math.max(x0, x1) + reach < under[0]) {
                continue;
            }
            double y0 = wire.y0();
            double y1 = wire.y1();
            if (Math.min(y0, y1) - air <= under[3] && Math.max(y0, y1) + air >= under[1]) {
                seen.add(wire);
            }
        }
        return seen;
    }

    private void wires(List<Wire> all, WireShape shape, View to, Backing backing, Rectangle part, CanvasColors colors) {
        List<Wire> wires = inSight(all, to, part);
        marks.clear();
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
                    brush.line(points, trace(wires.get(k), shape, to), thick + 3 * (float) to.scale(), colors.stage);
                }
            }
            for (int k = i; k < end; k++) {
                wire(wires.get(k), trace(wires.get(k), shape, to), thick, brush, colors, to);
            }
            i = end;
        }
    }

    private void wire(Wire wire, int count, float thick, WireBrush brush, CanvasColors colors, View to) {
        int full = wire.cut ? colors.problem : colors.socket(wire.type());
        if (wire.converts()) {
            marks.add(wire);
        }
        int rgb = wire.cut || wire.isActive() ? full : CanvasColors.mix(full, colors.stage, colors.restingWire);
        if (wire.isMuted()) {
            brush.dashes(points, count, thick, rgb, (float) (5 * to.scale()), (float) (4 * to.scale()));
        } else {
            brush.line(points, count, thick, rgb);
        }
    }

    private static void badges(Scene scene, NodePen at, View to, Rectangle part) {
        for (WireBadge badge : scene.badges()) {
            Rectangle2D box = badge.box();
            int y = at.originY + (int) Math.round(box.getY() * at.scale);
            boolean texts = at.texts;
            int width = texts ? at.size(box.getWidth()) : at.size(WireBadge.LEAST);
            int height = at.size(box.getHeight());
            int x = at.originX + (int) Math.round((badge.input() ? box.getMaxX() : box.getX()) * at.scale) - (badge.input() ? width : 0);
            if (badge.wire().held || !part.intersects(x, y, width, height)) {
                continue;
            }
            int rgb = at.colors.socket(badge.wire().type());
            at.pen.box(x, y, width, height, height / 2, at.hair, at.colors.node, badge.wire().isActive() ? rgb : CanvasColors.mix(rgb, at.colors.stage, 0.6));
            if (texts) {
                at.pen.text(badge.text(), at.small(), at.colors.label, x + at.size(WireBadge.INSET), y, height, width - 2 * at.size(WireBadge.INSET) + 2, Pen.Side.LEFT);
            }
        }
    }

    /** The sign that a wire's value becomes one of another type, in the wire's middle. */
    private static void mark(Wire wire, NodePen at) {
        int x = at.originX + (int) Math.round((wire.x0() + wire.x1()) / 2 * at.scale);
        int y = at.originY + (int) Math.round((wire.y0() + wire.y1()) / 2 * at.scale);
        at.pen.mark(x, y, Math.max(7, at.size(15)) | 1, at.colors.socket(wire.type()), at.colors.socket(wire.to().layout().typeOf(wire.input().input())), at.colors.stage);
    }

    private int trace(Wire wire, WireShape shape, View to) {
        double scale = to.scale();
        return shape.trace(wire.x0() * scale, wire.y0() * scale, wire.x1() * scale, wire.y1() * scale, scale, points);
    }
}
