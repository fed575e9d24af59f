package easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.InputRef;
import easel.graph.Mode;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.OutputRef;
import easel.graph.Position;
import easel.graph.Problem;
import easel.graph.Value;
import java.awt.Point;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What keys and the mouse do with nodes, by events. */
class NodeGesturesTest {

    private final Document document = document();
    private Hands hands;

    @BeforeEach
    void open() throws Exception {
        hands = new Hands(document);
    }

    /** A checkpoint and a prompt feed a sampler, whose picture is scaled and saved. */
    private static Document document() {
        Document d = Document.EMPTY.with(node("model", "load-checkpoint", 0, 0)).with(node("prompt", "prompt", 280, 0)).with(node("sampler", "sampler", 560, 0))
                .with(node("scale", "image-scale", 880, 0)).with(node("save", "save-picture", 0, 300)).with(node("other", "prompt", 280, 300));
        for (String[] link : new String[][] {{"model", "model", "sampler", "model"}, {"prompt", "prompt", "sampler", "positive"},
                {"sampler", "picture", "scale", "image"}, {"scale", "scaled", "save", "picture"}}) {
            d = new Edit.Connect(OutputRef.of(link[0], link[1]), InputRef.of(link[2], link[3])).on(d);
        }
        return d;
    }

    private static Node node(String id, String type, double x, double y) {
        return Node.of(id, type).at(new Position(x, y));
    }

    private Node node(String id) {
        return hands.document().node(new NodeId(id)).orElseThrow();
    }

    private static Set<NodeId> ids(String... ids) {
        return Stream.of(ids).map(NodeId::new).collect(java.util.stream.Collectors.toSet());
    }

    private Point empty() {
        return hands.at(300, 690);
    }

    @Test
    void copy_and_paste() throws Exception {
        hands.select("prompt", "sampler");
        hands.key("ctrl C");
        hands.move(empty());
        hands.key("ctrl V");
        assertThat(hands.selection()).isEqualTo(ids("prompt-2", "sampler-2"));
        assertThat(node("prompt-2").position()).isEqualTo(new Position(300, 690));
        assertThat(node("sampler-2").input("positive")).as("wires among the copies").contains(OutputRef.of("prompt-2", "prompt"));
        assertThat(node("sampler-2").input("model")).as("no others").isEmpty();
        hands.key("ctrl V");
        assertThat(node("prompt-3").position()).as("a little aside").isEqualTo(new Position(324, 714));
        assertThat(hands.edits()).allMatch(e -> e instanceof Edit.Paste).hasSize(2);
    }

    @Test
    void cut() throws Exception {
        hands.select("other");
        hands.key("ctrl X");
        assertThat(hands.document().node(new NodeId("other"))).isEmpty();
        hands.key("ctrl V");
        assertThat(node("other").type()).isEqualTo("prompt");
    }

    @Test
    void duplicate() throws Exception {
        hands.select("sampler");
        hands.key("ctrl D");
        assertThat(node("sampler-2").inputs()).isEmpty();
        assertThat(node("sampler-2").position()).isEqualTo(new Position(584, 24));
        assertThat(hands.selection()).isEqualTo(ids("sampler-2"));
    }

    @Test
    void duplicate_wired() throws Exception {
        hands.select("sampler");
        hands.key("ctrl shift D");
        assertThat(node("sampler-2").inputs()).isEqualTo(node("sampler").inputs()).hasSize(2);
    }

    @Test
    void copy_by_dragging() throws Exception {
        hands.swipe(hands.head("other"), new Point(hands.head("other").x + 40, hands.head("other").y + 100), MouseEvent.BUTTON1, InputEvent.ALT_DOWN_MASK);
        assertThat(node("other").position()).isEqualTo(new Position(280, 300));
        assertThat(node("other-2").position()).isEqualTo(new Position(320, 400));
        assertThat(hands.edits()).hasSize(1);
        hands.press(hands.head("other"), MouseEvent.BUTTON1, InputEvent.ALT_DOWN_MASK);
        hands.drag(empty(), InputEvent.ALT_DOWN_MASK);
        hands.key("ESCAPE");
        hands.release(empty(), MouseEvent.BUTTON1, 0);
        assertThat(hands.edits()).hasSize(1);
    }

