package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_ENTER;
import static java.awt.event.KeyEvent.VK_G;
import static java.awt.event.KeyEvent.VK_SHIFT;
import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.Document;
import easel.graph.Node;
import easel.graph.Size;
import java.awt.Component;
import java.awt.Point;
import java.awt.datatransfer.DataFlavor;
import java.awt.dnd.DnDConstants;
import java.awt.dnd.DropTarget;
import java.awt.dnd.DropTargetAdapter;
import java.awt.dnd.DropTargetDropEvent;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JList;
import javax.swing.JWindow;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** A result is pulled out of the window, into another one that knows nothing of it. */
@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
class DragOutTest extends GraphJourney {

    private final List<File> dropped = new CopyOnWriteArrayList<>();

    /** Another program's window, in the corner of the screen. */
    private JWindow other() {
        return onEdt(() -> {
            JWindow other = new JWindow();
            other.setBounds(1400, 800, 180, 180);
            other.setAlwaysOnTop(true);
            new DropTarget(other, DnDConstants.ACTION_COPY, new DropTargetAdapter() {
                @Override
                public void drop(DropTargetDropEvent e) {
                    e.acceptDrop(DnDConstants.ACTION_COPY);
                    try {
                        ((List<?>) e.getTransferable().getTransferData(DataFlavor.javaFileListFlavor)).forEach(f -> dropped.add((File) f));
                        e.dropComplete(true);
                    } catch (Exception broken) {
                        e.dropComplete(false);
                    }
                }
            });
            other.setVisible(true);
            return other;
        });
    }

    private List<Path> painted() {
        try (Stream<Path> files = Files.exists(window.pictures()) ? Files.list(window.pictures()) : Stream.empty()) {
            return files.filter(f -> f.toString().endsWith(".png")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Point within(Component component, int x, int y) {
        return onEdt(() -> {
            Point p = new Point(x, y);
            SwingUtilities.convertPointToScreen(p, component);
            return p;
        });
    }

    /** Pulls something over; where the system has not ended the last pull yet, once more. */
    private void pull(Point from, int come) {
        until("it has come", () -> {
            window.drag(from, new Point(1490, 890));
            for (int i = 0; i < 200 && dropped.size() < come; i++) {
                LockSupport.parkNanos(10_000_000);
            }
            return dropped.size() >= come;
        });
    }

    @Test
    void the_picture_and_its_thumbnail_are_dragged_into_another_program_as_the_file_they_are() throws Exception {
        open(new ScriptedEngine(1, 10, _ -> null));
        window.keys(VK_CONTROL, VK_ENTER);
        JList<?> strip = onEdt(() -> window.named("strip", JList.class));
        until("it is painted", () -> painted().size() == 1 && onEdt(() -> strip.getModel().getSize()) == 1 && texts().contains("seed"));
        Path picture = painted().getFirst();
        JWindow other = other();
        try {
            Component shown = onEdt(() -> window.named("picture", Component.class));
            pull(within(shown, 40, 40), 1);
            pull(within(strip, 40, 40), 2);
        } finally {
            onEdt(() -> {
                other.dispose();
                return null;
            });
        }
        assertThat(dropped).extracting(File::toPath).containsOnly(picture);
        assertThat(onEdt(() -> window.named("picture", Component.class).getWidth())).as("it is still shown whole").isLessThan(900);
    }

    @Test
    void a_nodes_picture_is_dragged_into_another_program_and_the_node_stays_where_it_is() throws Exception {
        open(new ScriptedEngine(1, 10, _ -> null));
        window.keys(VK_CONTROL, VK_SHIFT, VK_G);
        focused();
        window.keys(VK_CONTROL, VK_ENTER);
        until("it is painted", () -> painted().size() == 1 && spoken("Save Picture").contains("done") && spoken("Sampler").contains("done"));
        Document before = document();
        JWindow other = other();
        try {
            for (String id : new String[] {"save", "sampler"}) {
                int there = dropped.size();
                Node held = node(id);
                Size size = onEdt(() -> canvas().size(held.id()).orElseThrow());
                // A picture is the lowest thing in a node.
                Point on = screen(held.position().x() + size.width() / 2, held.position().y() + size.height() - 24);
                window.hold(on, new Point(1490, 890));
                int[] moves = {0};
                until("the system has it in hand", () -> {
                    window.point(new Point(1480 + moves[0]++ % 10, 890));   // one that is in no file yet is being written
                    return !onEdt(() -> canvas().isBusy());
                });
                window.point(new Point(1485, 885));
                window.letGo();
                until("the picture of " + id + " has come", () -> dropped.size() == there + 1);
            }
        } finally {
            onEdt(() -> {
                other.dispose();
                return null;
            });
        }
        assertThat(dropped.getFirst().toPath()).as("the file that was saved").isEqualTo(painted().getFirst());
        assertThat(dropped.getLast()).as("one that is in no file is given one").exists().hasExtension("png");
        assertThat(document()).isEqualTo(before);
    }

    @Test
    void the_place_for_a_start_picture_lights_up_under_one_and_takes_it() throws Exception {
        open(new ScriptedEngine(1, 10, _ -> null));
        window.keys(VK_CONTROL, VK_ENTER);
        JList<?> strip = onEdt(() -> window.named("strip", JList.class));
        until("it is painted", () -> painted().size() == 1 && onEdt(() -> strip.getModel().getSize()) == 1 && texts().contains("seed"));
        AbstractButton zone = onEdt(() -> window.named("start", AbstractButton.class));
        Point over = within(zone, 30, 20);
        window.hold(within(strip, 40, 40), over);
        until("it lights up", () -> onEdt(() -> zone.getModel().isRollover()));
        window.letGo();
        until("it is the start picture", () -> onEdt(() -> !zone.isShowing()));
        assertThat(texts()).contains(painted().getFirst().getFileName().toString());
        assertThat(onEdt(() -> zone.getModel().isRollover())).isFalse();
    }
}
