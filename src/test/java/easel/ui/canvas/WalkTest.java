package easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.InputRef;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.OutputRef;
import easel.graph.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.accessibility.AccessibleContext;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.MenuElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The canvas by keys alone. */
class WalkTest {

    private Hands hands;

    @BeforeEach
    void open() throws Exception {
        Document d = Document.EMPTY.with(node("model", "load-checkpoint", 0, 0)).with(node("prompt", "prompt", 0, 200)).with(node("negative", "prompt", 0, 400))
                .with(node("sampler", "sampler", 400, 0)).with(node("save", "save-picture", 800, 0)).with(node("far", "save-picture", 3000, 0));
        for (String[] link : new String[][] {{"model", "model", "sampler", "model"}, {"prompt", "prompt", "sampler", "positive"},
                {"negative", "prompt", "sampler", "negative"}, {"sampler", "picture", "save", "picture"}}) {
            d = new Edit.Connect(OutputRef.of(link[0], link[1]), InputRef.of(link[2], link[3])).on(d);
        }
        hands = new Hands(d);
    }

    private static Node node(String id, String type, double x, double y) {
        return Node.of(id, type).at(new Position(x, y));
    }

    private void at(String id) {
        assertThat(hands.selection()).isEqualTo(Set.of(new NodeId(id)));
    }

    @Test
    void arrows_walk() throws Exception {
        hands.select("model");
        hands.key("RIGHT");
        at("sampler");
        hands.key("RIGHT");
        at("save");
        hands.key("RIGHT");
        at("far");
        assertThat(hands.view().camera().x()).as("it comes into view").isLessThan(-1500);
        hands.key("RIGHT");
        at("far");
        hands.select("model");
        hands.key("DOWN");
        at("prompt");
        hands.key("UP");
        at("model");
        hands.key("LEFT");
        at("model");
        hands.key("ESCAPE");
        hands.key("UP");
        assertThat(hands.selection()).as("some node in the middle").hasSize(1);
        assertThat(hands.edits()).as("looking changes nothing").isEmpty();
    }

    @Test
    void an_arrow_does_not_pass_a_tall_node_whose_middle_is_far_below() throws Exception {
        Document d = Document.EMPTY.with(node("low", "load-picture", 0, 0)).with(node("tall", "sampler", 300, 0)).with(node("next", "load-picture", 600, 0));
        hands = new Hands(d);
        hands.select("low");
        hands.key("RIGHT");
        at("tall");
        hands.key("RIGHT");
        at("next");
    }

    @Test
    void ctrl_and_arrows_follow_wires() throws Exception {
        hands.select("save");
        hands.key("ctrl LEFT");
        at("sampler");
        hands.key("ctrl LEFT");
        hands.key("ctrl RIGHT");
        at("sampler");
        hands.select("prompt");
        hands.key("ctrl DOWN");
        at("negative");
        hands.key("ctrl UP");
        at("prompt");
        hands.key("ctrl UP");
        at("model");
        hands.select("far");
        hands.key("ctrl LEFT");
        at("far");
    }

    private static Stream<JMenuItem> items(MenuElement menu) {
        return Stream.of(menu.getSubElements()).flatMap(e -> e instanceof JMenuItem item ? Stream.of(item) : items(e));
    }

    private List<String> lines(MenuElement menu) {
        return items(menu).map(JMenuItem::getText).toList();
    }

    @Test
    void w_draws_wires() throws Exception {
        hands.select("far");
        hands.key("W");
        assertThat(lines(hands.menu())).as("its one socket is meant").containsExactly("Sampler: Picture", "New node\u2026");
        Hands.onEdt(() -> items(hands.menu()).findFirst().orElseThrow().doClick());
        assertThat(hands.document().node(new NodeId("far")).orElseThrow().input("picture")).contains(OutputRef.of("sampler", "picture"));
        hands.select("sampler");
        hands.key("W");
        assertThat(lines(hands.menu())).as("outputs first, then what is free").containsExactly("Picture (picture)", "Start picture (picture)",
                "Model (model)", "Prompt (conditioning)", "Negative prompt (conditioning)");
        JMenu start = (JMenu) items(hands.menu()).filter(i -> i.getText().startsWith("Start")).findFirst().orElseThrow();
        assertThat(Arrays.stream(start.getMenuComponents()).map(c -> ((JMenuItem) c).getText())).as("nothing here gives it").containsExactly("New node\u2026");
        Hands.onEdt(() -> start.getItem(0).doClick());
        hands.type("load picture");
        hands.fieldKey("ENTER");
        assertThat(hands.document().node(new NodeId("sampler")).orElseThrow().input("start")).contains(OutputRef.of("load-picture", "picture"));
        assertThat(hands.document().node(new NodeId("load-picture")).orElseThrow().position().x()).as("to its left").isLessThan(300);
        JMenu model = (JMenu) items(hands.menu()).filter(i -> i.getText().startsWith("Model")).findFirst().orElseThrow();
        Hands.onEdt(() -> model.getItem(model.getItemCount() - 1).doClick());
        assertThat(hands.document().node(new NodeId("sampler")).orElseThrow().input("model")).as("removed").isEmpty();
    }

    @Test
    void the_menu_opens_by_key() throws Exception {
        hands.select("sampler");
        hands.key("shift F10");
        assertThat(lines(hands.menu())).contains("Duplicate", "Mute");
        at("sampler");
    }

    @Test
    void sockets_are_spoken() throws Exception {
        List<String> said = new ArrayList<>();
        Hands.onEdt(() -> {
            AccessibleContext sampler = hands.view().sheet().getAccessibleContext().getAccessibleChild(3).getAccessibleContext();
            for (int i = 0; i < sampler.getAccessibleChildrenCount(); i++) {
                said.add(sampler.getAccessibleChild(i).getAccessibleContext().getAccessibleName());
            }
        });
        assertThat(said).containsExactly("Model, input, model, from Load Checkpoint", "Prompt, input, conditioning, from Prompt",
                "Negative prompt, input, conditioning, from Prompt", "Start picture, input, picture, not connected", "Picture, output, picture, to Save Picture");
    }
}
