package easel.ui.canvas;

import com.mxgraph.model.mxGeometry;
import com.mxgraph.model.mxGraphModel;
import com.mxgraph.view.mxGraph;
import easel.graph.Document;
import easel.graph.Group;
import easel.graph.GroupId;
import easel.graph.InputRef;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.OutputRef;
import easel.graph.Reroute;
import easel.graph.Rim;
import easel.graph.Schema;
import easel.graph.Size;
import easel.graph.SubgraphId;
import easel.graph.Types;
import easel.nodes.Catalogue;
import java.awt.geom.Rectangle2D;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SequencedSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The document as it is shown: a view for each node and each link, and a cell of JGraphX for each of these. Taking a
 * newer document over costs what differs: nodes are shared between documents, so most are known by identity.
 */
final class Scene {

    /** What decides a layout; nodes of one shape share it. */
    private record Shape(String type, @Nullable String title, @Nullable Size size, boolean collapsed, List<String> strangeInputs, List<String> advanced,
            List<String> asked) {}

    /** Who is farther than that from the middle of all, in the canvas's pixels, is nowhere. */
    private static final double LOST = 100_000;
    private static final SequencedSet<String> NOTHING = new LinkedHashSet<>();

    private final mxGraph graph;
    private Say say;
    private Type type;
    private Document document = Document.EMPTY;
    private Types types = new Types(Document.EMPTY, Catalogue::schema);
    private final Map<NodeId, NodeView> views = new HashMap<>();
    private List<NodeView> order = List.of();
    private final Map<InputRef, Wire> wires = new LinkedHashMap<>();
    private List<Wire> wireOrder = List.of();
    private final Map<Shape, NodeLayout> layouts = new HashMap<>();
    private final float[] points = new float[256];
    private final Map<GroupId, GroupView> groups = new HashMap<>();
    private List<GroupView> groupOrder = List.of();
    private @Nullable List<WireBadge> badges;

    Scene(mxGraph graph, Say say, Type type) {
        this.graph = graph;
        this.say = say;
        this.type = type;
    }

    Document document() {
        return document;
    }

    Say say() {
        return say;
    }

    /** The nodes, those painted last at the end. */
    List<NodeView> nodes() {
        return order;
    }

    /** What stands at the ends of wires that are not drawn. */
    List<WireBadge> badges() {
        List<WireBadge> known = badges;
        if (known == null) {
            known = WireBadge.of(this, type);
            badges = known;
        }
        return known;
    }

    /** The wires, those of one output together. */
    List<Wire> wires() {
        return wireOrder;
    }

    /** The groups, those painted last at the end: the smaller, so that one within another can be seen. */
    List<GroupView> groups() {
        return groupOrder;
    }

    Optional<GroupView> group(GroupId id) {
        return Optional.ofNullable(groups.get(id));
    }

    /** The nodes that lie in a group. */
    Set<NodeView> nodesIn(GroupView group) {
        Set<NodeView> inside = new LinkedHashSet<>();
        group.group().nodesOf(document.body(), n -> node(n.id()).map(NodeView::size).orElse(new Size(0, 0)))
                .forEach(id -> node(id).ifPresent(inside::add));
        return inside;
    }

    /** The groups that lie wholly in a group. */
    Set<GroupView> groupsIn(GroupView group) {
        Set<GroupView> inside = new LinkedHashSet<>();
        group.group().groupsOf(document.body()).forEach(id -> group(id).ifPresent(inside::add));
        return inside;
    }

    /** Shows a node in another size than the document gives it; null shows it in that again. */
    void draft(NodeView view, @Nullable Size size) {
        Map<NodeId, SequencedSet<String>> asked = asked(document);
        Schema schema = view.schema().orElse(null);
        // A draft's layout is needed for one frame: it is not kept with the others.
        view.show(size == null ? layout(view.node(), schema, asked)
                : NodeLayout.of(view.node().sized(size), types, say, type, asked.getOrDefault(view.id(), NOTHING)));
    }

    /** How large a node would be shown. */
    Size size(Node node) {
        NodeLayout layout = layout(node, types.apply(node.type()).orElse(null), asked(document));
        return new Size(layout.width(), layout.height());
    }

    Optional<NodeView> node(NodeId id) {
        return Optional.ofNullable(views.get(id));
    }

