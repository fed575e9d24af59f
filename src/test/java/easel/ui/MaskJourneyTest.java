package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_DELETE;
import static java.awt.event.KeyEvent.VK_ESCAPE;
import static java.awt.event.KeyEvent.VK_G;
import static java.awt.event.KeyEvent.VK_SHIFT;
import static java.awt.event.KeyEvent.VK_Z;

import easel.format.WorkflowFile;
import easel.graph.Document;
import easel.graph.InputRef;
import easel.graph.MaskShape;
import easel.graph.Value;
import easel.run.Presets;
import easel.ui.mask.MaskPad;
import java.awt.Component;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** A mask drawn in the form of the preset Inpaint. */
@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
class MaskJourneyTest extends GraphJourney {

    private static final InputRef SHAPES = InputRef.of("mask", "shapes");

    private List<MaskShape> shapes() {
        return document().value(SHAPES).map(v -> ((Value.Shapes) v).shapes()).orElse(List.of());
    }

    private MaskPad pad() {
        return window.named("mask", MaskPad.class);
    }

    private Point on(double across, double down) {
        return onEdt(() -> {
            Point at = new Point((int) (pad().getWidth() * across), (int) (pad().getHeight() * down));
            SwingUtilities.convertPointToScreen(at, pad());
            return at;
        });
    }

    private MaskPad large() {
        return window.named("mask.large", MaskPad.class);
    }

    private static String said(MaskPad pad) {
        return pad.getAccessibleContext().getAccessibleDescription();
    }

    private Point inLarge(double across, double down) {
        return onEdt(() -> {
            Point at = new Point((int) (large().getWidth() * across), (int) (large().getHeight() * down));
            SwingUtilities.convertPointToScreen(at, large());
            return at;
        });
    }

    @Test
    void a_rectangle_is_dragged_on_the_picture_undone_and_deleted() throws Exception {
        open(ScriptedEngine.quick());
        File picture = home.resolve("start.png").toFile();
        ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", picture);
        Path file = home.resolve("in.easel.json");
        Document preset = Presets.bundled("inpaint").orElseThrow().document();
        WorkflowFile.write(file, new easel.graph.Edit.SetParameter(InputRef.of("start", "file"), Value.of(picture.toString())).on(preset.about(easel.graph.About.NOTHING)));
        until("it is taken", () -> SingleWindow.handOver(home.resolve("state"), List.of(file)));
        until("the pad is there", () -> onEdt(() -> window.named("mask", MaskPad.class) instanceof MaskPad pad && pad.isShowing() && pad.getHeight() > 100));
        window.drag(on(0.25, 0.25), on(0.75, 0.5));
        until("it is drawn", () -> onEdt(() -> !pad().isEmpty()));
        until("it has the keys", () -> onEdt(() -> pad().isFocusOwner()));
        window.keys(VK_CONTROL, VK_Z);
        until("it is undone", () -> onEdt(() -> pad().isEmpty()));
        window.drag(on(0.25, 0.25), on(0.75, 0.5));
        until("it is drawn again", () -> onEdt(() -> pad().hasSelected()));
        window.keys(VK_DELETE);
        until("it is deleted", () -> onEdt(() -> pad().isEmpty()));
        window.drag(on(0.1, 0.1), on(0.4, 0.4));
        until("another is drawn", () -> onEdt(() -> !pad().isEmpty()));
        window.click(on(0.8, 0.8));
        window.click(on(0.8, 0.8));
        until("it is there large", () -> onEdt(() -> large() != null && large().isFocusOwner() && large().getWidth() > 2 * pad().getWidth()));
        window.drag(inLarge(0.6, 0.6), inLarge(0.7, 0.7));
        until("the small one shows it, too", () -> onEdt(() -> said(pad()).startsWith("Rectangle, added; Rectangle, added")));
        window.keys(VK_CONTROL, VK_Z);
        until("it is undone there, too", () -> onEdt(() -> !said(pad()).contains(";") && !said(large()).contains(";")));
        window.keys(VK_ESCAPE);
        until("nothing is selected any more", () -> onEdt(() -> !large().hasSelected()));
        window.keys(VK_ESCAPE);
        until("the small one has the keys again", () -> onEdt(() -> large() == null && pad().isFocusOwner()));
        window.keys(VK_CONTROL, VK_SHIFT, VK_G);
        until("the nodes are there", () -> onEdt(() -> canvas() != null) && shapes().size() == 1);
        inItsNode();
    }

    /** The sheet under the node's field: any of its controls may have the keys. */
    private void inItsNode() {
        openSheet();
        until("it is as high as a square picture has it", () -> onEdt(() -> Math.abs(sheet().getWidth() - sheet().getHeight()) <= 1));
        window.drag(onSheet(0.6, 0.6), onSheet(0.8, 0.8));
        until("it is drawn", () -> shapes().size() == 2);
        window.click(deleting());
        until("it is deleted, and the button has the keys", () -> shapes().size() == 1 && focused(deleting()));
        window.keys(VK_ESCAPE);
        until("Esc closes it and keeps what was drawn", () -> onEdt(() -> sheet() == null) && shapes().size() == 1);
        until("the canvas has the keys", () -> onEdt(() -> window.named("canvas", Component.class).isFocusOwner()));
        openSheet();
        window.drag(onSheet(0.6, 0.6), onSheet(0.8, 0.8));
        until("it is drawn again", () -> shapes().size() == 2);
        window.click(deleting());
        until("it is deleted again", () -> shapes().size() == 1 && focused(deleting()));
        window.click(onEdt(() -> {
            Point corner = new Point(canvas().getWidth() - 8, 8);
            SwingUtilities.convertPointToScreen(corner, canvas());
            return corner;
        }));
        until("a click beside it closes it", () -> onEdt(() -> sheet() == null));
    }

    private JComponent deleting() {
        return onEdt(() -> window.named("in-place.field.delete", JComponent.class));
    }

    private static boolean focused(Component of) {
        return onEdt(of::isFocusOwner);
    }

    private MaskPad sheet() {
        return window.named("in-place.field", MaskPad.class);
    }

    private void openSheet() {
        window.click(onEdt(() -> {
            canvas().select(List.of(SHAPES.node()));
            canvas().fitSelection();
            canvas().zoomTo(1);
            Rectangle box = canvas().fieldBounds(SHAPES).orElseThrow().getBounds();
            Point middle = new Point((int) box.getCenterX(), (int) box.getCenterY());
            SwingUtilities.convertPointToScreen(middle, canvas());
            return middle;
        }));
        until("it is open", () -> onEdt(() -> sheet() != null && sheet().isFocusOwner()));
    }

    private Point onSheet(double across, double down) {
        return onEdt(() -> {
            Point at = new Point((int) (sheet().getWidth() * across), (int) (sheet().getHeight() * down));
            SwingUtilities.convertPointToScreen(at, sheet());
            return at;
        });
    }
}
