package easel.ui.canvas;

import easel.graph.Control;
import easel.graph.Document;
import easel.graph.Group;
import easel.graph.InputRef;
import easel.graph.Mode;
import easel.graph.Note;
import easel.graph.Reroute;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.graph.SeedMode;
import easel.graph.SocketType;
import easel.graph.Value;
import easel.run.NodeState;
import easel.ui.search.KindLook;
import easel.ui.theme.Icons;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Paints one node after the other, in as much detail as the zoom makes worth reading. */
final class NodePainter {

    /** Below it a node is a block of its kind's colour with its title and picture: nothing else could be read. */
    static final double BLOCKS = 0.4;
    /** Below it names and values are left out. */
    static final double NO_TEXT = 0.7;
    /** Words on blocks. */
    private static final int BLOCK_TEXT = 0x101010;
    private static final double FADED = 0.55;
    private static final int GROUP_HEAD = 32;

    private final Pen pen;
    private final CanvasColors colors;
    private final Scene scene;
    private final Say say;
    private final Pictures pictures;
    private final Map<InputRef, Control.Number> ranges;
    private final double zoom;
    private final double scale;
    private final double dpi;
    private final int originX;
    private final int originY;
    private final int hair;
    private final @Nullable WireDrag hand;

    // The node that is being painted.
    private NodeView view;
    private NodeLayout layout;
    private int left;
    private int top;

    NodePainter(Pen pen, CanvasColors colors, Scene scene, Pictures pictures, Map<InputRef, Control.Number> ranges, View to, @Nullable WireDrag hand) {
        this.pen = pen;
        this.colors = colors;
        this.scene = scene;
        this.say = scene.say();
        this.pictures = pictures;
        this.ranges = ranges;
        this.zoom = to.zoom();
        this.scale = to.scale();
        this.dpi = to.dpi();
        this.originX = to.originX();
        this.originY = to.originY();
        this.hair = Math.max(1, (int) dpi);
        this.hand = hand;
    }

    private int x(double inNode) {
        return left + (int) Math.round(inNode * scale);
    }

    private int y(double inNode) {
        return top + (int) Math.round(inNode * scale);
    }

    private int size(double logical) {
        return (int) Math.round(logical * scale);
    }

    void paint(NodeView node) {
        view = node;
        layout = node.layout();
        left = originX + (int) Math.round(node.x() * scale);
        top = originY + (int) Math.round(node.y() * scale);
        if (Reroute.is(node.node())) {
            bend();
        } else if (Note.is(node.node())) {
            note();
        } else if (zoom < BLOCKS) {
            block();
        } else {
            whole();
        }
        pen.fade(0, 0);
    }

    /** The sign that a wire's value becomes one of another type, in the wire's middle. */
    void mark(Wire wire) {
        int x = originX + (int) Math.round((wire.x0() + wire.x1()) / 2 * scale);
        int y = originY + (int) Math.round((wire.y0() + wire.y1()) / 2 * scale);
        pen.mark(x, y, Math.max(7, size(15)) | 1, colors.socket(wire.type()), colors.socket(wire.to().layout().typeOf(wire.input().input())), colors.stage);
    }

    // ---- groups, notes and bends

    void group(Group group) {
        int gx = originX + (int) Math.round(NodeView.sane(group.area().at().x()) * scale);
        int gy = originY + (int) Math.round(NodeView.sane(group.area().at().y()) * scale);
        int gw = originX + (int) Math.round(NodeView.sane(group.area().right()) * scale) - gx;
        int gh = originY + (int) Math.round(NodeView.sane(group.area().bottom()) * scale) - gy;
        if (gw <= 0 || gh <= 0) {
            return;
        }
        int fill = group.colour() == null ? colors.group : CanvasColors.mix(hex(group.colour(), colors.group), colors.group, 0.25);
        int line = group.colour() == null ? colors.groupLine : CanvasColors.mix(hex(group.colour(), colors.groupLine), colors.groupLine, 0.5);
        pen.box(gx, gy, gw, gh, Math.max(1, size(6)), hair, fill, line);
        int head = Math.min(gh, size(GROUP_HEAD));
        double text = Math.max(12 * zoom, Math.min(11, GROUP_HEAD * zoom * 0.8)) * dpi;
        if (text >= 8 * dpi) {
            pen.text(group.title(), pen.exactFace(Type.Role.TITLE, text), colors.label, gx + size(12), gy, head, gw - 2 * size(12), Pen.Side.LEFT);
        }
    }

