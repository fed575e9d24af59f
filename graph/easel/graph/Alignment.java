package easel.graph;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Ways to bring nodes into line with each other, or to spread them evenly between the outermost. */
public enum Alignment {
    /** Left edges where the leftmost one is. */
    LEFT(true, 0),
    /** Middles above each other, in the middle of all. */
    CENTRE(true, 0.5),
    /** Right edges where the rightmost one is. */
    RIGHT(true, 1),
    /** Upper edges where the uppermost one is. */
    TOP(false, 0),
    /** Middles beside each other, in the middle of all. */
    MIDDLE(false, 0.5),
    /** Lower edges where the lowest one is. */
    BOTTOM(false, 1),
    /** The same air between all, from left to right. */
    SPREAD_ACROSS(true, Double.NaN),
    /** The same air between all, from above to below. */
    SPREAD_DOWN(false, Double.NaN);

    private final boolean across;
    private final double share;

    Alignment(boolean across, double share) {
        this.across = across;
        this.share = share;
    }

    /** How many nodes it takes to mean anything. */
    public int least() {
        return spreads() ? 3 : 2;
    }

    private boolean spreads() {
        return Double.isNaN(share);
    }

    /**
     * Where nodes go.
     *
     * @param areas where they are, in any order
     */
    public Map<NodeId, Position> places(Map<NodeId, Area> areas) {
        Map<NodeId, Position> places = new LinkedHashMap<>();
        if (areas.size() < least()) {
            return places;
        }
        ToDoubleFunction<Area> from = across ? a -> a.at().x() : a -> a.at().y();
        ToDoubleFunction<Area> length = across ? a -> a.size().width() : a -> a.size().height();
        double first = areas.values().stream().mapToDouble(from).min().orElse(0);
        double last = areas.values().stream().mapToDouble(a -> from.applyAsDouble(a) + length.applyAsDouble(a)).max().orElse(0);
        if (spreads()) {
            double taken = areas.values().stream().mapToDouble(length).sum();
            double gap = (last - first - taken) / (areas.size() - 1);
            double at = first;
            List<Map.Entry<NodeId, Area>> order = areas.entrySet().stream()
                    .sorted(Comparator.comparingDouble((Map.Entry<NodeId, Area> e) -> from.applyAsDouble(e.getValue())
                            + length.applyAsDouble(e.getValue()) / 2).thenComparing(Map.Entry.comparingByKey())).toList();
            for (Map.Entry<NodeId, Area> one : order) {
                places.put(one.getKey(), moved(one.getValue(), at));
                at += length.applyAsDouble(one.getValue()) + gap;
            }
        } else {
            areas.forEach((id, area) -> places.put(id, moved(area, first + share * (last - first - length.applyAsDouble(area)))));
        }
        return places;
    }

    private Position moved(Area area, double to) {
        return across ? new Position(Math.rint(to), area.at().y()) : new Position(area.at().x(), Math.rint(to));
    }
}
