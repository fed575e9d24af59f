package easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.NodeId;
import easel.graph.Offset;
import easel.graph.Position;
import java.awt.Point;
import java.awt.event.FocusEvent;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every gesture and key of the canvas, by events; after each, what is shown is compared with a canvas newly made. */
class CanvasGesturesTest {

    private static final int SHIFT = InputEvent.SHIFT_DOWN_MASK;
    private static final int CTRL = InputEvent.CTRL_DOWN_MASK;

    private final Document document = Example.document();
    private Hands hands;

    @BeforeEach
    void open() throws Exception {
        hands = new Hands(document);
    }

    private static NodeId id(String text) {
        return new NodeId(text);
    }

    private Position place(String id) {
        return hands.document().node(id(id)).orElseThrow().position();
    }

    private Point empty() {
        return hands.at(150, 700);
    }

    @Test
    void pan_with_middle_button() throws Exception {
        Camera before = hands.view().camera();
        hands.swipe(hands.head("sampler"), new Point(hands.head("sampler").x - 120, hands.head("sampler").y + 75), MouseEvent.BUTTON2, 0);
        assertThat(hands.view().camera()).isEqualTo(before.moved(-120, 75));
        assertThat(hands.edits()).isEmpty();
    }

    @Test
    void pan_with_space() throws Exception {
        Camera before = hands.view().camera();
        hands.key("pressed SPACE");
        hands.swipe(hands.head("sampler"), new Point(300, 300), MouseEvent.BUTTON1, 0);
        hands.key("released SPACE");
        assertThat(hands.view().camera()).isNotEqualTo(before);
        assertThat(hands.edits()).isEmpty();
        assertThat(hands.selection()).isEmpty();
        hands.swipe(hands.head("sampler"), new Point(hands.head("sampler").x + 20, hands.head("sampler").y), MouseEvent.BUTTON1, 0);
        assertThat(hands.edits()).hasSize(1);
    }

    @Test
    void pan_by_dragging() throws Exception {
        Hands.onEdt(() -> hands.view().setHabits(new Habits(Habits.Drag.PANS, Habits.Wheel.ZOOMS, WireShape.CURVED, Habits.Snap.LINES)));
        Camera before = hands.view().camera();
        hands.swipe(empty(), new Point(empty().x + 50, empty().y - 40), MouseEvent.BUTTON1, 0);
        assertThat(hands.view().camera()).isEqualTo(before.moved(50, -40));
        hands.swipe(hands.at(-20, -20), hands.at(100, 100), MouseEvent.BUTTON1, SHIFT);
        assertThat(hands.selection()).containsExactly(id("model"));
    }

    @Test
    void pan_with_wheel() throws Exception {
        Hands.onEdt(() -> hands.view().setHabits(new Habits(Habits.Drag.SELECTS, Habits.Wheel.PANS, WireShape.STRAIGHT, Habits.Snap.LINES)));
        Camera before = hands.view().camera();
        hands.wheel(empty(), 1, 0);
        assertThat(hands.view().camera()).isEqualTo(before.moved(0, -60));
        hands.wheel(empty(), -0.5, SHIFT);
        assertThat(hands.view().camera()).isEqualTo(before.moved(30, -60));
        hands.wheel(empty(), -1, CTRL);
        assertThat(hands.view().camera().zoom()).isGreaterThan(before.zoom());
    }

    @Test
    void zoom_with_wheel() throws Exception {
        Point at = hands.head("sampler");
        var under = hands.view().camera().at(at);
        hands.wheel(at, -4, 0);
        assertThat(hands.view().camera().zoom()).isCloseTo(2, within(1e-9));
        assertThat(hands.view().camera().at(at).distance(under)).isLessThan(1e-6);
        hands.wheel(at, 40, 0);
        assertThat(hands.view().camera().zoom()).isEqualTo(Camera.LEAST);
        hands.wheel(at, -40, 0);
        assertThat(hands.view().camera().zoom()).isEqualTo(Camera.MOST);
    }

    @Test
    void select_by_click() throws Exception {
        hands.click(hands.head("sampler"), 0);
        assertThat(hands.selection()).containsExactly(id("sampler"));
        hands.click(hands.head("model"), 0);
        assertThat(hands.selection()).containsExactly(id("model"));
    }

    @Test
    void add_by_click() throws Exception {
        hands.click(hands.head("sampler"), 0);
        hands.click(hands.head("model"), SHIFT);
        assertThat(hands.selection()).containsExactlyInAnyOrder(id("model"), id("sampler"));
        hands.click(hands.head("sampler"), CTRL);
        assertThat(hands.selection()).containsExactly(id("model"));
    }

