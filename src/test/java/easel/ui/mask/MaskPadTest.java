package easel.ui.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import easel.graph.MaskShape;
import easel.platform.Language;
import easel.platform.Words;
import easel.ui.EaselWindow;
import easel.ui.theme.Appearance;
import java.awt.EventQueue;
import java.awt.event.ActionEvent;
import java.awt.event.FocusEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.swing.Action;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shapes drawn on a picture: a pad of 208 x 108 with a picture that lies from 4, 4 over 200 x 100. */
class MaskPadTest {

    private final List<List<MaskShape>> drawn = new ArrayList<>();
    private MaskPad pad;

    @BeforeEach
    void lay_it_out() throws Exception {
        onEdt(() -> {
            Appearance.wear(true);
            pad = new MaskPad("Where", Words.of(EaselWindow.class, Language.ENGLISH), drawn::add, () -> { });
            pad.setSize(208, 108);
            pad.show(new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB), null);
        });
    }

    private static void onEdt(Runnable deed) throws Exception {
        EventQueue.invokeAndWait(deed);
    }

    private void drag(int x, int y, int toX, int toY, int modifiers) throws Exception {
        onEdt(() -> {
            mouse(MouseEvent.MOUSE_PRESSED, x, y, modifiers | InputEvent.BUTTON1_DOWN_MASK);
            mouse(MouseEvent.MOUSE_DRAGGED, (x + toX) / 2, (y + toY) / 2, modifiers | InputEvent.BUTTON1_DOWN_MASK);
            mouse(MouseEvent.MOUSE_DRAGGED, toX, toY, modifiers | InputEvent.BUTTON1_DOWN_MASK);
            mouse(MouseEvent.MOUSE_RELEASED, toX, toY, modifiers);
        });
    }

    private void mouse(int id, int x, int y, int modifiers) {
        pad.dispatchEvent(new MouseEvent(pad, id, 0, modifiers, x, y, 1, false, id == MouseEvent.MOUSE_DRAGGED ? MouseEvent.NOBUTTON : MouseEvent.BUTTON1));
    }

    private void click(int x, int y) throws Exception {
        onEdt(() -> {
            mouse(MouseEvent.MOUSE_PRESSED, x, y, InputEvent.BUTTON1_DOWN_MASK);
            mouse(MouseEvent.MOUSE_RELEASED, x, y, 0);
        });
    }

    private void key(int code, int modifiers) throws Exception {
        onEdt(() -> {
            Action action = pad.getActionMap().get(pad.getInputMap().get(KeyStroke.getKeyStroke(code, modifiers)));
            assertThat(action.isEnabled()).isTrue();
            action.actionPerformed(new ActionEvent(pad, ActionEvent.ACTION_PERFORMED, ""));
        });
    }

    private List<MaskShape> now() {
        return drawn.getLast();
    }

    private static MaskShape rectangle(double x, double y, double width, double height) {
        return new MaskShape(MaskShape.Kind.RECTANGLE, x, y, width, height, false);
    }

    @Test
    void a_drag_draws_in_parts_of_the_picture_and_is_told_once() throws Exception {
        drag(24, 14, 104, 64, 0);
        assertThat(drawn).containsExactly(List.of(rectangle(0.1, 0.1, 0.4, 0.5)));
    }

    @Test
    void a_drag_to_the_left_and_up_draws_the_same() throws Exception {
        drag(104, 64, 24, 14, 0);
        assertThat(now()).containsExactly(rectangle(0.1, 0.1, 0.4, 0.5));
    }

    @Test
    void with_shift_it_is_as_wide_as_high_on_the_picture() throws Exception {
        onEdt(() -> pad.draw(MaskShape.Kind.ELLIPSE, false));
        drag(24, 14, 64, 24, InputEvent.SHIFT_DOWN_MASK);
        assertThat(now()).containsExactly(new MaskShape(MaskShape.Kind.ELLIPSE, 0.1, 0.1, 0.2, 0.4, false));
    }

    @Test
    void the_selected_one_moves_its_handles_resize_it_and_the_others_are_drawn_over() throws Exception {
        drag(24, 14, 104, 64, 0);
        drag(50, 40, 70, 50, 0);
        assertThat(now()).containsExactly(rectangle(0.2, 0.2, 0.4, 0.5));
        drag(124, 74, 144, 84, 0);
        assertThat(now()).as("by its lower right handle").containsExactly(rectangle(0.2, 0.2, 0.5, 0.6));
        drag(44, 54, 24, 54, 0);
        assertThat(now()).as("by its left one").containsExactly(rectangle(0.1, 0.2, 0.6, 0.6));
        click(200, 100);
        assertThat(pad.hasSelected()).isFalse();
        drag(50, 40, 70, 50, 0);
        assertThat(now()).as("nothing selected: another one").containsExactly(rectangle(0.1, 0.2, 0.6, 0.6), rectangle(0.23, 0.36, 0.1, 0.1));
        click(120, 70);
        assertThat(pad.hasSelected()).isTrue();
        onEdt(pad::removeSelected);
        assertThat(now()).containsExactly(rectangle(0.23, 0.36, 0.1, 0.1));
    }

    @Test
    void with_the_menu_key_it_takes_away_even_from_the_selected_one() throws Exception {
        drag(24, 14, 104, 64, 0);
        drag(44, 24, 64, 44, java.awt.GraphicsEnvironment.isHeadless() ? InputEvent.CTRL_DOWN_MASK : java.awt.Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx());
        assertThat(now()).containsExactly(rectangle(0.1, 0.1, 0.4, 0.5), rectangle(0.2, 0.2, 0.1, 0.2).subtracting(true));
    }

    @Test
    void keys_do_all_of_it() throws Exception {
        key(KeyEvent.VK_E, 0);
        assertThat(now()).containsExactly(new MaskShape(MaskShape.Kind.ELLIPSE, 0.25, 0.25, 0.5, 0.5, false));
        key(KeyEvent.VK_LEFT, 0);
        key(KeyEvent.VK_DOWN, InputEvent.SHIFT_DOWN_MASK);
        key(KeyEvent.VK_RIGHT, InputEvent.CTRL_DOWN_MASK);
        key(KeyEvent.VK_MINUS, 0);
        assertThat(now()).containsExactly(new MaskShape(MaskShape.Kind.ELLIPSE, 0.24, 0.35, 0.51, 0.5, true));
        key(KeyEvent.VK_R, 0);
        key(KeyEvent.VK_PAGE_UP, 0);
        key(KeyEvent.VK_DELETE, 0);
        assertThat(now()).containsExactly(rectangle(0.25, 0.25, 0.5, 0.5));
        key(KeyEvent.VK_ESCAPE, 0);
        assertThat(pad.hasSelected()).isFalse();
    }

    @Test
    void what_is_white_without_any_shape_is_seen_and_taken_away_by_shapes() throws Exception {
        BufferedImage white = new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB);
        white.createGraphics().fillRect(0, 0, 200, 200);
        onEdt(() -> {
            pad.show(new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB), white);
            pad.show(List.of(rectangle(0, 0, 0.25, 1).subtracting(true)));
        });
        BufferedImage image = new BufferedImage(208, 108, BufferedImage.TYPE_INT_RGB);
        onEdt(() -> pad.paint(image.getGraphics()));
        assertThat(image.getRGB(80, 54) & 0xFF).as("white in the file").isGreaterThan(40);
        assertThat(image.getRGB(30, 54) & 0xFFFFFF).as("taken away").isZero();
        assertThat(image.getRGB(150, 54) & 0xFFFFFF).as("black in the file").isZero();
    }

    @Test
    void space_is_let_go_with_the_keys_and_a_drag_draws_again() throws Exception {
        onEdt(pad::magnify);
        key(KeyEvent.VK_SPACE, 0);
        onEdt(() -> {
            FocusEvent lost = new FocusEvent(pad, FocusEvent.FOCUS_LOST, true);
            Arrays.stream(pad.getFocusListeners()).forEach(l -> l.focusLost(lost));
        });
        drag(54, 54, 74, 64, 0);
        assertThat(now()).hasSize(1);
    }

    @Test
    void a_magnifying_one_zooms_about_the_pointer_moves_and_draws_where_one_sees_it() throws Exception {
        onEdt(() -> {
            pad.magnify();
            for (int notch = 0; notch < 4; notch++) {
                pad.dispatchEvent(new MouseWheelEvent(pad, MouseEvent.MOUSE_WHEEL, 0, 0, 54, 54, 1, false, MouseWheelEvent.WHEEL_UNIT_SCROLL, 1, -1));
            }
        });
        assertThat(pad.zoom()).isGreaterThan(2);
        drag(54, 54, 54 + (int) Math.rint(20 * pad.zoom()), 54 + (int) Math.rint(10 * pad.zoom()), 0);
        assertThat(now().getLast().x()).as("where the pointer was before").isCloseTo(0.25, within(1e-6));
        assertThat(now().getLast().y()).isCloseTo(0.5, within(1e-6));
        assertThat(now().getLast().width()).isCloseTo(0.1, within(0.005));
        onEdt(() -> {
            pad.dispatchEvent(new MouseEvent(pad, MouseEvent.MOUSE_PRESSED, 0, InputEvent.BUTTON2_DOWN_MASK, 100, 50, 1, false, MouseEvent.BUTTON2));
            pad.dispatchEvent(new MouseEvent(pad, MouseEvent.MOUSE_DRAGGED, 0, InputEvent.BUTTON2_DOWN_MASK, 90, 50, 1, false, MouseEvent.NOBUTTON));
            pad.dispatchEvent(new MouseEvent(pad, MouseEvent.MOUSE_RELEASED, 0, 0, 90, 50, 1, false, MouseEvent.BUTTON2));
        });
        assertThat(now()).as("the middle button draws nothing").hasSize(1);
        key(KeyEvent.VK_ESCAPE, 0);
        click(44 + 10, 54 + 5);
        assertThat(pad.hasSelected()).as("the shape went with the picture").isTrue();
        key(KeyEvent.VK_0, 0);
        assertThat(pad.zoom()).isEqualTo(1);
    }

    @Test
    void what_the_document_says_is_shown_and_read_aloud() throws Exception {
        onEdt(() -> pad.show(List.of(rectangle(0, 0, 1, 1), new MaskShape(MaskShape.Kind.ELLIPSE, 0.2, 0.2, 0.6, 0.6, true))));
        assertThat(drawn).isEmpty();
        assertThat(pad.getAccessibleContext().getAccessibleName()).isEqualTo("Where");
        assertThat(pad.getAccessibleContext().getAccessibleDescription()).isEqualTo("Rectangle, added; Ellipse, taken away");
        BufferedImage image = new BufferedImage(208, 108, BufferedImage.TYPE_INT_RGB);
        onEdt(() -> pad.paint(image.getGraphics()));
        assertThat(image.getRGB(14, 14) & 0xFF).as("tinted").isGreaterThan(40);
        assertThat(image.getRGB(104, 54) & 0xFFFFFF).as("as the picture is").isZero();
    }

    @Test
    void a_key_lets_go_of_the_shape_in_the_hand() throws Exception {
        drag(24, 14, 104, 64, 0);
        click(200, 100);
        drag(124, 14, 164, 64, 0);
        List<MaskShape> both = now();
        onEdt(() -> {
            mouse(MouseEvent.MOUSE_PRESSED, 144, 40, InputEvent.BUTTON1_DOWN_MASK);
            mouse(MouseEvent.MOUSE_DRAGGED, 150, 50, InputEvent.BUTTON1_DOWN_MASK);
        });
        key(KeyEvent.VK_PAGE_DOWN, 0);
        onEdt(() -> mouse(MouseEvent.MOUSE_RELEASED, 150, 50, 0));
        assertThat(now()).as("no other one takes its place").isEqualTo(both);
        onEdt(() -> {
            mouse(MouseEvent.MOUSE_PRESSED, 60, 40, InputEvent.BUTTON1_DOWN_MASK);
            mouse(MouseEvent.MOUSE_DRAGGED, 70, 50, InputEvent.BUTTON1_DOWN_MASK);
        });
        key(KeyEvent.VK_DELETE, 0);
        key(KeyEvent.VK_DELETE, 0);
        onEdt(() -> {
            pad.paint(new BufferedImage(208, 108, BufferedImage.TYPE_INT_RGB).getGraphics());
            mouse(MouseEvent.MOUSE_RELEASED, 70, 50, 0);
        });
        assertThat(now()).isEmpty();
    }
}
