package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_DOWN;
import static java.awt.event.KeyEvent.VK_END;
import static java.awt.event.KeyEvent.VK_ENTER;
import static java.awt.event.KeyEvent.VK_ESCAPE;
import static java.awt.event.KeyEvent.VK_G;
import static java.awt.event.KeyEvent.VK_P;
import static java.awt.event.KeyEvent.VK_SHIFT;
import static java.awt.event.KeyEvent.VK_TAB;
import static java.awt.event.KeyEvent.VK_UP;
import static java.awt.event.KeyEvent.VK_Z;
import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.Document;
import easel.graph.InputRef;
import easel.graph.NodeId;
import easel.graph.SeedMode;
import easel.graph.Value;
import java.awt.Component;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.InputMethodEvent;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.font.TextHitInfo;
import java.text.AttributedString;
import java.util.List;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** Parameters edited where they are shown in nodes, in the real window. */
@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
class InPlaceTest extends GraphJourney {

    private static final InputRef STEPS = InputRef.of("sampler", "steps");

    private void openNodes() throws Exception {
        open(ScriptedEngine.quick());
        window.keys(VK_CONTROL, VK_SHIFT, VK_G);
        until("the nodes are there", () -> onEdt(() -> canvas() != null
                && window.named("canvas", Component.class).isFocusOwner()));
        onEdt(() -> {
            canvas().zoomTo(1);
            return null;
        });
    }

    private Value value(InputRef parameter) {
        return document().value(parameter).orElse(null);
    }

    private InputRef words() {
        return new InputRef(document().form().fields().getFirst().targets().getFirst().node(), "text");
    }

    /** Brings a node to the middle and clicks on one of its values. */
    private void clickOn(InputRef parameter) {
        onEdt(() -> {
            double zoom = canvas().camera().zoom();
            canvas().select(List.of(parameter.node()));
            canvas().fitSelection();
            canvas().zoomTo(zoom);
            return null;
        });
        Rectangle at = onScreen(parameter);
        window.click(new Point(at.x + at.width / 2, at.y + Math.min(10, at.height / 2)));
    }

    private JTextComponent field() {
        return window.named("in-place.field", JTextComponent.class);
    }

    private void fieldFocused() {
        until("the field has the keys", () -> onEdt(() -> field() != null && field().isFocusOwner()));
    }

    private void closed() {
        until("the field is gone", () -> onEdt(() -> window.named("in-place.field", Component.class) == null));
    }

    private void edit(InputRef parameter) {
        clickOn(parameter);
        fieldFocused();
    }

    @Test
    void a_number_is_typed_as_a_sum_taken_with_enter_and_undone_in_one_step() throws Exception {
        openNodes();
        edit(STEPS);
        assertThat(onEdt(() -> field().getAccessibleContext().getAccessibleName())).isEqualTo("Steps");
        window.type("4");
        window.keys(VK_SHIFT, java.awt.event.KeyEvent.VK_8);
        window.type("3");
        window.keys(VK_ENTER);
        closed();
        assertThat(value(STEPS)).isEqualTo(Value.of(12));
        until("the canvas has the keys again", () -> onEdt(() -> window.named("canvas", Component.class).isFocusOwner()));
        window.keys(VK_CONTROL, VK_Z);
        until("it is undone", () -> !Value.of(12).equals(value(STEPS)));
        edit(STEPS);
        window.type("5000");
        window.keys(VK_ENTER);
        closed();
        assertThat(value(STEPS)).as("the nearest that is allowed").isEqualTo(Value.of(1000));
    }

    @Test
    void esc_takes_back_and_tab_goes_to_the_next_value() throws Exception {
        openNodes();
        Document before = document();
        edit(STEPS);
        window.type("7");
        window.keys(VK_ESCAPE);
        closed();
        assertThat(document()).isEqualTo(before);
        edit(STEPS);
        window.type("7");
        window.keys(VK_TAB);
        until("the next value is edited", () -> onEdt(() -> field() != null && field().isFocusOwner()
                && "CFG scale".equals(field().getAccessibleContext().getAccessibleName())));
        assertThat(value(STEPS)).isEqualTo(Value.of(7));
        window.keys(VK_SHIFT, VK_TAB);
        until("and the one before", () -> onEdt(() -> field() != null && field().isFocusOwner()
                && "Steps".equals(field().getAccessibleContext().getAccessibleName())));
        window.type("8");
        clickOn(STEPS);
        onEdt(() -> {
            canvas().sheet().requestFocusInWindow();
            return null;
        });
        closed();
        assertThat(value(STEPS)).as("losing the keys takes what was typed").isEqualTo(Value.of(8));
    }

