package easel.ui.canvas;

import easel.graph.Mode;
import easel.graph.Note;
import easel.graph.Reroute;
import easel.graph.Rim;
import easel.graph.SocketType;
import easel.graph.SubgraphId;
import easel.run.NodeState;
import easel.ui.search.KindLook;
import easel.ui.theme.Icons;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Paints one node after the other, in as much detail as the zoom makes worth reading. */
final class NodePainter {

    /** Below it a node is a block of its kind's colour with its title and picture: nothing else could be read. */
    static final double BLOCKS = 0.4;
    /** How far outside a node the dashes stand that say keys are there, in logical pixels. */
    private static final int MARK = 6;
    /** Below it names and values are left out, but where few nodes leave time to write them all. */
    private static final double NO_TEXT = 0.7;
    private static final double NO_TEXT_OF_FEW = 0.5;
    /** Four times as much is in sight at half the size; of so many nodes all of it is still written within a frame. */
    private static final int FEW = 60;
    /** Words on blocks. */
    private static final int BLOCK_TEXT = 0x101010;
    private static final double FADED = 0.55;
    /** In logical pixels. */
    private static final double LEAST_TITLE = 9;
    /** More letters of what a node said are never seen in it. */
    private static final int MOST_WORDS = 4000;

    /** Whether names and values are written at a zoom, in a scene of so many nodes. */
    static boolean writes(double zoom, int nodes) {
        return zoom >= written(nodes);
    }

    /** From which zoom on that is so. */
    static double written(int nodes) {
        return nodes > FEW ? NO_TEXT : NO_TEXT_OF_FEW;
    }

    private final NodePen at;
    private final Pen pen;
    private final CanvasColors colors;
    private final FieldPainter fields;
    private final PicturePainter pictures;
    private final SocketPainter sockets;
    private final NotePainter notes;
    private final @Nullable WireDrag hand;

    NodePainter(NodePen at, Pictures pictures, FormMarks marks, @Nullable WireDrag hand) {
        this.at = at;
        this.pen = at.pen;
        this.colors = at.colors;
        this.pictures = new PicturePainter(at, pictures);
        this.fields = new FieldPainter(at, marks, this.pictures);
        this.sockets = new SocketPainter(at, hand);
        this.notes = new NotePainter(at);
        this.hand = hand;
    }

    void paint(NodeView node) {
        at.on(node);
        if (Reroute.is(node.node())) {
            bend();
        } else if (Note.is(node.node())) {
            notes.paint();
        } else if (at.zoom < BLOCKS) {
            block();
        } else {
            whole();
        }
        pen.fade(0, 0);
        if (node.marked) {
            mark();
        }
    }

    /** Dashes round the node that keys are at, apart from the line round what is selected. */
    private void mark() {
        int out = (int) Math.round(MARK * at.dpi);
        int width = at.x(at.layout.width()) - at.left;
        int height = at.y(at.layout.height()) - at.top;
        pen.dashedFrame(at.left - out, at.top - out, width + 2 * out, height + 2 * out, (int) Math.round(2 * at.dpi), (int) (6 * at.dpi), (int) (4 * at.dpi), colors.ink);
    }

    private void bend() {
        SocketType type = at.view.passes();
        int rgb = type == null ? colors.foreign() : colors.socket(type);
        int middleX = at.x(at.layout.width() / 2.0);
        int middleY = at.y(at.layout.height() / 2.0);
        int across = Math.max(3, at.size(11) - 1 | 1);
        int line = Math.max(1, at.size(2));
        pen.fill(at.left, middleY - line / 2, at.x(at.layout.width()) - at.left, line, rgb);
        if (at.view.selected || at.view.hovered) {
            int ring = across + 2 * (int) Math.round(2 * at.dpi) + 2 * at.hair;
            pen.disc(middleX - ring / 2, middleY - ring / 2, ring, at.view.selected ? colors.ink : colors.hint);
            int air = across + 2 * at.hair;
            pen.disc(middleX - air / 2, middleY - air / 2, air, colors.stage);
        }
        pen.disc(middleX - across / 2, middleY - across / 2, across, rgb);
        if (hand != null && at.zoom >= BLOCKS) {
            Plug.of(at.view).stream().filter(p -> hand.welcome(p) == WireDrag.Welcome.FITS).forEach(p -> pen.halo(at.x(p.x() - at.view.x()), middleY, at.size(9), rgb, 0.3));
        }
    }

    // ---- far away