    private static int hex(String colour, int otherwise) {
        try {
            return Integer.parseInt(colour.substring(1), 16) & 0xFFFFFF;
        } catch (NumberFormatException | StringIndexOutOfBoundsException noColour) {
            return otherwise;
        }
    }

    private void bend() {
        SocketType type = view.passes();
        int rgb = type == null ? colors.foreign() : colors.socket(type);
        int middleX = x(layout.width() / 2.0);
        int middleY = y(layout.height() / 2.0);
        int across = Math.max(3, size(11) - 1 | 1);
        int line = Math.max(1, size(2));
        pen.fill(left, middleY - line / 2, x(layout.width()) - left, line, rgb);
        if (view.selected || view.hovered) {
            int ring = across + 2 * (int) Math.round(2 * dpi) + 2 * hair;
            pen.disc(middleX - ring / 2, middleY - ring / 2, ring, view.selected ? colors.ink : colors.hint);
            int air = across + 2 * hair;
            pen.disc(middleX - air / 2, middleY - air / 2, air, colors.stage);
        }
        pen.disc(middleX - across / 2, middleY - across / 2, across, rgb);
        if (hand != null && zoom >= BLOCKS) {
            Plug.of(view).stream().filter(p -> hand.welcome(p) == WireDrag.Welcome.FITS).forEach(p -> pen.halo(x(p.x() - view.x()), middleY, size(9), rgb, 0.3));
        }
    }

    private void note() {
        int right = x(layout.width());
        int bottom = y(layout.height());
        pen.box(left, top, right - left, bottom - top, size(6), zoom < BLOCKS ? 0 : hair, colors.note, colors.noteLine);
        if (view.selected || view.hovered) {
            frame(left, top, right - left, bottom - top, size(6));
        }
        if (zoom < BLOCKS) {
            return;
        }
        int height = y(NodeLayout.HEAD) - top;
        int icon = size(14);
        pen.icon(Icons.NOTE, x(9), top + (height - icon) / 2, icon, colors.label);
        double titleSize = Math.max(13 * zoom, Math.min(10, NodeLayout.HEAD * zoom * 0.75)) * dpi;
        pen.text(view.title(), pen.exactFace(Type.Role.TITLE, titleSize), colors.text, x(30), top, height, right - x(30) - size(8), Pen.Side.LEFT);
        NodeLayout.Box box = layout.picture();
        if (box == null || zoom < NO_TEXT || !(view.node().value(Note.TEXT).orElse(null) instanceof Value.Text words)) {
            return;
        }
        Type.Face face = pen.face(Type.Role.ROW);
        int line = 0;
        String text = words.text().length() > 8000 ? words.text().substring(0, 8000) : words.text();
        for (Lines part : Lines.of(text, face, size(box.width()), Math.max(1, box.height() / NodeLayout.TEXT_LINE))) {
            pen.line(part.text(), face, colors.label, x(box.x()), Pen.baseline(face, y(box.y() + line++ * NodeLayout.TEXT_LINE), size(NodeLayout.TEXT_LINE)));
        }
    }

    // ---- far away

