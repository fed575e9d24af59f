package easel.ui.canvas;

import easel.graph.Mode;
import easel.platform.Language;
import easel.platform.Words;
import easel.ui.action.Group;
import easel.ui.action.Keyed;
import easel.ui.action.Strokes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.swing.KeyStroke;

/** What the keyboard does on the canvas. */
public enum CanvasAction implements Keyed {
    ZOOM_IN(v -> v.zoomBy(1), _ -> true, "PLUS", "EQUALS", "ADD", "menu EQUALS", "menu PLUS", "menu ADD"),
    ZOOM_OUT(v -> v.zoomBy(-1), _ -> true, "MINUS", "SUBTRACT", "menu MINUS", "menu SUBTRACT"),
    ACTUAL_SIZE(CanvasView::actualSize, _ -> true, "menu 0", "menu NUMPAD0"),
    FIT_ALL(CanvasView::fitAll, _ -> true, "HOME"),
    FIT_SELECTION(CanvasView::fitSelection, CanvasView::hasSelection, "F", "PERIOD"),
    /** Edits the first parameter of the selected node. */
    EDIT(CanvasView::editFields, CanvasView::canEditFields, "ENTER"),
    SELECT_ALL(CanvasView::selectAll, _ -> true, "menu A"),
    DELETE(CanvasView::deleteSelection, CanvasView::hasSelection, "DELETE", "BACK_SPACE"),
    /** What fed the selected nodes feeds what they fed. */
    DELETE_JOINING(v -> v.deeds().deleteJoining(), CanvasView::hasSelection, "menu DELETE", "menu BACK_SPACE"),
    COPY(v -> v.deeds().copy(), CanvasView::hasSelection, "menu C"),
    CUT(v -> v.deeds().cut(), CanvasView::hasSelection, "menu X"),
    PASTE(v -> v.deeds().paste(v.hand()), _ -> true, "menu V"),
    DUPLICATE(v -> v.deeds().duplicate(false), CanvasView::hasSelection, "menu D"),
    /** What feeds the selected nodes feeds the copies too. */
    DUPLICATE_WIRED(v -> v.deeds().duplicate(true), CanvasView::hasSelection, "menu shift D"),
    RENAME(CanvasView::rename, v -> v.selected().size() == 1, "F2"),
    MUTE(v -> v.deeds().toggle(Mode.MUTED), CanvasView::hasSelection, "M"),
    BYPASS(v -> v.deeds().toggle(Mode.BYPASSED), CanvasView::hasSelection, "menu B"),
    /** The selected nodes give what they gave last, whatever feeds them. */
    FREEZE(v -> v.deeds().toggleFrozen(), v -> v.deeds().canFreeze(), "Z"),
    COLLAPSE(v -> v.deeds().toggleCollapsed(), CanvasView::hasSelection, "C"),
    PIN(v -> v.deeds().togglePinned(), CanvasView::hasSelection, "P"),
    RUN_TO(v -> v.deeds().runTo(), v -> v.deeds().canRunTo(), "menu shift ENTER"),
    SELECT_ABOVE(v -> v.deeds().selectAbove(), CanvasView::hasSelection, "U"),
    SELECT_BELOW(v -> v.deeds().selectBelow(), CanvasView::hasSelection, "D"),
    SELECT_SAME_TYPE(v -> v.deeds().selectSameType(), CanvasView::hasSelection, "T"),
    NUDGE_LEFT(v -> v.nudge(-CanvasView.NUDGE, 0), CanvasView::hasSelection, "LEFT"),
    NUDGE_RIGHT(v -> v.nudge(CanvasView.NUDGE, 0), CanvasView::hasSelection, "RIGHT"),
    NUDGE_UP(v -> v.nudge(0, -CanvasView.NUDGE), CanvasView::hasSelection, "UP"),
    NUDGE_DOWN(v -> v.nudge(0, CanvasView.NUDGE), CanvasView::hasSelection, "DOWN"),
    NUDGE_LEFT_A_LITTLE(v -> v.nudge(-1, 0), CanvasView::hasSelection, "shift LEFT"),
    NUDGE_RIGHT_A_LITTLE(v -> v.nudge(1, 0), CanvasView::hasSelection, "shift RIGHT"),
    NUDGE_UP_A_LITTLE(v -> v.nudge(0, -1), CanvasView::hasSelection, "shift UP"),
    NUDGE_DOWN_A_LITTLE(v -> v.nudge(0, 1), CanvasView::hasSelection, "shift DOWN"),
    /** Ends the innermost thing: a drag, else the selection. */
    ESCAPE(CanvasView::escape, CanvasView::canEscape, "ESCAPE");

    private final Consumer<CanvasView> deed;
    private final Predicate<CanvasView> possible;
    private final List<String> keys;

    CanvasAction(Consumer<CanvasView> deed, Predicate<CanvasView> possible, String... keys) {
        this.deed = deed;
        this.possible = possible;
        this.keys = List.of(keys);
    }

    /** The code of its words. */
    String code() {
        return "action." + name();
    }

    /** What people call it; empty for what only a key means, such as a nudge. */
    public Optional<String> name(Language language) {
        Words words = Words.of(CanvasAction.class, language);
        return words.has(code()) ? Optional.of(words.say(code())) : Optional.empty();
    }

    @Override
    public String id() {
        return "canvas." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public List<KeyStroke> standardKeys() {
        return keys.stream().map(Strokes::of).toList();
    }

    @Override
    public Group group() {
        return Group.CANVAS;
    }

    @Override
    public Reach reach() {
        return Reach.CANVAS;
    }

    boolean isPossible(CanvasView view) {
        return possible.test(view);
    }

    void perform(CanvasView view) {
        deed.accept(view);
    }
}