    private void block() {
        int width = Math.max(2, at.x(at.layout.width()) - at.left);
        int height = Math.max(2, at.y(at.layout.height()) - at.top);
        if (isQuiet()) {
            pen.fade(FADED, colors.stage);
        }
        int radius = Math.min(at.size(6), width / 4);
        int block = kind().block();
        pen.box(at.left, at.top, width, height, radius, 0, block, block);
        NodeLayout.Box box = at.layout.picture();
        if (box != null && !at.view.pictures().isEmpty()) {
            pictures.paint(box);
        }
        int text = (int) Math.round(13 * at.dpi);
        int room = box != null && !at.view.pictures().isEmpty() ? at.y(box.y()) - at.top : height;
        if (width >= 40 * at.dpi && room >= text + 2) {
            Type.Face usual = pen.exactFace(Type.Role.TITLE, text);
            // Two sizes less before a letter is given up.
            Type.Face face = usual.width(at.view.title()) <= width - (int) (8 * at.dpi) ? usual : pen.exactFace(Type.Role.TITLE, 11 * at.dpi);
            pen.text(at.view.title(), face, BLOCK_TEXT, at.left + width / 2f, at.top, Math.min(room, (int) (text * 1.8)), width - (int) (8 * at.dpi), Pen.Side.MIDDLE);
        }
        pen.fade(0, 0);
        if (at.view.isRunning()) {
            progress(at.left, at.top, width, Math.max(2, (int) (2 * at.dpi)));
        }
        if (at.view.hasBadge()) {
            int badge = (int) Math.clamp(width / 3.0, 4, 10 * at.dpi);
            pen.disc(at.left + width - badge * 3 / 4, at.top - badge / 4, badge, colors.badge);
        }
        if (at.view.selected || at.view.hovered) {
            at.frame(at.left, at.top, width, height, radius);
        }
    }

    // ---- near

    private boolean isQuiet() {
        return at.view.mode() == Mode.MUTED || at.view.mode() == Mode.BYPASSED;
    }

    private CanvasColors.Kind kind() {
        return at.view.colours(colors);
    }

    private void whole() {
        int right = at.x(at.layout.width());
        int bottom = at.y(at.layout.height());
        int seam = at.y(NodeLayout.HEAD);
        boolean dashed = at.view.mode() == Mode.BYPASSED || !at.layout.known();
        boolean failed = at.view.state().orElse(null) instanceof NodeState.Failed;
        int head = CanvasColors.mix(isQuiet() ? colors.node : kind().head(), kind().head(), FADED);
        int line = dashed ? colors.node : failed ? colors.problem : colors.outline;
        pen.box(at.left, at.top, right - at.left, bottom - at.top, at.size(6), at.hair, head, colors.node, seam, line);
        if (dashed) {
            pen.dashedFrame(at.left, at.top, right - at.left, bottom - at.top, at.hair, (int) (4 * at.dpi), (int) (3 * at.dpi), colors.hint);
        }
        if (at.view.selected || at.view.hovered) {
            at.frame(at.left, at.top, right - at.left, bottom - at.top, at.size(6));
        }
        if (isQuiet()) {
            pen.fade(FADED, colors.node);
        }
        head(right, seam);
        if (!at.view.node().collapsed()) {
            body(right);
        }
        sockets.paint();
        if (at.view.hovered && at.texts && !at.view.node().collapsed()) {
            at.grip(right, bottom);
        }
    }

    private void head(int right, int seam) {
        int height = seam - at.top;
        int icon = at.size(16);
        pen.icon(icon(), at.x(8), at.top + (height - icon) / 2, icon, isQuiet() ? CanvasColors.mix(colors.node, kind().icon(), 0.2) : kind().icon());
        int end = right - at.size(8);
        end = signs(end, height);
        int titleX = at.x(30);
        Type.Face title = title(end - titleX);
        String state = stateText();
        float room = end - titleX;
        if (!state.isEmpty() && at.texts) {
            Type.Face small = at.small();
            float spare = room - title.width(at.view.title()) - at.size(8);
            String shown = longer(small, spare, state);
            int rgb = at.view.isOutdated() ? colors.warning : colors.label;
            room -= pen.text(shown, small, rgb, end, at.top, height, Math.max(0, room - at.size(40)), Pen.Side.RIGHT) + at.size(8);
        }
        pen.text(at.view.title(), title, colors.text, titleX, at.top, height, room, Pen.Side.LEFT);
        if (at.view.isRunning()) {
            progress(at.left + at.hair, seam, right - at.left - 2 * at.hair, Math.max(2, at.size(2)));
        }
    }