    Collection<NodeView> all() {
        return views.values();
    }

    /** Shows everything in another language or type. */
    void wear(Say otherSay, Type otherType) {
        say = otherSay.about(document);
        type = otherType;
        layouts.clear();
        badges = null;
        Document shown = document;
        Map<NodeId, SequencedSet<String>> asked = asked(shown);
        for (NodeView view : order) {
            take(view, view.node(), asked);
        }
        wireOrder = sorted();
        place(order);
    }

    /**
     * Shows a document.
     *
     * @param changed told of each view that is new or another than before, before and after the change
     */
    void show(Document next, Consumer<NodeView> changed) {
        if (next == document) {
            return;
        }
        boolean otherSubgraphs = !same(document.subgraphs(), next.subgraphs()) || document.form() != next.form() && next.nodes().stream().anyMatch(Rim::is);
        types = new Types(next, Catalogue::schema);
        if (otherSubgraphs) {
            say = say.about(next);
            layouts.clear();
        }
        Map<NodeId, SequencedSet<String>> asked = asked(next);
        List<NodeView> nextOrder = new ArrayList<>(next.size());
        List<NodeView> added = new ArrayList<>();
        Set<NodeView> touched = new HashSet<>();
        boolean moved = false;
        for (Node node : next.nodes()) {
            NodeView view = views.get(node.id());
            if (view == null) {
                Schema schema = types.apply(node.type()).orElse(null);
                view = new NodeView(node, schema, layout(node, schema, asked), say.title(node));
                views.put(node.id(), view);
                added.add(view);
                touched.add(view);
            } else if (view.node() != node || otherSubgraphs && (SubgraphId.isInstance(node.type()) || Rim.is(node))
                    || isOtherwiseAsked(view, node, asked)) {
                changed.accept(view);
                take(view, node, asked);
                moved |= view.moved() != null;
                touched.add(view);
            }
            nextOrder.add(view);
        }
        List<NodeView> gone = new ArrayList<>();
        if (views.size() > nextOrder.size()) {
            Set<NodeView> kept = new HashSet<>(nextOrder);
            for (NodeView view : order) {
                if (!kept.contains(view)) {
                    changed.accept(view);
                    gone.add(view);
                    views.remove(view.id());
                }
            }
        }
        document = next;
        order = nextOrder;
        takeGroups();
        link(touched, added, gone);
        if (moved) {
            place(touched);
        }
        for (NodeView view : order) {
            if (Reroute.is(view.node()) && view.setPasses(types.typeOf(new OutputRef(view.id(), Reroute.OUT)).orElse(null))) {
                touched.add(view);
            }
        }
        badges = null;
        touched.forEach(changed);
    }

    private void takeGroups() {
        Set<GroupId> left = new HashSet<>(groups.keySet());
        List<GroupView> all = new ArrayList<>();
        for (Group group : document.groups()) {
            GroupView view = groups.computeIfAbsent(group.id(), _ -> new GroupView(group));
            view.become(group);
            all.add(view);
            left.remove(group.id());
        }
        groups.keySet().removeAll(left);
        all.sort(Comparator.comparingDouble(g -> -g.group().area().size().width() * g.group().area().size().height()));
        groupOrder = List.copyOf(all);
    }

    /** Whether others take outputs from it now that no schema has, or did until now: these are part of its layout. */
    private boolean isOtherwiseAsked(NodeView view, Node node, Map<NodeId, SequencedSet<String>> asked) {
        Schema schema = view.schema().orElse(null);
        boolean shown = schema == null || view.layout().outputs().size() > schema.outputs().size();
        return (shown || asked.containsKey(node.id())) && layout(node, types.apply(node.type()).orElse(null), asked) != view.layout();
    }

    private static <T> boolean same(Collection<T> some, Collection<T> others) {
        if (some.size() != others.size()) {
            return false;
        }
        Iterator<T> other = others.iterator();
        return some.stream().allMatch(one -> one == other.next());
    }

    private void take(NodeView view, Node node, Map<NodeId, SequencedSet<String>> asked) {
        Schema schema = types.apply(node.type()).orElse(null);
        view.become(node, schema, layout(node, schema, asked), say.title(node));
    }

