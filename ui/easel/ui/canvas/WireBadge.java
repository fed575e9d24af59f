package easel.ui.canvas;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says at an end of a wire that is not drawn where the other end is.
 *
 * @param wire  the wire, or the first of those that one output feeds
 * @param input whether it stands at the input
 * @param width in the canvas's pixels
 */
record WireBadge(Wire wire, boolean input, String text, int width) {

    static final int HEIGHT = 18;
    /** From the socket to the badge, and from its edge to its words. */
    static final int BESIDE = 12;
    static final int INSET = 7;
    /** As narrow as one gets: what it says is in its tooltip. */
    static final int LEAST = 20;
    /** As wide as one gets. */
    static final int MOST = 148;

    /** Those of all wires that are not drawn. */
    static List<WireBadge> of(Scene scene, Type type) {
        Map<String, List<Wire>> byOutput = new LinkedHashMap<>();
        List<WireBadge> badges = new ArrayList<>();
        Type.Face face = type.face(Type.Role.SMALL, 1);
        for (Wire wire : scene.wires()) {
            if (wire.isHidden()) {
                byOutput.computeIfAbsent(wire.output().toString(), _ -> new ArrayList<>()).add(wire);
                badges.add(badge(wire, true, wire.from().title(), face));
            }
        }
        for (List<Wire> wires : byOutput.values()) {
            String text = wires.size() == 1 ? wires.getFirst().to().title() : scene.say().words("wire.many", wires.size());
            badges.add(badge(wires.getFirst(), false, text, face));
        }
        return List.copyOf(badges);
    }

    private static WireBadge badge(Wire wire, boolean input, String text, Type.Face face) {
        return new WireBadge(wire, input, text, Math.clamp((int) Math.ceil(face.width(text)) + 2 * INSET + 2, LEAST, MOST));
    }

    /** Where it stands now; two that face each other over a small gap are narrower. */
    Rectangle2D box() {
        double gap = wire.x1() - wire.x0() - 2 * BESIDE - INSET;
        boolean facing = gap > 0 && Math.abs(wire.y1() - wire.y0()) < HEIGHT;
        double wide = facing ? Math.clamp(gap / 2, LEAST, width) : width;
        double x = input ? wire.x1() - BESIDE - wide : wire.x0() + BESIDE;
        return new Rectangle2D.Double(x, (input ? wire.y1() : wire.y0()) - HEIGHT / 2.0, wide, HEIGHT);
    }

    /** The node it tells of. */
    NodeView other() {
        return input ? wire.from() : wire.to();
    }

    /** The one at a place of the canvas, or null. */
    static @Nullable WireBadge at(Scene scene, double x, double y) {
        for (WireBadge badge : scene.badges()) {
            if (badge.box().contains(x, y)) {
                return badge;
            }
        }
        return null;
    }
}
