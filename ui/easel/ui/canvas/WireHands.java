package easel.ui.canvas;

import easel.graph.InputRef;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.geom.Point2D;
import java.util.Optional;
import java.util.Set;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/** Wires under the pointer and in the hand: what of the canvas looks different for them. */
final class WireHands {

    private final CanvasView view;
    private final JComponent sheet;
    private final Surface surface;
    private final HandPainter painter;
    private Set<Wire> lit = Set.of();

    WireHands(CanvasView view, JComponent sheet, Surface surface, HandPainter painter) {
        this.view = view;
        this.sheet = sheet;
        this.surface = surface;
        this.painter = painter;
    }

    /** Lights a wire with all that bring the same value; null for none. */
    void light(@Nullable Wire wire) {
        if (wire == lit().orElse(null)) {
            return;
        }
        Set<Wire> before = lit;
        lit = wire == null ? Set.of() : Scene.path(wire);
        before.forEach(w -> w.lit = false);
        lit.forEach(w -> w.lit = true);
        before.forEach(surface::touch);
        lit.forEach(surface::touch);
    }

    /** The wire under the pointer. */
    Optional<Wire> lit() {
        return lit.stream().findFirst();
    }

    /** The input at its end. */
    Optional<InputRef> litInput() {
        return lit().map(Wire::input);
    }

    /** The wire at a point of the sheet where no node lies. */
    Optional<Wire> under(Point point) {
        Camera camera = view.camera();
        Point2D.Double place = camera.at(point);
        return view.scene().at(place.x, place.y) != null ? Optional.empty()
                : Optional.ofNullable(view.scene().wireAt(place.x, place.y, Gestures.WIRE / camera.zoom(), view.habits().wires()));
    }

    /** The document is another: wires that are gone stand out no more. */
    void documentChanged(Scene scene) {
        if (lit.stream().anyMatch(w -> scene.wire(w.input()).orElse(null) != w)) {
            light(null);
        }
    }

    /** A wire is taken up: sockets show whether it fits. */
    void takeUp(WireDrag wire) {
        light(null);
        wire.held().forEach(w -> w.held = true);
        surface.forget();
    }

    /** A wire in the hand is elsewhere, told in logical pixels. */
    void drag(WireDrag wire, Point to) {
        repaint(wire);
        wire.to(to, view.camera());
        repaint(wire);
    }

    private void repaint(WireDrag wire) {
        sheet.repaint(painter.area(wire, view.camera(), view.type(), new Rectangle(0, 0, sheet.getWidth(), sheet.getHeight())));
    }

    /** The hand is empty again. */
    void putDown(WireDrag wire) {
        wire.held().forEach(w -> w.held = false);
        surface.forget();
    }

    /** The line that cuts has come to another place. */
    void touch(Wire wire) {
        surface.touch(wire);
    }

    /** No wires are to be cut any more. */
    void end(CutDrag cut) {
        cut.end().forEach(surface::touch);
        sheet.repaint();
    }
}
