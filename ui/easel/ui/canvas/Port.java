package easel.ui.canvas;

import easel.graph.Rim;
import easel.graph.SubgraphId;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A port of a subgraph where its name stands: in one of the two nodes that stand for the ports inside, or in a node that
 * stands for the subgraph outside.
 *
 * @param output whether it is a port that gives something outside
 * @param box    where its name is typed, in the canvas's pixels
 */
record Port(NodeView node, String name, String label, boolean output, Rectangle2D box) {

    /** Beside a name, where it is still meant. */
    private static final int AIR = 4;

    private static Stream<Port> inside(NodeView rim) {
        return Stream.concat(rim.layout().inputs().stream(), rim.layout().outputs().stream()).filter(s -> !s.name().equals(Rim.NEW))
                .map(s -> new Port(rim, s.name(), s.label(), rim.node().type().equals(Rim.OUT), row(rim, s, 0, rim.width())));
    }

    private static Stream<Port> outside(NodeView instance, Type faces) {
        Type.Face face = faces.face(Type.Role.ROW, 1);
        double width = instance.width();
        return Stream.concat(instance.layout().inputs().stream(), instance.layout().outputs().stream()).map(s -> {
            boolean output = s.x() > 0;
            double name = NodeLayout.NAME + face.width(s.label()) + AIR;
            return new Port(instance, s.name(), s.label(), output, row(instance, s, output ? width - name : 0, Math.min(name, width)));
        });
    }

    private static Stream<Port> parameters(NodeView instance) {
        return instance.layout().fields().stream().map(f -> new Port(instance, f.parameter().name(), f.label(), false, new Rectangle2D.Double(
                instance.x() + f.box().x(), instance.y() + f.box().y(), f.box().width(), f.box().height())));
    }

    private static Rectangle2D row(NodeView node, NodeLayout.Socket socket, double x, double width) {
        return new Rectangle2D.Double(node.x() + x, node.y() + socket.y() - NodeLayout.ROW / 2.0, width, NodeLayout.ROW);
    }

    private static Optional<Port> at(Stream<Port> ports, NodeView node, Point2D.Double place) {
        return node.node().collapsed() ? Optional.empty() : ports.filter(p -> p.box.contains(place)).findFirst();
    }

    /** The port whose name is at a place of the canvas: inside the whole row, outside the name alone. */
    static Optional<Port> at(NodeView node, Point2D.Double place, Type faces) {
        return Rim.is(node.node()) ? at(inside(node), node, place)
                : SubgraphId.isInstance(node.node().type()) ? at(outside(node, faces), node, place) : Optional.empty();
    }

    /** The port that the hand means: outside a parameter's too; inside, where it means none, the first. */
    static Optional<Port> meant(NodeView node, Point2D.Double hand, Type faces) {
        Optional<Port> there = at(node, hand, faces);
        return Rim.is(node.node()) ? there.or(() -> inside(node).findFirst())
                : SubgraphId.isInstance(node.node().type()) ? there.or(() -> at(parameters(node), node, hand)) : there;
    }
}
