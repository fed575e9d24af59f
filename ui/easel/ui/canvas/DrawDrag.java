package easel.ui.canvas;

import java.awt.Cursor;
import java.awt.Point;
import java.awt.event.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Draws a wire, takes one off, or moves all of an output. */
record DrawDrag(CanvasView view, WireDrag wire) implements Drag {

    @Override
    public void to(MouseEvent e) {
        view.wires().drag(wire, e.getPoint());
    }

    @Override
    public void drop(MouseEvent e) {
        view.wires().putDown(wire);
        if (wire.asksForNode()) {
            view.over().search(e.getPoint(), wire);
        } else {
            wire.edit().ifPresent(view::edit);
        }
    }

    @Override
    public void cancel() {
        view.wires().putDown(wire);
    }

    @Override
    public @Nullable Drag again(Point pointer) {
        view.wires().putDown(wire);
        WireDrag again = wire.again();
        if (again == null) {
            return null;
        }
        view.wires().takeUp(again);
        view.wires().drag(again, pointer);
        return new DrawDrag(view, again);
    }

    @Override
    public void paint(HandPainter.Onto onto) {
        onto.wire(wire);
    }

    @Override
    public int cursor() {
        return Cursor.CROSSHAIR_CURSOR;
    }
}
