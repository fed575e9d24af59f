package easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.About;
import easel.graph.Body;
import easel.graph.Conversion;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.Extras;
import easel.graph.Form;
import easel.graph.InputRef;
import easel.graph.LinkEdit;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Outlet;
import easel.graph.OutputRef;
import easel.graph.Phrase;
import easel.graph.Position;
import easel.graph.Reroute;
import easel.graph.SocketType;
import easel.graph.Subgraph;
import easel.graph.SubgraphId;
import easel.graph.Value;
import easel.ui.action.Keymap;
import java.awt.Point;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Set;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What hands do with wires, by events. */
class WireGesturesTest {

    private static final int SHIFT = InputEvent.SHIFT_DOWN_MASK;
    private static final int CTRL = InputEvent.CTRL_DOWN_MASK;

    private final Document document = document();
    private Hands hands;

    @BeforeEach
    void open() throws Exception {
        hands = new Hands(document);
    }

    /** Two prompts, a checkpoint and two samplers without a wire, one that saves, a scaling one, and a node that gives a number. */
    private static Document document() {
        SubgraphId number = new SubgraphId("number");
        Document d = Document.EMPTY.with(new Subgraph(number, new About("", Phrase.of("Number", "数字"), Phrase.NONE), Body.EMPTY.with(Node.of("n", "nobody-knows")),
                new Form(List.of(), List.of(new Outlet("number", OutputRef.of("n", "number"), SocketType.Known.INT, Phrase.NONE, Extras.NONE))), Extras.NONE));
        d = d.with(node("model", "load-checkpoint", 0, 0)).with(node("prompt", "prompt", 280, 0)).with(node("negative", "prompt", 280, 180));
        d = d.with(node("sampler", "sampler", 560, 0)).with(node("again", "sampler", 920, 0)).with(node("scale", "image-scale", 0, 360));
        return d.with(node("number", number.type(), 0, 250)).with(node("save", "save-picture", 280, 500));
    }

    private static Node node(String id, String type, double x, double y) {
        return Node.of(id, type).at(new Position(x, y));
    }

    private void link(String from, String output, String to, String input) throws Exception {
        hands = new Hands(new Edit.Connect(OutputRef.of(from, output), InputRef.of(to, input)).on(hands.document()));
    }

    private OutputRef feeds(String node, String input) {
        return hands.document().node(new NodeId(node)).orElseThrow().input(input).orElse(null);
    }

    private Point nothing() {
        return hands.at(700, 700);
    }

    private void swipe(Point from, Point to) throws Exception {
        hands.swipe(from, to, MouseEvent.BUTTON1, 0);
    }

    @Test
    void draw_wire() throws Exception {
        swipe(hands.output("model", "model"), hands.socket("sampler", "model"));
        assertThat(hands.edits()).containsExactly(new Edit.Connect(OutputRef.of("model", "model"), InputRef.of("sampler", "model")));
        swipe(hands.socket("sampler", "positive"), hands.output("prompt", "prompt"));
        assertThat(feeds("sampler", "positive")).isEqualTo(OutputRef.of("prompt", "prompt"));
        assertThat(hands.selection()).isEmpty();
        hands.undo();
        hands.undo();
        assertThat(hands.document()).isEqualTo(document);
    }

    @Test
    void only_sockets_that_fit_take_it() throws Exception {
        hands.press(hands.output("model", "model"), MouseEvent.BUTTON1, 0);
        hands.drag(nothing(), 0);
        assertThat(hands.view().gestures().wire().fitting()).extracting(p -> p.node().id() + "." + p.name()).containsExactly("sampler.model", "again.model");
        hands.drag(hands.socket("sampler", "positive"), 0);
        assertThat(hands.view().gestures().wire().words()).isEqualTo("Prompt takes conditioning, not model");
        hands.release(hands.socket("sampler", "positive"), MouseEvent.BUTTON1, 0);
        assertThat(hands.edits()).isEmpty();
        swipe(hands.output("model", "model"), hands.head("save"));
        assertThat(hands.edits()).isEmpty();
    }

    @Test
    void drop_wire_on_node() throws Exception {
        swipe(hands.output("prompt", "prompt"), hands.head("sampler"));
        assertThat(feeds("sampler", "positive")).isEqualTo(OutputRef.of("prompt", "prompt"));
        swipe(hands.output("negative", "prompt"), hands.head("sampler"));
        assertThat(feeds("sampler", "negative")).as("free before taken").isEqualTo(OutputRef.of("negative", "prompt"));
        swipe(hands.socket("sampler", "model"), hands.head("model"));
        assertThat(feeds("sampler", "model")).isEqualTo(OutputRef.of("model", "model"));
    }

