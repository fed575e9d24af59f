package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static java.awt.event.KeyEvent.VK_A;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_ENTER;
import static java.awt.event.KeyEvent.VK_ESCAPE;
import static java.awt.event.KeyEvent.VK_F2;
import static java.awt.event.KeyEvent.VK_G;
import static java.awt.event.KeyEvent.VK_N;
import static java.awt.event.KeyEvent.VK_PAGE_DOWN;
import static java.awt.event.KeyEvent.VK_PAGE_UP;
import static java.awt.event.KeyEvent.VK_S;
import static java.awt.event.KeyEvent.VK_SHIFT;
import static java.awt.event.KeyEvent.VK_W;
import static java.awt.event.KeyEvent.VK_Z;
import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.Document;
import easel.graph.InputRef;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.SeedMode;
import easel.graph.Value;
import easel.ui.widget.NumberField;
import java.awt.Component;
import java.awt.Container;
import java.awt.Point;
import java.awt.Rectangle;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.JToggleButton;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** What is in the hand when one goes elsewhere: a number that nobody has pressed Enter for, a node that is being dragged. */
@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
class TypedLeavingTest extends GraphJourney {

    private static final InputRef STEPS = InputRef.of("sampler", "steps");
    private static final InputRef SEED = InputRef.of("sampler", "seed");

    private void nodes() {
        window.keys(VK_CONTROL, VK_SHIFT, VK_G);
        focused();
        onEdt(() -> {
            canvas().zoomTo(1);
            return null;
        });
    }

    private JTextComponent field(String name) {
        return window.named(name, JTextComponent.class);
    }

    private String text(String name) {
        return onEdt(() -> field(name) == null ? "" : field(name).getText());
    }

    /** Types over what stands in a field, and no Enter. */
    private void type(String name, String number) {
        until("there is " + name, () -> onEdt(() -> field(name) != null && field(name).isShowing()));
        onEdt(() -> field(name).requestFocusInWindow());
        typeOver(name, number);
    }

    private void typeOver(String name, String number) {
        until("it has the keys", () -> onEdt(() -> field(name) != null && field(name).isFocusOwner()));
        window.keys(VK_CONTROL, VK_A);
        window.type(number);
        until("it is typed", () -> text(name).equals(number));
    }

    private void inNode(InputRef parameter, String number) {
        onEdt(() -> {
            canvas().select(List.of(parameter.node()));
            canvas().fitSelection();
            canvas().zoomTo(1);
            return null;
        });
        Rectangle at = onScreen(parameter);
        window.click(new Point(at.x + at.width / 2, at.y + at.height / 2));
        typeOver("in-place.field", number);
    }

    private void titleHasKeys() {
        until("a title can be typed", () -> onEdt(() -> field("node-title") != null && field("node-title").isFocusOwner()));
    }

    /** Makes a subgraph of all nodes, under the name that is proposed. */
    private void pack() {
        window.keys(VK_CONTROL, VK_A);
        until("all are selected", () -> onEdt(() -> canvas().selection().size() == canvas().document().size()));
        window.keys(VK_S);
        titleHasKeys();
        window.keys(VK_ENTER);
        focused();
    }

    private Value value(InputRef parameter) {
        return document().value(parameter).orElse(null);
    }

    private void clickOtherTab() {
        Component other = onEdt(() -> Arrays.stream(window.named("tabs", Container.class).getComponents())
                .filter(c -> c instanceof JToggleButton tab && tab.isVisible() && !tab.isSelected()).findFirst().orElseThrow());
        window.click(other);
    }

    private void inFront(String tabs) {
        until("the other is in front", () -> String.join(" | ", tabs()).equals(tabs));
    }

    @Test
    void a_number_in_the_form_stays_in_the_tab_it_was_typed_in() throws Exception {
        open(ScriptedEngine.quick());
        String fresh = text("steps");
        type("steps", "7");
        window.keys(VK_CONTROL, VK_N);
        inFront("Text to image, not saved | [Text to image 2]");
        until("the new one is as it was", () -> text("steps").equals(fresh));
        window.keys(VK_CONTROL, VK_PAGE_UP);
        inFront("[Text to image, not saved] | Text to image 2");
        until("and the first has it", () -> text("steps").equals("7"));
        type("steps", "8");
        clickOtherTab();
        inFront("Text to image, not saved | [Text to image 2]");
        until("a click does the same", () -> text("steps").equals(fresh));
        type("steps", "9");
        window.keys(VK_CONTROL, VK_W);
        until("the first is alone", () -> text("steps").equals("8"));
        window.keys(VK_CONTROL, VK_SHIFT, java.awt.event.KeyEvent.VK_T);
        until("what was typed last was not lost with its tab", () -> text("steps").equals("9"));
        window.keys(VK_CONTROL, VK_Z);
        until("and can be undone", () -> text("steps").equals(fresh));
    }

