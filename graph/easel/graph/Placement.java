package easel.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Places for all nodes of a body: left to right along the links, none over another, groups around what lay in them.
 *
 * @param groups where the groups go that have something in them; the others stay
 */
public record Placement(Map<NodeId, Position> nodes, Map<GroupId, Area> groups) {

    private static final double TITLE = Group.HEAD + Group.AIR;

    public Placement {
        nodes = Map.copyOf(nodes);
        groups = Map.copyOf(groups);
    }

    /**
     * Finds the places.
     *
     * @param sizes how large each node is on the canvas, in its own pixels
     */
    public static Placement of(Body body, Function<Node, Size> sizes) {
        return new Maker(body, sizes).placement();
    }

    /**
     * Finds places for some nodes, and for the groups that have nothing else in them. As a whole these stay where they are.
     *
     * @param sizes how large each node is on the canvas, in its own pixels
     */
    public static Placement of(Body body, Function<Node, Size> sizes, Set<NodeId> some) {
        Body part = Body.EMPTY;
        Area before = null;
        for (Node node : body.nodes()) {
            if (some.contains(node.id())) {
                part = part.with(node);
                before = around(before, new Area(node.position(), sizes.apply(node)));
            }
        }
        for (Group group : body.groups()) {
            Set<NodeId> inside = group.nodesOf(body, sizes);
            if (!inside.isEmpty() && some.containsAll(inside)) {
                part = part.with(group);
                before = around(before, group.area());
            }
        }
        Placement fresh = of(part, sizes);
        if (before == null) {
            return fresh;
        }
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        for (Position place : fresh.nodes.values()) {
            left = Math.min(left, place.x());
            top = Math.min(top, place.y());
        }
        for (Area area : fresh.groups.values()) {
            left = Math.min(left, area.at().x());
            top = Math.min(top, area.at().y());
        }
        Offset back = new Offset(Math.rint(before.at().x() - left), Math.rint(before.at().y() - top));
        Map<NodeId, Position> nodes = new LinkedHashMap<>();
        fresh.nodes.forEach((id, place) -> nodes.put(id, place.plus(back)));
        Map<GroupId, Area> groups = new LinkedHashMap<>();
        fresh.groups.forEach((id, area) -> groups.put(id, area.plus(back)));
        return new Placement(nodes, groups);
    }

    private static Area around(@Nullable Area one, Area other) {
        return one == null ? other : one.with(other);
    }

    /** The edit that puts them there. */
    public Edit.Arrange edit() {
        return new Edit.Arrange(nodes, groups);
    }

    /** Whether a body says nothing of where its nodes are: there are several, and all are in one place. */
    public static boolean isMissing(Body body) {
        return body.size() > 1 && body.nodes().stream().map(Node::position).distinct().limit(2).count() == 1;
    }

    /** Things are numbers: the nodes in their order, then the groups from the smallest to the largest, then the whole. */
    private static final class Maker {

        private final List<Node> nodes;
        private final List<Group> groups;
        private final int whole;
        private final Size[] sizes;
        /** The group, or the whole, that each thing stands in. */
        private final int[] home;
        /** Where each thing stands within its home. */
        private final Position[] places;

        Maker(Body body, Function<Node, Size> sizeOf) {
            nodes = List.copyOf(body.nodes());
            groups = body.groups().stream().sorted(Comparator.comparingDouble((Group g) -> g.area().size().width() * g.area().size().height())).toList();
            whole = nodes.size() + groups.size();
            sizes = new Size[whole + 1];
            home = new int[whole];
            places = new Position[whole];
            for (int i = 0; i < nodes.size(); i++) {
                sizes[i] = sizeOf.apply(nodes.get(i));
                home[i] = smallestAround(new Area(nodes.get(i).position(), sizes[i]).middle());
            }
            for (int i = 0; i < groups.size(); i++) {
                home[nodes.size() + i] = smallestAround(i);
            }
        }

        private int smallestAround(Position point) {
            for (int i = 0; i < groups.size(); i++) {
                if (groups.get(i).area().contains(point)) {
                    return nodes.size() + i;
                }
            }
            return whole;
        }