    @Test
    void a_new_wire_into_a_taken_input_replaces_the_old_one_in_one_step() throws Exception {
        link("prompt", "prompt", "sampler", "positive");
        swipe(hands.output("negative", "prompt"), hands.socket("sampler", "positive"));
        assertThat(hands.edits()).hasSize(1);
        assertThat(feeds("sampler", "positive")).isEqualTo(OutputRef.of("negative", "prompt"));
        hands.undo();
        assertThat(feeds("sampler", "positive")).isEqualTo(OutputRef.of("prompt", "prompt"));
    }

    @Test
    void take_wire_off() throws Exception {
        link("prompt", "prompt", "sampler", "positive");
        swipe(hands.socket("sampler", "positive"), hands.socket("sampler", "negative"));
        assertThat(feeds("sampler", "positive")).isNull();
        assertThat(feeds("sampler", "negative")).isEqualTo(OutputRef.of("prompt", "prompt"));
        assertThat(hands.edits()).hasSize(1).first().extracting(Edit::code).isEqualTo("Connect");
        swipe(hands.socket("sampler", "negative"), hands.socket("sampler", "negative"));
        assertThat(hands.edits()).as("back where it was").hasSize(1);
        swipe(hands.socket("sampler", "negative"), nothing());
        assertThat(feeds("sampler", "negative")).isNull();
        assertThat(hands.edits()).last().isEqualTo(new Edit.Disconnect(InputRef.of("sampler", "negative")));
    }

    @Test
    void move_all_wires() throws Exception {
        link("prompt", "prompt", "sampler", "positive");
        link("prompt", "prompt", "again", "negative");
        hands.swipe(hands.output("prompt", "prompt"), hands.output("negative", "prompt"), MouseEvent.BUTTON1, SHIFT);
        assertThat(hands.edits()).containsExactly(new LinkEdit.MoveLinks(OutputRef.of("prompt", "prompt"), OutputRef.of("negative", "prompt")));
        assertThat(feeds("sampler", "positive")).isEqualTo(OutputRef.of("negative", "prompt"));
        assertThat(feeds("again", "negative")).isEqualTo(OutputRef.of("negative", "prompt"));
        hands.swipe(hands.output("negative", "prompt"), nothing(), MouseEvent.BUTTON1, SHIFT);
        assertThat(hands.edits()).as("all or none: let go over nothing they stay").hasSize(1);
    }

    @Test
    void drop_wire_on_parameter() throws Exception {
        hands = new Hands(new Edit.SetParameter(InputRef.of("sampler", "steps"), Value.of(9)).on(document));
        swipe(hands.output("number", "number"), hands.socket("sampler", "steps"));
        assertThat(feeds("sampler", "steps")).isEqualTo(OutputRef.of("number", "number"));
        assertThat(hands.document().value(InputRef.of("sampler", "steps"))).as("stays beneath").contains(Value.of(9));
        assertThat(hands.view().scene().wire(InputRef.of("sampler", "steps")).orElseThrow().converts()).isFalse();
        NodeView sampler = hands.view().scene().node(new NodeId("sampler")).orElseThrow();
        Point end = hands.at(sampler.x(), sampler.y() + sampler.layout().inputY("steps"));
        swipe(end, nothing());
        assertThat(feeds("sampler", "steps")).isNull();
    }

    @Test
    void a_value_that_becomes_another_type_on_the_way_is_told_and_marked() throws Exception {
        hands.press(hands.output("number", "number"), MouseEvent.BUTTON1, 0);
        hands.drag(nothing(), 0);
        hands.drag(hands.socket("sampler", "cfg"), 0);
        assertThat(hands.view().gestures().wire().words()).isEqualTo("whole number becomes number");
        hands.release(hands.socket("sampler", "cfg"), MouseEvent.BUTTON1, 0);
        assertThat(hands.view().scene().wire(InputRef.of("sampler", "cfg")).orElseThrow().converts()).isTrue();
        assertThat(Conversion.between(SocketType.Known.INT, SocketType.Known.FLOAT)).isNotEmpty();
    }

    @Test
    void a_circle_is_refused_with_its_reason() throws Exception {
        link("sampler", "picture", "again", "start");
        hands.press(hands.output("again", "picture"), MouseEvent.BUTTON1, 0);
        hands.drag(nothing(), 0);
        hands.drag(hands.socket("sampler", "start"), 0);
        assertThat(hands.view().gestures().wire().isRefused()).isTrue();
        assertThat(hands.view().gestures().wire().words()).isEqualTo("That would be a circle: Sampler already feeds Sampler");
        hands.drag(hands.head("again"), 0);
        assertThat(hands.view().gestures().wire().words()).isEqualTo("A node cannot feed itself");
        hands.release(hands.socket("sampler", "start"), MouseEvent.BUTTON1, 0);
        assertThat(hands.edits()).isEmpty();
    }

