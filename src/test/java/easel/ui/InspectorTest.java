package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static java.awt.event.KeyEvent.VK_A;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_DOWN;
import static java.awt.event.KeyEvent.VK_ENTER;
import static java.awt.event.KeyEvent.VK_G;
import static java.awt.event.KeyEvent.VK_I;
import static java.awt.event.KeyEvent.VK_LEFT;
import static java.awt.event.KeyEvent.VK_SHIFT;
import static java.awt.event.KeyEvent.VK_Z;
import static org.assertj.core.api.Assertions.assertThat;

import com.formdev.flatlaf.FlatClientProperties;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.InputRef;
import easel.graph.Mode;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Value;
import java.awt.Component;
import java.awt.Container;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.util.Arrays;
import java.util.List;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JTextField;
import javax.swing.MenuSelectionManager;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** The panel at the right of the nodes, in the real window. */
@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
class InspectorTest extends GraphJourney {

    private static final InputRef STEPS = InputRef.of("sampler", "steps");

    private void openNodes() throws Exception {
        open(ScriptedEngine.quick());
        window.keys(VK_CONTROL, VK_SHIFT, VK_G);
        until("the nodes are there", () -> onEdt(() -> window.named("canvas", Component.class) != null
                && window.named("canvas", Component.class).isFocusOwner()));
    }

    private void select(NodeId... nodes) {
        onEdt(() -> {
            canvas().select(Arrays.asList(nodes));
            return null;
        });
    }

    private void type(String field, String text) {
        onEdt(() -> inInspector(field, Component.class).requestFocusInWindow());
        until("it has the keys", () -> onEdt(() -> inInspector(field, Component.class).isFocusOwner()));
        window.keys(VK_CONTROL, VK_A);
        window.type(text);
    }

    private <T> T inInspector(String name, Class<T> type) {
        return type.cast(find(window.named("inspector", Container.class), name));
    }

    private static Component find(Container in, String name) {
        for (Component c : in.getComponents()) {
            if (name.equals(c.getName())) {
                return c;
            }
            if (c instanceof Container inner && find(inner, name) instanceof Component found) {
                return found;
            }
        }
        return null;
    }

    private String text(String name) {
        return onEdt(() -> inInspector(name, JTextComponent.class).getText());
    }

    @Test
    void a_value_is_set_undone_and_reset_and_the_form_shows_it() throws Exception {
        openNodes();
        select(new NodeId("sampler"));
        String before = text("node.steps");
        type("node.steps", "24/2");
        window.keys(VK_ENTER);
        until("it is set", () -> Value.of(12).equals(document().value(STEPS).orElse(null)));
        window.keys(VK_CONTROL, VK_SHIFT, VK_G);
        until("the form shows it", () -> "12".equals(onEdt(() -> window.named("steps", JTextComponent.class).getText())));
        window.keys(VK_CONTROL, VK_Z);
        window.keys(VK_CONTROL, VK_SHIFT, VK_G);
        until("it is undone in both", () -> before.equals(text("node.steps")));
        type("node.cfg", "3");
        window.keys(VK_ENTER);
        until("a button resets it", () -> onEdt(() -> inInspector("node.cfg.reset", Component.class).isVisible()));
        onEdt(() -> {
            inInspector("node.cfg.reset", AbstractButton.class).doClick();
            return null;
        });
        until("it is at its default", () -> document().value(InputRef.of("sampler", "cfg")).isEmpty()
                && "7.0".equals(text("node.cfg")));
        assertThat(onEdt(() -> inInspector("node.cfg.reset", Component.class).isVisible())).isFalse();
    }

    private static JLabel label(Container in, String text) {
        for (Component c : in.getComponents()) {
            if (c instanceof JLabel label && text.equals(label.getText())) {
                return label;
            }
            if (c instanceof Container inner && label(inner, text) instanceof JLabel found) {
                return found;
            }
        }
        return null;
    }