    /** A size less before a letter of it is given up. */
    private Type.Face title(float room) {
        Type.Face usual = pen.exactFace(Type.Role.TITLE, at.titleSize());
        return usual.width(at.view.title()) <= room ? usual : pen.exactFace(Type.Role.TITLE, Math.max(13 * at.zoom, Math.min(LEAST_TITLE, at.titleSize() / at.dpi)) * at.dpi);
    }

    /** What is said of the state in the room there is: with the time that is left, shorter with it, without it. */
    private String longer(Type.Face face, float room, String state) {
        if (at.view.state().orElse(null) instanceof NodeState.Running running) {
            for (Say.Length length : List.of(Say.Length.FULL, Say.Length.BRIEF)) {
                String words = at.say.running(running.progress(), length);
                if (face.width(words) <= room) {
                    return words;
                }
            }
        }
        return state;
    }

    private Icons icon() {
        String type = at.view.node().type();
        if (Rim.is(at.view.node())) {
            return type.equals(Rim.IN) ? Icons.COME_IN : Icons.QUIT;
        }
        return !at.layout.known() ? Icons.UNKNOWN : SubgraphId.isInstance(type) ? Icons.GRAPH : KindLook.icon(at.view.kind());
    }

    /** Badge, dot and mode at the head's right; gives where the next thing to the left may end. */
    private int signs(int from, int height) {
        int end = from;
        if (at.view.hasBadge()) {
            int badge = at.size(NodeLayout.BADGE);
            pen.disc(end - badge, at.top + (height - badge) / 2, badge, colors.badge);
            Type.Face face = pen.exactFace(Type.Role.TITLE, 11 * at.scale);
            pen.text("!", face, 0xFFFFFF, end - badge / 2f, at.top + (height - badge) / 2, badge, badge, Pen.Side.MIDDLE);
            end -= badge + at.size(6);
        }
        if (at.view.state().orElse(null) instanceof NodeState.Done done) {
            int dot = Math.max(3, at.size(6));
            if (at.view.isOutdated()) {
                pen.socket(Sprites.Dot.ROUND, end - dot / 2, at.top + height / 2, dot | 1, at.hair, colors.warning, false, kind().head());
                end -= dot + at.size(6);
            } else if (done.fromCache()) {
                pen.disc(end - dot, at.top + (height - dot) / 2, dot, colors.ok);
                end -= dot + at.size(6);
            }
        }
        Icons mode = switch (at.view.mode()) {
            case ON -> null;
            case MUTED -> Icons.MUTED;
            case BYPASSED -> Icons.BYPASSED;
            case FROZEN -> Icons.FROZEN;
        };
        int icon = at.size(14);
        if (mode != null) {
            pen.icon(mode, end - icon, at.top + (height - icon) / 2, icon, at.view.mode() == Mode.FROZEN ? colors.ink : colors.label);
            end -= icon + at.size(6);
        }
        if (at.view.node().pinned()) {
            pen.icon(Icons.PIN, end - icon, at.top + (height - icon) / 2, icon, colors.label);
            end -= icon + at.size(6);
        }
        return end;
    }

    private String stateText() {
        return switch (at.view.state().orElse(null)) {
            case null -> "";
            case NodeState.Waiting _ -> at.say.words("state.waiting");
            case NodeState.Running running -> at.say.running(running.progress(), Say.Length.LEAST);
            case NodeState.Done _ when at.view.isOutdated() -> at.say.words("state.outdated");
            case NodeState.Done done -> done.fromCache() ? "" : at.say.took(done.seconds());
            case NodeState.Failed _ -> "";
            case NodeState.Skipped _ -> at.say.words("state.skipped");
        };
    }

    private void progress(int x, int y, int width, int height) {
        pen.fill(x, y, width, height, colors.line);
        if (at.view.state().orElse(null) instanceof NodeState.Running running && running.progress().steps() > 0) {
            pen.fill(x, y, (int) Math.round((double) width * running.progress().step() / running.progress().steps()), height, colors.ink);
        }
    }

    /** The number that an output gives, beside its name; how wide that is. */
    private float number(NodeLayout.Socket output, Type.Face face, float end, int top, int height, float room) {
        String said = at.view.beside(output);
        return said.isEmpty() || face.width(said) > room ? 0 : pen.text(said, face, colors.text, end, top, height, room, Pen.Side.RIGHT);
    }

