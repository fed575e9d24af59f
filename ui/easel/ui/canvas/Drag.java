package easel.ui.canvas;

import java.awt.Cursor;
import java.awt.Point;
import java.awt.event.MouseEvent;
import org.jspecify.annotations.Nullable;

/** What the mouse does while its button is held. Nothing of it is in the document before the button is let go. */
interface Drag {

    /** The pointer is elsewhere. */
    void to(MouseEvent e);

    /** The button was let go. */
    void drop(MouseEvent e);

    /** It is taken back. */
    void cancel();

    /** A node has gone from the document; gives what goes on, or null if that is nothing. */
    default @Nullable Drag without(NodeView gone) {
        return this;
    }

    /** The document is another one; gives what goes on, or null if that is nothing. */
    default @Nullable Drag again(Point pointer) {
        return this;
    }

    /** Paints what lies over the document for it. */
    default void paint(HandPainter.Onto onto) {}

    /** The pointer's shape meanwhile, as {@link Cursor} numbers them. */
    default int cursor() {
        return Cursor.DEFAULT_CURSOR;
    }
}