    @Test
    void delete_joining() throws Exception {
        hands.select("scale");
        hands.key("ctrl DELETE");
        assertThat(node("save").input("picture")).contains(OutputRef.of("sampler", "picture"));
        assertThat(hands.edits()).hasSize(1);
    }

    @Test
    void mute_and_bypass() throws Exception {
        hands.select("scale", "save");
        hands.key("M");
        assertThat(node("scale").mode()).isEqualTo(Mode.MUTED);
        hands.key("M");
        assertThat(node("save").mode()).isEqualTo(Mode.ON);
        hands.key("ctrl B");
        assertThat(node("save").mode()).isEqualTo(Mode.BYPASSED);
        hands.key("ctrl B");
        assertThat(node("scale").mode()).isEqualTo(Mode.ON);
    }

    @Test
    void the_line_through_a_bypassed_node_is_the_same_whatever_is_painted_before_it() throws Exception {
        hands.select("scale");
        hands.key("ctrl B");
        hands.select("model");
        hands.move(hands.head("scale"));
        hands.move(empty());
        assertThat(hands.selection()).isEqualTo(ids("model"));
    }

    @Test
    void collapse_and_pin() throws Exception {
        hands.select("scale");
        hands.key("C");
        assertThat(node("scale").collapsed()).isTrue();
        hands.key("P");
        assertThat(node("scale").pinned()).isTrue();
        hands.key("C");
        hands.key("P");
        assertThat(hands.document()).isEqualTo(document);
    }

    @Test
    void rename() throws Exception {
        hands.select("scale");
        hands.key("F2");
        assertThat(hands.view().over().titleField().getText()).isEqualTo("Upscale Image");
        hands.titleType("Larger");
        hands.titleKey("ENTER");
        assertThat(node("scale").title()).isEqualTo("Larger");
        hands.key("F2");
        hands.titleType("x");
        hands.titleKey("ESCAPE");
        assertThat(node("scale").title()).isEqualTo("Larger");
        hands.key("F2");
        hands.titleKey("BACK_SPACE");
        hands.titleKey("ENTER");
        assertThat(node("scale").title()).as("nothing shows the type's again").isEmpty();
        assertThat(hands.edits()).hasSize(2);
    }

    @Test
    void rename_by_double_click() throws Exception {
        hands.doubleClick(hands.head("save"));
        hands.titleType("Out");
        hands.click(empty(), 0);
        assertThat(node("save").title()).as("a click elsewhere takes it").isEqualTo("Out");
    }

    @Test
    void select_above_below_and_same_type() throws Exception {
        hands.select("sampler");
        hands.key("U");
        assertThat(hands.selection()).isEqualTo(ids("model", "prompt", "sampler"));
        hands.select("sampler");
        hands.key("D");
        assertThat(hands.selection()).isEqualTo(ids("sampler", "scale", "save"));
        hands.select("prompt");
        hands.key("T");
        assertThat(hands.selection()).isEqualTo(ids("prompt", "other"));
    }

    @Test
    void press_badge() throws Exception {
        NotingHost host = new NotingHost();
        Hands.onEdt(() -> hands.view().setHost(host));
        hands.problems(List.of(Problem.at(InputRef.of("other", "text"), Problem.Code.BAD_VALUE, "text", "x", "y")));
        Point head = hands.head("other");
        hands.click(head, 0);
        assertThat(host.asked()).as("the head is no badge").isEmpty();
        int right = hands.view().size(new NodeId("other")).map(s -> (int) s.width()).orElseThrow();
        hands.click(hands.at(280 + right - 16, 300 + 14), 0);
        assertThat(host.asked()).containsExactly("problems of other: [BAD_VALUE]");
        hands.click(hands.at(280 + hands.view().size(new NodeId("prompt")).map(s -> (int) s.width()).orElseThrow() - 16, 14), 0);
        assertThat(host.asked()).as("a node that is well has none").hasSize(1);
        assertThat(hands.selection()).isEqualTo(ids("prompt"));
    }

    @Test
    void run_to_and_freeze() throws Exception {
        NotingHost host = new NotingHost();
        Hands.onEdt(() -> hands.view().setHost(host));
        hands.select("scale");
        hands.key("ctrl shift ENTER");
        hands.key("Z");
        hands.select("model");
        hands.key("ctrl shift ENTER");
        hands.key("Z");
        assertThat(host.asked()).as("one that only describes cannot be run to").containsExactly("run [scale]", "freeze [scale]");
        hands = new Hands(new Edit.SetMode(ids("scale"), Mode.FROZEN).on(document));
        hands.select("scale");
        hands.key("Z");
        assertThat(node("scale").mode()).isEqualTo(Mode.ON);
    }