    private NodeLayout layout(Node node, @Nullable Schema schema, Map<NodeId, SequencedSet<String>> asked) {
        SequencedSet<String> outputs = asked.getOrDefault(node.id(), NOTHING);
        List<String> strangers = schema == null ? List.copyOf(node.inputs().keySet())
                : node.inputs().keySet().stream().filter(i -> schema.typeOf(i).isEmpty()).toList();
        List<String> advanced = schema == null ? List.of()
                : NodeLayout.shown(node, schema).stream().filter(Schema.Parameter::advanced).map(Schema.Parameter::name).toList();
        Shape shape = new Shape(node.type(), schema == null ? say.title(node) : null, node.size(), node.collapsed(), strangers, advanced, List.copyOf(outputs));
        return layouts.computeIfAbsent(shape, _ -> NodeLayout.of(node, types, say, type, outputs));
    }

    /** The outputs that are taken and that no schema has: they are shown where their wires begin. */
    private Map<NodeId, SequencedSet<String>> asked(Document document) {
        Map<NodeId, SequencedSet<String>> asked = new HashMap<>();
        for (Node node : document.nodes()) {
            for (OutputRef from : node.inputs().values()) {
                Optional<Node> feeder = document.node(from.node());
                if (feeder.isPresent() && types.apply(feeder.get().type()).flatMap(s -> s.output(from.output())).isEmpty()) {
                    asked.computeIfAbsent(from.node(), _ -> new LinkedHashSet<>()).add(from.output());
                }
            }
        }
        return asked;
    }

    private void link(Set<NodeView> touched, List<NodeView> added, List<NodeView> gone) {
        mxGraphModel model = (mxGraphModel) graph.getModel();
        Set<Wire> old = new LinkedHashSet<>();
        Set<NodeView> goneSet = new HashSet<>(gone);
        for (Wire wire : wires.values()) {
            boolean lasts = !goneSet.contains(wire.from()) && !goneSet.contains(wire.to())
                    && (!touched.contains(wire.to()) || wire.output().equals(wire.to().node().inputs().get(wire.input().input())));
            if (!lasts) {
                old.add(wire);
            }
        }
        // A node that came back, or came later than who takes from it: any node may have been waiting for it.
        Collection<NodeView> takers = added.isEmpty() ? touched : order;
        List<Wire> fresh = new ArrayList<>();
        old.forEach(w -> wires.remove(w.input()));
        for (NodeView to : takers) {
            to.node().inputs().forEach((name, from) -> {
                InputRef input = new InputRef(to.id(), name);
                NodeView source = views.get(from.node());
                if (source != null && !wires.containsKey(input)) {
                    Wire wire = new Wire(source, from, to, input);
                    wires.put(input, wire);
                    fresh.add(wire);
                }
            });
        }
        if (added.isEmpty() && gone.isEmpty() && fresh.isEmpty() && old.isEmpty()) {
            return;
        }
        model.beginUpdate();
        try {
            Object parent = graph.getDefaultParent();
            List<Object> leaving = new ArrayList<>();
            old.forEach(w -> {
                w.from().wires().remove(w);
                w.to().wires().remove(w);
                leaving.add(w.cell());
            });
            gone.forEach(v -> leaving.add(v.cell()));
            for (Object cell : leaving) {
                model.remove(cell);
            }
            if (!leaving.isEmpty()) {
                graph.getSelectionModel().removeCells(leaving.toArray());
            }
            for (NodeView view : added) {
                model.add(parent, view.cell(), model.getChildCount(parent));
            }
            for (Wire wire : fresh) {
                model.add(parent, wire.cell(), model.getChildCount(parent));
                model.setTerminal(wire.cell(), wire.from().cell(), true);
                model.setTerminal(wire.cell(), wire.to().cell(), false);
                wire.from().wires().add(wire);
                if (wire.to() != wire.from()) {
                    wire.to().wires().add(wire);
                }
            }
        } finally {
            model.endUpdate();
        }
        wireOrder = sorted();
    }

