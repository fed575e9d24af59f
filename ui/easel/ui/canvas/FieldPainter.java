package easel.ui.canvas;

import easel.graph.Control;
import easel.graph.InputRef;
import easel.graph.Rule;
import easel.graph.SeedMode;
import easel.graph.Value;
import easel.ui.theme.Icons;
import java.awt.Rectangle;

/** Paints the parameters that stand in nodes. */
final class FieldPainter {

    /** The picture of a file stands in its row with 3 pixels round it. */
    private static final int THUMB = 18;
    private static final int INSET_Y = 5;

    private final NodePen at;
    private final Pen pen;
    private final CanvasColors colors;
    private final FormMarks marks;
    private final PicturePainter pictures;

    FieldPainter(NodePen at, FormMarks marks, PicturePainter pictures) {
        this.at = at;
        this.pen = at.pen;
        this.colors = at.colors;
        this.marks = marks;
        this.pictures = pictures;
    }

    void paint(NodeLayout.Field field, boolean texts) {
        int fx = at.x(field.box().x());
        int fy = at.y(field.box().y());
        int fw = at.x(field.box().x() + field.box().width()) - fx;
        int fh = at.y(field.box().y() + field.box().height()) - fy;
        String name = field.parameter().name();
        boolean fed = at.view.node().inputs().containsKey(name);
        boolean seed = field.look() == NodeLayout.Look.SEED;
        int buttons = seed ? 2 * (at.size(NodeLayout.ROW) + at.size(4)) : 0;
        pen.box(fx, fy, fw - buttons, fh, at.size(4), at.hair, colors.field, at.view.ink(name, colors, colors.line));
        Value value = at.view.shown(name).orElse(field.parameter().standard());
        if (field.look() == NodeLayout.Look.NUMBER && !fed) {
            bar(field, value, fx, fy, fw, fh);
        }
        if (seed) {
            seedButtons(value, fx + fw, fy, fh);
        }
        if (marks.ports().contains(new InputRef(at.view.id(), name))) {
            // As a wire would come in: what is set outside comes in here.
            pen.socket(Sprites.Dot.ROUND, fx, at.y(field.middle()), Math.max(3, at.size(7) | 1), 1, colors.ink, true, colors.node);
        }
        if (!texts) {
            return;
        }
        int textRgb = at.view.ink(name, colors, fed ? colors.hint : colors.text);
        int labelRgb = at.view.ink(name, colors, fed ? colors.hint : colors.label);
        int inset = at.size(8);
        int from = fx + inset;
        if (fed) {
            pen.socket(SocketPainter.dot(field.parameter().type()), fx + at.size(12), at.y(field.middle()), Math.max(3, at.size(7) | 1), 1, colors.socket(field.parameter().type()), true, colors.field);
            from += at.size(13);
        }
        Type.Face face = at.row();
        String shown = at.say.value(at.view.node().type(), name, field.parameter().rule(), value);
        switch (field.look()) {
            case NUMBER -> {
                int end = fx + fw - inset;
                String unit = fed ? "" : at.say.unit(field.parameter().rule(), field.label());
                float taken = face.width(unit);
                // A label that would be cut short for it says more.
                boolean fits = !unit.isEmpty() && from + face.width(field.label()) + at.size(8) + face.width(shown) + taken <= end;
                if (fits) {
                    pen.text(unit.strip(), face, at.view.ink(name, colors, colors.hint), end, fy, fh, taken, Pen.Side.RIGHT);
                }
                twoEnds(field.label(), shown, face, labelRgb, textRgb, from, fits ? Math.round(end - taken) : end, fy, fh);
            }
            case SEED -> twoEnds(field.label(), shown, face, labelRgb, textRgb, from, fx + fw - buttons - inset, fy, fh);
            case CHOICE -> twoEnds(field.label(), shown, face, labelRgb, textRgb, from, chevron(fx + fw, fy, fh) - at.size(6), fy, fh);
            case SWITCH -> {
                int box = at.size(14);
                boolean on = value instanceof Value.Truth truth && truth.on();
                int bx = fx + fw - inset - box;
                int by = fy + (fh - box) / 2;
                pen.box(bx, by, box, box, at.size(3), at.hair, on ? colors.ink : colors.node, on ? colors.ink : colors.outline);
                if (on) {
                    pen.icon(Icons.CHECK, bx + at.hair, by + at.hair, box - 2 * at.hair, colors.node);
                }
                pen.text(field.label(), face, labelRgb, from, fy, fh, bx - from - inset, Pen.Side.LEFT);
            }
            case FILE -> {
                int end = chevron(fx + fw, fy, fh) - at.size(6);
                boolean empty = shown.isEmpty();
                if (!fed) {
                    from = thumb(field, from, fy, fh);
                }
                pen.text(empty ? field.label() : shown, face, empty ? at.view.ink(name, colors, colors.hint) : textRgb, from, fy, fh, end - from, Pen.Side.LEFT);
            }
            case LINE -> pen.text(shown.isEmpty() ? field.label() : shown.replace('\n', ' '), face, shown.isEmpty() ? colors.hint : textRgb,
                    from, fy, fh, fx + fw - inset - from, Pen.Side.LEFT);
            case AREA -> area(field, shown, fed, face, fx, fy, fw, fh);
        }
    }

