package easel.graph;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Sets a parameter of one node, also of one inside a subgraph, and of no other: at the outermost port that leads to it,
 * or else inside, the instances on the way getting subgraphs of their own where others share theirs.
 */
public record SetInside(InputRef parameter, Value value) implements Edit {

    @Override
    public Document on(Document d) {
        InputRef at = Expansion.shown(parameter, d);
        return new SetParameter(at, value).on(at.node().isPath() && !d.body().has(at.node()) ? alone(d, at.node()) : d);
    }

    /** The document in which nothing but one path leads to a node. */
    private static Document alone(Document d, NodeId path) {
        Document alone = d;
        String text = path.text();
        for (int end = text.indexOf('/'); end > 0; end = text.indexOf('/', end + 1)) {
            alone = owning(alone, new NodeId(text.substring(0, end)));
        }
        return alone;
    }

    static Document owning(Document d, NodeId instance) {
        Optional<Subgraph> shared = d.node(instance).flatMap(n -> SubgraphId.of(n.type())).flatMap(d::subgraph)
                .filter(s -> everywhere(d).filter(n -> n.type().equals(s.id().type())).count() > 1);
        if (shared.isEmpty()) {
            return d;
        }
        SubgraphId own = new SubgraphId(new FreshIds(name -> d.subgraph(new SubgraphId(name)).isPresent()).like(shared.get().id().text()));
        return d.with(shared.get().called(own)).mapNodes(Set.of(instance), n -> n.typed(own.type()));
    }

    private static Stream<Node> everywhere(Document d) {
        return Stream.concat(d.nodes().stream(), d.subgraphs().stream().flatMap(s -> s.body().nodes().stream()));
    }

    @Override
    public String code() {
        return SetParameter.class.getSimpleName();
    }

    @Override
    public List<Object> arguments() {
        return List.of(parameter.input());
    }
}