    private List<Wire> sorted() {
        Map<NodeView, Integer> places = new HashMap<>();
        for (NodeView view : order) {
            places.put(view, places.size());
        }
        Wire[] all = wires.values().toArray(Wire[]::new);
        Arrays.sort(all, Comparator.<Wire>comparingInt(w -> places.getOrDefault(w.from(), 0))
                .thenComparing(w -> w.output().output()).thenComparingInt(w -> places.getOrDefault(w.to(), 0))
                .thenComparing(w -> w.input().input()));
        return List.of(all);
    }

    private void place(Collection<NodeView> nodes) {
        graph.getModel().beginUpdate();
        try {
            for (NodeView view : nodes) {
                mxGeometry where = view.moved();
                if (where != null) {
                    graph.getModel().setGeometry(view.cell(), where);
                }
            }
        } finally {
            graph.getModel().endUpdate();
        }
    }

    /** Where everything would stand in a node that is not there yet. */
    NodeLayout layout(Node node) {
        return layout(node, types.apply(node.type()).orElse(null), Map.of());
    }

    /** The topmost node at a place of the canvas, or null. */
    @Nullable NodeView at(double x, double y) {
        for (int i = order.size() - 1; i >= 0; i--) {
            if (order.get(i).contains(x, y)) {
                return order.get(i);
            }
        }
        return null;
    }

    /** The wire nearest to a place of the canvas within {@code reach}, or null. */
    @Nullable Wire wireAt(double x, double y, double reach, WireShape shape) {
        Wire nearest = null;
        double least = reach;
        for (Wire wire : wireOrder) {
            double side = WireShape.reach(wire.x0(), wire.x1()) + reach;
            if (wire.held || wire.isHidden() || x < Math.min(wire.x0(), wire.x1()) - side || x > Math.max(wire.x0(), wire.x1()) + side
                    || y < Math.min(wire.y0(), wire.y1()) - reach || y > Math.max(wire.y0(), wire.y1()) + reach) {
                continue;
            }
            double distance = shape.distance(wire.x0(), wire.y0(), wire.x1(), wire.y1(), x, y, points);
            if (distance <= least) {
                least = distance;
                nearest = wire;
            }
        }
        return nearest;
    }

    /** The wire to an input. */
    Optional<Wire> wire(InputRef input) {
        return Optional.ofNullable(wires.get(input));
    }

    /** A wire with all that bring the same value to it and on from it, through bends. */
    static Set<Wire> path(Wire wire) {
        Set<Wire> path = new LinkedHashSet<>(Set.of(wire));
        Wire at = wire;
        while (at != null && Reroute.is(at.from().node())) {
            NodeView bend = at.from();
            at = bend.wires().stream().filter(w -> w.to() == bend).findFirst().filter(path::add).orElse(null);
        }
        Deque<Wire> open = new ArrayDeque<>(Set.of(wire));
        while (!open.isEmpty()) {
            NodeView bend = open.remove().to();
            if (Reroute.is(bend.node())) {
                bend.wires().stream().filter(w -> w.from() == bend).filter(path::add).forEach(open::add);
            }
        }
        return path;
    }

    /** The rectangle round all nodes and groups but those in the middle of nowhere; an empty one if there is nothing. */
    Rectangle2D mostBounds() {
        List<Rectangle2D> boxes = new ArrayList<>();
        order.forEach(n -> boxes.add(n.box()));
        groupOrder.forEach(g -> boxes.add(g.box()));
        double[] xs = boxes.stream().mapToDouble(Rectangle2D::getX).sorted().toArray();
        double[] ys = boxes.stream().mapToDouble(Rectangle2D::getY).sorted().toArray();
        Rectangle2D all = null;
        for (Rectangle2D box : boxes) {
            if (Math.abs(box.getX() - xs[xs.length / 2]) > LOST || Math.abs(box.getY() - ys[ys.length / 2]) > LOST) {
                continue;
            }
            if (all == null) {
                all = box;
            } else {
                all.add(box);
            }
        }
        return all == null ? new Rectangle2D.Double() : all;
    }

    /** The rectangle round some nodes; empty if there are none. */
    static Optional<Rectangle2D> bounds(Collection<NodeView> nodes) {
        Rectangle2D all = null;
        for (NodeView view : nodes) {
            Rectangle2D one = new Rectangle2D.Double(view.x(), view.y(), view.width(), view.height());
            if (all == null) {
                all = one;
            } else {
                all.add(one);
            }
        }
        return Optional.ofNullable(all);
    }
}
