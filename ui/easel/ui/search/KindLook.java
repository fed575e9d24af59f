package easel.ui.search;

import easel.graph.Schema;
import easel.graph.SocketType;
import easel.platform.Language;
import easel.platform.Words;
import easel.ui.theme.Icons;
import java.awt.Color;
import java.util.Locale;
import javax.swing.UIManager;

/** How kinds of nodes and types of sockets are shown: icon, words, and the colours of the theme that is set now. */
public final class KindLook {

    private KindLook() {}

    /** The icon of a kind. */
    public static Icons icon(Schema.Kind kind) {
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

    /** The colour of that icon. */
    public static Color colour(Schema.Kind kind) {
        return UIManager.getColor("Easel.kind." + kind.name().toLowerCase(Locale.ROOT) + ".icon");
    }

    /** A socket's type in words; a foreign one is called what its file calls it. */
    public static String words(SocketType type, Language language) {
        boolean foreign = !(type instanceof SocketType.Known) && !type.name().isEmpty() && !type.equals(SocketType.ANY);
        return foreign ? type.name() : Words.of(KindLook.class, language).say(type instanceof SocketType.Known ? "type." + type.name() : "type.any");
    }

    /** The colour of a socket. */
    public static Color socket(SocketType type) {
        Color known = type instanceof SocketType.Known ? UIManager.getColor("Easel.socket." + type.name()) : null;
        return known == null ? UIManager.getColor("Easel.socket.foreign") : known;
    }
}
