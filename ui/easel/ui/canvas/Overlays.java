package easel.ui.canvas;

import easel.graph.Note;
import easel.graph.Reroute;
import easel.graph.Rim;
import easel.ui.search.NodeSearchPanel;
import java.awt.Point;
import java.awt.geom.Point2D;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JPopupMenu;
import javax.swing.JTextField;
import javax.swing.MenuElement;
import javax.swing.MenuSelectionManager;
import org.jspecify.annotations.Nullable;

/** What is opened over the canvas: the search for a node, a title that is typed, the bar that finds, menus. */
final class Overlays {

    private final CanvasView view;
    private final JComponent sheet;
    private final SearchPopup search;
    private final TitleEditor title;
    private final FindBar find;
    private Consumer<JPopupMenu> menus = _ -> {};

    Overlays(CanvasView view, JComponent sheet) {
        this.view = view;
        this.sheet = sheet;
        search = new SearchPopup(view, sheet);
        title = new TitleEditor(view, sheet);
        find = new FindBar(view, sheet);
    }

    boolean isOpen() {
        return search.isOpen() || title.isOpen() || find.isOpen();
    }

    /** Ends the search, or takes a title back; whether there was one. */
    boolean cancel() {
        return search.close() || title.close(false);
    }

    /** The document is another. */
    void documentChanged() {
        search.documentChanged();
    }

    /** The wire that waits for a node to be chosen, or null. */
    @Nullable WireDrag waitingWire() {
        return search.wire();
    }

    /** Searches for a node to add at a point. */
    void search(Point at) {
        if (maySearch()) {
            search.open(at);
        }
    }

    /** Every way to a search leads through here: what is found would be added. */
    private boolean maySearch() {
        closePopups();
        if (view.isLocked()) {
            view.host().refused();
        }
        return !view.isLocked();
    }

    /** The same, for the end of a wire that was let go there. */
    void search(Point at, WireDrag waiting) {
        if (maySearch()) {
            search.open(at, waiting);
        }
    }

    /** The same, for one that takes the place of the selected node. */
    void replace() {
        NodeView node = view.chosen().nodes().iterator().next();
        Camera camera = view.camera();
        if (maySearch()) {
            search.open(new Point((int) (camera.x() + node.x() * camera.zoom()), (int) (camera.y() + (node.y() + NodeLayout.HEAD) * camera.zoom())), node);
        }
    }

    /** Whether one node is selected that another kind can take the place of. */
    boolean canReplace() {
        return view.chosen().nodes().size() == 1 && view.chosen().nodes().stream().allMatch(n -> n.schema().isPresent() && !Note.is(n.node()) && !Reroute.is(n.node()) && !Rim.is(n.node()));
    }

    /** The same, for a node to be put into a wire. */
    void search(Point at, Wire into) {
        if (maySearch()) {
            search.open(at, into);
        }
    }

    @Nullable NodeSearchPanel searchPanel() {
        return search.panel();
    }

    /** Whether one thing is selected that has a title, or the node that has the ports. */
    boolean canRename() {
        return view.chosen().nodes().size() + view.chosen().groups().size() == 1
                && view.chosen().nodes().stream().noneMatch(n -> Rim.is(n.node()) && meant(n).isEmpty());
    }

    private Optional<Port> meant(NodeView node) {
        return Port.meant(node, view.camera().at(view.hand()), view.type());
    }

    void rename() {
        if (view.chosen().groups().isEmpty()) {
            NodeView node = view.chosen().nodes().iterator().next();
            meant(node).filter(port -> Rim.is(node.node()) || view.subgraphs().isInstance(node)).ifPresentOrElse(title::open, () -> title.open(node));
        } else {
            title.open(view.chosen().groups().iterator().next());
        }
    }

    /** Lets the name of the port at a point be typed; whether there is one. */
    boolean renamePort(Point point) {
        Point2D.Double place = view.camera().at(point);
        NodeView node = view.scene().at(place.x, place.y);
        Optional<Port> port = node == null || !Rim.is(node.node()) && !view.subgraphs().isInstance(node) ? Optional.empty() : Port.at(node, place, view.type());
        port.ifPresent(named -> {
            closePopups();
            title.open(named);
        });
        return port.isPresent();
    }

    FindBar find() {
        return find;
    }

    @Nullable JTextField titleField() {
        return title.field();
    }

    /** Closes what lies over the canvas; whether there was anything. */
    boolean closePopups() {
        return search.close() | title.close(true);
    }

    void menu(Point at, @Nullable NodeView on, @Nullable Wire wire, @Nullable GroupView group) {
        CanvasMenu menu = new CanvasMenu(view);
        JPopupMenu made = on != null ? menu.nodes(at) : wire != null ? menu.wire(wire, at) : group != null ? menu.group() : menu.canvas(at);
        menus.accept(made);
        if (sheet.isShowing()) {
            made.show(sheet, at.x, at.y);
        }
    }

    /** Opens a menu at a point of the sheet. */
    void open(JPopupMenu menu, Point at) {
        menus.accept(menu);
        if (sheet.isShowing()) {
            menu.show(sheet, at.x, at.y);
            // By keys: the first line is chosen at once.
            MenuSelectionManager.defaultManager().setSelectedPath(new MenuElement[] {menu, menu.getSubElements()[0]});
        }
    }

    /** Tells {@code told} of each menu that is opened. */
    void watchMenus(Consumer<JPopupMenu> told) {
        menus = told;
    }
}
