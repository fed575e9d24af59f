package easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.Area;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.Group;
import easel.graph.GroupId;
import easel.graph.InputRef;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.OutputRef;
import easel.graph.Position;
import easel.graph.Size;
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
        assertThat(lines(hands.menu())).as("its one socket is meant").startsWith("Sampler: Picture", "New node\u2026", "Parameters").hasSize(3);
        Hands.onEdt(() -> items(hands.menu()).findFirst().orElseThrow().doClick());
        assertThat(hands.document().node(new NodeId("far")).orElseThrow().input("picture")).contains(OutputRef.of("sampler", "picture"));
        hands.select("sampler");
        hands.key("W");
        assertThat(lines(hands.menu())).as("outputs first, then what is free").containsExactly("Picture (picture)", "Start picture (picture)",
                "Model (model)", "Prompt (conditioning)", "Negative prompt (conditioning)", "Parameters");
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

    private JMenu sub(MenuElement menu, String text) {
        return (JMenu) items(menu).filter(i -> i instanceof JMenu && i.getText().startsWith(text)).findFirst().orElseThrow(() -> new AssertionError("no " + text + " in " + lines(menu)));
    }

    private JMenuItem line(JMenu menu, String text) {
        return Arrays.stream(menu.getMenuComponents()).filter(c -> c instanceof JMenuItem item && item.getText().startsWith(text)).map(JMenuItem.class::cast)
                .findFirst().orElseThrow(() -> new AssertionError("no " + text));
    }

    @Test
    void w_feeds_parameters_and_takes_their_wires_off() throws Exception {
        hands = new Hands(hands.document().with(node("seven", "whole-number", 0, 600)));
        Node sampler = hands.document().node(new NodeId("sampler")).orElseThrow();
        hands.select("sampler");
        hands.key("W");
        JMenu steps = (JMenu) line(sub(hands.menu(), "Parameters"), "Steps");
        Hands.onEdt(() -> line(steps, "Whole Number").doClick());
        Node fed = hands.document().node(new NodeId("sampler")).orElseThrow();
        assertThat(fed.input("steps")).contains(OutputRef.of("seven", "whole"));
        assertThat(fed.values()).as("the value stays beneath").isEqualTo(sampler.values());
        hands.select("seven");
        hands.key("W");
        assertThat(lines(hands.menu())).as("from the other end, sockets before parameters").anyMatch(l -> l.startsWith("Sampler: CFG"));
        hands.select("sampler");
        hands.key("W");
        JMenu again = (JMenu) line(sub(hands.menu(), "Parameters"), "Steps");
        Hands.onEdt(() -> line(again, "Remove wire").doClick());
        assertThat(hands.document().node(new NodeId("sampler")).orElseThrow()).isEqualTo(sampler);
    }

    @Test
    void w_means_nothing_on_a_note() throws Exception {
        hands = new Hands(Document.EMPTY.with(node("words", "note", 0, 0)));
        hands.select("words");
        hands.key("W");
        assertThat(hands.menu()).as("it has no end for a wire").isNull();
    }

    private String spoken(int child) throws Exception {
        String[] said = new String[1];
        Hands.onEdt(() -> said[0] = hands.view().sheet().getAccessibleContext().getAccessibleChild(child).getAccessibleContext().getAccessibleName());
        return said[0];
    }

    @Test
    void nodes_are_added_to_the_selection_by_keys_and_what_lies_between_is_left_out() throws Exception {
        List<String> heard = new ArrayList<>();
        Hands.onEdt(() -> {
            AccessibleContext canvas = hands.view().sheet().getAccessibleContext();
            canvas.addPropertyChangeListener(e -> {
                if (e.getPropertyName().equals(AccessibleContext.ACCESSIBLE_ACTIVE_DESCENDANT_PROPERTY)) {
                    heard.add(((javax.accessibility.Accessible) e.getNewValue()).getAccessibleContext().getAccessibleName());
                }
            });
            AccessibleContext save = canvas.getAccessibleChild(4).getAccessibleContext();
            save.addPropertyChangeListener(e -> heard.add(e.getOldValue() + " > " + e.getNewValue()));
        });
        hands.select("model");
        hands.key("ctrl shift RIGHT");
        at("model");
        hands.key("ctrl shift RIGHT");
        hands.key("Q");
        assertThat(hands.selection()).isEqualTo(Set.of(new NodeId("model"), new NodeId("save")));
        assertThat(heard).containsExactly("Sampler, not selected", "Save Picture, not selected", "Save Picture, not selected > Save Picture, one of 2 selected");
        hands.key("ctrl SPACE");
        at("model");
        hands.key("ctrl SPACE");
        hands.key("ctrl G");
        assertThat(hands.document().groups()).hasSize(1);
        assertThat(hands.view().nodesIn(hands.document().groups().iterator().next().id())).as("round both").contains(new NodeId("model"), new NodeId("save"));
        assertThat(hands.edits()).hasSize(1);
    }

    @Test
    void a_mark_goes_with_the_next_arrow_with_esc_and_with_its_node() throws Exception {
        hands.select("model");
        hands.key("ctrl shift RIGHT");
        assertThat(spoken(3)).isEqualTo("Sampler, not selected");
        hands.key("RIGHT");
        at("save");
        assertThat(spoken(3)).as("an arrow goes on from the mark, and selects").isEqualTo("Sampler");
        hands.key("ctrl shift LEFT");
        hands.key("ESCAPE");
        assertThat(hands.selection()).isEmpty();
        assertThat(spoken(3)).isEqualTo("Sampler");
        hands.select("model");
        hands.key("ctrl shift RIGHT");
        hands.key("Q");
        hands.key("DELETE");
        hands.key("RIGHT");
        assertThat(hands.selection()).as("from the middle, as with nothing marked").hasSize(1);
    }

    @Test
    void the_menu_opens_by_key() throws Exception {
        hands.select("sampler");
        hands.key("shift F10");
        assertThat(lines(hands.menu())).contains("Duplicate", "Mute");
        at("sampler");
    }

    @Test
    void groups_are_gone_to_and_their_menu_opens_by_key() throws Exception {
        hands = new Hands(hands.document().with(Group.of("sources", "Sources", new Area(new Position(-20, -40), new Size(300, 600))))
                .with(Group.of("end", "End", new Area(new Position(760, -40), new Size(300, 300)))));
        hands.select("negative");
        hands.key("G");
        assertThat(hands.view().selectedGroups()).as("the one it lies in").containsExactly(new GroupId("sources"));
        assertThat(hands.selection()).isEmpty();
        hands.key("shift F10");
        assertThat(lines(hands.menu())).contains("Fit to content", "Remove the frame").doesNotContain("Duplicate with wires");
        hands.key("G");
        assertThat(hands.view().selectedGroups()).as("the next").containsExactly(new GroupId("end"));
        hands.key("DOWN");
        at("save");
    }

    @Test
    void a_wire_is_bent_filled_and_removed_by_the_menu_of_a_node() throws Exception {
        hands.select("save");
        hands.key("shift F10");
        JMenu wires = sub(hands.menu(), "Wires");
        assertThat(Arrays.stream(wires.getMenuComponents()).map(c -> ((JMenuItem) c).getText())).containsExactly("Picture: from Sampler");
        JMenu wire = wires.getItem(0) instanceof JMenu menu ? menu : null;
        Hands.onEdt(() -> line(wire, "Add bend").doClick());
        assertThat(hands.document().nodes()).as("a bend").hasSize(7);
        hands.undo();
        hands.select("sampler");
        hands.key("shift F10");
        assertThat(Arrays.stream(sub(hands.menu(), "Wires").getMenuComponents()).map(c -> ((JMenuItem) c).getText()))
                .as("what comes in first").containsExactly("Model: from Load Checkpoint", "Prompt: from Prompt", "Negative prompt: from Prompt", "Picture: to Save Picture");
        JMenu model = (JMenu) line(sub(hands.menu(), "Wires"), "Model");
        Hands.onEdt(() -> line(model, "Remove wire").doClick());
        assertThat(hands.document().node(new NodeId("sampler")).orElseThrow().input("model")).isEmpty();
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
