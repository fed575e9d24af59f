package easel.ui.canvas;

import easel.graph.Edit;
import easel.graph.LinkEdit;
import easel.graph.Node;
import easel.graph.OutputRef;
import easel.graph.Schema;
import easel.graph.SocketType;
import easel.graph.Wiring;
import easel.nodes.Catalogue;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A node in the hand that may be put into a wire: nobody takes from it, and something may come in that it gives on. One
 * that feeds others stays out, so that moving what is wired never rewires it.
 */
final class Insertion {

    /** Which input takes the wire and which output gives it on. */
    private record Way(String input, String output) {}

    private final Scene scene;
    private final NodeView node;
    private final Wiring wiring;
    private @Nullable Wire wire;
    private @Nullable Way way;

    private Insertion(Scene scene, NodeView node) {
        this.scene = scene;
        this.node = node;
        this.wiring = new Wiring(scene.document(), Catalogue::schema);
    }

    /** For a node that may go into wires at all. */
    static Optional<Insertion> of(Scene scene, NodeView node) {
        boolean feeds = node.wires().stream().anyMatch(w -> w.from() == node);
        return feeds || node.layout().outputs().isEmpty() ? Optional.empty() : Optional.of(new Insertion(scene, node));
    }

    /** The wire that it goes into if it is let go now, or null: one near the pointer, else one near {@code head}. */
    @Nullable Wire under(Point2D.Double pointer, Point2D.Double head, double reach, WireShape shape) {
        wire = Stream.of(pointer, head).map(p -> scene.wireAt(p.x, p.y, reach, shape)).filter(java.util.Objects::nonNull)
                .filter(w -> w.from() != node && w.to() != node && into(w)).findFirst().orElse(null);
        return wire;
    }

    private boolean into(Wire into) {
        way = way(into).orElse(null);
        return way != null;
    }

    private Optional<Way> way(Wire into) {
        return way(wiring, node.node(), node.schema(), into);
    }

    private static Optional<Way> way(Wiring wiring, Node node, Optional<Schema> schema, Wire into) {
        SocketType comes = wiring.comes(into.output()).orElse(SocketType.ANY);
        SocketType wanted = wiring.wanted(into.input()).orElse(SocketType.ANY);
        return schema.flatMap(s -> s.inputs().stream().filter(i -> node.input(i.name()).isEmpty() && i.type().accepts(comes))
                .min(java.util.Comparator.comparing(i -> !i.type().equals(comes)))
                .flatMap(i -> s.outputs().stream().filter(o -> wanted.accepts(o.type())).min(java.util.Comparator.comparing(o -> !o.type().equals(wanted)))
                        .map(o -> new Way(i.name(), o.name()))));
    }

    /** The edit that puts a node which is not there yet into a wire; empty if it does not fit. */
    static Optional<Edit> adding(Scene scene, Node node, Wire into) {
        Wiring wiring = new Wiring(scene.document(), Catalogue::schema);
        return way(wiring, node, wiring.schema(node.type()), into).map(w -> new LinkEdit.InsertNode(node, w.input(), w.output(), into.input()));
    }

    /** The edit that a move becomes if it ends on a wire. */
    Edit after(Edit move) {
        Wire into = wire;
        Way through = way;
        if (into == null || through == null || !new OutputRef(into.from().id(), into.output().output()).equals(into.to().node().inputs().get(into.input().input()))) {
            return move;
        }
        Edit insert = new LinkEdit.InsertNode(node.node(), through.input(), through.output(), into.input());
        return new Edit.Combined(insert, List.of(move, insert));
    }
}
