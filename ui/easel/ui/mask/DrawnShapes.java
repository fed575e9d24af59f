package easel.ui.mask;

import easel.graph.MaskShape;
import easel.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The shapes on a pad, which of them is selected, and what the next drag draws. */
final class DrawnShapes {

    private final Consumer<List<MaskShape>> drawn;
    private final Runnable looked;
    private List<MaskShape> all = List.of();
    private int selected = -1;
    private MaskShape.Kind kind = MaskShape.Kind.RECTANGLE;
    private boolean subtract;

    /**
     * None.
     *
     * @param drawn  told when a person has changed them
     * @param looked told when they or the selection are others
     */
    DrawnShapes(Consumer<List<MaskShape>> drawn, Runnable looked) {
        this.drawn = drawn;
        this.looked = looked;
    }

    List<MaskShape> all() {
        return all;
    }

    /** The place of the selected one; -1 if none is. */
    int selected() {
        return selected;
    }

    Optional<MaskShape> chosen() {
        return selected < 0 ? Optional.empty() : Optional.of(all.get(selected));
    }

    /** Takes what the document has. */
    void show(List<MaskShape> now) {
        all = List.copyOf(now);
        select(Math.min(selected, all.size() - 1));
    }

    void select(int at) {
        selected = at;
        looked.run();
    }

    /** Selects the next one, or the one before. */
    void next(int by) {
        if (!all.isEmpty()) {
            select(Math.floorMod((selected < 0 && by < 0 ? 0 : selected) + by, all.size()));
        }
    }

    /** What is drawn from now on; nothing is selected any more. */
    void draw(MaskShape.Kind next, boolean takesAway) {
        kind = next;
        subtract = takesAway;
        select(-1);
    }

    /** A new shape at a place, without any size yet. */
    MaskShape begun(double x, double y, boolean away) {
        return new MaskShape(kind, x, y, 0, 0, subtract || away);
    }

    /** Puts a shape in the middle. */
    void addInMiddle(MaskShape.Kind what) {
        add(new MaskShape(what, 0.25, 0.25, 0.5, 0.5, subtract));
    }

    void add(MaskShape shape) {
        if (all.size() < Value.Shapes.MOST) {
            List<MaskShape> now = new ArrayList<>(all);
            now.add(shape);
            change(now, now.size() - 1);
        }
    }

    /** Puts another in the place of the selected one. */
    void replace(MaskShape other) {
        List<MaskShape> now = new ArrayList<>(all);
        now.set(selected, other);
        change(now, selected);
    }

    /** Says whether the selected one is added or taken away. */
    void takeAway(boolean away) {
        chosen().filter(shape -> shape.subtract() != away).ifPresent(shape -> replace(shape.subtracting(away)));
    }

    void removeSelected() {
        if (selected >= 0) {
            List<MaskShape> others = new ArrayList<>(all);
            others.remove(selected);
            change(others, Math.min(selected, others.size() - 1));
        }
    }

    void clear() {
        if (!all.isEmpty()) {
            change(List.of(), -1);
        }
    }

    /** The topmost shape at a place in parts of the picture; -1 if there is none. */
    int topmost(double across, double down) {
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).covers(across, down)) {
                return i;
            }
        }
        return -1;
    }

    private void change(List<MaskShape> now, int select) {
        all = List.copyOf(now);
        select(select);
        drawn.accept(all);
    }
}