    /** Presses the right button on a parameter's label and takes the line of the menu. */
    private void turnInForm(String parameter) {
        onEdt(() -> {
            JLabel label = label(window.named("inspector", Container.class), parameter);
            label.dispatchEvent(new MouseEvent(label, MouseEvent.MOUSE_PRESSED, 0, InputEvent.BUTTON3_DOWN_MASK, 4, 4, 1, true, MouseEvent.BUTTON3));
            return null;
        });
        until("its menu", () -> onEdt(() -> MenuSelectionManager.defaultManager().getSelectedPath().length > 0));
        window.keys(VK_DOWN);
        window.keys(VK_ENTER);
    }

    @Test
    void the_menu_of_a_label_puts_a_parameter_into_the_form_and_takes_it_out() throws Exception {
        openNodes();
        select(new NodeId("sampler"));
        InputRef scheduler = InputRef.of("sampler", "scheduler");
        until("it is shown", () -> onEdt(() -> label(window.named("inspector", Container.class), "Scheduler") != null));
        boolean there = document().form().of(scheduler).isPresent();
        turnInForm("Scheduler");
        until("in, or out", () -> document().form().of(scheduler).isPresent() != there);
        turnInForm("Scheduler");
        until("and back", () -> document().form().of(scheduler).isPresent() == there);
        window.keys(VK_CONTROL, VK_Z);
        until("each was a step", () -> document().form().of(scheduler).isPresent() != there);
    }

    @Test
    void a_number_says_what_it_counts_and_has_room_for_it() throws Exception {
        openNodes();
        select(new NodeId("sampler"));
        type("node.width", "16384");
        window.keys(VK_ENTER);
        until("it is set", () -> Value.of(16384).equals(document().value(InputRef.of("sampler", "width")).orElse(null)));
        JTextField width = inInspector("node.width", JTextField.class);
        assertThat(onEdt(() -> ((JLabel) width.getClientProperty(FlatClientProperties.TEXT_FIELD_TRAILING_COMPONENT)).getText())).isEqualTo("px");
        until("nothing of it is scrolled away", () -> onEdt(() -> width.getFontMetrics(width.getFont()).stringWidth(width.getText()) <= width.getHorizontalVisibility().getExtent()));
        assertThat(onEdt(() -> inInspector("node.steps", JTextField.class).getClientProperty(FlatClientProperties.TEXT_FIELD_TRAILING_COMPONENT)))
                .as("its label is Steps").isNull();
    }

    @Test
    void what_several_nodes_share_is_set_for_all_in_one_step() throws Exception {
        openNodes();
        List<NodeId> prompts = document().nodes().stream().filter(n -> n.type().equals("prompt")).map(Node::id).toList();
        assertThat(prompts).hasSize(2);
        Document before = document();
        select(prompts.toArray(NodeId[]::new));
        assertThat(onEdt(() -> inInspector("inspector.several", JLabel.class).getText())).isEqualTo("2 × Prompt");
        type("node.text", "fog");
        until("both say so", () -> prompts.stream().allMatch(p -> document().value(new InputRef(p, "text"))
                .filter(Value.of("fog")::equals).isPresent()));
        window.keys(VK_CONTROL, VK_Z);
        until("one step", () -> document().equals(before));
        select(new NodeId("sampler"), prompts.getFirst());
        assertThat(onEdt(() -> inInspector("node.text", Component.class))).as("a sampler has no text").isNull();
    }

    @Test
    void title_and_mode_of_a_node() throws Exception {
        openNodes();
        NodeId sampler = new NodeId("sampler");
        select(sampler);
        type("inspector.title", "my paint");
        until("it is called so", () -> document().node(sampler).orElseThrow().title().equals("my paint"));
        Container modes = onEdt(() -> inInspector("inspector.mode", Container.class));
        onEdt(() -> {
            ((AbstractButton) modes.getComponent(1)).doClick();
            return null;
        });
        until("it is muted", () -> document().node(sampler).orElseThrow().mode() == Mode.MUTED);
        window.keys(VK_CONTROL, VK_Z);
        until("and is not", () -> document().node(sampler).orElseThrow().mode() == Mode.ON
                && !((AbstractButton) modes.getComponent(1)).isSelected());
    }