    @Test
    void up_and_down_step_a_number() throws Exception {
        openNodes();
        edit(STEPS);
        window.type("7");
        window.keys(VK_UP);
        window.keys(VK_UP);
        window.keys(VK_DOWN);
        until("a step up", () -> onEdt(() -> field() instanceof JTextComponent text && text.getText().equals("8")));
        window.keys(VK_ENTER);
        closed();
        assertThat(value(STEPS)).isEqualTo(Value.of(8));
    }

    @Test
    void a_choice_is_found_by_typing() throws Exception {
        openNodes();
        edit(InputRef.of("sampler", "sampler"));
        window.type("heun");
        window.keys(VK_ENTER);
        closed();
        assertThat(value(InputRef.of("sampler", "sampler"))).isEqualTo(Value.of("heun"));
        edit(InputRef.of("sampler", "scheduler"));
        window.keys(VK_DOWN);
        window.keys(VK_ESCAPE);
        closed();
        assertThat(value(InputRef.of("sampler", "sampler"))).isEqualTo(Value.of("heun"));
    }

    @Test
    void words_are_weighted_by_keys_and_typed_in_one_step_and_the_form_shows_them() throws Exception {
        openNodes();
        InputRef words = words();
        String before = prompt();
        edit(words);
        window.keys(VK_CONTROL, VK_END);
        window.type(" moon");
        window.keys(VK_CONTROL, VK_UP);
        window.keys(VK_CONTROL, VK_UP);
        window.keys(VK_CONTROL, VK_DOWN);
        until("they are weighted", () -> Value.of(before + " (moon:1.05)").equals(value(words)));
        window.keys(VK_TAB);
        closed();
        window.keys(VK_CONTROL, VK_SHIFT, VK_G);
        until("the form shows them", () -> prompt().equals(before + " (moon:1.05)"));
        window.keys(VK_CONTROL, VK_Z);
        until("one step", () -> prompt().equals(before));
        window.keys(VK_CONTROL, VK_SHIFT, VK_Z);
        until("and again", () -> prompt().equals(before + " (moon:1.05)"));
    }

    @Test
    void esc_in_words_leaves_no_step() throws Exception {
        openNodes();
        InputRef words = words();
        Value before = value(words);
        edit(words);
        window.type("xyz");
        until("it is typed", () -> !value(words).equals(before));
        window.keys(VK_ESCAPE);
        closed();
        assertThat(value(words)).isEqualTo(before);
        assertThat(tabs()).as("nothing to save").containsExactly("[Text to image]");
    }

    @Test
    void a_seed_that_is_typed_is_kept() throws Exception {
        openNodes();
        InputRef seed = InputRef.of("sampler", "seed");
        edit(seed);
        window.type("77");
        window.keys(VK_ENTER);
        closed();
        assertThat(value(seed)).isEqualTo(Value.Seed.fixed(77));
        edit(seed);
        window.keys(VK_CONTROL, java.awt.event.KeyEvent.VK_A);
        window.keys(java.awt.event.KeyEvent.VK_DELETE);
        window.keys(VK_ENTER);
        closed();
        assertThat(((Value.Seed) value(seed)).mode()).isEqualTo(SeedMode.RANDOM);
    }

    @Test
    void it_is_readable_at_any_zoom_and_follows_the_canvas() throws Exception {
        openNodes();
        onEdt(() -> {
            canvas().zoomTo(0.2);
            canvas().select(List.of(new NodeId("sampler")));
            return null;
        });
        window.keys(VK_ENTER);
        fieldFocused();
        assertThat(onEdt(() -> field().getHeight())).isGreaterThanOrEqualTo(24);
        assertThat(onEdt(() -> field().getFont().getSize2D())).isGreaterThanOrEqualTo(11);
        Point before = onEdt(() -> window.named("in-place", Component.class).getLocation());
        onEdt(() -> {
            canvas().setCamera(new easel.ui.canvas.Camera(canvas().camera().zoom(), canvas().camera().x() + 50,
                    canvas().camera().y() + 20));
            return null;
        });
        assertThat(onEdt(() -> window.named("in-place", Component.class).getLocation())).isEqualTo(new Point(before.x + 50,
                before.y + 20));
        window.keys(VK_ESCAPE);
        closed();
    }