    /** Whether a line stands in a menu of that name, however deep. */
    private static boolean isIn(JMenuItem item, String menu) {
        return item.getParent() instanceof JPopupMenu popup && popup.getInvoker() instanceof JMenu around && (around.getText().equals(menu) || isIn(around, menu));
    }

    @Test
    void menu_of_nodes() throws Exception {
        hands.rightClick(hands.head("scale"));
        assertThat(hands.selection()).isEqualTo(ids("scale"));
        assertThat(hands.menuItems().filter(i -> !(i instanceof JMenu) && !isIn(i, "Wires") && i.getAccelerator() == null && i.getIcon() == null).map(JMenuItem::getText))
                .as("each line says its key").containsExactly("Its kind's own");
        Hands.onEdt(() -> hands.menuItem("Mute").doClick(0));
        assertThat(node("scale").mode()).isEqualTo(Mode.MUTED);
        hands.rightClick(hands.head("scale"));
        assertThat(hands.menuItem("Mute").isSelected()).isTrue();
        Hands.onEdt(() -> hands.menuItem("Green").doClick(0));
        assertThat(node("scale").colour()).isEqualTo(NodeDeeds.Colour.GREEN.code());
        hands.settle();
    }

    @Test
    void menu_of_wire() throws Exception {
        hands.rightClick(hands.wire("sampler", "positive"));
        Hands.onEdt(() -> hands.menuItem("Add bend (double click)").doClick(0));
        assertThat(node("sampler").input("positive").orElseThrow().node()).isEqualTo(new NodeId("reroute"));
        hands.rightClick(hands.wire("scale", "image"));
        Hands.onEdt(() -> hands.menuItem("Remove wire (Ctrl+Shift+drag over it)").doClick(0));
        assertThat(node("scale").input("image")).isEmpty();
    }

    @Test
    void a_node_is_searched_for_and_put_into_a_wire() throws Exception {
        hands.rightClick(hands.wire("scale", "image"));
        Hands.onEdt(() -> hands.menuItem("Insert node\u2026").doClick(0));
        assertThat(hands.view().over().searchPanel().found()).extracting(f -> f.kind().type()).contains("image-scale-by", "reroute").doesNotContain("save-picture", "load-picture");
        hands.type("upscale image by");
        hands.fieldKey("ENTER");
        assertThat(node("scale").input("image")).contains(OutputRef.of("image-scale-by", "scaled"));
        assertThat(node("image-scale-by").input("image")).contains(OutputRef.of("sampler", "picture"));
        assertThat(hands.edits()).hasSize(1);
    }

    @Test
    void menu_of_canvas() throws Exception {
        hands.rightClick(empty());
        Hands.onEdt(() -> hands.menuItem("Add node\u2026").doClick(0));
        assertThat(hands.view().over().searchPanel()).isNotNull();
        hands.fieldKey("ESCAPE");
        hands.select("other");
        hands.key("ctrl C");
        hands.rightClick(empty());
        Hands.onEdt(() -> hands.menuItem("Paste").doClick(0));
        assertThat(node("other-2").position()).isEqualTo(new Position(300, 690));
        assertThat(hands.document().value(InputRef.of("other-2", "text"))).isEqualTo(java.util.Optional.<Value>empty());
    }

    private static Problem missing(String node) {
        return new Problem(new NodeId(node), "model", Problem.Code.INPUT_MISSING, List.of("model"));
    }

    @Test
    void go_to_problem() throws Exception {
        hands.key("F8");
        assertThat(hands.selection()).as("nothing is wrong").isEmpty();
        hands.problems(List.of(missing("sampler"), missing("scale"), missing("save")));
        hands.key("F8");
        assertThat(hands.selection()).as("from left to right").isEqualTo(ids("save"));
        hands.key("F8");
        assertThat(hands.selection()).isEqualTo(ids("sampler"));
        hands.key("shift F8");
        hands.key("shift F8");
        assertThat(hands.selection()).isEqualTo(ids("scale"));
    }
}
