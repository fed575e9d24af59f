package easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.Control;
import easel.graph.Document;
import easel.graph.Expansion;
import easel.graph.Form;
import easel.graph.InputRef;
import easel.graph.Level;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.OutputRef;
import easel.graph.Position;
import easel.graph.Rim;
import easel.graph.Subgraph;
import easel.graph.SubgraphId;
import easel.graph.Value;
import easel.format.WorkflowFile;
import easel.nodes.Catalogue;
import easel.platform.Language;
import java.awt.Point;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What keys and the mouse do with subgraphs, by events. */
class SubgraphGesturesTest {

    private static final String IN = ":inputs";
    private static final String OUT = ":outputs";

    /** picture -> half -> quarter -> save. */
    private final Document document = Document.EMPTY
            .with(Node.of("picture", "load-picture").at(new Position(40, 100)))
            .with(scale("half", "picture", 320))
            .with(scale("quarter", "half", 620))
            .with(Node.of("save", "save-picture").at(new Position(920, 100)).fedBy("picture", OutputRef.of("quarter", "scaled")));
    private Hands hands;

    private static Node scale(String id, String from, double x) {
        return Node.of(id, "image-scale").at(new Position(x, 100)).fedBy("image", OutputRef.of(from, from.equals("picture") ? "picture" : "scaled"));
    }

    @BeforeEach
    void open() throws Exception {
        hands = new Hands(document);
        hands.descends();
    }

    private static NodeId id(String id) {
        return new NodeId(id);
    }

    private Subgraph subgraph() {
        return hands.document().subgraph(new SubgraphId("subgraph")).orElseThrow();
    }

    private Form ports() {
        return subgraph().form();
    }

    private void packed() throws Exception {
        hands.select("half", "quarter");
        hands.key("S");
        hands.titleKey("ESCAPE");
    }

    private void inside() throws Exception {
        packed();
        hands.key("PAGE_DOWN");
        assertThat(hands.level()).isEqualTo(Level.of("subgraph"));
        Hands.onEdt(hands.view()::fitAll);
        hands.settle();
    }

    private List<String> flat() {
        return Expansion.of(hands.document(), Catalogue::schema).document().links().map(l -> l.from() + ">" + l.to()).toList();
    }

    @Test
    void make_subgraph() throws Exception {
        hands.select("half", "quarter");
        hands.key("S");
        hands.titleType("Smaller");
        hands.titleKey("ENTER");
        assertThat(hands.document().nodes()).extracting(n -> n.id().text()).containsExactlyInAnyOrder("picture", "save", "subgraph");
        assertThat(subgraph().about().title().in(Language.CHINESE)).isEqualTo("Smaller");
        assertThat(hands.selection()).containsExactly(id("subgraph"));
        assertThat(flat()).containsExactlyInAnyOrder("picture.picture>subgraph/half.image", "subgraph/half.scaled>subgraph/quarter.image",
                "subgraph/quarter.scaled>save.picture");
        hands.undo();
        hands.undo();
        assertThat(hands.document()).isEqualTo(document);
    }

    @Test
    void go_inside() throws Exception {
        packed();
        hands.key("PAGE_DOWN");
        assertThat(hands.level()).isEqualTo(Level.of("subgraph"));
        assertThat(hands.view().document().nodes()).extracting(n -> n.id().text()).containsExactlyInAnyOrder("half", "quarter", IN, OUT);
    }

    @Test
    void enter_goes_inside_what_stands_for_a_subgraph() throws Exception {
        packed();
        hands.key("ENTER");
        assertThat(hands.level()).isEqualTo(Level.of("subgraph"));
    }

    @Test
    void edit_values() throws Exception {
        packed();
        FieldHost edits = new FieldHost() {
            @Override
            public void edit(InputRef parameter) {
                edited = parameter;
            }

            @Override
            public void drawSeed(InputRef seed) {}
        };
        Hands.onEdt(() -> hands.view().setFieldHost(edits));
        hands.key("shift ENTER");
        assertThat(edited).isNull();   // nothing of it is a value yet
        hands.select("picture");
        hands.key("shift ENTER");
        assertThat(edited).isEqualTo(InputRef.of("picture", "file"));
    }

