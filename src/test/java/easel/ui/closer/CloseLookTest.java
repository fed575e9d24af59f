package easel.ui.closer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import easel.platform.Language;
import easel.platform.Words;
import easel.ui.EaselWindow;
import easel.ui.image.FullPicture;
import easel.ui.theme.Appearance;
import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A close look, off screen, by events. */
class CloseLookTest {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 640;

    private CloseLook look;
    private Glass glass;
    private boolean closed;

    private record Plain(Color color, int width, int height) implements FullPicture {
        @Override
        public Optional<BufferedImage> pixels() {
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            Graphics2D g = image.createGraphics();
            g.setColor(color);
            g.fillRect(0, 0, width, height);
            g.dispose();
            return Optional.of(image);
        }

        @Override
        public Optional<Path> file() {
            return Optional.empty();
        }
    }

    @BeforeEach
    void make() throws Exception {
        look = on(() -> {
            Appearance.wear(false);
            CloseLook made = new CloseLook(Words.of(EaselWindow.class, Language.ENGLISH), () -> closed = true);
            made.setSize(WIDTH, HEIGHT);
            return made;
        });
        glass = (Glass) find(look, "closer.glass");
    }

    private static <T> T on(Callable<T> what) throws Exception {
        FutureTask<T> task = new FutureTask<>(what);
        EventQueue.invokeLater(task);
        return task.get(20, TimeUnit.SECONDS);
    }

    private static Component find(Container in, String name) {
        for (Component c : in.getComponents()) {
            if (name.equals(c.getName())) {
                return c;
            }
            Component inner = c instanceof Container container ? find(container, name) : null;
            if (inner != null) {
                return inner;
            }
        }
        return null;
    }

    private void open(List<FullPicture> now, List<FullPicture> before, int first) throws Exception {
        on(() -> {
            look.open(new Subject("Sampler", now, before, first));
            layOut(look);
            return null;
        });
        until(() -> !said().isEmpty() && said().contains("\u00D7"));
    }

    private static void layOut(Container of) {
        of.doLayout();
        for (Component c : of.getComponents()) {
            if (c instanceof Container inner) {
                layOut(inner);
            }
        }
    }

