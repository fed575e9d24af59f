package easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.OutputRef;
import easel.graph.Position;
import easel.ui.search.NodeSearch;
import java.awt.Point;
import java.awt.event.MouseEvent;
import java.util.List;
import javax.accessibility.AccessibleContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Searching for a node to add, by events. */
class SearchGesturesTest {

    private final Document document = Document.EMPTY.with(Node.of("model", "load-checkpoint")).with(Node.of("sampler", "sampler").at(new Position(600, 0)));
    private final Point nothing = new Point(400, 500);
    private Hands hands;

    @BeforeEach
    void open() throws Exception {
        hands = new Hands(document);
    }

    private Node node(String id) {
        return hands.document().node(new NodeId(id)).orElseThrow();
    }

    private List<String> found() {
        return hands.view().over().searchPanel().found().stream().map(f -> f.kind().type()).toList();
    }

    @Test
    void add_by_double_click() throws Exception {
        hands.doubleClick(nothing);
        hands.type("ksamp");
        assertThat(found()).startsWith("k-sampler", "sampler");
        hands.fieldKey("DOWN");
        hands.fieldKey("ENTER");
        assertThat(hands.view().over().searchPanel()).isNull();
        assertThat(hands.edits()).hasSize(1).first().isInstanceOf(Edit.AddNode.class);
        assertThat(node("sampler-2").position()).as("where the pointer was").isEqualTo(new Position(360, 460));
        assertThat(hands.selection()).containsExactly(new NodeId("sampler-2"));
    }

    @Test
    void add_with_space() throws Exception {
        hands.move(nothing);
        hands.key("pressed SPACE");
        hands.key("released SPACE");
        assertThat(hands.view().over().searchPanel()).isNotNull();
        hands.type("prompt");
        hands.fieldKey("ENTER");
        assertThat(node("prompt").position()).isEqualTo(new Position(360, 460));
        assertThat(hands.view().host().uses().last()).containsExactly("prompt");
        hands.key("pressed SPACE");
        hands.key("released SPACE");
        assertThat(found()).as("what was used comes first").startsWith("prompt");
    }

    @Test
    void a_drag_with_space_held_is_no_tap() throws Exception {
        hands.key("pressed SPACE");
        hands.swipe(nothing, new Point(300, 400), MouseEvent.BUTTON1, 0);
        hands.key("released SPACE");
        assertThat(hands.view().over().searchPanel()).isNull();
    }

    @Test
    void drop_wire_on_nothing() throws Exception {
        hands.swipe(hands.output("model", "model"), nothing, MouseEvent.BUTTON1, 0);
        assertThat(hands.view().over().searchPanel().found()).allMatch(f -> f.port() != null).first().extracting(NodeSearch.Found::part).isEqualTo(NodeSearch.Part.BEST);
        assertThat(found()).contains("sampler", "lora-loader").doesNotContain("prompt");
        hands.type("lora loader");
        hands.fieldKey("ENTER");
        assertThat(node("lora-loader").input("model")).contains(OutputRef.of("model", "model"));
        assertThat(hands.socket("lora-loader", "model")).as("its socket is where the wire was let go").isEqualTo(nothing);
        assertThat(hands.edits()).hasSize(1).first().extracting(Edit::code).isEqualTo("AddNode");
        hands.undo();
        assertThat(hands.document()).isEqualTo(document);
    }

    @Test
    void a_wire_from_an_input_finds_what_gives_it() throws Exception {
        hands.swipe(hands.socket("sampler", "positive"), nothing, MouseEvent.BUTTON1, 0);
        assertThat(found()).contains("prompt", "clip-text-encode").doesNotContain("load-checkpoint");
        hands.type("prompt");
        hands.fieldKey("ENTER");
        assertThat(node("sampler").input("positive")).contains(OutputRef.of("prompt", "prompt"));
        assertThat(hands.output("prompt", "prompt")).isEqualTo(nothing);
    }

