package easel.ui.canvas;

import easel.graph.Edit;
import easel.graph.Group;
import easel.graph.NodeId;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.accessibility.AccessibleContext;
import javax.swing.JComponent;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;

/** The canvas by keys alone: from node to node, along wires, wires drawn to what fits, menus. */
final class Walk {

    /** Air round the node that is gone to, in logical pixels. */
    private static final int AIR = 32;
    /** How far before or after a socket a node comes that is searched for there, in logical pixels. */
    private static final int ASIDE = 80;
    /** How far into what it is about a menu opens, in logical pixels. */
    private static final int INTO = 4;
    /** Places that are listed for a wire: the nearest. */
    private static final int LISTED = 20;

    /** Where an arrow points. */
    enum Way {
        LEFT(-1, 0), RIGHT(1, 0), UP(0, -1), DOWN(0, 1);

        private final int dx;
        private final int dy;

        Way(int dx, int dy) {
            this.dx = dx;
            this.dy = dy;
        }

        /**
         * How far it is to go from one box to another this way: what stands aside counts twice, beside a tall node nothing
         * does; nothing if it lies behind.
         */
        private double cost(Rectangle2D from, Rectangle2D to) {
            double along = (to.getCenterX() - from.getCenterX()) * dx + (to.getCenterY() - from.getCenterY()) * dy;
            boolean across = dx == 0;
            double apart = across ? Math.max(from.getMinX() - to.getMaxX(), to.getMinX() - from.getMaxX()) : Math.max(from.getMinY() - to.getMaxY(), to.getMinY() - from.getMaxY());
            double aside = Math.max(0, apart);
            double offset = across ? Math.abs(to.getCenterX() - from.getCenterX()) : Math.abs(to.getCenterY() - from.getCenterY());
            return along <= 0 || aside > 0 && offset > 4 * along ? Double.POSITIVE_INFINITY : along + 2 * aside + offset / 4;
        }
    }

    private final CanvasView view;
    private final JComponent sheet;

    Walk(CanvasView view, JComponent sheet) {
        this.view = view;
        this.sheet = sheet;
    }

    private Optional<NodeView> here() {
        return Optional.ofNullable(view.chosen().lead());
    }

    private static Point2D.Double middle(NodeView node) {
        return new Point2D.Double(node.x() + node.width() / 2.0, node.y() + node.height() / 2.0);
    }

    boolean hasNodes() {
        return !view.scene().nodes().isEmpty();
    }

    /** Goes to the next node that way, from a node or a group's head; with none selected, to the one nearest to the middle. */
    void step(Way way) {
        next(way).ifPresent(this::go);
    }

    /** The same, and what is selected stays so: the node is only marked. */
    void roam(Way way) {
        next(way).ifPresent(node -> {
            view.chosen().mark(node);
            reveal(node.box());
            speak(view.scene().nodes().indexOf(node));
        });
    }

    /** Selects the node that keys are at too, or takes it out. */
    void pick() {
        here().ifPresent(node -> {
            AccessibleContext spoken = spoken(view.scene().nodes().indexOf(node));
            String before = spoken.getAccessibleName();
            view.chosen().toggleLead();
            spoken.firePropertyChange(AccessibleContext.ACCESSIBLE_NAME_PROPERTY, before, spoken.getAccessibleName());
            sheet.getAccessibleContext().firePropertyChange(AccessibleContext.ACCESSIBLE_SELECTION_PROPERTY, null, spoken);
        });
    }

    private Optional<NodeView> next(Way way) {
        Optional<Rectangle2D> from = here().map(NodeView::box).or(() -> view.chosen().groups().stream().findFirst().map(Walk::head));
        if (from.isEmpty()) {
            Point2D.Double middle = view.camera().at(new Point(sheet.getWidth() / 2, sheet.getHeight() / 2));
            return view.scene().nodes().stream().min(Comparator.comparingDouble(n -> middle(n).distance(middle)));
        }
        NodeView own = here().orElse(null);
        return view.scene().nodes().stream().filter(n -> n != own).min(Comparator.comparingDouble(n -> way.cost(from.get(), n.box())))
                .filter(n -> way.cost(from.get(), n.box()) < Double.POSITIVE_INFINITY);
    }

