package easel.ui.canvas;

import java.awt.Cursor;
import java.awt.Point;
import java.awt.event.MouseEvent;

/** Moves the canvas under the window. */
record PanDrag(CanvasView view, Point pressedAt, Camera from) implements Drag {

    @Override
    public void to(MouseEvent e) {
        view.setCamera(from.moved(e.getX() - pressedAt.x, e.getY() - pressedAt.y));
    }

    @Override
    public void drop(MouseEvent e) {
        // It is where it was moved to.
    }

    @Override
    public void cancel() {
        view.setCamera(from);
    }

    @Override
    public int cursor() {
        return Cursor.MOVE_CURSOR;
    }
}
