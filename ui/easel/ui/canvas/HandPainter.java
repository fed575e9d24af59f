package easel.ui.canvas;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Collection;

/** Paints what a hand holds over the canvas: it lies on top of the pixels that are kept, so moving it repaints little. */
final class HandPainter {

    /** Air round the words beside the pointer, and from the pointer to them, in logical pixels. */
    private static final int INSET = 8;
    private static final int BESIDE = 16;
    private static final int WORDS = 22;
    private static final int LONGEST = 512;

    private final float[] points = new float[LONGEST];

    /** The canvas as it is looked at now, to paint onto. */
    final class Onto {

        private final Graphics2D g;
        private final View to;
        private final Type type;
        private final WireShape shape;
        private final Rectangle sheet;
        private final int x;
        private final int y;
        private final Point2D.Double origin;

        /**
         * @param sheet the component's rectangle, in logical pixels
         * @param x     where it begins, in device pixels
         * @param y     likewise
         */
        Onto(Graphics2D g, View to, Type type, WireShape shape, Rectangle sheet, int x, int y) {
            this.g = g;
            this.to = to;
            this.type = type;
            this.shape = shape;
            this.sheet = sheet;
            this.x = x;
            this.y = y;
            origin = new Point2D.Double(x + to.originX(), y + to.originY());
        }

        /** The wire in the hand and the words beside it. */
        void wire(WireDrag hand) {
            HandPainter.this.wire(g, hand, shape, to, type, sheet, origin);
        }

        /** The line that cuts wires. */
        void cut(CutDrag cut) {
            HandPainter.cut(g, cut, to, origin);
        }

        /** Where copies would stand. */
        void copies(Collection<Rectangle2D> boxes, double dx, double dy) {
            HandPainter.copies(g, boxes, dx, dy, to, origin);
        }

        /** The frame that selects, in logical pixels. */
        void frame(Rectangle frame) {
            HandPainter.frame(g, frame, to, x, y);
        }

        /** Lines that something was drawn to. */
        void lines(Collection<Line2D> lines) {
            HandPainter.lines(g, lines, to, origin);
        }
    }

    // ---- a wire