    @Test
    void the_wheel_scrolls_long_words_that_have_the_keys_and_nothing_else() throws Exception {
        openNodes();
        InputRef words = words();
        edit(words);
        onEdt(() -> {
            field().setText("a line\n".repeat(60));
            field().setCaretPosition(0);
            return null;
        });
        double zoom = onEdt(() -> canvas().camera().zoom());
        Component scroll = onEdt(() -> SwingUtilities.getAncestorOfClass(javax.swing.JScrollPane.class, field()));
        onEdt(() -> {
            scroll.dispatchEvent(new MouseWheelEvent(scroll, MouseEvent.MOUSE_WHEEL, 0, 0, 20, 20, 20, 20, 0, false,
                    MouseWheelEvent.WHEEL_UNIT_SCROLL, 3, 3, 3.0));
            return null;
        });
        until("it scrolls", () -> onEdt(() -> field().getVisibleRect().y > 0));
        assertThat(onEdt(() -> canvas().camera().zoom())).isEqualTo(zoom);
        window.keys(VK_TAB);
        closed();
        edit(STEPS);
        onEdt(() -> {
            Component over = window.named("in-place", Component.class);
            over.dispatchEvent(new MouseWheelEvent(over, MouseEvent.MOUSE_WHEEL, 0, 0, 5, 5, 5, 5, 0, false,
                    MouseWheelEvent.WHEEL_UNIT_SCROLL, 3, -1, -1.0));
            return null;
        });
        assertThat(onEdt(() -> canvas().camera().zoom())).as("over a number it belongs to the canvas").isGreaterThan(zoom);
    }

    @Test
    void chinese_is_composed_in_a_node_and_only_what_was_meant_is_taken() throws Exception {
        openNodes();
        InputRef words = words();
        String before = ((Value.Text) value(words)).text();
        edit(words);
        compose("yue", 0);
        assertThat(onEdt(() -> field().getText())).isEqualTo(before + "yue");
        assertThat(value(words)).as("sounds are no words").isEqualTo(Value.of(before));
        compose("\u6708", 1);
        assertThat(value(words)).isEqualTo(Value.of(before + "\u6708"));
        window.keys(VK_ESCAPE);
        closed();
        assertThat(value(words)).isEqualTo(Value.of(before));
    }

    private void compose(String text, int committed) {
        onEdt(() -> {
            field().dispatchEvent(new InputMethodEvent(field(), InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                    new AttributedString(text).getIterator(), committed,
                    TextHitInfo.leading(0), null));
            return null;
        });
    }

    @Test
    void going_to_another_tab_takes_what_is_being_typed() throws Exception {
        openNodes();
        edit(STEPS);
        window.type("11");
        window.keys(VK_CONTROL, java.awt.event.KeyEvent.VK_N);
        until("another tab", () -> tabs().size() == 2);
        window.keys(VK_CONTROL, java.awt.event.KeyEvent.VK_PAGE_UP);
        until("the first has it", () -> tabs().getFirst().startsWith("[") && Value.of(11).equals(value(STEPS)));
    }

    @Test
    void generate_takes_what_is_being_typed() throws Exception {
        openNodes();
        edit(STEPS);
        window.type("9");
        window.keys(VK_CONTROL, VK_ENTER);
        until("it is taken", () -> Value.of(9).equals(value(STEPS)));
    }

    @Test
    void what_was_opened_over_a_field_that_closed_itself_gives_the_keys_to_the_canvas() throws Exception {
        openNodes();
        edit(STEPS);
        window.keys(VK_CONTROL, VK_SHIFT, VK_P);
        until("the commands are open", () -> onEdt(() -> window.named("search-list", Component.class) instanceof Component c && c.isFocusOwner()));
        closed();
        window.keys(VK_ESCAPE);
        until("the canvas has the keys", () -> onEdt(() -> window.named("canvas", Component.class).isFocusOwner()));
    }
}