    @Test
    void what_a_wire_feeds_is_greyed_and_a_choice_is_chosen() throws Exception {
        openNodes();
        select(new NodeId("sampler"));
        onEdt(() -> {
            inInspector("node.sampler", JComboBox.class).setSelectedIndex(2);
            return null;
        });
        assertThat(document().value(InputRef.of("sampler", "sampler"))).contains(Value.of("heun"));
        assertThat(onEdt(() -> inInspector("node.width", Component.class).isEnabled())).isTrue();
    }

    @Test
    void with_nothing_selected_it_shows_the_workflow_and_it_keeps_width_and_place_over_a_restart() throws Exception {
        openNodes();
        select();
        assertThat(onEdt(() -> inInspector("inspector.workflow", JLabel.class).getText())).isEqualTo("Text to image");
        Component edge = onEdt(() -> find(window.named("inspector", Container.class).getParent(), "edge"));
        onEdt(edge::requestFocusInWindow);
        until("its edge has the keys", () -> onEdt(edge::isFocusOwner));
        int before = onEdt(() -> window.named("inspector", Component.class).getWidth());
        window.keys(VK_LEFT);
        until("it is wider", () -> onEdt(() -> window.named("inspector", Component.class).getWidth()) == before + 16);
        window.close();
        openNodes2();
        assertThat(onEdt(() -> window.named("inspector", Component.class).getWidth())).isEqualTo(before + 16);
        window.keys(VK_CONTROL, VK_I);
        until("it is hidden", () -> !onEdt(() -> window.named("inspector", Component.class).isShowing()));
        window.close();
        openNodes2();
        assertThat(onEdt(() -> window.named("inspector", Component.class))).as("and stays so").isNull();
        window.keys(VK_CONTROL, VK_I);
        until("until it is wanted", () -> onEdt(() -> window.named("inspector", Component.class) != null
                && window.named("inspector", Component.class).isShowing()));
    }

    /** The tab comes back with its nodes. */
    private void openNodes2() throws Exception {
        open(ScriptedEngine.quick());
        until("the nodes are there", () -> onEdt(() -> window.named("canvas", Component.class) != null
                && window.named("canvas", Component.class).isShowing()));
    }

    @Test
    void a_node_that_runs_says_how_far_it_is() throws Exception {
        ScriptedEngine engine = ScriptedEngine.holdingAt(5);
        open(engine);
        window.keys(VK_CONTROL, VK_SHIFT, VK_G);
        until("the nodes are there", () -> onEdt(() -> window.named("canvas", Component.class) != null
                && window.named("canvas", Component.class).isFocusOwner()));
        select(new NodeId("sampler"));
        assertThat(onEdt(() -> inInspector("inspector.progress", Component.class).isVisible())).isFalse();
        window.keys(VK_CONTROL, VK_ENTER);
        until("it counts", () -> texts().contains("Step ") && onEdt(() ->
                inInspector("inspector.progress", Component.class).isVisible()));
        engine.letGo();
        until("and is quiet when it is done", () -> !onEdt(() -> inInspector("inspector.progress", Component.class).isVisible()));
    }

    @Test
    void an_edit_elsewhere_is_shown_at_once() throws Exception {
        openNodes();
        select(new NodeId("sampler"));
        onEdt(() -> {
            canvas().perform(easel.ui.canvas.CanvasAction.EDIT);
            return null;
        });
        until("the first value is edited in the node", () ->
                onEdt(() -> window.named("in-place.field", Component.class) != null
                && window.named("in-place.field", Component.class).isFocusOwner()));
        window.type("256");
        window.keys(VK_ENTER);
        until("the inspector shows it", () -> text("node.width").equals("256"));
        assertThat(document()).isEqualTo(new Edit.SetParameter(InputRef.of("sampler", "width"), Value.of(256)).on(document()));
    }
}