    private void body(int right) {
        boolean texts = at.texts;
        if (texts && at.view.mode() != Mode.BYPASSED) {
            Type.Face face = at.row();
            int rows = Math.max(at.layout.inputs().size(), at.layout.outputs().size());
            for (int row = 0; row < rows; row++) {
                int rowTop = at.y(NodeLayout.HEAD + NodeLayout.GAP + row * NodeLayout.ROW);
                int rowHeight = at.y(NodeLayout.HEAD + NodeLayout.GAP + (row + 1) * NodeLayout.ROW) - rowTop;
                int room = right - at.left - 2 * at.size(NodeLayout.NAME);
                float taken = 0;
                if (row < at.layout.outputs().size()) {
                    taken = pen.text(at.layout.outputs().get(row).label(), face, colors.label, right - at.size(NodeLayout.NAME), rowTop, rowHeight, room, Pen.Side.RIGHT) + at.size(8);
                    if (row >= at.layout.inputs().size()) {
                        taken += number(at.layout.outputs().get(row), face, right - at.size(NodeLayout.NAME) - taken, rowTop, rowHeight, room - taken);
                    }
                }
                if (row < at.layout.inputs().size()) {
                    NodeLayout.Socket in = at.layout.inputs().get(row);
                    pen.text(in.label(), face, at.view.ink(in.name(), colors, colors.label), at.x(NodeLayout.NAME), rowTop, rowHeight, room - taken, Pen.Side.LEFT);
                }
            }
        }
        if (at.view.mode() == Mode.BYPASSED) {
            straightThrough();
        }
        at.layout.fields().forEach(field -> fields.paint(field, texts));
        NodeLayout.Box box = at.layout.picture();
        if (box != null && at.layout.known()) {
            if (at.layout.words().isPresent()) {
                words(box, texts);
            } else if (at.view.pictures().isEmpty() || !pictures.paint(box)) {
                pictures.paintEmpty(box, texts);
            }
        } else if (box != null && texts) {
            Type.Face face = at.small();
            int line = 0;
            for (Lines text : Lines.of(at.say.words("node.unknown"), face, at.size(box.width()), Math.max(1, box.height() / NodeLayout.TEXT_LINE))) {
                pen.line(text.text(), face, colors.hint, at.x(box.x()), Pen.baseline(face, at.y(box.y() + line++ * NodeLayout.TEXT_LINE), at.size(NodeLayout.TEXT_LINE)));
            }
        }
    }

    /** The beginning of what a node said. */
    private void words(NodeLayout.Box box, boolean texts) {
        String words = at.view.words();
        boolean oneLine = box.height() <= NodeLayout.ROW;
        if (words.isEmpty()) {
            if (!oneLine) {
                pictures.paintEmpty(box, texts);
            }
            return;
        }
        int top = at.y(box.y());
        int width = at.x(box.x() + box.width()) - at.x(box.x());
        pen.fill(at.x(box.x()), top, width, at.y(box.y() + box.height()) - top, colors.field);
        if (texts) {
            Type.Face face = at.row();
            int line = at.size(NodeLayout.TEXT_LINE);
            int y = top + (oneLine ? at.size((box.height() - NodeLayout.TEXT_LINE) / 2.0) : at.size(5));
            for (Lines text : Lines.of(words.length() > MOST_WORDS ? words.substring(0, MOST_WORDS) : words, face, width - 2 * at.size(NodeLayout.INSET),
                    Math.max(1, (box.height() - 10) / NodeLayout.TEXT_LINE))) {
                pen.line(text.text(), face, colors.text, at.x(box.x()) + at.size(NodeLayout.INSET), Pen.baseline(face, y, line));
                y += line;
            }
        }
    }

    private void straightThrough() {
        Graphics2D g = pen.graphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);   // whatever was painted before
        g.setStroke(new BasicStroke((float) (2 * at.scale)));
        for (NodeLayout.Socket out : at.layout.outputs()) {
            passing(out).ifPresent(in -> {
                g.setColor(new Color(colors.socket(out.type())));
                g.draw(new Line2D.Double(at.x(in.x()), at.y(in.y()), at.x(out.x()), at.y(out.y())));
            });
        }
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
    }

    /** The input that an output passes on while its node is bypassed: the first that has something to pass. */
    private Optional<NodeLayout.Socket> passing(NodeLayout.Socket out) {
        List<String> names = at.view.schema().flatMap(s -> s.output(out.name()).map(o -> s.passing(o, at.view.node()))).orElse(List.of());
        Optional<String> fed = names.stream().filter(at.view.node().inputs()::containsKey).findFirst();
        return fed.or(() -> names.stream().findFirst()).flatMap(name -> at.layout.inputs().stream().filter(in -> in.name().equals(name)).findFirst());
    }
}