    private InputRef edited;

    @Test
    void leave() throws Exception {
        inside();
        hands.key("PAGE_UP");
        assertThat(hands.level()).isEqualTo(Level.TOP);
        assertThat(hands.view().document()).isSameAs(hands.document());
    }

    @Test
    void escape_leaves_once_nothing_else_is_to_be_ended() throws Exception {
        inside();
        hands.select("half");
        hands.key("ESCAPE");
        assertThat(hands.selection()).isEmpty();
        assertThat(hands.level().isTop()).isFalse();
        hands.key("ESCAPE");
        assertThat(hands.level().isTop()).isTrue();
    }

    @Test
    void enter_by_double_click() throws Exception {
        packed();
        hands.doubleClick(hands.head("subgraph"));
        assertThat(hands.level()).isEqualTo(Level.of("subgraph"));
    }

    @Test
    void what_is_missing_or_stands_in_itself_is_asked_for_and_not_shown() throws Exception {
        Document broken = document.with(Node.of("lost", "subgraph:nowhere").at(new Position(40, 400)))
                .with(new Subgraph(new SubgraphId("round"), easel.graph.About.NOTHING, easel.graph.Body.EMPTY.with(Node.of("again", "subgraph:round")),
                        Form.NONE, easel.graph.Extras.NONE)).with(Node.of("round", "subgraph:round").at(new Position(400, 400)));
        hands = new Hands(broken);
        hands.descends();
        for (String id : List.of("lost", "round")) {
            hands.doubleClick(hands.head(id));
            assertThat(hands.level()).as(id).isEqualTo(Level.TOP);
            hands.select(id);
            hands.key("ENTER");
            assertThat(hands.level()).as(id).isEqualTo(Level.TOP);
        }
    }

    @Test
    void unpack() throws Exception {
        packed();
        hands.key("shift S");
        assertThat(Set.copyOf(hands.document().nodes())).isEqualTo(Set.copyOf(document.nodes()));
        assertThat(hands.selection()).containsExactlyInAnyOrder(id("half"), id("quarter"));
        assertThat(hands.document().subgraphs()).isEmpty();
    }

    @Test
    void separate() throws Exception {
        packed();
        hands.key("ctrl D");
        assertThat(hands.document().subgraphs()).hasSize(1);
        hands.key("alt S");
        assertThat(hands.document().subgraphs()).hasSize(2);
        assertThat(hands.document().nodes().stream().map(Node::type).distinct()).hasSize(4);
        assertThat(flat()).contains("subgraph-2/half.scaled>subgraph-2/quarter.image");
    }

    @Test
    void duplicate_alone() throws Exception {
        packed();
        hands.key("alt D");
        assertThat(hands.document().subgraphs()).hasSize(2);
        hands.undo();
        assertThat(hands.document().subgraphs()).hasSize(1);
    }

    @Test
    void keep_node() throws Exception {
        NotingHost host = new NotingHost();
        Hands.onEdt(() -> hands.view().setHost(host));
        packed();
        hands.rightClick(hands.head("subgraph"));
        Hands.onEdt(() -> hands.menuItem("Save as own node").doClick());
        assertThat(host.asked()).containsExactly("keep subgraph as Subgraph");
    }

    @Test
    void the_menu_has_the_ways() throws Exception {
        packed();
        hands.rightClick(hands.head("subgraph"));
        assertThat(hands.menuItems().map(JMenuItem::getText).toList()).contains("Go inside", "Unpack", "Make a subgraph");
        Hands.onEdt(() -> hands.menuItem("Go inside").doClick());
        assertThat(hands.level()).isEqualTo(Level.of("subgraph"));
        hands.rightClick(new Point(5, 790));
        Hands.onEdt(() -> hands.menuItem("Go out").doClick());
        assertThat(hands.level()).isEqualTo(Level.TOP);
    }

