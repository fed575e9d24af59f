package easel.ui.canvas;

import java.awt.Point;
import java.awt.event.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * A node held by its picture. On the canvas that moves the node, as held anywhere else; once the pointer leaves the canvas,
 * where no node can follow, the node goes back to its place and the picture is what is dragged.
 */
final class PictureDrag implements Drag {

    private final CanvasView view;
    private final Drag node;
    private final PicturesOut.Carrying picture;

    PictureDrag(CanvasView view, Drag node, PicturesOut.Carrying picture) {
        this.view = view;
        this.node = node;
        this.picture = picture;
    }

    @Override
    public void to(MouseEvent e) {
        if (!view.sheet().contains(e.getPoint()) && picture.leave(e)) {
            view.gestures().cancel();   // the button's release is the system's from now on
        } else {
            node.to(e);
        }
    }

    @Override
    public void drop(MouseEvent e) {
        node.drop(e);
    }

    @Override
    public void cancel() {
        node.cancel();
    }

    @Override
    public @Nullable Drag without(NodeView gone) {
        return with(node.without(gone));
    }

    @Override
    public @Nullable Drag again(Point pointer) {
        return with(node.again(pointer));
    }

    private @Nullable Drag with(@Nullable Drag other) {
        return other == null ? null : other == node ? this : new PictureDrag(view, other, picture);
    }

    @Override
    public void paint(HandPainter.Onto onto) {
        node.paint(onto);
    }

    @Override
    public int cursor() {
        return node.cursor();
    }
}