    @Test
    void esc_and_a_click_elsewhere_close_it_and_change_nothing() throws Exception {
        hands.swipe(hands.output("model", "model"), nothing, MouseEvent.BUTTON1, 0);
        hands.fieldKey("ESCAPE");
        assertThat(hands.view().over().searchPanel()).isNull();
        hands.doubleClick(nothing);
        hands.click(new Point(30, 700), 0);
        assertThat(hands.view().over().searchPanel()).isNull();
        assertThat(hands.edits()).isEmpty();
        assertThat(hands.view().isBusy()).isFalse();
    }

    @Test
    void a_wire_that_waits_goes_with_its_node() throws Exception {
        hands.swipe(hands.output("model", "model"), nothing, MouseEvent.BUTTON1, 0);
        Hands.onEdt(() -> hands.view().show(Document.EMPTY));
        assertThat(hands.view().over().searchPanel()).isNull();
    }

    @Test
    void the_mouse_chooses_and_a_key_marks_a_favourite() throws Exception {
        hands.doubleClick(nothing);
        hands.type("save");
        hands.fieldKey("ctrl D");
        assertThat(hands.view().host().uses().favourites()).hasSize(1);
        String type = hands.view().over().searchPanel().chosen().orElseThrow().kind().type();
        hands.clickFound(type);
        assertThat(hands.document().nodes()).extracting(Node::type).contains(type);
    }

    @Test
    void arrows_choose_and_a_click_on_the_star_marks() throws Exception {
        hands.doubleClick(nothing);
        hands.type("save");
        String first = hands.view().over().searchPanel().chosen().orElseThrow().kind().type();
        hands.fieldKey("DOWN");
        String second = hands.view().over().searchPanel().chosen().orElseThrow().kind().type();
        assertThat(second).isNotEqualTo(first);
        hands.clickStar(second);
        assertThat(hands.view().host().uses().favourites()).containsExactly(second);
        assertThat(hands.edits()).as("nothing is added").isEmpty();
        hands.fieldKey("ENTER");
        assertThat(hands.edits()).hasSize(1);
    }

    @Test
    void what_is_not_there_is_said_and_enter_does_nothing() throws Exception {
        hands.doubleClick(nothing);
        hands.type("qqqq");
        assertThat(found()).isEmpty();
        hands.fieldKey("ENTER");
        assertThat(hands.edits()).isEmpty();
        assertThat(hands.view().over().searchPanel()).isNotNull();
    }

    @Test
    void replace() throws Exception {
        Document document = Example.document();
        hands = new Hands(document);
        hands.select("save");
        hands.key("R");
        hands.type("preview");
        hands.fieldKey("ENTER");
        assertThat(hands.edits()).hasSize(1).allMatch(e -> e instanceof Edit.ReplaceNode);
        Node now = hands.document().node(new NodeId("save")).orElseThrow();
        assertThat(now.type()).isNotEqualTo("save-picture");
        assertThat(now.position()).isEqualTo(document.node(new NodeId("save")).orElseThrow().position());
        assertThat(now.inputs()).as("its wire stays").hasSize(1);
        hands.undo();
        assertThat(hands.document()).isEqualTo(document);
        hands.select("save", "small");
        hands.key("R");
        assertThat(hands.view().over().searchPanel()).as("one at a time").isNull();
    }

    @Test
    void what_is_opened_over_the_canvas_is_read_aloud_after_its_nodes() throws Exception {
        hands.select("model");
        hands.key("F2");
        Hands.onEdt(() -> {
            AccessibleContext canvas = hands.view().sheet().getAccessibleContext();
            assertThat(canvas.getAccessibleChildrenCount()).isEqualTo(3);
            assertThat(canvas.getAccessibleChild(2)).isSameAs(hands.view().over().titleField());
            assertThat(canvas.getAccessibleChild(3)).isNull();
        });
        hands.titleKey("ESCAPE");
        hands.doubleClick(nothing);
        Hands.onEdt(() -> assertThat(hands.view().sheet().getAccessibleContext().getAccessibleChild(2)).isSameAs(hands.view().over().searchPanel()));
    }
}