    private void block() {
        int width = Math.max(2, x(layout.width()) - left);
        int height = Math.max(2, y(layout.height()) - top);
        if (isQuiet()) {
            pen.fade(FADED, colors.stage);
        }
        int radius = Math.min(size(6), width / 4);
        int block = kind().block();
        pen.box(left, top, width, height, radius, 0, block, block);
        NodeLayout.Box box = layout.picture();
        if (box != null && !view.pictures().isEmpty()) {
            pictures(box);
        }
        int text = (int) Math.round(13 * dpi);
        int room = box != null && !view.pictures().isEmpty() ? y(box.y()) - top : height;
        if (width >= 40 * dpi && room >= text + 2) {
            Type.Face usual = pen.exactFace(Type.Role.TITLE, text);
            // Two sizes less before a letter is given up.
            Type.Face face = usual.width(view.title()) <= width - (int) (8 * dpi) ? usual : pen.exactFace(Type.Role.TITLE, 11 * dpi);
            pen.text(view.title(), face, BLOCK_TEXT, left + width / 2f, top, Math.min(room, (int) (text * 1.8)), width - (int) (8 * dpi), Pen.Side.MIDDLE);
        }
        pen.fade(0, 0);
        if (view.isRunning()) {
            progress(left, top, width, Math.max(2, (int) (2 * dpi)));
        }
        boolean failed = view.state().orElse(null) instanceof NodeState.Failed;
        if (failed || view.hasErrors()) {
            int badge = (int) Math.clamp(width / 3.0, 4, 10 * dpi);
            pen.disc(left + width - badge * 3 / 4, top - badge / 4, badge, colors.badge);
        }
        if (view.selected || view.hovered) {
            frame(left, top, width, height, radius);
        }
    }

    // ---- near

    private boolean isQuiet() {
        return view.mode() == Mode.MUTED || view.mode() == Mode.BYPASSED;
    }

    private CanvasColors.Kind kind() {
        String own = view.node().colour();
        return own == null ? colors.kind(view.kind()) : colors.kind(hex(own, colors.outline));
    }

    private void whole() {
        int right = x(layout.width());
        int bottom = y(layout.height());
        int seam = y(NodeLayout.HEAD);
        boolean dashed = view.mode() == Mode.BYPASSED || !layout.known();
        boolean failed = view.state().orElse(null) instanceof NodeState.Failed;
        int head = CanvasColors.mix(isQuiet() ? colors.node : kind().head(), kind().head(), FADED);
        int line = dashed ? colors.node : failed ? colors.problem : colors.outline;
        pen.box(left, top, right - left, bottom - top, size(6), hair, head, colors.node, seam, line);
        if (dashed) {
            pen.dashedFrame(left, top, right - left, bottom - top, hair, (int) (4 * dpi), (int) (3 * dpi), colors.hint);
        }
        if (view.selected || view.hovered) {
            frame(left, top, right - left, bottom - top, size(6));
        }
        if (isQuiet()) {
            pen.fade(FADED, colors.node);
        }
        head(right, seam);
        if (!view.node().collapsed()) {
            body(right);
        }
        sockets();
    }

    private void frame(int x, int y, int width, int height, int radius) {
        int line = view.selected ? (int) Math.round(2 * dpi) : hair;
        int out = view.selected ? (int) Math.round(dpi) : 0;
        int rgb = view.selected ? colors.ink : colors.hint;
        pen.frame(x - out, y - out, width + 2 * out, height + 2 * out, radius + out, line, rgb);
    }

    private void head(int right, int seam) {
        int height = seam - top;
        int icon = size(16);
        pen.icon(icon(), x(8), top + (height - icon) / 2, icon, isQuiet() ? CanvasColors.mix(colors.node, kind().icon(), 0.2) : kind().icon());
        int end = right - size(8);
        end = signs(end, height);
        // Small zooms shorten the head faster than a title may shrink and still be read.
        double titleSize = Math.max(13 * zoom, Math.min(10, NodeLayout.HEAD * zoom * 0.75)) * dpi;
        Type.Face title = pen.exactFace(Type.Role.TITLE, titleSize);
        int titleX = x(30);
        String state = stateText(false);
        float room = end - titleX;
        if (!state.isEmpty() && zoom >= NO_TEXT) {
            Type.Face small = pen.face(Type.Role.SMALL);
            String longer = stateText(true);
            String shown = title.width(view.title()) + small.width(longer) + size(8) <= room ? longer : state;
            int rgb = view.isOutdated() ? colors.warning : colors.label;
            room -= pen.text(shown, small, rgb, end, top, height, Math.max(0, room - size(40)), Pen.Side.RIGHT) + size(8);
        }
        pen.text(view.title(), title, colors.text, titleX, top, height, room, Pen.Side.LEFT);
        if (view.isRunning()) {
            progress(left + hair, seam, right - left - 2 * hair, Math.max(2, size(2)));
        }
    }

