package easel.ui.editor;

import easel.graph.Clipping;
import easel.graph.Edit;
import easel.graph.Joining;
import easel.graph.Node;
import easel.graph.Offset;
import easel.graph.Position;
import easel.graph.Size;
import easel.nodes.Catalogue;
import easel.ui.canvas.Camera;
import easel.ui.canvas.CanvasView;
import easel.ui.desk.Desk;
import easel.ui.library.Library;
import easel.ui.search.NodeKind;
import easel.ui.theme.Tone;
import easel.ui.widget.Ground;
import java.awt.Graphics;
import java.awt.Point;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JLayeredPane;
import javax.swing.JRootPane;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/** New nodes from the library: in the middle of what is seen, or where they are dropped. */
final class Arrivals implements Library.Host {

    private static final int SNAP = 8;
    /** What a node is beside one that stands in its place. */
    private static final int ASIDE = 24;
    /** A dropped node hangs by the middle of its head. */
    private static final int HEAD = 14;

    private final JComponent face;
    private final Desk desk;
    private final Supplier<@Nullable CanvasView> canvas;
    private final Function<String, String> titles;
    private @Nullable Ghost ghost;

    Arrivals(JComponent face, Desk desk, Supplier<@Nullable CanvasView> canvas, Function<String, String> titles) {
        this.face = face;
        this.desk = desk;
        this.canvas = canvas;
        this.titles = titles;
    }

    @Override
    public boolean add(String type) {
        CanvasView over = canvas.get();
        if (over == null) {
            return false;
        }
        Size size = over.naturalSize(type);
        Position middle = place(over, new Point(over.getWidth() / 2, over.getHeight() / 2));
        return add(over, type, new Position(middle.x() - size.width() / 2, middle.y() - size.height() / 2));
    }

    private boolean add(CanvasView over, String type, Position wanted) {
        Position at = free(snapped(wanted));
        Optional<Clipping> own = desk.own().bringing(type, desk.shown());
        if (own.isPresent()) {
            Edit.Paste brought = own.get().into(desk.shown(), new Offset(at.x(), at.y()), false);
            return add(over, brought.nodes().getFirst(), brought);
        }
        Node node = node(over, type, at);
        return add(over, node, new Edit.AddNode(node));
    }

    private Node node(CanvasView over, String type, Position at) {
        return over.coming(new Joining(desk.shown(), Catalogue::schema).alone(type, at).node());
    }

    private static Position snapped(Position at) {
        return new Position(Math.rint(at.x() / SNAP) * SNAP, Math.rint(at.y() / SNAP) * SNAP);
    }

    private boolean add(CanvasView over, Node node, Edit edit) {
        boolean added = desk.edit(desk.front(), desk.front().level(), edit, null);
        if (added) {
            over.select(List.of(node.id()));
        }
        over.sheet().requestFocusInWindow();
        return added;
    }

    /** Nodes added one after the other must all be seen. */
    private Position free(Position wanted) {
        Position at = wanted;
        for (int tried = 0; tried < 100; tried++) {
            Position now = at;
            if (desk.shown().nodes().stream().noneMatch(n -> n.position().equals(now))) {
                break;
            }
            at = new Position(at.x() + ASIDE, at.y() + ASIDE);
        }
        return at;
    }

    private static Position place(CanvasView over, Point at) {
        Camera camera = over.camera();
        return new Position((at.x - camera.x()) / camera.zoom(), (at.y - camera.y()) / camera.zoom());
    }

    @Override
    public void drag(@Nullable String type, @Nullable MouseEvent at) {
        JRootPane root = SwingUtilities.getRootPane(face);
        if (root == null) {
            return;
        }
        JLayeredPane layers = root.getLayeredPane();
        CanvasView over = canvas.get();
        Point point = over == null || at == null ? null : SwingUtilities.convertPoint(at.getComponent(), at.getPoint(), over);
        if (over != null && point != null) {
            over.lightFor(type != null && !over.isLocked() && over.contains(point) ? node(over, type, Position.ORIGIN) : null, point);
        }
        if (type == null || at == null) {
            if (ghost != null) {
                layers.remove(ghost);
                layers.repaint();
                ghost = null;
            }
            return;
        }
        if (ghost == null) {
            ghost = new Ghost(titles.apply(type));
            layers.add(ghost, JLayeredPane.DRAG_LAYER);
        }
        Point corner = SwingUtilities.convertPoint(at.getComponent(), at.getPoint(), layers);
        ghost.setSize(ghost.getPreferredSize());
        ghost.setLocation(corner.x - ghost.getWidth() / 2, corner.y - HEAD);
    }

    @Override
    public boolean drop(String type, MouseEvent at) {
        CanvasView over = canvas.get();
        if (over == null || !over.isShowing()) {
            return false;
        }
        Point point = SwingUtilities.convertPoint(at.getComponent(), at.getPoint(), over);
        if (!over.contains(point)) {
            return false;
        }
        Position place = place(over, point);
        Position wanted = new Position(place.x() - over.naturalSize(type).width() / 2, place.y() - HEAD);
        Node node = node(over, type, snapped(wanted));
        Optional<Edit> into = desk.own().bringing(type, desk.shown()).isPresent() ? Optional.empty() : over.into(node, point);
        over.lightFor(null, point);
        return into.isPresent() ? add(over, node, into.get()) : add(over, type, wanted);
    }

    /** The title of what is dragged, as a node's head. */
    private static final class Ghost extends JLabel {

        private static final long serialVersionUID = 1;

        Ghost(String title) {
            super(title);
            putClientProperty("FlatLaf.styleClass", "semibold");
            setBorder(BorderFactory.createEmptyBorder(5, 12, 6, 12));
        }

        @Override
        protected void paintComponent(Graphics g) {
            Ground.paint(g, this, Tone.POPUP, Tone.INK);
            super.paintComponent(g);
        }
    }

    /** What a type is called in a window's language. */
    static Function<String, String> titles(Desk desk, easel.platform.Language language) {
        return type -> NodeKind.all(desk.own().offered(desk.shown()), language).stream().filter(k -> k.type().equals(type)).findFirst()
                .map(NodeKind::title).orElse(type);
    }
}