    @Test
    void a_number_in_the_inspector_stays_in_the_tab_it_was_typed_in() throws Exception {
        open(ScriptedEngine.quick());
        nodes();
        Value fresh = value(STEPS);
        window.keys(VK_CONTROL, VK_N);
        inFront("Text to image | [Text to image 2]");
        onEdt(() -> {
            canvas().select(Set.of(STEPS.node()));
            return null;
        });
        type("node.steps", "7");
        window.keys(VK_CONTROL, VK_PAGE_DOWN);
        inFront("[Text to image] | Text to image 2, not saved");
        assertThat(value(STEPS)).isEqualTo(fresh);
        clickOtherTab();
        inFront("Text to image | [Text to image 2, not saved]");
        until("the second has it", () -> Value.of(7).equals(value(STEPS)));
    }

    @Test
    void what_is_typed_into_a_node_stays_in_the_tab_it_was_typed_in() throws Exception {
        open(ScriptedEngine.quick());
        nodes();
        Value fresh = value(STEPS);
        inNode(STEPS, "7");
        window.keys(VK_CONTROL, VK_N);
        inFront("Text to image, not saved | [Text to image 2]");
        until("its nodes are there", () -> onEdt(() -> canvas() != null && window.named("in-place.field", Component.class) == null));
        assertThat(value(STEPS)).isEqualTo(fresh);
        inNode(SEED, "12");
        clickOtherTab();
        inFront("[Text to image, not saved] | Text to image 2, not saved");
        until("the first has the number", () -> Value.of(7).equals(value(STEPS)));
        assertThat(value(SEED)).isNotEqualTo(Value.Seed.fixed(12));
        window.keys(VK_CONTROL, VK_PAGE_DOWN);
        inFront("Text to image, not saved | [Text to image 2, not saved]");
        until("and the second the seed", () -> value(SEED) instanceof Value.Seed seed && seed.mode() == SeedMode.FIXED && seed.number().getAsLong() == 12);
    }

    @Test
    void what_is_painted_saved_and_kept_at_the_end_has_the_number_that_is_being_typed() throws Exception {
        AtomicInteger painted = new AtomicInteger();
        open(new ScriptedEngine(1, 5, request -> {
            painted.set(request.sampling().steps());
            return null;
        }));
        type("steps", "7");
        window.keys(VK_CONTROL, VK_ENTER);
        until("it is painted with it", () -> painted.get() == 7);
        Path file = home.resolve("mine.easel.json");
        window.keys(VK_CONTROL, VK_SHIFT, VK_S);
        choose(file);
        until("it is saved", () -> steps(file).equals("7"));
        type("steps", "8");
        window.keys(VK_CONTROL, VK_S);
        until("the next is saved with it", () -> steps(file).equals("8"));
        nodes();
        onEdt(() -> {
            canvas().select(Set.of(STEPS.node()));
            return null;
        });
        type("node.steps", "9");
        window.keys(VK_CONTROL, VK_ENTER);
        until("from the inspector too", () -> painted.get() == 9);
        type("node.steps", "11");
        window.close();
        window = null;
        assertThat(steps(home.resolve("state/desk/tab-1.easel.json"))).isEqualTo("11");
    }

    /** The number of steps that a file holds. */
    private static String steps(Path file) {
        var found = java.util.regex.Pattern.compile("\"steps\": (\\d+)").matcher(content(file));
        return found.find() ? found.group(1) : "";
    }

    /** What a killed window would come back with. */
    private boolean isKept(String words) {
        return content(home.resolve("state/desk/tab-1.easel.json")).contains(words);
    }

    @Test
    void what_is_typed_and_left_alone_outlives_a_killed_window_before_anybody_presses_enter() throws Exception {
        open(ScriptedEngine.quick());
        type("steps", "1");
        until("the form's number is kept", () -> isKept("\"steps\": 1,"));
        window.type("3");
        until("one can go on typing", () -> text("steps").equals("13"));
        until("and that is kept", () -> isKept("\"steps\": 13,"));
        nodes();
        inNode(STEPS, "9");
        until("the node's number is kept", () -> isKept("\"steps\": 9"));
        window.keys(VK_ESCAPE);
        until("and Esc takes it back all the same", () -> Value.of(13).equals(value(STEPS)));
        inNode(SEED, "987654321");
        until("a seed is kept", () -> isKept("987654321"));
        window.keys(VK_ENTER);
        focused();
        onEdt(() -> {
            canvas().select(List.of(STEPS.node()));
            return null;
        });
        window.keys(VK_F2);
        titleHasKeys();
        window.type("mine");
        until("the title is kept", () -> isKept("\"mine\""));
        window.keys(VK_ESCAPE);
        until("and Esc takes it back", () -> node("sampler").title().isEmpty());
        until("also where it was kept", () -> !isKept("\"mine\""));
    }

