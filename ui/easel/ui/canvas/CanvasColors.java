package easel.ui.canvas;

import easel.graph.Schema;
import easel.graph.SocketType;
import easel.ui.theme.Tone;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.swing.LookAndFeel;
import javax.swing.UIManager;
import org.jspecify.annotations.Nullable;

/** The canvas's colours in the theme that is set now, as {@code 0xRRGGBB}: asking the look and feel for each would cost more than painting. */
final class CanvasColors {

    /** A kind of nodes: its head, the icon on it, and the block it is far away. */
    record Kind(int head, int icon, int block) {}

    private static @Nullable CanvasColors last;

    private final @Nullable LookAndFeel look = UIManager.getLookAndFeel();
    final int stage = tone(Tone.STAGE);
    final int text = tone(Tone.TEXT);
    final int label = tone(Tone.LABEL);
    final int hint = tone(Tone.HINT);
    final int line = tone(Tone.LINE);
    final int popup = tone(Tone.POPUP);
    final int strong = tone(Tone.STRONG);
    final int ink = tone(Tone.INK);
    final int selection = tone(Tone.SELECTION);
    final int problem = tone(Tone.PROBLEM);
    final int warning = tone(Tone.WARNING);
    final int ok = tone(Tone.OK);
    final int grid = own("grid");
    final int node = own("node");
    final int field = own("nfield");
    final int outline = own("nline");
    final int fill = own("fill");
    final int group = own("group");
    final int groupLine = own("groupline");
    final int note = own("note");
    final int noteLine = own("noteline");
    final int badge = own("probfill");
    final int weightUp = own("weightUp");
    final int weightDown = own("weightDown");
    final int lora = own("lora");
    final int wildcard = own("wildcard");
    /** How much of a wire at rest is its type's colour. */
    final double restingWire = luminance(stage) < 0x80 ? 0.55 : 0.70;
    private final Map<Schema.Kind, Kind> kinds = new EnumMap<>(Schema.Kind.class);
    private final Map<Integer, Kind> coloured = new HashMap<>();
    private final Map<String, Integer> sockets = new HashMap<>();

    private CanvasColors() {
        for (Schema.Kind kind : Schema.Kind.values()) {
            String key = "Easel.kind." + kind.name().toLowerCase(Locale.ROOT) + ".";
            kinds.put(kind, new Kind(color(key + "head"), color(key + "icon"), color(key + "block")));
        }
        for (SocketType.Known type : SocketType.Known.values()) {
            sockets.put(type.name(), color("Easel.socket." + type.name()));
        }
    }

    /** Those of now; the same object until the theme changes. */
    static CanvasColors now() {
        CanvasColors known = last;
        if (known == null || known.look != UIManager.getLookAndFeel()) {
            known = new CanvasColors();
            last = known;
        }
        return known;
    }

    Kind kind(Schema.Kind kind) {
        return kinds.get(kind);
    }

    /** Those of a node that a person has coloured: quiet enough for its title. */
    Kind kind(int colour) {
        return coloured.computeIfAbsent(colour, c -> new Kind(mix(c, node, 0.3), mix(c, text, 0.55), block(c)));
    }

    /** Light enough for the dark words on it. */
    private static int block(int colour) {
        int block = colour;
        while (luminance(block) < 0x78) {
            block = mix(block, 0xFFFFFF, 0.85);
        }
        return block;
    }

    int socket(SocketType type) {
        Integer known = type instanceof SocketType.Known ? sockets.get(type.name()) : null;
        return known == null ? foreign() : known;
    }

    int foreign() {
        return color("Easel.socket.foreign");
    }

    /** A colour as files have it, {@code #rrggbb}; {@code otherwise} for anything else. */
    static int hex(@Nullable String colour, int otherwise) {
        if (colour == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(colour.substring(1), 16) & 0xFFFFFF;
        } catch (NumberFormatException | StringIndexOutOfBoundsException noColour) {
            return otherwise;
        }
    }

    /** {@code share} of one colour and the rest of another. */
    static int mix(int one, int other, double share) {
        int s = (int) Math.round(Math.clamp(share, 0, 1) * 256);
        int r = ((one >> 16 & 0xFF) * s + (other >> 16 & 0xFF) * (256 - s)) >> 8;
        int g = ((one >> 8 & 0xFF) * s + (other >> 8 & 0xFF) * (256 - s)) >> 8;
        int b = ((one & 0xFF) * s + (other & 0xFF) * (256 - s)) >> 8;
        return r << 16 | g << 8 | b;
    }

    private static int luminance(int rgb) {
        return ((rgb >> 16 & 0xFF) + (rgb >> 8 & 0xFF) + (rgb & 0xFF)) / 3;
    }

    private static int tone(Tone tone) {
        return tone.color().getRGB() & 0xFFFFFF;
    }

    private static int own(String name) {
        return color("Easel.canvas." + name);
    }

    private static int color(String key) {
        java.awt.Color color = UIManager.getColor(key);
        if (color == null) {
            throw new IllegalStateException("the theme has no colour " + key);
        }
        return color.getRGB() & 0xFFFFFF;
    }
}