    private void wire(Graphics2D g, WireDrag hand, WireShape shape, View to, Type type, Rectangle sheet, Point2D.Double origin) {
        CanvasColors colors = CanvasColors.now();
        double scale = to.scale();
        float thick = (float) (to.zoom() < NodePainter.BLOCKS ? 1.5 * to.dpi() : Math.max(1.25 * to.dpi(), 2 * scale));
        smooth(g);
        Point2D.Double end = hand.end();
        int rgb = colors.socket(hand.type());
        for (Plug plug : hand.fast()) {
            Path2D path = path(hand, plug, end, shape, to, origin);
            g.setColor(new Color(colors.stage));
            g.setStroke(new BasicStroke(thick + 3 * (float) scale, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
            g.draw(path);
            g.setColor(new Color(rgb));
            g.setStroke(new BasicStroke(thick, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.draw(path);
        }
        double dot = Math.max(3 * to.dpi(), 4.5 * scale);
        // The halo of the wire lies over the socket that it is held fast at.
        hand.fast().forEach(plug -> disc(g, origin.x + plug.x() * scale, origin.y + plug.y() * scale, dot));
        double x = origin.x + end.x * scale;
        double y = origin.y + end.y * scale;
        if (hand.target() != null) {
            double ring = Math.max(6 * to.dpi(), 8.5 * scale);
            g.setColor(new Color(colors.ink));
            g.setStroke(new BasicStroke((float) (2 * to.dpi())));
            g.draw(new Ellipse2D.Double(x - ring, y - ring, 2 * ring, 2 * ring));
            g.setColor(new Color(rgb));
        }
        disc(g, x, y, dot);
        words(g, hand, to, type, sheet);
    }

    private static void disc(Graphics2D g, double x, double y, double radius) {
        g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    private Path2D path(WireDrag hand, Plug plug, Point2D.Double end, WireShape shape, View to, Point2D.Double origin) {
        double scale = to.scale();
        boolean out = hand.seeksInput();
        double fx = out ? plug.x() : end.x;
        double fy = out ? plug.y() : end.y;
        double tx = out ? end.x : plug.x();
        double ty = out ? end.y : plug.y();
        int count = shape.trace(fx * scale, fy * scale, tx * scale, ty * scale, scale, points);
        Path2D path = new Path2D.Double();
        path.moveTo(origin.x + points[0], origin.y + points[1]);
        for (int i = 2; i + 1 < count; i += 2) {
            path.lineTo(origin.x + points[i], origin.y + points[i + 1]);
        }
        return path;
    }

    private void words(Graphics2D g, WireDrag hand, View to, Type type, Rectangle sheet) {
        if (hand.words().isEmpty()) {
            return;
        }
        CanvasColors colors = CanvasColors.now();
        Rectangle box = wordsArea(hand, type, sheet);
        double dpi = to.dpi();
        RoundRectangle2D.Double shape = new RoundRectangle2D.Double(Math.round(box.x * dpi) + 0.5, Math.round(box.y * dpi) + 0.5,
                Math.round(box.width * dpi) - 1, Math.round(box.height * dpi) - 1, 8 * dpi, 8 * dpi);
        g.setColor(new Color(colors.popup));
        g.fill(shape);
        g.setColor(new Color(colors.strong));
        g.setStroke(new BasicStroke(Math.max(1, (int) dpi)));
        g.draw(shape);
        Type.Face face = type.face(Type.Role.ROW, dpi);
        g.setColor(new Color(hand.isRefused() ? colors.problem : colors.text));
        g.setFont(face.font);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.drawString(hand.words(), (float) ((box.x + INSET) * dpi), Pen.baseline(face, (int) (box.y * dpi), (int) (box.height * dpi)));
    }

    /** Where the words beside the pointer stand, in logical pixels. */
    private static Rectangle wordsArea(WireDrag hand, Type type, Rectangle sheet) {
        int width = (int) Math.ceil(type.face(Type.Role.ROW, 1).width(hand.words())) + 2 * INSET + 4;
        int x = Math.clamp(hand.pointer().x + BESIDE, 4, Math.max(4, sheet.width - width - 4));
        int y = Math.clamp(hand.pointer().y + BESIDE, 4, Math.max(4, sheet.height - WORDS - 4));
        return new Rectangle(x, y, width, WORDS);
    }

    /** What a wire in the hand covers, in logical pixels. */
    Rectangle area(WireDrag hand, Camera camera, Type type, Rectangle sheet) {
        Point2D.Double end = hand.end();
        Rectangle all = null;
        for (Plug plug : hand.fast()) {
            double reach = WireShape.reach(plug.x(), end.x) + 10;
            double left = camera.x() + (Math.min(plug.x(), end.x) - reach) * camera.zoom();
            double right = camera.x() + (Math.max(plug.x(), end.x) + reach) * camera.zoom();
            double top = camera.y() + Math.min(plug.y(), end.y) * camera.zoom();
            double bottom = camera.y() + Math.max(plug.y(), end.y) * camera.zoom();
            int air = (int) Math.ceil(Math.max(10, 12 * camera.zoom()));
            Rectangle one = new Rectangle((int) Math.floor(left) - 2, (int) Math.floor(top) - air, (int) Math.ceil(right - left) + 4, (int) Math.ceil(bottom - top) + 2 * air);
            all = all == null ? one : all.union(one);
        }
        if (!hand.words().isEmpty()) {
            Rectangle words = wordsArea(hand, type, sheet);
            words.grow(2, 2);
            all.add(words);
        }
        return all;
    }

    // ---- other things

    private static void cut(Graphics2D g, CutDrag cut, View to, Point2D.Double origin) {
        smooth(g);
        Path2D path = new Path2D.Double();
        for (Point2D.Double point : cut.line()) {
            double x = origin.x + point.x * to.scale();
            double y = origin.y + point.y * to.scale();
            if (path.getCurrentPoint() == null) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        g.setColor(new Color(CanvasColors.now().problem));
        float dash = (float) (4 * to.dpi());
        g.setStroke(new BasicStroke((float) (1.5 * to.dpi()), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {dash, dash}, 0));
        g.draw(path);
    }

    private static void copies(Graphics2D g, Collection<Rectangle2D> boxes, double dx, double dy, View to, Point2D.Double origin) {
        smooth(g);
        Color ink = new Color(CanvasColors.now().ink);
        double scale = to.scale();
        g.setStroke(new BasicStroke((float) (1.5 * to.dpi())));
        for (Rectangle2D box : boxes) {
            RoundRectangle2D.Double shape = new RoundRectangle2D.Double(origin.x + (box.getX() + dx) * scale, origin.y + (box.getY() + dy) * scale,
                    box.getWidth() * scale, box.getHeight() * scale, 12 * scale, 12 * scale);
            g.setColor(new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), 36));
            g.fill(shape);
            g.setColor(ink);
            g.draw(shape);
        }
    }

    private static void lines(Graphics2D g, Collection<Line2D> lines, View to, Point2D.Double origin) {
        g.setColor(new Color(CanvasColors.now().ink));
        int hair = Math.max(1, (int) to.dpi());
        double scale = to.scale();
        for (Line2D line : lines) {
            int x0 = (int) Math.round(origin.x + line.getX1() * scale);
            int y0 = (int) Math.round(origin.y + line.getY1() * scale);
            int x1 = (int) Math.round(origin.x + line.getX2() * scale);
            int y1 = (int) Math.round(origin.y + line.getY2() * scale);
            g.fillRect(x0, y0, Math.max(hair, x1 - x0), Math.max(hair, y1 - y0));
        }
    }

    private static void frame(Graphics2D g, Rectangle frame, View to, int x, int y) {
        Color ink = new Color(CanvasColors.now().ink);
        int fx = x + (int) Math.round(frame.x * to.dpi());
        int fy = y + (int) Math.round(frame.y * to.dpi());
        int fw = (int) Math.round(frame.width * to.dpi());
        int fh = (int) Math.round(frame.height * to.dpi());
        g.setColor(new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), 36));
        g.fillRect(fx, fy, fw, fh);
        g.setColor(ink);
        g.drawRect(fx, fy, Math.max(0, fw - 1), Math.max(0, fh - 1));
    }

    private static void smooth(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }
}
