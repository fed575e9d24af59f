package easel.ui.canvas;

import easel.graph.Alignment;
import easel.graph.Mode;
import easel.platform.Language;
import easel.platform.Words;
import easel.ui.action.Group;
import easel.ui.action.Keyed;
import easel.ui.action.Strokes;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.swing.KeyStroke;

/** What the keyboard does on the canvas. */
public enum CanvasAction implements Keyed {
    ZOOM_IN(v -> v.sight().zoomBy(1), _ -> true, "PLUS", "EQUALS", "ADD", "menu EQUALS", "menu PLUS", "menu ADD"),
    ZOOM_OUT(v -> v.sight().zoomBy(-1), _ -> true, "MINUS", "SUBTRACT", "menu MINUS", "menu SUBTRACT"),
    ACTUAL_SIZE(v -> v.zoomTo(1), _ -> true, "menu 0", "menu NUMPAD0"),
    FIT_ALL(CanvasView::fitAll, _ -> true, "HOME"),
    FIT_SELECTION(CanvasView::fitSelection, CanvasView::hasSelection, "F", "PERIOD"),
    /** Edits the first parameter of the selected node; goes into one that stands for a subgraph. */
    EDIT(v -> {
        if (v.subgraphs().canEnter()) {
            v.subgraphs().enter();
        } else {
            v.editFields();
        }
    }, v -> v.canEditFields() || v.subgraphs().canEnter(), "ENTER"),
    /** Edits the first parameter of the selected node, whatever it stands for. */
    EDIT_VALUES(CanvasView::editFields, CanvasView::canEditFields, "shift ENTER"),
    /** Makes one node of the selected ones. */
    MAKE_SUBGRAPH(v -> v.subgraphs().make(), v -> v.subgraphs().canMake(), "S"),
    /** Shows what the selected node stands for. */
    GO_INSIDE(v -> v.subgraphs().enter(), v -> v.subgraphs().canEnter(), "PAGE_DOWN"),
    /** Shows what the node is in whose inside is shown. */
    LEAVE(v -> v.subgraphs().leave(), v -> v.subgraphs().canLeave(), "PAGE_UP"),
    /** A subgraph of its own for each of the selected nodes that share one. */
    SEPARATE(v -> v.subgraphs().separate(), v -> v.subgraphs().canSeparate(), "alt S"),
    /** Copies that share no subgraph with what they are copies of. */
    DUPLICATE_ALONE(v -> v.subgraphs().duplicateAlone(), v -> v.subgraphs().canDuplicateAlone(), "alt D"),
    /** Keeps what the selected node stands for, to be used in any workflow. */
    KEEP_NODE(v -> v.subgraphs().keep(), v -> v.subgraphs().canKeep()),
    /** Puts what the selected node stands for in its place. */
    UNPACK(v -> v.subgraphs().unpack(), v -> v.subgraphs().canUnpack(), "shift S"),
    /** Looks at the selected node's picture closely. */
    LOOK_CLOSER(v -> v.closer().open(), v -> v.closer().canOpen(), "V"),
    COPY_PICTURE(v -> v.closer().copy(v.hand()), v -> v.closer().can()),
    SAVE_PICTURE(v -> v.closer().saveAs(v.hand()), v -> v.closer().can()),
    /** Finds words on the canvas. */
    FIND(v -> v.over().find().open(), v -> !v.scene().nodes().isEmpty() || !v.scene().groups().isEmpty(), "menu F"),
    /** Shows or hides the small picture of the whole canvas. */
    OVERVIEW(v -> v.host().toggleMap(), v -> v.host().hasMap(), "O"),
    /** Nodes, groups and wires stay as they are; values can still be set. */
    LOCK(CanvasView::toggleLock, _ -> true, "L"),
    /** To the next node that something is wrong with. */
    NEXT_PROBLEM(v -> v.deeds().goToProblem(1), v -> v.deeds().hasProblems(), "F8"),
    PREVIOUS_PROBLEM(v -> v.deeds().goToProblem(-1), v -> v.deeds().hasProblems(), "shift F8"),
    SELECT_ALL(CanvasView::selectAll, _ -> true, "menu A"),
    DELETE(v -> v.deeds().delete(), v -> !v.chosen().isEmpty(), "DELETE", "BACK_SPACE"),
    /** What fed the selected nodes feeds what they fed. */
    DELETE_JOINING(v -> v.deeds().deleteJoining(), CanvasView::hasSelection, "menu DELETE", "menu BACK_SPACE"),
    COPY(v -> v.deeds().copy(), v -> !v.chosen().isEmpty(), "menu C"),
    CUT(v -> v.deeds().cut(), v -> !v.chosen().isEmpty(), "menu X"),
    PASTE(v -> v.deeds().paste(v.hand()), _ -> true, "menu V"),
    DUPLICATE(v -> v.deeds().duplicate(false), v -> !v.chosen().isEmpty(), "menu D"),
    /** What feeds the selected nodes feeds the copies too. */
    DUPLICATE_WIRED(v -> v.deeds().duplicate(true), v -> !v.chosen().isEmpty(), "menu shift D"),
    RENAME(v -> v.over().rename(), v -> v.over().canRename(), "F2"),
    /** Another kind of node in place of the selected one; wires and values that fit stay. */
    REPLACE(v -> v.over().replace(), v -> v.over().canReplace(), "R"),
    MUTE(v -> v.deeds().toggle(Mode.MUTED), v -> v.deeds().any(), "M"),
    BYPASS(v -> v.deeds().toggle(Mode.BYPASSED), v -> v.deeds().any(), "menu B"),
    /** The selected nodes give what they gave last, whatever feeds them. */
    FREEZE(v -> v.deeds().toggleFrozen(), v -> v.deeds().canFreeze(), "Z"),
    COLLAPSE(v -> v.deeds().toggleCollapsed(), v -> v.deeds().any(), "C"),
    PIN(v -> v.deeds().togglePinned(), v -> v.deeds().any(), "P"),
    /** Words on the canvas, typed at once. */
    ADD_NOTE(v -> v.deeds().addNote(v.hand()), _ -> true, "N"),
    /** Puts a group round what is selected. */
    GROUP(v -> v.groups().group(), v -> !v.chosen().isEmpty(), "menu G"),
    /** Makes the selected groups as large as what lies in them needs. */
    FIT_GROUP(v -> v.groups().fit(), v -> v.groups().canFit(), "shift G"),
    /** Edges or middles of the selected nodes into line. */
    ALIGN_LEFT(Alignment.LEFT, "shift L"),
    ALIGN_CENTRE(Alignment.CENTRE, "shift C"),
    ALIGN_RIGHT(Alignment.RIGHT, "shift R"),
    ALIGN_TOP(Alignment.TOP, "shift T"),
    ALIGN_MIDDLE(Alignment.MIDDLE, "shift M"),
    ALIGN_BOTTOM(Alignment.BOTTOM, "shift B"),
    /** The same air between the selected nodes. */
    SPREAD_ACROSS(Alignment.SPREAD_ACROSS, "shift H"),
    SPREAD_DOWN(Alignment.SPREAD_DOWN, "shift V"),
    /** Lays out the selected nodes, or all, along their wires. */
    TIDY(v -> v.arranging().tidy(), v -> v.scene().nodes().size() > 1, "shift A"),
    /** Draws the wire under the pointer no more, or again; else those of the selected nodes. */
    HIDE_WIRE(v -> v.deeds().hideWires(), v -> v.deeds().canHideWires(), "H"),
    RUN_TO(v -> v.deeds().runTo(), v -> v.deeds().canRunTo(), "menu shift ENTER"),
    SELECT_ABOVE(v -> v.deeds().selectAbove(), CanvasView::hasSelection, "U"),
    SELECT_BELOW(v -> v.deeds().selectBelow(), CanvasView::hasSelection, "D"),
    SELECT_SAME_TYPE(v -> v.deeds().selectSameType(), CanvasView::hasSelection, "T"),
    WALK_LEFT(v -> v.walk().step(Walk.Way.LEFT), v -> v.walk().hasNodes(), "LEFT"),
    WALK_RIGHT(v -> v.walk().step(Walk.Way.RIGHT), v -> v.walk().hasNodes(), "RIGHT"),
    WALK_UP(v -> v.walk().step(Walk.Way.UP), v -> v.walk().hasNodes(), "UP"),
    WALK_DOWN(v -> v.walk().step(Walk.Way.DOWN), v -> v.walk().hasNodes(), "DOWN"),
    /** Goes to what feeds the node, and so on along wires. */
    FOLLOW_LEFT(v -> v.walk().follow(Walk.Way.LEFT), CanvasView::hasSelection, "menu LEFT"),
    FOLLOW_RIGHT(v -> v.walk().follow(Walk.Way.RIGHT), CanvasView::hasSelection, "menu RIGHT"),
    FOLLOW_UP(v -> v.walk().follow(Walk.Way.UP), CanvasView::hasSelection, "menu UP"),
    FOLLOW_DOWN(v -> v.walk().follow(Walk.Way.DOWN), CanvasView::hasSelection, "menu DOWN"),
    /** Goes to a node and leaves what is selected: it is marked, for {@link #PICK}. */
    ROAM_LEFT(v -> v.walk().roam(Walk.Way.LEFT), v -> v.walk().hasNodes(), "menu shift LEFT"),
    ROAM_RIGHT(v -> v.walk().roam(Walk.Way.RIGHT), v -> v.walk().hasNodes(), "menu shift RIGHT"),
    ROAM_UP(v -> v.walk().roam(Walk.Way.UP), v -> v.walk().hasNodes(), "menu shift UP"),
    ROAM_DOWN(v -> v.walk().roam(Walk.Way.DOWN), v -> v.walk().hasNodes(), "menu shift DOWN"),
    /** Selects the node that keys are at as well, or takes it out. Ctrl+Space is what some input methods keep for themselves. */
    PICK(v -> v.walk().pick(), v -> v.chosen().lead() != null, "Q", "menu SPACE"),
    /** To the group that the node lies in, to the next one from a group. */
    WALK_GROUPS(v -> v.walk().toGroup(), v -> !v.scene().groups().isEmpty(), "G"),
    /** Lists what fits the sockets and parameters of the selected node. */
    WIRE(v -> v.walk().wire(), v -> v.walk().canWire(), "W"),
    MENU(v -> v.walk().menu(), _ -> true, "CONTEXT_MENU", "shift F10"),
    NUDGE_LEFT(v -> v.deeds().nudge(-NodeDeeds.NUDGE, 0), v -> !v.chosen().isEmpty(), "shift LEFT"),
    NUDGE_RIGHT(v -> v.deeds().nudge(NodeDeeds.NUDGE, 0), v -> !v.chosen().isEmpty(), "shift RIGHT"),
    NUDGE_UP(v -> v.deeds().nudge(0, -NodeDeeds.NUDGE), v -> !v.chosen().isEmpty(), "shift UP"),
    NUDGE_DOWN(v -> v.deeds().nudge(0, NodeDeeds.NUDGE), v -> !v.chosen().isEmpty(), "shift DOWN"),
    NUDGE_LEFT_A_LITTLE(v -> v.deeds().nudge(-1, 0), v -> !v.chosen().isEmpty(), "alt shift LEFT"),
    NUDGE_RIGHT_A_LITTLE(v -> v.deeds().nudge(1, 0), v -> !v.chosen().isEmpty(), "alt shift RIGHT"),
    NUDGE_UP_A_LITTLE(v -> v.deeds().nudge(0, -1), v -> !v.chosen().isEmpty(), "alt shift UP"),
    NUDGE_DOWN_A_LITTLE(v -> v.deeds().nudge(0, 1), v -> !v.chosen().isEmpty(), "alt shift DOWN"),
    /** Ends the innermost thing: a drag, else the selection, else the stay in a subgraph. */
    ESCAPE(CanvasView::escape, CanvasView::canEscape, "ESCAPE");

