package easel.ui.action;

import java.util.List;
import javax.swing.KeyStroke;

/** Something that keys do: an action of the window, or one of the canvas. */
public interface Keyed {

    /** Names it in the settings, whatever it is called in a language. */
    String id();

    /** The keys it has unless the person chose others, the one that menus show first. */
    List<KeyStroke> standardKeys();

    /** What it is about. */
    Group group();

    /** Where its keys work. */
    Reach reach();

    /** Where keys work. */
    enum Reach {
        /** Everywhere in the window, unless what has the keys takes them for itself. */
        WINDOW,
        /** Only while the canvas has the keys; there they come before those of the window. */
        CANVAS
    }
}