    @Test
    void select_nothing_by_click() throws Exception {
        hands.click(hands.head("sampler"), 0);
        hands.click(empty(), SHIFT);
        assertThat(hands.selection()).hasSize(1);
        hands.click(empty(), 0);
        assertThat(hands.selection()).isEmpty();
    }

    @Test
    void select_with_frame() throws Exception {
        hands.swipe(hands.at(-20, -20), hands.at(290, 60), MouseEvent.BUTTON1, 0);
        assertThat(hands.selection()).containsExactlyInAnyOrder(id("model"), id("prompt"));
    }

    @Test
    void add_with_frame() throws Exception {
        hands.select("negative");
        hands.swipe(hands.at(-20, -20), hands.at(100, 60), MouseEvent.BUTTON1, SHIFT);
        assertThat(hands.selection()).containsExactlyInAnyOrder(id("model"), id("negative"));
    }

    @Test
    void move_by_dragging() throws Exception {
        hands.select("model", "prompt");
        Point from = hands.head("model");
        hands.swipe(from, new Point(from.x + 33, from.y + 21), MouseEvent.BUTTON1, 0);
        assertThat(hands.edits()).containsExactly(new Edit.MoveNodes(Set.of(id("model"), id("prompt")), new Offset(33, 21)));
        assertThat(place("model")).isEqualTo(new Position(33, 21));
        hands.undo();
        assertThat(hands.document()).isEqualTo(document);
    }

    @Test
    void a_pinned_node_stays() throws Exception {
        Document pinned = document.mapNodes(Set.of(id("model")), n -> n.pinned(true));
        hands = new Hands(pinned);
        hands.swipe(hands.head("model"), new Point(400, 400), MouseEvent.BUTTON1, 0);
        assertThat(hands.edits()).isEmpty();
    }

    @Test
    void cancel_drag() throws Exception {
        Point from = hands.head("model");
        hands.press(from, MouseEvent.BUTTON1, 0);
        hands.drag(new Point(from.x + 60, from.y + 60), 0);
        assertThat(hands.view().scene().node(id("model")).orElseThrow().x()).isEqualTo(60);
        hands.key("ESCAPE");
        assertThat(hands.view().scene().node(id("model")).orElseThrow().x()).isZero();
        hands.release(new Point(from.x + 90, from.y + 90), MouseEvent.BUTTON1, 0);
        assertThat(hands.edits()).isEmpty();
        assertThat(hands.selection()).containsExactly(id("model"));
        hands.key("ESCAPE");
        assertThat(hands.selection()).isEmpty();
    }

    @Test
    void what_is_in_the_hand_when_the_canvas_leaves_the_window_is_let_go() throws Exception {
        Point from = hands.head("model");
        hands.press(from, MouseEvent.BUTTON1, 0);
        hands.drag(new Point(from.x + 60, from.y + 60), 0);
        Hands.onEdt(() -> hands.view().removeNotify());
        assertThat(hands.view().scene().node(id("model")).orElseThrow().x()).isZero();
        hands.click(new Point(from.x + 90, from.y + 90), 0);
        assertThat(hands.edits()).isEmpty();
        hands.press(from, MouseEvent.BUTTON1, 0);
        Hands.onEdt(() -> hands.view().removeNotify());
        hands.drag(new Point(from.x + 60, from.y + 60), 0);
        hands.release(new Point(from.x + 60, from.y + 60), MouseEvent.BUTTON1, 0);
        assertThat(hands.edits()).as("a press that has not moved yet").isEmpty();
    }

    @Test
    void space_is_let_go_with_the_keys() throws Exception {
        hands.key("pressed SPACE");
        Hands.onEdt(() -> {
            FocusEvent lost = new FocusEvent(hands.view().sheet(), FocusEvent.FOCUS_LOST, true);
            Arrays.stream(hands.view().sheet().getFocusListeners()).forEach(l -> l.focusLost(lost));
        });
        assertThat(hands.view().isSpaceHeld()).isFalse();
        Point from = hands.head("model");
        hands.swipe(from, new Point(from.x + 20, from.y), MouseEvent.BUTTON1, 0);
        assertThat(hands.edits()).as("it moves, and not the canvas").hasSize(1);
        hands.key("released SPACE");
        assertThat(hands.view().over().searchPanel()).as("and it was no tap").isNull();
    }

