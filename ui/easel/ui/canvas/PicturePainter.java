package easel.ui.canvas;

import easel.graph.Reroute;
import easel.graph.SocketType;
import easel.run.NodeState;
import easel.ui.image.Middle;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Paints what a node gave: one picture, or several as a grid. */
final class PicturePainter {

    private static final int MOST_LINES = 2;

    private final NodePen at;
    private final Pen pen;
    private final CanvasColors colors;
    private final Pictures pictures;

    PicturePainter(NodePen at, Pictures pictures) {
        this.at = at;
        this.pen = at.pen;
        this.colors = at.colors;
        this.pictures = pictures;
    }

    /** Paints what there is; whether that was anything. */
    boolean paint(NodeLayout.Box box) {
        List<Thumb> thumbs = at.view.pictures();
        int count = thumbs.size();
        int columns = columns(count);
        int rows = (count + columns - 1) / columns;
        int bx = at.x(box.x());
        int by = at.y(box.y());
        int bw = at.x(box.x() + box.width()) - bx;
        int bh = at.y(box.y() + box.height()) - by;
        int gap = count > 1 ? Math.max(1, at.size(2)) : 0;
        boolean any = false;
        for (int i = 0; i < count; i++) {
            Thumb thumb = thumbs.get(i);
            pictures.load(thumb);
            if (!thumb.isLoaded()) {
                continue;
            }
            if (!any && at.zoom >= NodePainter.BLOCKS) {
                pen.fill(bx, by, bw, bh, colors.field);
            }
            any = true;
            int cw = (bw - gap * (columns - 1)) / columns;
            int ch = (bh - gap * (rows - 1)) / rows;
            double fit = Math.min((double) cw / thumb.width(), (double) ch / thumb.height());
            int w = Math.max(1, (int) Math.round(thumb.width() * fit));
            int h = Math.max(1, (int) Math.round(thumb.height() * fit));
            picture(thumb, bx + i % columns * (cw + gap) + (cw - w) / 2, by + i / columns * (ch + gap) + (ch - h) / 2, w, h);
        }
        return any;
    }

    /** How many stand side by side. */
    static int columns(int count) {
        return (int) Math.ceil(Math.sqrt(count));
    }

    private void picture(Thumb thumb, int x, int y, int width, int height) {
        BufferedImage level = thumb.level(width);
        // Small ones are drawn from the nearest level; only what people can look at is worth an image of its own.
        BufferedImage image = at.zoom < NodePainter.BLOCKS || level != null && level.getWidth() == width && level.getHeight() == height ? level : pictures.exact(thumb, width, height);
        BufferedImage ready = image == null ? level : image;
        if (ready != null) {
            pen.picture(ready, x, y, width, height);
        }
    }

    /** Paints the middle of a picture as a small square; whether it is there. */
    boolean small(Thumb thumb, int x, int y, int side) {
        pictures.load(thumb);
        BufferedImage level = thumb.level(2 * side);
        if (level == null) {
            return false;
        }
        Rectangle middle = Middle.of(level);
        pen.picture(level.getSubimage(middle.x, middle.y, middle.width, middle.height), x, y, side, side);
        return true;
    }

    /** Says in a picture's place why there is none. */
    void paintEmpty(NodeLayout.Box box, boolean texts) {
        int bx = at.x(box.x());
        int by = at.y(box.y());
        int bw = at.x(box.x() + box.width()) - bx;
        int bh = at.y(box.y() + box.height()) - by;
        pen.fill(bx, by, bw, bh, colors.field);
        if (texts) {
            List<Lines> lines = Lines.of(whyEmpty(), at.small(), bw - 2 * at.size(8), MOST_LINES);
            int line = at.line();
            int first = by + (bh - lines.size() * line) / 2;
            for (int i = 0; i < lines.size(); i++) {
                pen.text(lines.get(i).text(), at.small(), colors.hint, bx + bw / 2f, first + i * line, line, bw, Pen.Side.MIDDLE);
            }
        }
    }

    private String whyEmpty() {
        if (at.view.pictures().stream().anyMatch(Thumb::isMissing)) {
            return at.say.words("picture.missing");
        }
        if (at.view.pictures().stream().anyMatch(Thumb::isUnreadable)) {
            return at.say.words("picture.unreadable");
        }
        return switch (at.view.state().orElse(null)) {
            case NodeState.Waiting _ -> feeder() == null ? at.say.words("picture.waiting") : at.say.words("picture.after", feeder());
            case NodeState.Failed _, NodeState.Skipped _ -> at.say.words("picture.failed");
            case NodeState.Running _ -> "";
            case null, default -> at.layout.words().isEmpty() && at.layout.inputs().isEmpty() && at.layout.fields().stream().anyMatch(f -> f.look() == NodeLayout.Look.FILE)
                    ? at.say.words("picture.noFile") : at.say.words("picture.none");
        };
    }

    private @Nullable String feeder() {
        for (Wire wire : at.view.wires()) {
            if (wire.to() == at.view && wire.type() == SocketType.Known.IMAGE && wire.from() != at.view) {
                return origin(wire).title();
            }
        }
        for (Wire wire : at.view.wires()) {
            if (wire.to() == at.view && wire.from() != at.view && !(wire.from().state().orElse(null) instanceof NodeState.Done)) {
                return origin(wire).title();
            }
        }
        return null;
    }

    /** Where it comes from, past the bends. */
    private static NodeView origin(Wire wire) {
        Wire last = wire;
        for (int passed = 0; passed < 100 && Reroute.is(last.from().node()); passed++) {
            NodeView bend = last.from();
            Wire before = bend.wires().stream().filter(w -> w.to() == bend && w.from() != bend).findFirst().orElse(null);
            if (before == null) {
                break;
            }
            last = before;
        }
        return last.from();
    }
}
