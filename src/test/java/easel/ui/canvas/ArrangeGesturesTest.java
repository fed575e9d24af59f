package easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.Group;
import easel.graph.Area;
import easel.graph.InputRef;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.OutputRef;
import easel.graph.Position;
import java.awt.Point;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bringing nodes into order: drawn into line while they are moved, aligned, spread, tidied. By events. */
class ArrangeGesturesTest {

    private final Document document = Document.EMPTY.with(node("one", 100, 100)).with(node("two", 431, 290)).with(node("three", 750, 610));
    private Hands hands;

    @BeforeEach
    void open() throws Exception {
        hands = new Hands(document);
    }

    private static Node node(String id, double x, double y) {
        return Node.of(id, "prompt").at(new Position(x, y));
    }

    private Position place(String id) {
        return hands.document().node(new NodeId(id)).orElseThrow().position();
    }


    private void snapTo(Habits.Snap snap) throws Exception {
        Hands.onEdt(() -> hands.view().setHabits(new Habits(Habits.Drag.SELECTS, Habits.Wheel.ZOOMS, WireShape.CURVED, snap)));
    }

    private void move(String id, int dx, int dy, int more) throws Exception {
        Point head = hands.head(id);
        hands.press(head, MouseEvent.BUTTON1, 0);
        hands.drag(new Point(head.x + dx / 2, head.y + dy / 2), 0);
        hands.drag(new Point(head.x + dx, head.y + dy), more);
        hands.release(new Point(head.x + dx, head.y + dy), MouseEvent.BUTTON1, more);
    }

    @Test
    void what_is_moved_is_drawn_into_line() throws Exception {
        Point head = hands.head("two");
        hands.press(head, MouseEvent.BUTTON1, 0);
        hands.drag(new Point(head.x - 40, head.y - 186), 0);
        assertThat(hands.view().scene().node(new NodeId("two")).orElseThrow().y()).as("4 pixels beside the upper edge of one").isEqualTo(100);
        assertThat(hands.view().scene().node(new NodeId("two")).orElseThrow().x()).as("nothing near").isEqualTo(391);
        hands.release(new Point(head.x - 40, head.y - 186), MouseEvent.BUTTON1, 0);
        assertThat(place("two")).isEqualTo(new Position(391, 100));
        hands.undo();
        move("two", -40, -170, 0);
        assertThat(place("two")).as("too far from any line").isEqualTo(new Position(391, 120));
    }

    @Test
    void alt_and_a_setting_let_it_go_where_the_hand_has_it() throws Exception {
        move("two", -40, -186, InputEvent.ALT_DOWN_MASK);
        assertThat(place("two")).isEqualTo(new Position(391, 104));
        hands.undo();
        snapTo(Habits.Snap.NOTHING);
        move("two", -40, -186, 0);
        assertThat(place("two")).isEqualTo(new Position(391, 104));
    }

    @Test
    void the_grid_draws_what_no_line_does() throws Exception {
        snapTo(Habits.Snap.GRID);
        move("two", -42, -170, 0);
        assertThat(place("two")).isEqualTo(new Position(392, 120));
    }

    @Test
    void align() throws Exception {
        hands.select("one", "two", "three");
        hands.key("shift L");
        assertThat(place("three")).isEqualTo(new Position(100, 610));
        hands.undo();
        hands.key("shift R");
        assertThat(place("one")).isEqualTo(new Position(750, 100));
        hands.undo();
        hands.key("shift C");
        assertThat(place("two")).isEqualTo(new Position(425, 290));
        hands.undo();
        hands.key("shift T");
        assertThat(place("two")).isEqualTo(new Position(431, 100));
        hands.undo();
        hands.key("shift M");
        assertThat(place("one")).isEqualTo(new Position(100, 355));
        hands.undo();
        hands.key("shift B");
        assertThat(place("one")).isEqualTo(new Position(100, 610));
        hands.undo();
        assertThat(hands.document()).isEqualTo(document);
        hands.select("one");
        hands.key("shift L");
        assertThat(hands.edits()).as("one alone is in line with itself").hasSize(6);
    }

    @Test
    void distribute() throws Exception {
        hands.select("one", "two", "three");
        hands.key("shift H");
        assertThat(place("two")).isEqualTo(new Position(425, 290));
        hands.undo();
        hands.key("shift V");
        assertThat(place("two")).isEqualTo(new Position(431, 355));
        assertThat(place("one")).isEqualTo(new Position(100, 100));
        hands.undo();
        hands.select("one", "two");
        hands.key("shift H");
        assertThat(hands.edits()).as("two have nothing between them").hasSize(2);
    }

    @Test
    void pinned_nodes_are_not_aligned() throws Exception {
        hands = new Hands(document.mapNodes(Set.of(new NodeId("three")), n -> n.pinned(true)));
        hands.select("one", "two", "three");
        hands.key("shift R");
        assertThat(place("one")).isEqualTo(new Position(431, 100));
        assertThat(place("three")).isEqualTo(new Position(750, 610));
    }

    @Test
    void tidy() throws Exception {
        Document d = Document.EMPTY.with(Node.of("save", "save-picture").at(new Position(200, 40))).with(Node.of("sampler", "sampler").at(new Position(100, 500)))
                .with(Node.of("model", "load-checkpoint").at(new Position(720, 480))).with(Node.of("words", "prompt").at(new Position(820, 20)))
                .with(Group.of("g", "Words", Area.of(800, -30, 260, 260)));
        d = new Edit.Connect(OutputRef.of("model", "model"), InputRef.of("sampler", "model")).on(d);
        d = new Edit.Connect(OutputRef.of("words", "prompt"), InputRef.of("sampler", "positive")).on(d);
        d = new Edit.Connect(OutputRef.of("sampler", "picture"), InputRef.of("save", "picture")).on(d);
        Document mess = d;
        hands = new Hands(mess);
        hands.select("sampler", "save");
        hands.key("shift A");
        assertThat(place("save").x()).as("what is fed stands to the right").isGreaterThan(place("sampler").x());
        assertThat(place("model")).as("what is not selected stays").isEqualTo(new Position(720, 480));
        assertThat(Math.min(place("sampler").x(), place("save").x())).as("where it was").isEqualTo(100);
        hands.undo();
        assertThat(hands.document()).isEqualTo(mess);
        hands.select();
        hands.key("shift A");
        assertThat(place("sampler").x()).isGreaterThan(place("model").x()).isGreaterThan(place("words").x());
        Area group = hands.document().groups().iterator().next().area();
        assertThat(group.contains(new Area(place("words"), hands.view().size(new NodeId("words")).orElseThrow()))).isTrue();
        assertThat(hands.edits()).hasSize(2);
        hands.key("shift A");
        assertThat(hands.edits()).as("tidy already").hasSize(2);
    }

    @Test
    void the_menu_has_it_too() throws Exception {
        hands.select("one", "two");
        hands.rightClick(hands.head("one"));
        Hands.onEdt(() -> hands.menuItem("Align upper edges").doClick(0));
        assertThat(place("two")).isEqualTo(new Position(431, 100));
        assertThat(hands.menuItem("Distribute across").isEnabled()).isFalse();
    }
}
