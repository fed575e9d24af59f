package easel.ui.canvas;

import easel.ui.image.FullPicture;
import java.awt.event.MouseEvent;

/** What is done with the pictures in nodes outside the canvas. */
public interface PicturesOut {

    /** Nothing: for a canvas that nobody shows. */
    PicturesOut NONE = new PicturesOut() {
        @Override
        public void copy(FullPicture picture) {}

        @Override
        public void saveAs(FullPicture picture, String title) {}

        @Override
        public Carrying carry(FullPicture picture, String title) {
            return _ -> false;
        }
    };

    /** Puts a picture on the clipboard. */
    void copy(FullPicture picture);

    /**
     * Saves a copy of a picture where the person says.
     *
     * @param title whose it is
     */
    void saveAs(FullPicture picture, String title);

    /**
     * A drag has begun on a picture, and may leave the canvas.
     *
     * @param title whose it is
     */
    Carrying carry(FullPicture picture, String title);

    /** A picture in the hand. */
    interface Carrying {

        /** The pointer has left the canvas with it: from now on the system carries it. False if that cannot be, or not yet. */
        boolean leave(MouseEvent e);
    }
}
