package easel.ui.canvas;

import easel.graph.Edit;
import easel.graph.FreshIds;
import easel.graph.InputRef;
import easel.graph.LinkEdit;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Note;
import easel.graph.Offset;
import easel.graph.OutputRef;
import easel.graph.Position;
import easel.graph.SocketType;
import easel.graph.Wiring;
import easel.nodes.Catalogue;
import easel.ui.search.Fit;
import easel.ui.search.NodeKind;
import easel.ui.search.NodeSearch;
import easel.ui.search.NodeSearchPanel;
import easel.ui.search.Uses;
import easel.ui.widget.OpeningKey;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.event.InputEvent;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/** The search for a node to add, over the canvas where the pointer is; a wire that was let go there waits for its end. */
final class SearchPopup {

    private static final int AIR = 8;

    private final CanvasView view;
    private final JComponent sheet;
    private @Nullable NodeSearchPanel panel;
    private @Nullable WireDrag wire;
    /** The end of the wire that the node goes into, and what it must give there; or null. */
    private @Nullable InputRef link;
    private @Nullable Fit gives;
    /** The node that another one takes the place of, or null. */
    private @Nullable NodeId replaced;
    private Point2D.Double place = new Point2D.Double();

    SearchPopup(CanvasView view, JComponent sheet) {
        this.view = view;
        this.sheet = sheet;
    }

    boolean isOpen() {
        return panel != null;
    }

    /** The wire that waits for a node, or null. */
    @Nullable WireDrag wire() {
        return wire;
    }

    @Nullable NodeSearchPanel panel() {
        return panel;
    }

    /** For a node of any kind. */
    void open(Point at) {
        open(at, null, null, null);
    }

    /** For a node at the end of a wire that was let go over nothing. */
    void open(Point at, WireDrag waiting) {
        open(at, waiting, null, new Fit(waiting.type(), waiting.seeksInput()));
    }

    /** For a node in place of another one. */
    void open(Point at, NodeView instead) {
        open(at, null, null, null);
        replaced = instead.id();
    }

    /** For a node to be put into a wire. */
    void open(Point at, Wire into) {
        open(at, null, into.input(), new Fit(into.type(), true));
    }

    private void open(Point at, @Nullable WireDrag waiting, @Nullable InputRef into, @Nullable Fit fit) {
        close();
        place = view.camera().at(at);
        wire = waiting;
        link = into;
        gives = into == null ? null : new Fit(new Wiring(view.document(), Catalogue::schema).wanted(into).orElse(SocketType.ANY), false);
        List<NodeKind> kinds = NodeKind.all(view.host().offered(view.document()), view.scene().say().language()).stream()
                .filter(k -> gives == null || gives.of(k.schema()).isPresent()).toList();
        NodeSearchPanel made = new NodeSearchPanel(kinds, view.host().uses(), fit,
                view.scene().say().language(), InputEvent.getModifiersExText(view.menuMask()), view.menuMask(), new Deeds());
        panel = made;
        Dimension size = made.getPreferredSize();
        int width = Math.min(size.width, Math.max(0, sheet.getWidth() - 2 * AIR));
        int height = Math.min(size.height, Math.max(0, sheet.getHeight() - 2 * AIR));
        int aside = waiting == null ? 0 : AIR;
        made.setBounds(Math.clamp(at.x + aside, AIR, Math.max(AIR, sheet.getWidth() - width - AIR)),
                Math.clamp(at.y - (waiting == null ? 0 : 20), AIR, Math.max(AIR, sheet.getHeight() - height - AIR)), width, height);
        made.setMost(sheet.getHeight() - made.getY() - AIR);
        sheet.add(made);
        CanvasShot.layOut(made);
        sheet.repaint();
        OpeningKey.keepOut(made.field());
        made.field().requestFocusInWindow();
    }