    private static Rectangle2D head(GroupView group) {
        return new Rectangle2D.Double(group.x(), group.y(), group.right() - group.x(), Group.HEAD);
    }

    /** From a group to the next in the order of reading, from a node to the smallest that it lies in, else to the nearest. */
    void toGroup() {
        List<GroupView> inOrder = view.scene().groups().stream().sorted(Comparator.comparingDouble(GroupView::y).thenComparingDouble(GroupView::x)).toList();
        Optional<GroupView> from = here().isPresent() ? Optional.empty() : view.chosen().groups().stream().findFirst();
        Point2D.Double middle = here().map(Walk::middle).orElseGet(() -> view.camera().at(new Point(sheet.getWidth() / 2, sheet.getHeight() / 2)));
        from.map(now -> inOrder.get((inOrder.indexOf(now) + 1) % inOrder.size())).or(() -> inOrder.stream()
                .min(Comparator.comparing((GroupView g) -> !g.box().contains(middle))
                        .thenComparingDouble(g -> g.box().contains(middle) ? g.box().getWidth() * g.box().getHeight() : middle.distance(g.box().getCenterX(), g.box().getCenterY()))))
                .ifPresent(group -> {
                    view.chosen().only(Set.of(), Set.of(group));
                    reveal(head(group));
                    speak(view.scene().nodes().size() + view.scene().groups().indexOf(group));
                });
    }

    /** Goes along a wire: left to what feeds the node, right to what it feeds, up and down to what stands beside it there. */
    void follow(Way way) {
        here().ifPresent(from -> {
            Set<NodeView> near = switch (way) {
                case LEFT -> ends(from, false);
                case RIGHT -> ends(from, true);
                case UP, DOWN -> Stream.concat(ends(from, true).stream().flatMap(n -> ends(n, false).stream()),
                        ends(from, false).stream().flatMap(n -> ends(n, true).stream())).collect(Collectors.toSet());
            };
            Point2D.Double start = middle(from);
            if (way == Way.UP || way == Way.DOWN) {
                near.stream().filter(n -> n != from && (middle(n).y - start.y) * way.dy > 0)
                        .min(Comparator.comparingDouble(n -> Math.abs(middle(n).y - start.y))).ifPresent(this::go);
            } else {
                // Wherever it stands: a wire may lead back.
                near.stream().min(Comparator.comparingDouble(n -> middle(n).distance(start))).ifPresent(this::go);
            }
        });
    }

    private static Set<NodeView> ends(NodeView node, boolean fed) {
        return node.wires().stream().filter(w -> (fed ? w.from() : w.to()) == node).map(w -> fed ? w.to() : w.from()).collect(Collectors.toSet());
    }

    private void go(NodeView to) {
        view.select(List.of(to.id()));
        reveal(to.box());
        speak(view.scene().nodes().indexOf(to));
    }

    private AccessibleContext spoken(int part) {
        return sheet.getAccessibleContext().getAccessibleChild(part).getAccessibleContext();
    }

    private void speak(int part) {
        AccessibleContext canvas = sheet.getAccessibleContext();
        canvas.firePropertyChange(AccessibleContext.ACCESSIBLE_ACTIVE_DESCENDANT_PROPERTY, null, canvas.getAccessibleChild(part));
    }

    private Rectangle area(Rectangle2D box) {
        Camera camera = view.camera();
        Point corner = camera.on(box.getX(), box.getY());
        return new Rectangle(corner.x, corner.y, (int) Math.ceil(box.getWidth() * camera.zoom()), (int) Math.ceil(box.getHeight() * camera.zoom()));
    }

    /** Moves the canvas no further than it takes to see it. */
    private void reveal(Rectangle2D box) {
        Rectangle area = area(box);
        int dx = aside(area.x, area.width, sheet.getWidth());
        int dy = aside(area.y, area.height, sheet.getHeight());
        if (dx != 0 || dy != 0) {
            view.setCamera(view.camera().moved(dx, dy));
        }
    }

    private static int aside(int at, int size, int room) {
        return at < AIR || size > room - 2 * AIR ? AIR - at : Math.min(0, room - AIR - at - size);
    }

