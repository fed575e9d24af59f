package easel.ui.canvas;

import easel.graph.Rim;
import java.awt.geom.Point2D;
import java.util.Optional;
import java.util.stream.Stream;

/** The ports of the subgraph whose inside is shown, as rows of the two nodes that stand for them. */
final class Port {

    private Port() {}

    private static Stream<NodeLayout.Socket> of(NodeView rim) {
        return Stream.concat(rim.layout().inputs().stream(), rim.layout().outputs().stream()).filter(s -> !s.name().equals(Rim.NEW));
    }

    /** The port in whose row a place of the canvas is; empty if that is none. */
    static Optional<NodeLayout.Socket> at(NodeView rim, Point2D.Double place) {
        return rim.node().collapsed() || !rim.contains(place.x, place.y) ? Optional.empty()
                : of(rim).filter(s -> Math.abs(place.y - rim.y() - s.y()) <= NodeLayout.ROW / 2.0).findFirst();
    }

    /** The port in whose row the hand is, else the first; empty if there is none. */
    static Optional<NodeLayout.Socket> of(NodeView rim, Point2D.Double hand) {
        return at(rim, hand).or(() -> of(rim).findFirst());
    }
}