    @Test
    void a_subgraph_is_made_inside_another() throws Exception {
        inside();
        List<String> before = flat();
        hands.select("half");
        hands.key("S");
        hands.titleType("Deeper");
        hands.titleKey("ENTER");
        hands.key("PAGE_DOWN");
        assertThat(hands.level().way()).hasSize(3);
        assertThat(hands.view().document().nodes()).extracting(n -> n.id().text()).containsExactlyInAnyOrder("half", IN, OUT);
        assertThat(flat()).hasSameSizeAs(before);
        hands.key("PAGE_UP");
        assertThat(hands.level()).isEqualTo(Level.of("subgraph"));
        hands.key("PAGE_UP");
        hands.select("subgraph");
        hands.key("shift S");
        assertThat(hands.document().nodes()).hasSize(4);
        assertThat(hands.document().subgraphs()).hasSize(1);
    }

    @Test
    void a_node_outside_stands_where_what_it_shows_stood_and_unpacking_puts_that_back() throws Exception {
        Position half = hands.document().node(id("half")).orElseThrow().position();
        packed();
        assertThat(hands.document().node(id("subgraph")).orElseThrow().position()).isEqualTo(document.node(id("quarter")).orElseThrow().position());
        hands.key("shift RIGHT");
        hands.key("shift S");
        assertThat(hands.document().node(id("half")).orElseThrow().position()).isEqualTo(new Position(half.x() + 8, half.y()));
    }

    @Test
    void what_is_done_inside_is_done_to_the_document_and_undone() throws Exception {
        inside();
        Document before = hands.document();
        hands.select("half");
        hands.key("DELETE");
        assertThat(subgraph().body().has(id("half"))).isFalse();
        hands.undo();
        assertThat(hands.document()).isEqualTo(before);
        assertThat(hands.level()).isEqualTo(Level.of("subgraph"));
        hands.undo();
        assertThat(hands.document()).isEqualTo(document);
        assertThat(hands.level()).as("nobody stays in what is gone").isEqualTo(Level.TOP);
    }

    @Test
    void a_wire_from_new_to_a_parameter_shows_it_outside() throws Exception {
        inside();
        hands.swipe(hands.output(IN, Rim.NEW), hands.socket("half", "width"), MouseEvent.BUTTON1, 0);
        assertThat(ports().field("width").orElseThrow().targets()).containsExactly(InputRef.of("half", "width"));
        hands.key("PAGE_UP");
        assertThat(hands.view().scene().node(id("subgraph")).orElseThrow().layout().fields()).extracting(NodeLayout.Field::label).containsExactly("Width");
    }

    @Test
    void a_wire_to_new_goes_out() throws Exception {
        inside();
        hands.swipe(hands.output("half", "scaled"), hands.socket(OUT, Rim.NEW), MouseEvent.BUTTON1, 0);
        assertThat(ports().outlets()).extracting(o -> o.from().toString()).containsExactly("quarter.scaled", "half.scaled");
    }

    @Test
    void a_wire_of_the_ports_is_taken_off_and_drawn_again() throws Exception {
        inside();
        hands.swipe(hands.socket("half", "image"), new Point(600, 700), MouseEvent.BUTTON1, 0);
        assertThat(ports().field("image").orElseThrow().targets()).isEmpty();
        hands.swipe(hands.output(IN, "image"), hands.socket("half", "image"), MouseEvent.BUTTON1, 0);
        assertThat(ports().field("image").orElseThrow().targets()).containsExactly(InputRef.of("half", "image"));
        assertThat(flat()).contains("picture.picture>subgraph/half.image");
    }

    private String outside(boolean output) {
        return easel.ui.search.PortLabel.of(hands.document(), "subgraph:subgraph", output ? ports().outlets().getFirst().name() : "image").orElseThrow().in(Language.ENGLISH);
    }

    @Test
    void rename_port() throws Exception {
        inside();
        Document before = hands.document();
        String input = outside(false);
        Point row = hands.output(IN, "image");
        hands.doubleClick(new Point(row.x - 40, row.y));
        hands.titleType("Photograph");
        hands.titleKey("ENTER");
        assertThat(outside(false)).isEqualTo("Photograph");
        hands.select(OUT);
        hands.key("F2");
        hands.titleType("Small one");
        hands.titleKey("ENTER");
        assertThat(outside(true)).isEqualTo("Small one");
        hands.select(IN);
        hands.key("F2");
        Hands.onEdt(() -> hands.view().over().titleField().setText(""));
        hands.titleKey("ENTER");
        assertThat(outside(false)).as("what it stands for").isEqualTo(input);
        hands.undo();
        hands.undo();
        hands.undo();
        assertThat(hands.document()).isEqualTo(before);
    }