    @Test
    void esc_puts_the_wire_back() throws Exception {
        link("prompt", "prompt", "sampler", "positive");
        hands.press(hands.socket("sampler", "positive"), MouseEvent.BUTTON1, 0);
        hands.drag(nothing(), 0);
        assertThat(hands.view().gestures().wire()).isNotNull();
        hands.key("ESCAPE");
        assertThat(hands.view().gestures().wire()).isNull();
        hands.release(nothing(), MouseEvent.BUTTON1, 0);
        assertThat(hands.edits()).isEmpty();
        assertThat(feeds("sampler", "positive")).isNotNull();
    }

    @Test
    void a_document_that_changes_meanwhile_leaves_the_hand_what_is_still_there() throws Exception {
        link("prompt", "prompt", "sampler", "positive");
        hands.press(hands.socket("sampler", "positive"), MouseEvent.BUTTON1, 0);
        hands.drag(nothing(), 0);
        Document other = new Edit.MoveNodes(Set.of(new NodeId("sampler")), new easel.graph.Offset(8, 8)).on(hands.document());
        Hands.onEdt(() -> hands.view().show(other));
        assertThat(hands.view().gestures().wire()).isNotNull();
        Hands.onEdt(() -> hands.view().show(other.without(Set.of(new NodeId("prompt")))));
        assertThat(hands.view().gestures().wire()).as("its other end is gone").isNull();
        hands.release(nothing(), MouseEvent.BUTTON1, 0);
        assertThat(hands.edits()).isEmpty();
    }

    @Test
    void reroute() throws Exception {
        link("sampler", "picture", "again", "start");
        Point middle = hands.wire("again", "start");
        hands.doubleClick(middle);
        assertThat(hands.edits()).hasSize(1).first().isInstanceOf(LinkEdit.AddReroute.class);
        assertThat(feeds("again", "start")).isEqualTo(OutputRef.of("reroute", Reroute.OUT));
        NodeView bend = hands.view().scene().node(new NodeId("reroute")).orElseThrow();
        assertThat(hands.at(bend.x() + bend.width() / 2.0, bend.y() + bend.height() / 2.0).distance(middle)).isLessThan(2);
        hands.swipe(hands.at(bend.x() + 8, bend.y() + 8), hands.at(700, 560), MouseEvent.BUTTON1, 0);
        assertThat(hands.edits()).last().as("a bend is moved by its middle").isInstanceOf(Edit.MoveNodes.class);
    }

    @Test
    void cut_wires() throws Exception {
        link("prompt", "prompt", "sampler", "positive");
        link("negative", "prompt", "sampler", "negative");
        link("sampler", "picture", "again", "start");
        Point one = hands.wire("sampler", "positive");
        Point other = hands.wire("sampler", "negative");
        hands.swipe(new Point(one.x - 4, hands.at(0, -30).y), new Point(other.x + 4, hands.at(0, 700).y), MouseEvent.BUTTON1, CTRL | SHIFT);
        assertThat(hands.document().links()).extracting(l -> l.to().toString()).containsExactly("again.start");
        assertThat(hands.edits()).hasSize(1);
        hands.undo();
        assertThat(hands.document().links()).hasSize(3);
    }

    @Test
    void insert_into_wire() throws Exception {
        link("sampler", "picture", "save", "picture");
        Point wire = hands.wire("save", "picture");
        swipe(hands.head("scale"), wire);
        assertThat(feeds("save", "picture")).isEqualTo(OutputRef.of("scale", "scaled"));
        assertThat(feeds("scale", "image")).isEqualTo(OutputRef.of("sampler", "picture"));
        assertThat(hands.edits()).hasSize(1).first().extracting(Edit::code).isEqualTo("InsertNode");
        swipe(hands.head("scale"), hands.at(400, 690));
        assertThat(hands.edits()).last().as("one that feeds others is only moved").isInstanceOf(Edit.MoveNodes.class);
    }

    @Test
    void a_node_that_does_not_fit_is_only_moved() throws Exception {
        link("sampler", "picture", "save", "picture");
        swipe(hands.head("negative"), hands.wire("save", "picture"));
        assertThat(hands.edits()).hasSize(1).first().isInstanceOf(Edit.MoveNodes.class);
    }