    // ---- wires

    /** Whether one node is selected that has an end for a wire: a note has none. */
    boolean canWire() {
        return view.chosen().nodes().size() == 1 && view.chosen().nodes().stream().noneMatch(n -> Plug.of(n).isEmpty());
    }

    /** Lists the sockets of the selected node, then its parameters, and for each what fits it. */
    void wire() {
        view.chosen().nodes().stream().findFirst().ifPresent(node -> {
            JPopupMenu menu = new JPopupMenu();
            menu.setName("wire-menu");
            List<Plug> sockets = Plug.of(node).stream().filter(p -> !p.field()).sorted(Comparator.comparing(Plug::input).thenComparing(Plug::isFed)).toList();
            List<Plug> parameters = Plug.of(node).stream().filter(Plug::field).toList();
            if (sockets.size() == 1) {
                fitting(sockets.getFirst()).forEach(menu::add);
            } else {
                sockets.forEach(plug -> menu.add(place(plug)));
            }
            if (!parameters.isEmpty()) {
                JMenu all = new JMenu(view.scene().say().words("menu.parameters"));
                parameters.forEach(plug -> all.add(place(plug)));
                menu.add(all);
            }
            Rectangle area = area(node.box());
            view.over().open(menu, new Point(area.x + area.width / 2, area.y + Math.min(area.height, (int) (NodeLayout.HEAD * view.camera().zoom()))));
        });
    }

    private JMenu place(Plug plug) {
        JMenu menu = new JMenu(view.scene().say().words("menu.socket", plug.label(), view.scene().say().type(plug.type())));
        fitting(plug).forEach(menu::add);
        return menu;
    }

    private List<JMenuItem> fitting(Plug plug) {
        WireDrag wire = WireDrag.drawn(view.scene(), plug);
        Point2D.Double start = new Point2D.Double(plug.x(), plug.y());
        Stream<JMenuItem> there = wire.fitting().stream()
                .sorted(Comparator.comparing(Plug::field).thenComparing(Plug::isFed).thenComparingDouble(p -> start.distance(p.x(), p.y()))).limit(LISTED)
                .map(p -> item(view.scene().say().words("menu.place", p.node().title(), p.label()), () -> view.edit(wire.drawnTo(p))));
        Stream<JMenuItem> fresh = Stream.of(item(view.scene().say().words("menu.newNode"), () -> search(plug)));
        Stream<JMenuItem> off = plug.isFed() ? Stream.of(item(view.scene().say().words("menu.unplug"), () -> view.edit(new Edit.Disconnect(plug.asInput()))))
                : Stream.of();
        return Stream.of(there, fresh, off).flatMap(s -> s).toList();
    }

    private static JMenuItem item(String words, Runnable deed) {
        JMenuItem item = new JMenuItem(words);
        item.addActionListener(_ -> deed.run());
        return item;
    }

    private void search(Plug plug) {
        NodeId id = plug.node().id();
        view.scene().node(id).ifPresent(node -> {
            Camera camera = view.camera();
            int x = (int) (camera.x() + plug.x() * camera.zoom()) + (plug.input() ? -ASIDE : ASIDE);
            Point at = new Point(x, (int) (camera.y() + plug.y() * camera.zoom()));
            WireDrag wire = WireDrag.drawn(view.scene(), plug);
            wire.to(at, camera);
            view.over().search(at, wire);
        });
    }

    // ---- menus

    /** Opens the menu of the selected nodes, else of the selected group, else of the canvas. */
    void menu() {
        view.over().closePopups();
        NodeView node = here().filter(n -> n.selected).or(() -> view.chosen().nodes().stream().findFirst()).orElse(null);
        GroupView group = node != null ? null : view.chosen().groups().stream().findFirst().orElse(null);
        Rectangle2D box = node != null ? node.box() : group != null ? head(group) : null;
        if (box != null) {
            reveal(box);
        }
        Rectangle area = box == null ? new Rectangle(sheet.getWidth() / 2, sheet.getHeight() / 2, 0, 0) : area(box);
        view.over().menu(new Point(area.x + (box == null ? 0 : INTO), area.y + (box == null ? 0 : INTO)), node, null, group);
    }
}