    @Test
    void a_node_that_goes_while_it_is_dragged_ends_the_drag() throws Exception {
        Point from = hands.head("model");
        hands.press(from, MouseEvent.BUTTON1, 0);
        hands.drag(new Point(from.x + 60, from.y + 60), 0);
        Hands.onEdt(() -> hands.view().show(document.without(Set.of(id("model")))));
        hands.settle();
        hands.release(new Point(from.x + 90, from.y + 90), MouseEvent.BUTTON1, 0);
        assertThat(hands.edits()).isEmpty();
    }

    @Test
    void zoom_in_and_out_by_key() throws Exception {
        hands.key("EQUALS");
        assertThat(hands.view().camera().zoom()).isCloseTo(Camera.NOTCH, within(1e-9));
        hands.key("ctrl MINUS");
        hands.key("SUBTRACT");
        assertThat(hands.view().camera().zoom()).isCloseTo(1 / Camera.NOTCH, within(1e-9));
    }

    @Test
    void actual_size() throws Exception {
        hands.wheel(empty(), 3, 0);
        hands.key("ctrl 0");
        assertThat(hands.view().camera().zoom()).isEqualTo(1);
    }

    @Test
    void fit_all() throws Exception {
        hands.key("HOME");
        for (NodeView node : hands.view().scene().nodes()) {
            Point upper = hands.at(node.x(), node.y());
            Point lower = hands.at(node.x() + node.width(), node.y() + node.height());
            assertThat(upper.x).isGreaterThanOrEqualTo(39);
            assertThat(upper.y).isGreaterThanOrEqualTo(39);
            assertThat(lower.x).isLessThanOrEqualTo(Hands.WIDTH - 39);
            assertThat(lower.y).isLessThanOrEqualTo(Hands.HEIGHT - 63);
        }
    }

    @Test
    void fit_selection() throws Exception {
        hands.select("batch");
        hands.key("PERIOD");
        assertThat(hands.view().camera().zoom()).isEqualTo(1);
        NodeView node = hands.view().scene().node(id("batch")).orElseThrow();
        assertThat(hands.at(node.x() + node.width() / 2.0, node.y() + node.height() / 2.0)).as("in the middle of what the bar below leaves").isEqualTo(new Point(Hands.WIDTH / 2, Hands.HEIGHT / 2 - 12));
    }

    @Test
    void select_all() throws Exception {
        hands.key("ctrl A");
        assertThat(hands.selection()).hasSize(document.size());
    }

    @Test
    void delete() throws Exception {
        hands.select("prompt", "bend");
        hands.key("DELETE");
        assertThat(hands.document().node(id("prompt"))).isEmpty();
        assertThat(hands.edits()).containsExactly(new Edit.RemoveNodes(Set.of(id("prompt"), id("bend"))));
        assertThat(hands.selection()).isEmpty();
        hands.undo();
        assertThat(hands.document()).isEqualTo(document);
        hands.key("DELETE");
        assertThat(hands.edits()).hasSize(1);
    }

    @Test
    void nudge() throws Exception {
        hands.select("save");
        Position before = place("save");
        hands.key("shift RIGHT");
        hands.key("shift DOWN");
        assertThat(place("save")).isEqualTo(before.plus(new Offset(8, 8)));
        hands.key("shift LEFT");
        hands.key("shift UP");
        assertThat(place("save")).isEqualTo(before);
    }

    @Test
    void nudge_a_little() throws Exception {
        hands.select("save");
        Position before = place("save");
        hands.key("alt shift RIGHT");
        hands.key("alt shift DOWN");
        assertThat(place("save")).isEqualTo(before.plus(new Offset(1, 1)));
        hands.key("alt shift LEFT");
        hands.key("alt shift UP");
        assertThat(place("save")).isEqualTo(before);
    }

    @Test
    void escape() throws Exception {
        hands.select("save");
        hands.key("ESCAPE");
        assertThat(hands.selection()).isEmpty();
    }

    /** Its line used to come out a pixel aside where a selected one had been painted before it in the same part. */
    @Test
    void a_frame_far_away_is_the_same_whatever_is_painted_with_it() throws Exception {
        hands.select("model");
        for (int i = 0; i < 14; i++) {
            hands.wheel(new Point(0, 0), 1, 0);
            hands.move(hands.head("batch"));
            hands.move(empty());
        }
        assertThat(hands.view().camera().zoom()).isLessThan(0.1);
    }

