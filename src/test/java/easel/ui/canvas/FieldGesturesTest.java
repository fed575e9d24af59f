package easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.Edit;
import easel.graph.InputRef;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.OutputRef;
import easel.graph.Position;
import easel.graph.SeedMode;
import easel.graph.Value;
import java.awt.Point;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mouse and keys on the parameters shown in nodes. */
class FieldGesturesTest {

    private static final InputRef STEPS = InputRef.of("sampler", "steps");
    private static final InputRef SEED = InputRef.of("sampler", "seed");

    private final List<String> asked = new ArrayList<>();
    private Hands hands;

    @BeforeEach
    void open() throws Exception {
        // A node with a switch, where nothing else is.
        hands = new Hands(Example.document().with(Node.of("inpaint", "sampler-custom").at(new Position(0, 520))));
        hands.view().setFieldHost(new FieldHost() {
            @Override
            public void edit(InputRef parameter) {
                asked.add("edit " + parameter.node().text() + "." + parameter.input());
            }

            @Override
            public void drawSeed(InputRef seed) {
                asked.add("draw " + seed.node().text() + "." + seed.input());
            }
        });
    }

    private Point middle(InputRef parameter) {
        var box = hands.view().fieldBounds(parameter).orElseThrow();
        return new Point((int) box.getCenterX(), (int) box.getCenterY());
    }

    private Value value(InputRef parameter) {
        return hands.document().value(parameter).orElse(null);
    }

    private Point right(Point from, int by) {
        return new Point(from.x + by, from.y);
    }

    @Test
    void drag_number() throws Exception {
        Point from = middle(STEPS);
        hands.swipe(from, right(from, 20), MouseEvent.BUTTON1, 0);
        assertThat(hands.edits()).containsExactly(new Edit.SetParameter(STEPS, Value.of(30)));
        assertThat(hands.selection()).containsExactly(new NodeId("sampler"));
        hands.swipe(middle(STEPS), right(from, -900), MouseEvent.BUTTON1, 0);
        assertThat(value(STEPS)).as("no further than it may").isEqualTo(Value.of(1));
        hands.undo();
        hands.undo();
        assertThat(value(STEPS)).as("one step a drag").isNull();
    }

    @Test
    void a_number_in_the_hand_when_the_canvas_leaves_the_window_is_let_go() throws Exception {
        Point from = middle(STEPS);
        hands.press(from, MouseEvent.BUTTON1, 0);
        hands.drag(right(from, 20), 0);
        Hands.onEdt(() -> hands.view().removeNotify());
        hands.release(right(from, 20), MouseEvent.BUTTON1, 0);
        assertThat(hands.edits()).isEmpty();
        hands.swipe(middle(STEPS), right(from, 20), MouseEvent.BUTTON1, 0);
        assertThat(hands.edits()).as("the next begins anew").containsExactly(new Edit.SetParameter(STEPS, Value.of(30)));
    }

    @Test
    void drag_number_finely() throws Exception {
        Point from = middle(InputRef.of("sampler", "strength"));
        hands.press(from, MouseEvent.BUTTON1, 0);
        hands.drag(right(from, 16), InputEvent.SHIFT_DOWN_MASK);
        hands.release(right(from, 16), MouseEvent.BUTTON1, InputEvent.SHIFT_DOWN_MASK);
        assertThat(value(InputRef.of("sampler", "strength"))).isEqualTo(Value.of(0.602));
    }

    @Test
    void a_number_in_the_hand_is_shown_and_esc_takes_it_back() throws Exception {
        Point from = middle(STEPS);
        hands.press(from, MouseEvent.BUTTON1, 0);
        hands.drag(right(from, 20), 0);
        assertThat(hands.view().scene().node(new NodeId("sampler")).orElseThrow().shown("steps")).contains(Value.of(30));
        hands.key("ESCAPE");
        assertThat(hands.view().scene().node(new NodeId("sampler")).orElseThrow().shown("steps")).isEmpty();
        hands.drag(right(from, 60), 0);
        hands.release(right(from, 60), MouseEvent.BUTTON1, 0);
        assertThat(hands.edits()).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void click_parameter() throws Exception {
        hands.click(middle(STEPS), 0);
        hands.click(middle(InputRef.of("prompt", "text")), 0);
        hands.click(middle(InputRef.of("sampler", "scheduler")), 0);
        assertThat(asked).containsExactly("edit sampler.steps", "edit prompt.text", "edit sampler.scheduler");
        assertThat(hands.edits()).isEmpty();
    }

    @Test
    void a_note_is_edited_where_it_stands() throws Exception {
        hands.click(middle(InputRef.of("note", "text")), 0);
        hands.select("note");
        hands.key("ENTER");
        assertThat(asked).containsExactly("edit note.text", "edit note.text");
    }

    @Test
    void a_node_can_be_dragged_by_its_words() throws Exception {
        Point from = middle(InputRef.of("prompt", "text"));
        hands.swipe(from, right(from, 40), MouseEvent.BUTTON1, 0);
        assertThat(hands.edits()).hasOnlyElementsOfType(Edit.MoveNodes.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void what_a_wire_feeds_is_not_edited() throws Exception {
        hands = new Hands(new Edit.Connect(OutputRef.of("model", "model"), STEPS).on(Example.document()));
        open(hands);
        Point from = middle(STEPS);
        hands.click(from, 0);
        hands.swipe(from, right(from, 20), MouseEvent.BUTTON1, 0);
        assertThat(hands.edits()).hasOnlyElementsOfType(Edit.MoveNodes.class);
        assertThat(asked).isEmpty();
    }

    private void open(Hands other) {
        other.view().setFieldHost(new FieldHost() {
            @Override
            public void edit(InputRef parameter) {
                asked.add("edit");
            }

            @Override
            public void drawSeed(InputRef seed) {
                asked.add("draw");
            }
        });
    }

    @Test
    void click_switch() throws Exception {
        InputRef noise = InputRef.of("inpaint", "add_noise");
        Hands.onEdt(() -> hands.view().setCamera(new Camera(1, 40, -300)));
        hands.settle();
        hands.click(middle(noise), 0);
        assertThat(value(noise)).isIn(Value.of(true), Value.of(false));
        Value first = value(noise);
        hands.click(middle(noise), 0);
        assertThat(value(noise)).isNotEqualTo(first);
    }

    @Test
    void click_dice() throws Exception {
        var box = hands.view().fieldBounds(SEED).orElseThrow();
        hands.click(new Point((int) box.getMaxX() + 4 + 12, (int) box.getCenterY()), 0);
        assertThat(asked).containsExactly("draw sampler.seed");
    }

    @Test
    void click_lock() throws Exception {
        var box = hands.view().fieldBounds(SEED).orElseThrow();
        Point lock = new Point((int) box.getMaxX() + 4 + 24 + 4 + 12, (int) box.getCenterY());
        hands.click(lock, 0);
        assertThat(((Value.Seed) value(SEED)).mode()).isEqualTo(SeedMode.RANDOM);
        hands.click(lock, 0);
        assertThat(value(SEED)).isEqualTo(Value.Seed.fixed(42));
    }

    @Test
    void edit() throws Exception {
        hands.select("sampler");
        hands.key("ENTER");
        assertThat(asked).containsExactly("edit sampler.width");
        hands.select("sampler", "model");
        hands.key("ENTER");
        assertThat(asked).as("not of two").hasSize(1);
    }
}