    @Test
    void light_wire() throws Exception {
        link("sampler", "picture", "again", "start");
        hands.doubleClick(hands.wire("again", "start"));
        hands.move(hands.wire("again", "start"));
        assertThat(hands.view().scene().wires()).filteredOn(w -> w.lit).extracting(w -> w.input().toString())
                .containsExactlyInAnyOrder("again.start", "reroute.in");
        hands.move(nothing());
        assertThat(hands.view().scene().wires()).noneMatch(w -> w.lit);
    }

    @Test
    void hide_wire() throws Exception {
        hands = new Hands(new Edit.Connect(OutputRef.of("model", "model"), InputRef.of("again", "model")).on(document));
        InputRef to = InputRef.of("again", "model");
        hands.move(new Point(hands.at(510, 0).x, hands.wire("again", "model").y));
        hands.key("H");
        assertThat(hands.edits()).containsExactly(new LinkEdit.HideLinks(java.util.Set.of(to), true));
        assertThat(hands.document().node(new NodeId("again")).orElseThrow().input("model")).as("it still feeds").isPresent();
        hands.move(hands.at(100, 700));
        hands.move(new Point(hands.at(510, 0).x, hands.wire("again", "model").y));
        assertThat(hands.view().wires().lit().map(Wire::input)).as("what is not seen is not hit").isNotEqualTo(java.util.Optional.of(to));
        hands.undo();
        hands.select("again");
        hands.move(hands.at(100, 700));
        hands.key("H");
        long all = hands.view().scene().wires().stream().filter(w -> w.isHidden()).count();
        assertThat(all).as("all wires of the selected node").isEqualTo(hands.view().scene().node(new NodeId("again")).orElseThrow().wires().size());
        hands.key("H");
        assertThat(hands.view().scene().wires()).noneMatch(Wire::isHidden);
    }

    @Test
    void click_wire_badge() throws Exception {
        hands = new Hands(new Edit.Connect(OutputRef.of("model", "model"), InputRef.of("again", "model")).on(document));
        hands.move(new Point(hands.at(510, 0).x, hands.wire("again", "model").y));
        hands.key("H");
        WireBadge at = hands.view().scene().badges().stream().filter(WireBadge::input).findFirst().orElseThrow();
        assertThat(at.text()).isEqualTo(at.wire().from().title());
        Point middle = hands.at(at.box().getCenterX(), at.box().getCenterY());
        hands.move(middle);
        assertThat(hands.view().wires().lit()).as("hovering shows it").contains(at.wire());
        assertThat(tip(middle)).endsWith("Click goes to the other end, H shows the wire.");
        Hands.onEdt(() -> hands.view().setKeymap(Keymap.STANDARD.with(CanvasAction.HIDE_WIRE, List.of(KeyStroke.getKeyStroke("F9")))));
        assertThat(tip(middle)).as("by its key of now").endsWith("F9 shows the wire.");
        Hands.onEdt(() -> hands.view().setKeymap(Keymap.STANDARD.with(CanvasAction.HIDE_WIRE, List.of())));
        assertThat(tip(middle)).as("it has none").endsWith("Click goes to the other end.");
        hands.rightClick(middle);
        assertThat(hands.menuItem("Show wire").isEnabled()).isTrue();
        hands.click(middle, 0);
        assertThat(hands.selection()).containsExactly(at.wire().from().id());
        WireBadge other = hands.view().scene().badges().stream().filter(b -> !b.input()).findFirst().orElseThrow();
        hands.click(hands.at(other.box().getCenterX(), other.box().getCenterY()), 0);
        assertThat(hands.selection()).containsExactly(new NodeId("again"));
        hands.rightClick(hands.at(other.box().getCenterX(), other.box().getCenterY()));
        Hands.onEdt(hands.menuItem("Show wire")::doClick);
        hands.settle();
        assertThat(hands.view().scene().badges()).isEmpty();
    }

    @Test
    void two_wires_between_the_same_nodes_cross_the_same_way_whichever_came_first() throws Exception {
        swipe(hands.output("prompt", "prompt"), hands.socket("sampler", "positive"));
        swipe(hands.output("prompt", "prompt"), hands.socket("sampler", "negative"));
        assertThat(hands.view().scene().wires().stream().filter(w -> w.from().id().text().equals("prompt")).map(w -> w.input().input())).containsExactly("negative", "positive");
    }

    private String tip(Point at) throws Exception {
        String[] said = new String[1];
        Hands.onEdt(() -> said[0] = hands.view().sheet().getToolTipText(
                new MouseEvent(hands.view().sheet(), MouseEvent.MOUSE_MOVED, 0, 0, at.x, at.y, 0, false, MouseEvent.NOBUTTON)));
        return said[0];
    }
}