    private Icons icon() {
        return layout.known() ? KindLook.icon(view.kind()) : Icons.UNKNOWN;
    }

    /** Badge, dot and mode at the head's right; gives where the next thing to the left may end. */
    private int signs(int from, int height) {
        int end = from;
        boolean failed = view.state().orElse(null) instanceof NodeState.Failed;
        if (failed || view.hasErrors()) {
            int badge = size(16);
            pen.disc(end - badge, top + (height - badge) / 2, badge, colors.badge);
            Type.Face face = pen.exactFace(Type.Role.TITLE, 11 * scale);
            pen.text("!", face, 0xFFFFFF, end - badge / 2f, top + (height - badge) / 2, badge, badge, Pen.Side.MIDDLE);
            end -= badge + size(6);
        }
        if (view.state().orElse(null) instanceof NodeState.Done done) {
            int dot = Math.max(3, size(6));
            if (view.isOutdated()) {
                pen.socket(Sprites.Dot.ROUND, end - dot / 2, top + height / 2, dot | 1, hair, colors.warning, false, kind().head());
                end -= dot + size(6);
            } else if (done.fromCache()) {
                pen.disc(end - dot, top + (height - dot) / 2, dot, colors.ok);
                end -= dot + size(6);
            }
        }
        Icons mode = switch (view.mode()) {
            case ON -> null;
            case MUTED -> Icons.MUTED;
            case BYPASSED -> Icons.BYPASSED;
            case FROZEN -> Icons.FROZEN;
        };
        int icon = size(14);
        if (mode != null) {
            pen.icon(mode, end - icon, top + (height - icon) / 2, icon, view.mode() == Mode.FROZEN ? colors.ink : colors.label);
            end -= icon + size(6);
        }
        if (view.node().pinned()) {
            pen.icon(Icons.PIN, end - icon, top + (height - icon) / 2, icon, colors.label);
            end -= icon + size(6);
        }
        return end;
    }

    private String stateText(boolean withTime) {
        return switch (view.state().orElse(null)) {
            case null -> "";
            case NodeState.Waiting _ -> say.words("state.waiting");
            case NodeState.Running running -> say.running(running.progress(), withTime);
            case NodeState.Done _ when view.isOutdated() -> say.words("state.outdated");
            case NodeState.Done done -> done.fromCache() ? "" : say.took(done.seconds());
            case NodeState.Failed _ -> "";
            case NodeState.Skipped _ -> say.words("state.skipped");
        };
    }

    private void progress(int x, int y, int width, int height) {
        pen.fill(x, y, width, height, colors.line);
        if (view.state().orElse(null) instanceof NodeState.Running running && running.progress().steps() > 0) {
            pen.fill(x, y, (int) Math.round((double) width * running.progress().step() / running.progress().steps()), height, colors.ink);
        }
    }

    private void body(int right) {
        boolean texts = zoom >= NO_TEXT;
        if (texts && view.mode() != Mode.BYPASSED) {
            Type.Face face = pen.face(Type.Role.ROW);
            int rows = Math.max(layout.inputs().size(), layout.outputs().size());
            for (int row = 0; row < rows; row++) {
                int rowTop = y(NodeLayout.HEAD + NodeLayout.GAP + row * NodeLayout.ROW);
                int rowHeight = y(NodeLayout.HEAD + NodeLayout.GAP + (row + 1) * NodeLayout.ROW) - rowTop;
                int room = right - left - 2 * size(NodeLayout.NAME);
                float taken = 0;
                if (row < layout.outputs().size()) {
                    taken = pen.text(layout.outputs().get(row).label(), face, colors.label, right - size(NodeLayout.NAME), rowTop, rowHeight, room, Pen.Side.RIGHT) + size(8);
                }
                if (row < layout.inputs().size()) {
                    NodeLayout.Socket in = layout.inputs().get(row);
                    pen.text(in.label(), face, view.isWrong(in.name()) ? colors.problem : colors.label, x(NodeLayout.NAME), rowTop, rowHeight, room - taken, Pen.Side.LEFT);
                }
            }
        }
        if (view.mode() == Mode.BYPASSED) {
            straightThrough();
        }
        layout.fields().forEach(field -> field(field, texts));
        NodeLayout.Box box = layout.picture();
        if (box != null && layout.known()) {
            if (view.pictures().isEmpty() || !pictures(box)) {
                emptyPicture(box, texts);
            }
        } else if (box != null && texts) {
            Type.Face face = pen.face(Type.Role.SMALL);
            int line = 0;
            for (Lines text : Lines.of(say.words("node.unknown"), face, size(box.width()), Math.max(1, box.height() / NodeLayout.TEXT_LINE))) {
                pen.line(text.text(), face, colors.hint, x(box.x()), Pen.baseline(face, y(box.y() + line++ * NodeLayout.TEXT_LINE), size(NodeLayout.TEXT_LINE)));
            }
        }
    }

