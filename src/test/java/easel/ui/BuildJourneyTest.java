package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static java.awt.event.KeyEvent.VK_A;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_DELETE;
import static java.awt.event.KeyEvent.VK_ENTER;
import static java.awt.event.KeyEvent.VK_G;
import static java.awt.event.KeyEvent.VK_SHIFT;
import static java.awt.event.KeyEvent.VK_TAB;
import static java.awt.event.KeyEvent.VK_Z;
import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.Document;
import easel.graph.InputRef;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.OutputRef;
import easel.graph.Value;
import easel.ui.canvas.Camera;
import java.awt.Component;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.Optional;
import javax.swing.JTextField;
import javax.swing.JTree;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** Text to image put together from nothing in the graph face, and run. */
@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
class BuildJourneyTest extends GraphJourney {

    private static final int FIRST_ROW = 44;
    private static final int ROW = 24;

    private Point onScreen(double x, double y) {
        return onEdt(() -> {
            Camera camera = canvas().camera();
            Point p = new Point((int) Math.round(camera.x() + x * camera.zoom()),
                    (int) Math.round(camera.y() + y * camera.zoom()));
            SwingUtilities.convertPointToScreen(p, canvas());
            return p;
        });
    }

    /** Finds a type in the library by typing, and drags it to a place of the canvas. */
    private void bring(String words, String id, int x, int y) {
        onEdt(() -> {
            window.named("library.search", JTextField.class).requestFocusInWindow();
            window.named("library.search", JTextField.class).setText("");
            return null;
        });
        until("the search has the keys", () -> onEdt(() -> window.named("library.search", Component.class).isFocusOwner()));
        window.type(words);
        Point from = onEdt(() -> {
            JTree tree = window.named("library.tree", JTree.class);
            Rectangle row = tree.getRowBounds(0);
            Point p = new Point(row.x + 20, row.y + row.height / 2);
            SwingUtilities.convertPointToScreen(p, tree);
            return p;
        });
        window.drag(from, onScreen(x, y));
        until(id + " is there", () -> document().node(new NodeId(id)).isPresent());
    }

    private void connect(String from, int output, String to, int input, String outputName, String inputName) {
        Node source = node(from);
        Node target = node(to);
        double width = onEdt(() -> canvas().size(source.id()).orElseThrow().width());
        window.drag(onScreen(source.position().x() + width, source.position().y() + FIRST_ROW + output * ROW),
                onScreen(target.position().x(), target.position().y() + FIRST_ROW + input * ROW));
        until(inputName + " is fed", () -> node(to).input(inputName).equals(Optional.of(OutputRef.of(from, outputName))));
    }

    private void clickOn(InputRef parameter) {
        window.click(onEdt(() -> {
            Rectangle box = canvas().fieldBounds(parameter).orElseThrow().getBounds();
            Point p = new Point(box.x + box.width / 2, box.y + Math.min(10, box.height / 2));
            SwingUtilities.convertPointToScreen(p, canvas());
            return p;
        }));
        until("it is edited", () -> onEdt(() -> window.named("in-place.field", Component.class) != null
                && window.named("in-place.field", Component.class).isFocusOwner()));
    }

    @Test
    void text_to_image_is_built_changed_undone_and_run() throws Exception {
        open(ScriptedEngine.quick());
        window.keys(VK_CONTROL, VK_SHIFT, VK_G);
        until("the nodes are there", () -> onEdt(() -> window.named("canvas", Component.class) != null
                && window.named("canvas", Component.class).isFocusOwner()));
        window.keys(VK_CONTROL, VK_A);
        window.keys(VK_DELETE);
        until("nothing is left", () -> document().size() == 0);
        onEdt(() -> {
            canvas().setCamera(new Camera(0.8, 10, 10));
            return null;
        });
        bring("load checkpoint", "load-checkpoint", 110, 30);
        bring("prompt", "prompt", 110, 260);
        bring("sampler", "sampler", 420, 30);
        bring("save picture", "save-picture", 760, 30);
        connect("load-checkpoint", 0, "sampler", 0, "model", "model");
        connect("prompt", 0, "sampler", 1, "prompt", "positive");
        connect("sampler", 0, "save-picture", 0, "picture", "picture");
        clickOn(InputRef.of("prompt", "text"));
        window.type("a quiet sea");
        window.keys(VK_TAB);
        clickOn(InputRef.of("sampler", "width"));
        onEdt(() -> {
            window.named("in-place.field", JTextComponent.class).selectAll();
            return null;
        });
        window.type("64");
        window.keys(VK_TAB);
        until("the height is next", () -> onEdt(() -> "Height".equals(window.named("in-place.field",
                Component.class).getAccessibleContext().getAccessibleName())));
        window.type("64");
        window.keys(VK_ENTER);
        until("it is small", () -> document().value(InputRef.of("sampler", "height")).equals(Optional.of(Value.of(64))));
        Document before = document();
        Point steps = onEdt(() -> {
            Rectangle box = canvas().fieldBounds(InputRef.of("sampler", "steps")).orElseThrow().getBounds();
            Point p = new Point(box.x + box.width / 2, box.y + box.height / 2);
            SwingUtilities.convertPointToScreen(p, canvas());
            return p;
        });
        window.drag(steps, new Point(steps.x - 24, steps.y));
        until("fewer steps", () -> document().value(InputRef.of("sampler", "steps")).equals(Optional.of(Value.of(8))));
        until("and the inspector says so", () -> onEdt(() -> window.named("node.steps", JTextComponent.class) != null
                && window.named("node.steps", JTextComponent.class).getText().equals("8")));
        window.keys(VK_CONTROL, VK_Z);
        until("undone in one step", () -> document().equals(before));
        assertThat(before.value(InputRef.of("prompt", "text"))).contains(Value.of("a quiet sea"));
        InputRef checkpoint = InputRef.of("load-checkpoint", "checkpoint");
        clickOn(checkpoint);
        window.type("choose a");
        window.keys(VK_ENTER);
        choose(home.resolve("model.safetensors"));
        until("the model is chosen", () -> document().value(checkpoint)
                .equals(Optional.of(Value.of(home.resolve("model.safetensors").toString()))));
        window.keys(VK_CONTROL, VK_ENTER);
        until("a picture is painted and saved", () -> pictures().size() == 1);
    }

}