    private void until(Callable<Boolean> there) throws Exception {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!on(there)) {
            assertThat(System.nanoTime()).isLessThan(end);
        }
    }

    /** All labels, one after the other. */
    private String said() {
        StringBuilder said = new StringBuilder();
        gather(look, said);
        return said.toString();
    }

    private static void gather(Container in, StringBuilder said) {
        for (Component c : in.getComponents()) {
            if (c instanceof JLabel label && label.isVisible()) {
                said.append(label.getText()).append('|');
            } else if (c instanceof Container inner) {
                gather(inner, said);
            }
        }
    }

    private void key(String key) throws Exception {
        KeyStroke stroke = KeyStroke.getKeyStroke(key);
        on(() -> SwingUtilities.processKeyBindings(new KeyEvent(glass, KeyEvent.KEY_PRESSED, 0, stroke.getModifiers(), stroke.getKeyCode(), KeyEvent.CHAR_UNDEFINED)));
    }

    private void mouse(int id, Point at, int clicks) throws Exception {
        on(() -> {
            glass.dispatchEvent(new MouseEvent(glass, id, 0, InputEvent.BUTTON1_DOWN_MASK, at.x, at.y, clicks, false, MouseEvent.BUTTON1));
            return null;
        });
    }

    private void drag(Point from, Point to) throws Exception {
        mouse(MouseEvent.MOUSE_PRESSED, from, 1);
        mouse(MouseEvent.MOUSE_DRAGGED, to, 0);
        mouse(MouseEvent.MOUSE_RELEASED, to, 1);
    }

    private Color at(int x, int y) throws Exception {
        return on(() -> {
            BufferedImage image = new BufferedImage(glass.getWidth(), glass.getHeight(), BufferedImage.TYPE_INT_RGB);
            glass.paint(image.getGraphics());
            return new Color(image.getRGB(x, y));
        });
    }

    @Test
    void a_picture_is_seen_whole_first_and_the_wheel_zooms_about_the_pointer() throws Exception {
        open(List.of(new Plain(Color.RED, 200, 100)), List.of(), 0);
        assertThat(glass.isWhole()).isTrue();
        assertThat(glass.zoom()).isCloseTo((WIDTH - 48) / 200.0, within(0.01));
        assertThat(at(WIDTH / 2, glass.getHeight() / 2)).isEqualTo(Color.RED);
        double before = glass.zoom();
        on(() -> {
            glass.dispatchEvent(new MouseWheelEvent(glass, MouseEvent.MOUSE_WHEEL, 0, 0, 30, glass.getHeight() / 2, 0, false, MouseWheelEvent.WHEEL_UNIT_SCROLL, 1, -2));
            return null;
        });
        assertThat(glass.zoom()).isCloseTo(before * 1.44, within(0.01));
        assertThat(at(27, glass.getHeight() / 2)).as("what was under the pointer is there still").isEqualTo(Color.RED);
        key("1");
        assertThat(glass.zoom()).isEqualTo(1);
        mouse(MouseEvent.MOUSE_PRESSED, new Point(400, 300), 2);
        assertThat(glass.isWhole()).as("two clicks").isTrue();
        mouse(MouseEvent.MOUSE_PRESSED, new Point(400, 300), 2);
        assertThat(glass.zoom()).isEqualTo(1);
    }

    @Test
    void a_picture_can_be_moved_but_not_out_of_sight() throws Exception {
        open(List.of(new Plain(Color.RED, 200, 100)), List.of(), 0);
        drag(new Point(400, 300), new Point(5400, 300));
        assertThat(at(WIDTH - 5, glass.getHeight() / 2)).isEqualTo(Color.RED);
        assertThat(at(5, glass.getHeight() / 2)).isNotEqualTo(Color.RED);
    }

    @Test
    void the_picture_of_the_run_before_lies_left_of_a_line_that_can_be_drawn_aside() throws Exception {
        open(List.of(new Plain(Color.RED, 200, 100)), List.of(new Plain(Color.BLUE, 200, 100)), 0);
        int middle = glass.getHeight() / 2 - 40;
        assertThat(at(200, middle)).as("not before it is asked for").isEqualTo(Color.RED);
        key("C");
        assertThat(at(200, middle)).isEqualTo(Color.BLUE);
        assertThat(at(600, middle)).isEqualTo(Color.RED);
        drag(new Point(WIDTH / 2, middle), new Point(WIDTH / 2 + 250, middle));
        assertThat(at(600, middle)).isEqualTo(Color.BLUE);
        key("C");
        assertThat(at(200, middle)).isEqualTo(Color.RED);
    }

    @Test
    void several_are_gone_through_with_the_arrows() throws Exception {
        open(List.of(new Plain(Color.RED, 64, 64), new Plain(Color.GREEN, 64, 64), new Plain(Color.BLUE, 64, 64)), List.of(), 1);
        assertThat(said()).contains("Sampler", "64 \u00D7 64", "2 of 3");
        assertThat(((AbstractButton) find(look, "closer.compare")).isVisible()).as("nothing to compare with").isFalse();
        key("RIGHT");
        until(() -> at0() == Color.BLUE.getRGB());
        key("RIGHT");
        until(() -> at0() == Color.RED.getRGB());
        assertThat(said()).contains("1 of 3");
    }

    private int at0() {
        BufferedImage image = new BufferedImage(glass.getWidth(), glass.getHeight(), BufferedImage.TYPE_INT_RGB);
        glass.paint(image.getGraphics());
        return image.getRGB(WIDTH / 2, glass.getHeight() / 2);
    }

    @Test
    void one_that_is_gone_says_so_and_escape_goes_back() throws Exception {
        FullPicture gone = new FullPicture() {
            @Override
            public Optional<BufferedImage> pixels() {
                return Optional.empty();
            }

            @Override
            public Optional<Path> file() {
                return Optional.empty();
            }
        };
        on(() -> {
            look.open(new Subject("Sampler", List.of(gone), List.of(), 0));
            return null;
        });
        until(() -> said().contains("no longer at hand"));
        key("ESCAPE");
        assertThat(closed).isTrue();
        assertThat(look.isOpen()).isFalse();
    }
}
