package easel.ui.canvas;

import easel.graph.Check;
import easel.graph.Document;
import easel.graph.NodeId;
import easel.nodes.Catalogue;
import easel.platform.Language;
import easel.run.Told;
import easel.ui.task.Edt;
import easel.ui.theme.Appearance;
import java.awt.Component;
import java.awt.Container;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * A picture of the editor's canvas, painted without a display.
 *
 * @param width  in logical pixels
 * @param height in logical pixels
 * @param scale  device pixels to a logical one
 * @param zoom   1 is actual size; empty shows all nodes
 */
public record CanvasShot(int width, int height, double scale, boolean dark, Language language, OptionalDouble zoom, List<NodeId> selected) {

    public CanvasShot {
        selected = List.copyOf(selected);
    }

    /** Paints a document; away from the EDT. Changes the look and feel of this program. */
    public BufferedImage of(Document document) throws InterruptedException {
        return of(document, _ -> {});
    }

    /** Paints a document after {@code more} was done to the canvas. */
    BufferedImage of(Document document, Consumer<CanvasView> more) throws InterruptedException {
        return Edt.get(() -> {
            Appearance.wear(dark);
            CanvasView view = new CanvasView(language, _ -> {}, true);
            view.setSize(width, height);
            layOut(view);
            view.show(document);
            view.setProblems(Check.of(document, Catalogue::schema));
            view.setTold(Told.by(document));
            view.select(selected);
            more.accept(view);
            look(view);
            BufferedImage image = new BufferedImage((int) Math.round(width * scale), (int) Math.round(height * scale), BufferedImage.TYPE_INT_RGB);
            Graphics2D g = image.createGraphics();
            g.scale(scale, scale);
            view.paint(g);
            g.dispose();
            return image;
        });
    }

    private void look(CanvasView view) {
        if (zoom.isEmpty()) {
            view.fitAll();
        } else if (selected.isEmpty()) {
            view.fitAll();
            view.zoomTo(zoom.getAsDouble());
        } else {
            view.fitSelection();
            view.zoomTo(zoom.getAsDouble());
        }
    }

    /** Lays out what no window does: without one, nothing is laid out by itself. */
    static void layOut(Container container) {
        container.doLayout();
        for (Component child : container.getComponents()) {
            if (child instanceof Container inner) {
                layOut(inner);
            }
        }
    }
}
