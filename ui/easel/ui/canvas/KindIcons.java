package easel.ui.canvas;

import easel.graph.Schema;
import easel.ui.theme.Icons;

/** The icon of each kind of node, on the canvas and beside it. */
public final class KindIcons {

    private KindIcons() {}

    /** The icon of a kind. */
    public static Icons of(Schema.Kind kind) {
        return switch (kind) {
            case LOAD -> Icons.KIND_LOAD;
            case WORDS -> Icons.KIND_WORDS;
            case PAINT -> Icons.KIND_PAINT;
            case PICTURE -> Icons.PICTURE;
            case MASK -> Icons.KIND_MASK;
            case VIDEO -> Icons.KIND_VIDEO;
            case VALUE -> Icons.KIND_VALUE;
            case OUTPUT -> Icons.DROP;
        };
    }
}