    @Test
    void a_walk_of_200_random_gestures_shows_what_the_document_has() throws Exception {
        walk(200, 7);
    }

    @Test
    @Tag("large")
    void a_walk_of_5000_random_gestures_shows_what_the_document_has() throws Exception {
        for (int i = 0; i < 10; i++) {
            hands = new Hands(document);
            walk(500, 100 + i);
        }
    }

    private void walk(int steps, int seed) throws Exception {
        Random random = new Random(seed);
        String[] keys = {"RIGHT", "ctrl LEFT", "shift RIGHT", "alt shift UP", "DELETE", "ESCAPE", "HOME", "F", "EQUALS", "MINUS", "ctrl A", "ctrl 0", "ctrl C", "ctrl V",
            "ctrl X", "ctrl D", "ctrl shift D", "ctrl DELETE", "M", "ctrl B", "C", "P", "U", "D", "T", "F2", "pressed SPACE", "released SPACE",
            "ctrl G", "ctrl G", "shift G", "shift A", "shift L", "shift B", "shift H", "N", "H", "H", "L", "L", "ctrl F", "F8",
            "S", "S", "PAGE_DOWN", "PAGE_DOWN", "PAGE_DOWN", "PAGE_UP", "shift S", "alt S", "alt D"};
        hands.descends();
        int[] holds = {0, 0, 0, SHIFT, CTRL, SHIFT | CTRL, InputEvent.ALT_DOWN_MASK};
        for (int i = 0; i < steps; i++) {
            Point one = somewhere(random);
            Point other = somewhere(random);
            int more = holds[random.nextInt(holds.length)];
            switch (random.nextInt(11)) {
                case 0 -> hands.click(one, more);
                case 1, 2, 3 -> hands.swipe(one, other, MouseEvent.BUTTON1, more);
                case 4 -> hands.swipe(one, other, MouseEvent.BUTTON2, more);
                case 5 -> hands.wheel(one, random.nextInt(5) - 2, more);
                case 6, 7 -> hands.key(keys[random.nextInt(keys.length)]);
                case 8 -> hands.undo();
                case 9 -> hands.doubleClick(one);
                default -> hands.move(one);
            }
            answer(random);
        }
        hands.key("released SPACE");
        hands.key("ESCAPE");
        hands.key("ESCAPE");
        for (int i = 0; i < 5 * steps && !hands.document().equals(document); i++) {
            hands.undo();
        }
        assertThat(hands.document()).isEqualTo(document);
    }

    /** Anywhere, and more often where there is something to take hold of. */
    private Point somewhere(Random random) throws Exception {
        List<Plug> plugs = new ArrayList<>();
        Hands.onEdt(() -> hands.view().scene().nodes().forEach(n -> plugs.addAll(Plug.of(n))));
        if (plugs.isEmpty() || random.nextInt(3) == 0) {
            return new Point(random.nextInt(Hands.WIDTH), random.nextInt(Hands.HEIGHT));
        }
        List<GroupView> groups = hands.view().scene().groups();
        if (!groups.isEmpty() && random.nextInt(4) == 0) {
            GroupView group = groups.get(random.nextInt(groups.size()));
            boolean corner = random.nextBoolean();
            return inside(hands.at(corner ? group.right() : group.x() + random.nextInt(120), corner ? group.bottom() : group.y() + random.nextInt(32)));
        }
        Plug plug = plugs.get(random.nextInt(plugs.size()));
        return inside(hands.at(plug.x() + random.nextInt(9) - 4, plug.y() + random.nextInt(9) - 4));
    }

    private static Point inside(Point at) {
        return new Point(Math.clamp(at.x, 0, Hands.WIDTH - 1), Math.clamp(at.y, 0, Hands.HEIGHT - 1));
    }

    private void answer(Random random) throws Exception {
        if (hands.view().over().searchPanel() != null && random.nextBoolean()) {
            hands.type(random.nextBoolean() ? "sa" : "pro");
            hands.fieldKey(random.nextInt(3) == 0 ? "ESCAPE" : "ENTER");
        } else if (hands.view().over().find().isOpen()) {
            hands.findType(random.nextBoolean() ? "sampler" : "words");
            hands.findKey("ENTER");
            hands.findKey("ESCAPE");
        } else if (hands.view().over().titleField() != null && random.nextBoolean()) {
            hands.titleType("t" + random.nextInt(10));
            hands.titleKey(random.nextBoolean() ? "ESCAPE" : "ENTER");
        }
    }
}