        private int smallestAround(int group) {
            for (int i = group + 1; i < groups.size(); i++) {
                if (groups.get(i).area().contains(groups.get(group).area())) {
                    return nodes.size() + i;
                }
            }
            return whole;
        }

        Placement placement() {
            boolean[] filled = new boolean[whole + 1];
            List<List<Integer>> inside = new ArrayList<>();
            for (int i = 0; i <= whole; i++) {
                inside.add(List.of());
            }
            // A thing's home has a higher number than itself, so everything in it was seen before it.
            for (int i = 0; i < whole; i++) {
                if (i < nodes.size() || filled[i]) {
                    filled[home[i]] = true;
                    if (inside.get(home[i]).isEmpty()) {
                        inside.set(home[i], new ArrayList<>());
                    }
                    inside.get(home[i]).add(i);
                }
            }
            Map<Integer, Set<Integer>> feeders = feeders();
            for (int i = nodes.size(); i <= whole; i++) {
                if (filled[i]) {
                    layOut(i, inside.get(i), feeders);
                }
            }
            return absolute(filled);
        }

        /** For each thing those that feed it and stand in the same home: links are lifted to where their ends meet. */
        private Map<Integer, Set<Integer>> feeders() {
            Map<NodeId, Integer> numbers = new HashMap<>();
            for (int i = 0; i < nodes.size(); i++) {
                numbers.put(nodes.get(i).id(), i);
            }
            Map<Integer, Set<Integer>> feeders = new HashMap<>();
            for (int i = 0; i < nodes.size(); i++) {
                for (OutputRef from : nodes.get(i).inputs().values()) {
                    Integer source = numbers.get(from.node());
                    if (source != null && source != i) {
                        int taker = i;
                        int feeder = source;
                        while (home[taker] != home[feeder]) {
                            if (home[taker] < home[feeder]) {
                                taker = home[taker];
                            } else {
                                feeder = home[feeder];
                            }
                        }
                        if (taker != feeder) {
                            feeders.computeIfAbsent(taker, _ -> new LinkedHashSet<>()).add(feeder);
                        }
                    }
                }
            }
            return feeders;
        }

        private void layOut(int around, List<Integer> things, Map<Integer, Set<Integer>> feeders) {
            Map<Integer, Integer> boxes = new HashMap<>();
            things.forEach(t -> boxes.put(t, boxes.size()));
            int[][] from = new int[things.size()][];
            for (int box = 0; box < from.length; box++) {
                from[box] = feeders.getOrDefault(things.get(box), Set.of()).stream().mapToInt(boxes::get).toArray();
            }
            Layers layers = new Layers(things.stream().map(t -> sizes[t]).toList(), from);
            boolean group = around != whole;
            double right = 0;
            double bottom = 0;
            for (int box = 0; box < from.length; box++) {
                int thing = things.get(box);
                Position at = layers.at(box).plus(new Offset(group ? Group.AIR : 0, group ? TITLE : 0));
                places[thing] = at;
                right = Math.max(right, at.x() + sizes[thing].width());
                bottom = Math.max(bottom, at.y() + sizes[thing].height());
            }
            sizes[around] = new Size(right + Group.AIR, bottom + Group.AIR);
        }

        private Placement absolute(boolean[] filled) {
            Map<NodeId, Position> placed = new LinkedHashMap<>();
            Map<GroupId, Area> areas = new LinkedHashMap<>();
            for (int i = whole - 1; i >= 0; i--) {
                if (i < nodes.size() || filled[i]) {
                    if (home[i] != whole) {
                        Position outer = places[home[i]];
                        places[i] = places[i].plus(new Offset(outer.x(), outer.y()));
                    }
                    if (i < nodes.size()) {
                        placed.put(nodes.get(i).id(), places[i]);
                    } else {
                        areas.put(groups.get(i - nodes.size()).id(), new Area(places[i], sizes[i]));
                    }
                }
            }
            return new Placement(placed, areas);
        }
    }
}