    private Point name(String socket, boolean output) {
        Point at = output ? hands.output("subgraph", socket) : hands.socket("subgraph", socket);
        return new Point(at.x + (output ? -20 : 20), at.y);
    }

    @Test
    void rename_port_outside() throws Exception {
        inside();
        hands.swipe(hands.output(IN, Rim.NEW), hands.socket("half", "width"), MouseEvent.BUTTON1, 0);
        hands.key("PAGE_UP");
        Document before = hands.document();
        hands.doubleClick(name("image", false));
        assertThat(hands.level()).as("nobody went inside").isEqualTo(Level.TOP);
        hands.titleType("Photograph");
        hands.titleKey("ENTER");
        assertThat(outside(false)).isEqualTo("Photograph");
        assertThat(hands.view().scene().node(id("subgraph")).orElseThrow().layout().inputs()).extracting(NodeLayout.Socket::label).containsExactly("Photograph");
        hands.select("subgraph");
        hands.move(name(ports().outlets().getFirst().name(), true));
        hands.key("F2");
        hands.titleType("Small one");
        hands.titleKey("ENTER");
        assertThat(outside(true)).isEqualTo("Small one");
        NodeView node = hands.view().scene().node(id("subgraph")).orElseThrow();
        NodeLayout.Box field = node.layout().fields().getFirst().box();
        hands.move(hands.at(node.x() + field.x() + 20, node.y() + field.y() + 10));
        hands.key("F2");
        hands.titleType("Wide");
        hands.titleKey("ENTER");
        assertThat(hands.view().scene().node(id("subgraph")).orElseThrow().layout().fields()).extracting(NodeLayout.Field::label).containsExactly("Wide");
        hands.undo();
        hands.undo();
        hands.undo();
        assertThat(hands.document()).isEqualTo(before);
        hands.move(hands.head("subgraph"));
        hands.key("F2");
        hands.titleType("Whole");
        hands.titleKey("ENTER");
        assertThat(subgraph().about().title().in(Language.ENGLISH)).isEqualTo("Whole");
        hands.doubleClick(hands.head("subgraph"));
        assertThat(hands.level()).as("elsewhere a double click goes inside").isEqualTo(Level.of("subgraph"));
    }

    @Test
    void a_wire_from_a_port_may_convert_and_says_so() throws Exception {
        hands = new Hands(document.with(Node.of("only", "set-latent-noise-mask").at(new Position(320, 400))));
        hands.descends();
        hands.select("half", "quarter", "only");
        hands.key("S");
        hands.titleKey("ESCAPE");
        hands.key("PAGE_DOWN");
        Hands.onEdt(hands.view()::fitAll);
        hands.settle();
        InputRef mask = InputRef.of("only", "mask");
        hands.swipe(hands.output(IN, "image"), hands.socket("only", "mask"), MouseEvent.BUTTON1, 0);
        assertThat(hands.view().scene().wire(mask).orElseThrow().converts()).as("marked").isTrue();
        assertThat(hands.view().scene().wire(InputRef.of("half", "image")).orElseThrow().converts()).isFalse();
        assertThat(conversion("subgraph/only")).contains("luminance");
        JMenu menu = ConversionMenu.of(hands.view().scene().wire(mask).orElseThrow(), hands.view()).orElseThrow();
        Hands.onEdt(() -> menu.getItem(3).doClick());
        assertThat(conversion("subgraph/only")).contains("alpha");
        Document saved = WorkflowFile.parse(WorkflowFile.text(hands.document()));
        assertThat(saved).isEqualTo(hands.document());
        hands.key("PAGE_UP");
        hands.select("subgraph");
        hands.key("shift S");
        assertThat(conversion("only")).as("unpacked").contains("alpha");
        hands.undo();
        hands.undo();
        assertThat(conversion("subgraph/only")).contains("luminance");
    }

    private Optional<String> conversion(String flat) {
        return Expansion.of(hands.document(), Catalogue::schema).document().node(id(flat)).flatMap(n -> n.conversion("mask"));
    }