    @Test
    void esc_gives_a_subgraph_its_name_back_in_both_languages_though_another_was_kept_meanwhile() throws Exception {
        open(ScriptedEngine.quick());
        nodes();
        pack();
        Document before = document();
        window.keys(VK_F2);
        titleHasKeys();
        window.type("mine");
        until("what is typed is kept", () -> isKept("\"mine\""));
        window.keys(VK_ESCAPE);
        until("all is as it was", () -> document().equals(before));
    }

    @Test
    void a_number_on_the_way_to_another_waits_for_its_end() throws Exception {
        AtomicInteger taken = new AtomicInteger();
        NumberField width = onEdt(() -> new NumberField(BigDecimal.valueOf(64), BigDecimal.valueOf(2048), BigDecimal.valueOf(64), 0, BigDecimal.valueOf(512),
                value -> taken.set(value.intValue())).takenInPauses());
        open(ScriptedEngine.quick());
        onEdt(() -> {
            width.setName("width");
            window.frame().getLayeredPane().add(width);
            width.setBounds(20, 60, 80, 28);
            return width.requestFocusInWindow();
        });
        typeOver("width", "100");
        Thread.sleep(1500);   // twice the pause
        assertThat(taken).as("a third of what is meant").hasValue(0);
        window.type("0");
        window.keys(VK_CONTROL, VK_A);
        window.type("1024");
        until("it is taken", () -> taken.get() == 1024);
    }

    @Test
    void a_step_back_goes_back_from_the_number_that_is_being_typed() throws Exception {
        open(ScriptedEngine.quick());
        typeAtEnd(" tree");
        String fresh = text("steps");
        type("steps", "7");
        window.keys(VK_CONTROL, VK_Z);
        until("the number is as it was", () -> text("steps").equals(fresh));
        assertThat(prompt()).endsWith(" tree");
    }

    @Test
    void a_step_back_inside_a_subgraph_takes_back_the_number_and_not_the_subgraph() throws Exception {
        open(ScriptedEngine.quick());
        nodes();
        pack();
        window.keys(VK_PAGE_DOWN);
        until("the inside is shown", () -> document().node(STEPS.node()).isPresent());
        focused();
        onEdt(() -> {
            canvas().select(Set.of(STEPS.node()));
            return null;
        });
        until("its steps can be set", () -> !text("node.steps").isEmpty());
        String fresh = text("node.steps");
        type("node.steps", "7");
        window.keys(VK_CONTROL, VK_Z);
        until("the number is as it was", () -> text("node.steps").equals(fresh));
        assertThat(onEdt(() -> window.named("way", Component.class).isShowing())).as("and one is inside").isTrue();
    }

    @Test
    void a_node_in_the_hand_is_let_go_when_another_tab_comes_to_the_front() throws Exception {
        open(ScriptedEngine.quick());
        nodes();
        window.keys(VK_CONTROL, VK_N);
        inFront("Text to image | [Text to image 2]");
        focused();
        Node before = node("sampler");
        onEdt(() -> {
            canvas().select(List.of(new NodeId("sampler")));
            canvas().fitSelection();
            canvas().zoomTo(1);
            return null;
        });
        Point head = screen(before.position().x() + 40, before.position().y() + 12);
        window.hold(head, new Point(head.x + 60, head.y + 30));
        until("it is in the hand", () -> onEdt(() -> canvas().isBusy()));
        window.keys(VK_CONTROL, VK_PAGE_DOWN);
        inFront("[Text to image] | Text to image 2");
        window.letGo();
        window.keys(VK_CONTROL, VK_PAGE_DOWN);
        inFront("Text to image | [Text to image 2]");
        until("nothing is in the hand", () -> !onEdt(() -> canvas().isBusy()));
        window.click(new Point(head.x - 90, head.y - 60));
        until("a click is no more than that", () -> onEdt(() -> canvas().selection().isEmpty()));
        assertThat(node("sampler")).isEqualTo(before);
        assertThat(tabs()).containsExactly("Text to image", "[Text to image 2]");
    }
}
