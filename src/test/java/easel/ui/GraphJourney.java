package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;

import easel.graph.Document;
import easel.graph.InputRef;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.ui.canvas.Camera;
import easel.ui.canvas.CanvasView;
import java.awt.Component;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.List;
import javax.swing.SwingUtilities;

/** A journey through the nodes of the workflow in front. */
abstract class GraphJourney extends WindowJourney {

    /** The canvas of the tab in front; null beside the form. */
    CanvasView canvas() {
        return (CanvasView) SwingUtilities.getAncestorOfClass(CanvasView.class, window.named("canvas", Component.class));
    }

    /** What it shows. */
    Document document() {
        return onEdt(() -> canvas().document());
    }

    /** One of its nodes. */
    Node node(String id) {
        return document().node(new NodeId(id)).orElseThrow();
    }

    /** Where a place of the canvas is on the screen. */
    Point screen(double x, double y) {
        return onEdt(() -> {
            Camera camera = canvas().camera();
            Point at = new Point((int) Math.round(camera.x() + x * camera.zoom()), (int) Math.round(camera.y() + y * camera.zoom()));
            SwingUtilities.convertPointToScreen(at, canvas());
            return at;
        });
    }

    /** Waits until the canvas has the keys. */
    void focused() {
        until("the canvas has the keys", () -> onEdt(() -> window.named("canvas", Component.class) instanceof Component c && c.isFocusOwner()));
    }

    /** What a screen reader says of the first node of that title; empty if there is none. */
    String spoken(String title) {
        return onEdt(() -> {
            var canvas = window.named("canvas", Component.class).getAccessibleContext();
            for (int i = 0; i < canvas.getAccessibleChildrenCount(); i++) {
                String name = canvas.getAccessibleChild(i).getAccessibleContext().getAccessibleName();
                if (name.startsWith(title)) {
                    return name;
                }
            }
            return "";
        });
    }

    /** The names of the pictures that were saved. */
    List<String> pictures() {
        String[] files = window.pictures().toFile().list((_, name) -> name.endsWith(".png"));
        return files == null ? List.of() : List.of(files);
    }

    /** Where a parameter's field in its node is seen on the screen. */
    final Rectangle onScreen(InputRef parameter) {
        return onEdt(() -> {
            Rectangle box = canvas().fieldBounds(parameter).orElseThrow().getBounds();
            Point corner = box.getLocation();
            SwingUtilities.convertPointToScreen(corner, canvas());
            return new Rectangle(corner, box.getSize());
        });
    }
}