    private void straightThrough() {
        Graphics2D g = pen.graphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);   // whatever was painted before
        g.setStroke(new BasicStroke((float) (2 * scale)));
        for (NodeLayout.Socket out : layout.outputs()) {
            passing(out).ifPresent(in -> {
                g.setColor(new Color(colors.socket(out.type())));
                g.draw(new Line2D.Double(x(in.x()), y(in.y()), x(out.x()), y(out.y())));
            });
        }
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
    }

    /** The input that an output passes on while its node is bypassed: the first that has something to pass. */
    private Optional<NodeLayout.Socket> passing(NodeLayout.Socket out) {
        List<String> names = view.schema().flatMap(s -> s.output(out.name()).map(s::passing)).orElse(List.of());
        Optional<String> fed = names.stream().filter(view.node().inputs()::containsKey).findFirst();
        return fed.or(() -> names.stream().findFirst()).flatMap(name -> layout.inputs().stream().filter(in -> in.name().equals(name)).findFirst());
    }

    // ---- fields

    private void field(NodeLayout.Field field, boolean texts) {
        int fx = x(field.box().x());
        int fy = y(field.box().y());
        int fw = x(field.box().x() + field.box().width()) - fx;
        int fh = y(field.box().y() + field.box().height()) - fy;
        String name = field.parameter().name();
        boolean fed = view.node().inputs().containsKey(name);
        boolean wrong = view.isWrong(name);
        boolean seed = field.look() == NodeLayout.Look.SEED;
        int buttons = seed ? 2 * (size(NodeLayout.ROW) + size(4)) : 0;
        pen.box(fx, fy, fw - buttons, fh, size(4), hair, colors.field, wrong ? colors.problem : colors.line);
        Value value = view.shown(name).orElse(field.parameter().standard());
        if (field.look() == NodeLayout.Look.NUMBER && !fed) {
            bar(field, value, fx, fy, fw, fh);
        }
        if (seed) {
            seedButtons(value, fx + fw, fy, fh);
        }
        if (!texts) {
            return;
        }
        int textRgb = wrong ? colors.problem : fed ? colors.hint : colors.text;
        int labelRgb = wrong ? colors.problem : fed ? colors.hint : colors.label;
        int inset = size(8);
        int from = fx + inset;
        if (fed) {
            pen.socket(dot(field.parameter().type()), fx + size(12), y(field.middle()), Math.max(3, size(7) | 1), 1, colors.socket(field.parameter().type()), true, colors.field);
            from += size(13);
        }
        Type.Face face = pen.face(Type.Role.ROW);
        String shown = say.value(view.node().type(), name, field.parameter().rule(), value);
        switch (field.look()) {
            case NUMBER -> twoEnds(field.label(), shown, face, labelRgb, textRgb, from, fx + fw - inset, fy, fh);
            case SEED -> twoEnds(field.label(), shown, face, labelRgb, textRgb, from, fx + fw - buttons - inset, fy, fh);
            case CHOICE -> twoEnds(field.label(), shown, face, labelRgb, textRgb, from, chevron(fx + fw, fy, fh) - size(6), fy, fh);
            case SWITCH -> {
                int box = size(14);
                boolean on = value instanceof Value.Truth truth && truth.on();
                int bx = fx + fw - inset - box;
                int by = fy + (fh - box) / 2;
                pen.box(bx, by, box, box, size(3), hair, on ? colors.ink : colors.node, on ? colors.ink : colors.outline);
                if (on) {
                    pen.icon(Icons.CHECK, bx + hair, by + hair, box - 2 * hair, colors.node);
                }
                pen.text(field.label(), face, labelRgb, from, fy, fh, bx - from - inset, Pen.Side.LEFT);
            }
            case FILE -> {
                int end = chevron(fx + fw, fy, fh) - size(6);
                boolean empty = shown.isEmpty();
                pen.text(empty ? field.label() : shown, face, empty ? wrong ? colors.problem : colors.hint : textRgb, from, fy, fh, end - from, Pen.Side.LEFT);
            }
            case LINE -> pen.text(shown.isEmpty() ? field.label() : shown.replace('\n', ' '), face, shown.isEmpty() ? colors.hint : textRgb,
                    from, fy, fh, fx + fw - inset - from, Pen.Side.LEFT);
            case AREA -> area(field, shown, fed, face, fx, fy, fw, fh);
        }
    }

    private void twoEnds(String label, String value, Type.Face face, int labelRgb, int textRgb, int from, int end, int top, int height) {
        float room = end - from;
        float most = Math.max(room - face.width(label) - size(8), room / 2);
        float taken = pen.text(value, face, textRgb, end, top, height, most, Pen.Side.RIGHT);
        pen.text(label, face, labelRgb, from, top, height, room - taken - size(6), Pen.Side.LEFT);
    }

    private int chevron(int right, int top, int height) {
        int icon = size(10);
        int x = right - size(8) - icon;
        pen.icon(Icons.CHEVRON_DOWN, x, top + (height - icon) / 2, icon, colors.hint);
        return x;
    }

    private void bar(NodeLayout.Field field, Value value, int x, int y, int width, int height) {
        double part = part(field, value);
        int filled = (int) Math.round((width - 2 * hair) * part);
        if (filled > 0) {
            int radius = Math.max(0, size(4) - hair);
            java.awt.Rectangle before = pen.narrow(x + hair, y + hair, filled, height - 2 * hair);
            pen.box(x + hair, y + hair, width - 2 * hair, height - 2 * hair, radius, 0, colors.fill, colors.fill);
            pen.widen(before);
        }
    }

    /** How much of its range a number takes; 0 where the range is so wide that this says nothing. */
    private double part(NodeLayout.Field field, Value value) {
        if (!(value instanceof Value.Number number)) {
            return 0;
        }
        Control.Number range = ranges.get(new InputRef(view.id(), field.parameter().name()));
        double least;
        double most;
        if (range != null) {
            least = range.least();
            most = range.most();
        } else if (field.parameter().rule() instanceof Rule.Real real && real.most() - real.least() <= 20) {
            least = real.least();
            most = real.most();
        } else if (field.parameter().rule() instanceof Rule.Whole whole && whole.most() - whole.least() <= 200) {
            least = whole.least();
            most = whole.most();
        } else {
            return 0;
        }
        return most <= least ? 0 : Math.clamp((number.asDouble() - least) / (most - least), 0, 1);
    }

    private void seedButtons(Value value, int right, int y, int height) {
        int side = size(NodeLayout.ROW);
        boolean locked = value instanceof Value.Seed seed && seed.mode() == SeedMode.FIXED;
        int icon = size(12);
        int lockX = right - side;
        int diceX = lockX - size(4) - side;
        pen.box(diceX, y, side, height, size(4), hair, colors.field, colors.line);
        pen.box(lockX, y, side, height, size(4), hair, locked ? colors.selection : colors.field, colors.line);
        pen.icon(Icons.DICE, diceX + (side - icon) / 2, y + (height - icon) / 2, icon, colors.label);
        pen.icon(locked ? Icons.LOCK : Icons.UNLOCK, lockX + (side - icon) / 2, y + (height - icon) / 2, icon, locked ? colors.text : colors.label);
    }

    private void area(NodeLayout.Field field, String text, boolean fed, Type.Face face, int x, int y, int width, int height) {
        int insetX = size(7);
        int line = size(NodeLayout.TEXT_LINE);
        int insetY = size(5);
        int most = Math.max(1, (height - 2 * insetY) / Math.max(1, line));
        if (text.isEmpty()) {
            pen.text(field.label(), face, colors.hint, x + insetX, y + insetY, line, width - 2 * insetX, Pen.Side.LEFT);
            return;
        }
        // A megabyte of prompt shows as many lines as a kilobyte does.
        String shown = text.length() > 4000 ? text.substring(0, 4000) : text;
        int[] inks = PromptInk.of(shown, colors);
        int row = 0;
        for (Lines part : Lines.of(shown, face, width - 2 * insetX, most)) {
            float at = x + insetX;
            float baseline = Pen.baseline(face, y + insetY + row++ * line, line);
            int from = 0;
            for (int i = 1; i <= part.text().length(); i++) {
                int here = ink(inks, part.from() + from);
                if (i == part.text().length() || ink(inks, part.from() + i) != here) {
                    String run = part.text().substring(from, i);
                    pen.line(run, face, fed ? colors.hint : here, at, baseline);
                    at += face.width(run);
                    from = i;
                }
            }
        }
    }

    private static int ink(int[] inks, int at) {
        return inks[Math.min(at, inks.length - 1)];
    }

    // ---- pictures

    /** Paints what there is; whether that was anything. */
    private boolean pictures(NodeLayout.Box box) {
        List<Thumb> thumbs = view.pictures();
        int count = thumbs.size();
        int columns = (int) Math.ceil(Math.sqrt(count));
        int rows = (count + columns - 1) / columns;
        int bx = x(box.x());
        int by = y(box.y());
        int bw = x(box.x() + box.width()) - bx;
        int bh = y(box.y() + box.height()) - by;
        int gap = count > 1 ? Math.max(1, size(2)) : 0;
        boolean any = false;
        for (int i = 0; i < count; i++) {
            Thumb thumb = thumbs.get(i);
            pictures.load(thumb);
            if (!thumb.isLoaded()) {
                continue;
            }
            if (!any && zoom >= BLOCKS) {
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

    private void picture(Thumb thumb, int x, int y, int width, int height) {
        BufferedImage level = thumb.level(width);
        // Small ones are drawn from the nearest level; only what people can look at is worth an image of its own.
        BufferedImage image = zoom < BLOCKS || level != null && level.getWidth() == width && level.getHeight() == height ? level : pictures.exact(thumb, width, height);
        BufferedImage ready = image == null ? level : image;
        if (ready != null) {
            pen.picture(ready, x, y, width, height);
        }
    }

    private void emptyPicture(NodeLayout.Box box, boolean texts) {
        int bx = x(box.x());
        int by = y(box.y());
        int bw = x(box.x() + box.width()) - bx;
        int bh = y(box.y() + box.height()) - by;
        pen.fill(bx, by, bw, bh, colors.field);
        if (texts) {
            pen.text(whyEmpty(), pen.face(Type.Role.SMALL), colors.hint, bx + bw / 2f, by, bh, bw - 2 * size(8), Pen.Side.MIDDLE);
        }
    }

    private String whyEmpty() {
        if (view.pictures().stream().anyMatch(Thumb::isUnreadable)) {
            return say.words("picture.unreadable");
        }
        return switch (view.state().orElse(null)) {
            case NodeState.Waiting _ -> feeder() == null ? say.words("picture.waiting") : say.words("picture.after", feeder());
            case NodeState.Failed _, NodeState.Skipped _ -> say.words("picture.failed");
            case NodeState.Running _ -> "";
            case null, default -> layout.inputs().isEmpty() && layout.fields().stream().anyMatch(f -> f.look() == NodeLayout.Look.FILE)
                    ? say.words("picture.noFile") : say.words("picture.none");
        };
    }

    private @Nullable String feeder() {
        for (Wire wire : view.wires()) {
            if (wire.to() == view && wire.type() == SocketType.Known.IMAGE && wire.from() != view) {
                return origin(wire).title();
            }
        }
        for (Wire wire : view.wires()) {
            if (wire.to() == view && wire.from() != view && !(wire.from().state().orElse(null) instanceof NodeState.Done)) {
                return origin(wire).title();
            }
        }
        return null;
    }

    /** Where it comes from, past the bends. */
    private static NodeView origin(Wire wire) {
        Wire at = wire;
        for (int passed = 0; passed < 100 && Reroute.is(at.from().node()); passed++) {
            NodeView bend = at.from();
            Wire before = bend.wires().stream().filter(w -> w.to() == bend && w.from() != bend).findFirst().orElse(null);
            if (before == null) {
                break;
            }
            at = before;
        }
        return at.from();
    }

    // ---- sockets

    private void sockets() {
        float line = (float) Math.max(1, 1.5 * scale);
        if (hand != null) {
            Plug.of(view).forEach(plug -> offered(plug, line));
            return;
        }
        for (NodeLayout.Socket in : layout.inputs()) {
            boolean connected = view.node().inputs().containsKey(in.name());
            socket(in.type(), in.x(), in.y(), line, view.isWrong(in.name()) ? colors.problem : colors.socket(in.type()), connected, colors.node);
        }
        for (NodeLayout.Socket out : layout.outputs()) {
            int rgb = colors.socket(out.type());
            socket(out.type(), out.x(), out.y(), line, rgb, isTaken(out.name()), free(rgb));
        }
        for (NodeLayout.Field field : layout.fields()) {
            if (view.node().inputs().containsKey(field.parameter().name())) {
                SocketType type = field.parameter().type();
                socket(type, 0, field.middle(), line, colors.socket(type), true, colors.node);
            }
        }
    }

    /** Half full when nobody takes from it: an empty one looks like an input that waits for something. */
    private int free(int rgb) {
        return CanvasColors.mix(rgb, colors.node, 0.4);
    }

    private void socket(SocketType type, double inX, double inY, float line, int rgb, boolean filled, int inside) {
        pen.socket(dot(type), x(inX), y(inY), Math.max(3, size(9) - 1 | 1), line, rgb, filled, inside);
    }

    /** A socket while a wire is in the hand: those that fit shine, the others step back. */
    private void offered(Plug plug, float line) {
        boolean fits = hand.welcome(plug) == WireDrag.Welcome.FITS;
        boolean fed = plug.isFed() && !hand.holds(plug.asInput());
        if (plug.field() && !fits && !fed) {
            return;
        }
        int full = colors.socket(plug.type());
        boolean end = hand.fast().contains(plug);
        int rgb = fits || end ? full : CanvasColors.mix(full, colors.node, 0.35);
        double inX = plug.x() - view.x();
        double inY = plug.y() - view.y();
        if (fits) {
            pen.halo(x(inX), y(inY), size(9), full, 0.3);
        }
        boolean filled = end || (plug.input() ? fed : isTaken(plug.name()));
        socket(plug.type(), inX, inY, line, rgb, filled, plug.input() ? colors.node : free(rgb));
    }

    private boolean isTaken(String output) {
        for (Wire wire : view.wires()) {
            if (wire.from() == view && !wire.held && wire.output().output().equals(output)) {
                return true;
            }
        }
        return false;
    }

    private static Sprites.Dot dot(SocketType type) {
        return switch (type) {
            case SocketType.Foreign _ -> Sprites.Dot.RING;
            case SocketType.Known known -> switch (known) {
                case IMAGE, MASK, VIDEO, AUDIO -> Sprites.Dot.SQUARE;
                case INT, FLOAT, TEXT, BOOLEAN, SEED -> Sprites.Dot.DIAMOND;
                default -> Sprites.Dot.ROUND;
            };
        };
    }

    /** The ranges that a document's form gives its numbers: narrower than what is allowed, so their bars say more. */
    static Map<InputRef, Control.Number> ranges(Document document) {
        Map<InputRef, Control.Number> ranges = new java.util.HashMap<>();
        document.form().fields().forEach(field -> {
            if (field.control() instanceof Control.Number number) {
                field.targets().forEach(t -> ranges.put(t, number));
            }
        });
        return ranges;
    }

    /** Whether a schema shows a picture file of its own: the parameter that names it. */
    static @Nullable String pictureFile(@Nullable Schema schema) {
        if (schema == null) {
            return null;
        }
        return schema.parameters().stream().filter(p -> p.rule() instanceof Rule.File file && file.of() == Rule.File.Of.PICTURE)
                .map(Schema.Parameter::name).findFirst().orElse(null);
    }
}