    private final Consumer<CanvasView> deed;
    private final Predicate<CanvasView> possible;
    private final List<String> keys;

    CanvasAction(Consumer<CanvasView> deed, Predicate<CanvasView> possible, String... keys) {
        this.deed = deed;
        this.possible = possible;
        this.keys = List.of(keys);
    }

    CanvasAction(Alignment way, String key) {
        this(v -> v.arranging().align(way), v -> v.arranging().can(way), key);
    }

    /** The code of its words. */
    String code() {
        return "action." + name();
    }

    /** What people call it. */
    public String name(Language language) {
        return Words.of(CanvasAction.class, language).say(code());
    }

    /** Whether it goes one of four ways: lists have one line for the four. */
    public boolean isArrow() {
        return this != WALK_GROUPS && (name().startsWith("WALK_") || name().startsWith("FOLLOW_") || name().startsWith("ROAM_") || name().startsWith("NUDGE_"));
    }

    /** Whether somebody would look for it among commands: not what goes a way, or means something only where the keys are. */
    public boolean isCommand() {
        return !isArrow() && this != ESCAPE && this != MENU;
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
        return !(view.isLocked() && rearranges()) && possible.test(view);
    }

    /** Whether it changes what is there, where it stands or how it is wired: not on a canvas that is locked. */
    private boolean rearranges() {
        return switch (this) {
            case MAKE_SUBGRAPH, UNPACK, SEPARATE, DUPLICATE_ALONE, DELETE, DELETE_JOINING, CUT, PASTE, DUPLICATE, DUPLICATE_WIRED, RENAME, REPLACE, COLLAPSE, PIN, ADD_NOTE, GROUP, FIT_GROUP, TIDY, WIRE,
                    ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT, ALIGN_TOP, ALIGN_MIDDLE, ALIGN_BOTTOM, SPREAD_ACROSS, SPREAD_DOWN,
                    NUDGE_LEFT, NUDGE_RIGHT, NUDGE_UP, NUDGE_DOWN, NUDGE_LEFT_A_LITTLE, NUDGE_RIGHT_A_LITTLE, NUDGE_UP_A_LITTLE,
                    NUDGE_DOWN_A_LITTLE -> true;
            default -> false;
        };
    }

    void perform(CanvasView view) {
        deed.accept(view);
    }
}
