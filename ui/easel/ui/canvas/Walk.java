package easel.ui.canvas;

import easel.graph.Edit;
import easel.graph.NodeId;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.awt.geom.Point2D;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
         * How far it is to go from one node to another this way: what stands aside counts twice, beside a tall node nothing
         * does; nothing if it lies behind.
         */
        private double cost(NodeView from, NodeView to) {
            Point2D.Double start = middle(from);
            Point2D.Double end = middle(to);
            double along = (end.x - start.x) * dx + (end.y - start.y) * dy;
            boolean across = dx == 0;
            double apart = across ? Math.max(from.x() - to.x() - to.width(), to.x() - from.x() - from.width())
                    : Math.max(from.y() - to.y() - to.height(), to.y() - from.y() - from.height());
            double aside = Math.max(0, apart);
            double offset = across ? Math.abs(end.x - start.x) : Math.abs(end.y - start.y);
            return along <= 0 || aside > 0 && offset > 4 * along ? Double.POSITIVE_INFINITY : along + 2 * aside + offset / 4;
        }
    }

    private final CanvasView view;
    private final JComponent sheet;

    Walk(CanvasView view, JComponent sheet) {
        this.view = view;
        this.sheet = sheet;
    }

    /** The node that was selected last; without one, the one nearest to the middle of what is seen. */
    private Optional<NodeView> here() {
        return view.selection().stream().reduce((_, last) -> last).flatMap(view.scene()::node);
    }

    private static Point2D.Double middle(NodeView node) {
        return new Point2D.Double(node.x() + node.width() / 2.0, node.y() + node.height() / 2.0);
    }

    boolean hasNodes() {
        return !view.scene().nodes().isEmpty();
    }

    /** Goes to the next node that way; with none selected, to the one nearest to the middle. */
    void step(Way way) {
        Optional<NodeView> from = here();
        if (from.isEmpty()) {
            Point2D.Double middle = view.camera().at(new Point(sheet.getWidth() / 2, sheet.getHeight() / 2));
            view.scene().nodes().stream().min(Comparator.comparingDouble(n -> middle(n).distance(middle))).ifPresent(this::go);
            return;
        }
        go(from.get(), way, _ -> true);
    }

    private void go(NodeView from, Way way, Predicate<NodeView> among) {
        view.scene().nodes().stream().filter(n -> n != from && among.test(n)).min(Comparator.comparingDouble(n -> way.cost(from, n)))
                .filter(n -> way.cost(from, n) < Double.POSITIVE_INFINITY).ifPresent(this::go);
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
        reveal(to);
        AccessibleContext spoken = sheet.getAccessibleContext();
        int at = view.scene().nodes().indexOf(to);
        spoken.firePropertyChange(AccessibleContext.ACCESSIBLE_ACTIVE_DESCENDANT_PROPERTY, null, spoken.getAccessibleChild(at));
    }

    private Rectangle area(NodeView node) {
        Camera camera = view.camera();
        return new Rectangle((int) (camera.x() + node.x() * camera.zoom()), (int) (camera.y() + node.y() * camera.zoom()),
                (int) Math.ceil(node.width() * camera.zoom()), (int) Math.ceil(node.height() * camera.zoom()));
    }

    /** Moves the canvas no further than it takes to see the node. */
    private void reveal(NodeView node) {
        Rectangle area = area(node);
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

    boolean canWire() {
        return view.selection().size() == 1;
    }

    /** Lists the sockets of the selected node, and for each what fits it. */
    void wire() {
        here().ifPresent(node -> {
            JPopupMenu menu = new JPopupMenu();
            menu.setName("wire-menu");
            List<Plug> plugs = Plug.of(node).stream().filter(p -> !p.field())
                    .sorted(Comparator.comparing(Plug::input).thenComparing(Plug::isFed)).toList();
            if (plugs.size() == 1) {
                fitting(plugs.getFirst()).forEach(menu::add);
            } else {
                for (Plug plug : plugs) {
                    JMenu socket = new JMenu(view.scene().say().words("menu.socket", plug.label(), view.scene().say().type(plug.type())));
                    fitting(plug).forEach(socket::add);
                    menu.add(socket);
                }
            }
            Rectangle area = area(node);
            view.over().open(menu, new Point(area.x + area.width / 2, area.y + Math.min(area.height, (int) (NodeLayout.HEAD * view.camera().zoom()))));
        });
    }

    private List<JMenuItem> fitting(Plug plug) {
        WireDrag wire = WireDrag.drawn(view.scene(), plug);
        Point2D.Double start = new Point2D.Double(plug.x(), plug.y());
        Stream<JMenuItem> there = wire.fitting().stream().filter(p -> !p.field())
                .sorted(Comparator.comparing(Plug::isFed).thenComparingDouble(p -> start.distance(p.x(), p.y()))).limit(LISTED)
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

    /** Opens the menu of the selected nodes, or of the canvas. */
    void menu() {
        Point at = here().map(node -> {
            reveal(node);
            Rectangle area = area(node);
            return new Point(area.x + 4, area.y + 4);
        }).orElseGet(() -> new Point(sheet.getWidth() / 2, sheet.getHeight() / 2));
        // As a right click would: what lies there decides which menu it is.
        sheet.dispatchEvent(new MouseEvent(sheet, MouseEvent.MOUSE_PRESSED, 0, InputEvent.BUTTON3_DOWN_MASK, at.x, at.y, 1, true, MouseEvent.BUTTON3));
        sheet.dispatchEvent(new MouseEvent(sheet, MouseEvent.MOUSE_RELEASED, 0, 0, at.x, at.y, 1, false, MouseEvent.BUTTON3));
    }
}
