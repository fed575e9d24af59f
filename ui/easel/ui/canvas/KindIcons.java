package easel.ui.canvas;

import easel.graph.Schema;
import easel.ui.search.KindLook;
import easel.ui.theme.Icons;

/** The icon of each kind of node, on the canvas and beside it. */
public final class KindIcons {

    private KindIcons() {}

    /** The icon of a kind. */
    public static Icons of(Schema.Kind kind) {
        return KindLook.icon(kind);
    }
}