    /** Whether it was open. */
    boolean close() {
        NodeSearchPanel open = panel;
        if (open == null) {
            return false;
        }
        panel = null;
        wire = null;
        link = null;
        replaced = null;
        boolean had = open.field().isFocusOwner();
        sheet.remove(open);
        sheet.repaint();
        if (had) {
            sheet.requestFocusInWindow();
        }
        return true;
    }

    /** The document is another; the wire that waits may have lost its other end. */
    void documentChanged() {
        if (wire != null) {
            wire = wire.again();
            if (wire == null) {
                close();
            } else {
                wire.to(screen(), view.camera());
            }
        }
    }

    private Point screen() {
        return new Point((int) Math.round(view.camera().x() + place.x * view.camera().zoom()), (int) Math.round(view.camera().y() + place.y * view.camera().zoom()));
    }

    private final class Deeds implements NodeSearchPanel.Deeds {
        @Override
        public void add(NodeSearch.Found found) {
            String type = found.kind().type();
            NodeId old = replaced;
            if (old != null) {
                close();
                Optional<Edit.Paste> own = view.host().bringing(type).map(o -> o.into(view.document(), new Offset(0, 0), false));
                new Wiring(view.host().offered(view.document()), Catalogue::schema).replacing(old, type).ifPresent(replace -> view.edit(own.<Edit>map(o ->
                        new Edit.Combined(replace, List.of(new Edit.Paste(List.of(), List.of(), o.subgraphs()), replace))).orElse(replace)));
                return;
            }
            if (type.equals(Note.TYPE)) {
                Point at = screen();
                close();
                view.host().added(type);
                view.deeds().addNote(at);
                return;
            }
            Optional<Edit.Paste> brought = view.host().bringing(type).map(own -> own.into(view.document(), new Offset(0, 0), false));
            Node node = brought.map(b -> b.nodes().getFirst()).orElseGet(() -> view.coming(Node.of(FreshIds.node(view.document().body(), type).text(), type)));
            NodeId id = node.id();
            Fit.Port port = found.port();
            WireDrag waiting = wire;
            InputRef into = link;
            boolean connects = waiting != null && port != null;
            node = node.at(connects ? atSocket(node, port.name(), waiting.seeksInput()) : new Position(Math.rint(place.x), Math.rint(place.y)));
            Node placed = node;
            Edit add = brought.<Edit>map(b -> new Edit.Paste(List.of(placed), b.groups(), b.subgraphs())).orElseGet(() -> new Edit.AddNode(placed));
            Edit edit = add;
            if (connects) {
                Edit connect = waiting.output().<Edit>map(from -> new Edit.Connect(from, new InputRef(id, port.name())))
                        .orElseGet(() -> new Edit.Connect(new OutputRef(id, port.name()), waiting.input().orElseThrow()));
                edit = new Edit.Combined(add, List.of(add, connect));
            }
            if (into != null && port != null && gives != null) {
                NodeLayout layout = view.scene().layout(node);
                Node middle = node.at(new Position(Math.rint(place.x - layout.width() / 2.0), Math.rint(place.y - NodeLayout.HEAD / 2.0)));
                Edit alone = add;
                edit = gives.of(found.kind().schema()).<Edit>map(out -> {
                    Edit insert = new LinkEdit.InsertNode(middle, port.name(), out.name(), into);
                    return brought.isEmpty() ? insert : new Edit.Combined(alone, List.of(alone, insert));
                }).orElse(add);
            }
            close();
            view.host().added(type);
            view.edit(edit);
            view.select(List.of(id));
        }

        /** So that the socket comes to lie where the wire was let go. */
        private Position atSocket(Node node, String port, boolean input) {
            NodeLayout layout = view.scene().layout(node);
            return new Position(Math.rint(place.x - (input ? 0 : layout.width())), Math.rint(place.y - (input ? layout.inputY(port) : layout.outputY(port))));
        }

        @Override
        public void close() {
            SearchPopup.this.close();
        }

        @Override
        public Uses mark(String type, boolean favourite) {
            view.host().mark(type, favourite);
            return view.host().uses();
        }
    }
}