    /** The picture of the file, small, where there is one; gives where the words begin. */
    private int thumb(NodeLayout.Field field, int from, int top, int height) {
        Thumb thumb = at.view.fileThumb(field.parameter());
        int side = at.size(THUMB);
        int x = from - at.size(4);
        boolean painted = thumb != null && pictures.small(thumb, x, top + (height - side) / 2, side);
        return painted ? x + side + at.size(6) : from;
    }

    private void twoEnds(String label, String value, Type.Face face, int labelRgb, int textRgb, int from, int end, int top, int height) {
        float room = end - from;
        float most = Math.max(room - face.width(label) - at.size(8), room / 2);
        float taken = pen.text(value, face, textRgb, end, top, height, most, Pen.Side.RIGHT);
        pen.text(label, face, labelRgb, from, top, height, room - taken - at.size(6), Pen.Side.LEFT);
    }

    private int chevron(int right, int top, int height) {
        int icon = at.size(10);
        int x = right - at.size(8) - icon;
        pen.icon(Icons.CHEVRON_DOWN, x, top + (height - icon) / 2, icon, colors.hint);
        return x;
    }

    private void bar(NodeLayout.Field field, Value value, int x, int y, int width, int height) {
        double part = part(field, value);
        int filled = (int) Math.round((width - 2 * at.hair) * part);
        if (filled > 0) {
            int radius = Math.max(0, at.size(4) - at.hair);
            Rectangle before = pen.narrow(x + at.hair, y + at.hair, filled, height - 2 * at.hair);
            pen.box(x + at.hair, y + at.hair, width - 2 * at.hair, height - 2 * at.hair, radius, 0, colors.fill, colors.fill);
            pen.widen(before);
        }
    }

    /** How much of its range a number takes; 0 where the range is so wide that this says nothing. */
    private double part(NodeLayout.Field field, Value value) {
        if (!(value instanceof Value.Number number)) {
            return 0;
        }
        Control.Number range = marks.ranges().get(new InputRef(at.view.id(), field.parameter().name()));
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
        int side = at.size(NodeLayout.ROW);
        boolean locked = value instanceof Value.Seed seed && seed.mode() == SeedMode.FIXED;
        int icon = at.size(12);
        int lockX = right - side;
        int diceX = lockX - at.size(4) - side;
        pen.box(diceX, y, side, height, at.size(4), at.hair, colors.field, colors.line);
        pen.box(lockX, y, side, height, at.size(4), at.hair, locked ? colors.selection : colors.field, colors.line);
        pen.icon(Icons.DICE, diceX + (side - icon) / 2, y + (height - icon) / 2, icon, colors.label);
        pen.icon(locked ? Icons.LOCK : Icons.UNLOCK, lockX + (side - icon) / 2, y + (height - icon) / 2, icon, locked ? colors.text : colors.label);
    }

    private void area(NodeLayout.Field field, String text, boolean fed, Type.Face face, int x, int y, int width, int height) {
        int insetX = at.size(7);
        int line = at.line();
        int insetY = at.size(INSET_Y);
        // In the canvas's own pixels: a line less would be seen where lines are rounded up, as at a scale of 1.25.
        int most = Math.max(1, (field.box().height() - 2 * INSET_Y) / NodeLayout.TEXT_LINE);
        if (text.isEmpty()) {
            pen.text(field.label(), face, colors.hint, x + insetX, y + insetY, line, width - 2 * insetX, Pen.Side.LEFT);
            return;
        }
        // A megabyte of prompt shows as many lines as a kilobyte does.
        String shown = text.length() > 4000 ? text.substring(0, 4000) : text;
        int[] inks = PromptInk.of(shown, colors);
        int row = 0;
        for (Lines part : Lines.of(shown, face, width - 2 * insetX, most)) {
            float textX = x + insetX;
            float baseline = Pen.baseline(face, y + insetY + row++ * line, line);
            int from = 0;
            for (int i = 1; i <= part.text().length(); i++) {
                int here = ink(inks, part.from() + from);
                if (i == part.text().length() || ink(inks, part.from() + i) != here) {
                    String run = part.text().substring(from, i);
                    pen.line(run, face, fed ? colors.hint : here, textX, baseline);
                    textX += face.width(run);
                    from = i;
                }
            }
        }
    }

    private static int ink(int[] inks, int at) {
        return inks[Math.min(at, inks.length - 1)];
    }
}
