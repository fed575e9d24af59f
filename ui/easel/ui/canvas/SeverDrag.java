package easel.ui.canvas;

import java.awt.Cursor;
import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import java.awt.geom.Point2D;

/** Draws a line that cuts the wires it crosses. */
record SeverDrag(CanvasView view, CutDrag cut) implements Drag {

    @Override
    public void to(MouseEvent e) {
        Point2D.Double last = cut.line().getLast();
        cut.on(view.camera().at(e.getPoint())).forEach(view.wires()::touch);
        Camera camera = view.camera();
        Rectangle piece = new Rectangle((int) (camera.x() + last.x * camera.zoom()), (int) (camera.y() + last.y * camera.zoom()), 1, 1);
        piece.add(e.getPoint());
        view.sheet().repaint(piece.x - 2, piece.y - 2, piece.width + 4, piece.height + 4);
    }

    @Override
    public void drop(MouseEvent e) {
        view.wires().end(cut);
        cut.edit().ifPresent(view::edit);
    }

    @Override
    public void cancel() {
        view.wires().end(cut);
    }

    @Override
    public void paint(HandPainter.Onto onto) {
        onto.cut(cut);
    }

    @Override
    public int cursor() {
        return Cursor.CROSSHAIR_CURSOR;
    }
}