    @Test
    void new_is_no_port_to_be_renamed() throws Exception {
        inside();
        Point row = hands.output(IN, Rim.NEW);
        hands.doubleClick(new Point(row.x - 40, row.y));
        assertThat(hands.view().over().titleField()).isNull();
    }

    @Test
    void an_output_whose_last_wire_is_taken_off_goes_with_what_took_from_it() throws Exception {
        inside();
        Document before = hands.document();
        String port = ports().outlets().getFirst().name();
        hands.swipe(hands.socket(OUT, port), new Point(600, 700), MouseEvent.BUTTON1, 0);
        assertThat(ports().outlets()).isEmpty();
        assertThat(hands.document().node(id("save")).orElseThrow().inputs()).isEmpty();
        hands.undo();
        assertThat(hands.document()).isEqualTo(before);
    }

    @Test
    void wires_of_the_ports_are_hidden_and_shown() throws Exception {
        inside();
        Document before = hands.document();
        String port = ports().outlets().getFirst().name();
        for (InputRef end : List.of(InputRef.of("half", "image"), InputRef.of(OUT, port))) {
            hands.move(hands.wire(end.node().text(), end.input()));
            hands.key("H");
            assertThat(hands.view().scene().wire(end).orElseThrow().isHidden()).as(end.toString()).isTrue();
        }
        hands.key("PAGE_UP");
        hands.select("subgraph");
        hands.key("PAGE_DOWN");
        assertThat(hands.view().scene().wires()).filteredOn(Wire::isHidden).hasSize(2);
        assertThat(WorkflowFile.parse(WorkflowFile.text(hands.document()))).as("in a file").isEqualTo(hands.document());
        hands.undo();
        hands.undo();
        assertThat(hands.document()).isEqualTo(before);
        assertThat(hands.view().scene().wires()).noneMatch(Wire::isHidden);
    }

    @Test
    void the_ports_move_and_nothing_else_is_done_to_them() throws Exception {
        inside();
        Position before = hands.view().document().node(id(IN)).orElseThrow().position();
        hands.swipe(hands.head(IN), new Point(hands.head(IN).x - 40, hands.head(IN).y + 16), MouseEvent.BUTTON1, 0);
        assertThat(hands.view().document().node(id(IN)).orElseThrow().position()).isNotEqualTo(before);
        Document moved = hands.document();
        for (String key : List.of("DELETE", "M", "C", "ctrl D", "ctrl B")) {
            hands.select(IN, OUT);
            hands.key(key);
            assertThat(hands.document()).as(key).isEqualTo(moved);
        }
        hands.doubleClick(hands.head(IN));
        assertThat(hands.view().over().titleField()).isNull();
    }

    @Test
    void the_menu_shows_parameters_on_the_node_outside() throws Exception {
        inside();
        hands.rightClick(hands.head("half"));
        Hands.onEdt(() -> hands.menuItem("Height").doClick());
        assertThat(ports().field("height").orElseThrow().targets()).containsExactly(InputRef.of("half", "height"));
        hands.rightClick(hands.head("half"));
        assertThat(hands.menuItem("Height").isSelected()).isTrue();
        Hands.onEdt(() -> hands.menuItem("Height").doClick());
        assertThat(ports().field("height")).isEmpty();
    }

    @Test
    void what_is_set_inside_is_set_outside() throws Exception {
        Document shown = new easel.graph.SubgraphEdit.PromotePort(new SubgraphId("subgraph"),
                easel.graph.Field.of("width", new Control.Number(1, 99, 1), InputRef.of("half", "width")), 0).on(packedDocument());
        hands = new Hands(shown);
        hands.descends();
        hands.select("subgraph");
        hands.key("PAGE_DOWN");
        Hands.onEdt(() -> hands.view().edit(new easel.graph.Edit.SetParameter(InputRef.of("half", "width"), Value.of(64))));
        assertThat(hands.document().value(InputRef.of("subgraph", "width"))).contains(Value.of(64));
    }

    private Document packedDocument() {
        return easel.graph.Packing.of(document, Set.of(id("half"), id("quarter")), easel.graph.Phrase.of("x", "y"), List.of(), List.of(), Catalogue::schema)
                .orElseThrow().on(document);
    }
}
