package easel.graph;

import org.jspecify.annotations.Nullable;

/**
 * Some nodes kept as one type of node. A document has each once; nodes of the type {@link SubgraphId#type()} stand for
 * it and hold what differs from one to the next: links and values under the names of its form's fields.
 *
 * @param form   its ports: the fields go in, the outlets come out
 * @param rim    where the ports stand on the canvas, or null round what is inside
 * @param extras unknown fields of the file
 */
public record Subgraph(SubgraphId id, About about, Body body, Form form, @Nullable Rim rim, Extras extras) {

    /** One whose ports nobody has placed. */
    public Subgraph(SubgraphId id, About about, Body body, Form form, Extras extras) {
        this(id, about, body, form, null, extras);
    }

    /**
     * What of the inside stands where a node stands for it: the node whose result goes out first, for that is what the one
     * outside looks most like, else the upper left corner.
     */
    Position anchor() {
        return form.outlets().stream().flatMap(o -> body.node(o.from().node()).stream()).map(Node::position).findFirst()
                .orElseGet(() -> new Position(body.nodes().stream().mapToDouble(n -> n.position().x()).min().orElse(0),
                        body.nodes().stream().mapToDouble(n -> n.position().y()).min().orElse(0)));
    }

    /** This subgraph with other nodes. */
    public Subgraph with(Body other) {
        return new Subgraph(id, about, other, form, rim, extras);
    }

    /** This subgraph with other ports. */
    public Subgraph with(Form other) {
        return new Subgraph(id, about, body, other, rim, extras);
    }

    /** This subgraph saying something else of itself. */
    public Subgraph with(About other) {
        return new Subgraph(id, other, body, form, rim, extras);
    }

    /** This subgraph under another id. */
    public Subgraph called(SubgraphId other) {
        return new Subgraph(other, about, body, form, rim, extras);
    }

    /** This subgraph with its ports elsewhere on the canvas. */
    public Subgraph with(Rim other) {
        return new Subgraph(id, about, body, form, other, extras);
    }
}
