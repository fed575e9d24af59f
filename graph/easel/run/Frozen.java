package easel.run;

import easel.graph.Document;
import easel.graph.Flow;
import easel.graph.Mode;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.OutputRef;
import easel.graph.Problem;
import easel.nodes.Catalogue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The frozen nodes of a document that is laid out flat. What only describes has no result to keep: it goes on
 * describing, and the frozen nodes that it feeds do without it.
 *
 * @param document with every frozen node that only describes turned on
 * @param problems those of them that others take from
 */
record Frozen(Document document, List<Problem> problems) {

    static Frozen in(Document flat) {
        Set<NodeId> describing = flat.nodes().stream().filter(n -> n.mode() == Mode.FROZEN && describes(n)).map(Node::id)
                .collect(Collectors.toSet());
        if (describing.isEmpty()) {
            return new Frozen(flat, List.of());
        }
        Document document = flat.mapNodes(describing, n -> n.in(Mode.ON));
        Flow flow = new Flow(document, Catalogue::schema);
        Set<NodeId> read = new HashSet<>();
        document.nodes().stream().filter(n -> n.mode() == Mode.ON && !describing.contains(n.id()))
                .flatMap(n -> n.inputs().values().stream()).flatMap(from -> flow.source(from).stream()).map(OutputRef::node)
                .filter(describing::contains).forEach(read::add);
        return new Frozen(document, flat.nodes().stream().map(Node::id).filter(read::contains)
                .map(id -> Problem.at(id, Problem.Code.FROZEN_DESCRIBES)).toList());
    }

    private static boolean describes(Node node) {
        return Catalogue.node(node.type()).map(easel.nodes.Node::work)
                .filter(w -> w == easel.nodes.Node.Work.DESCRIBES || w == easel.nodes.Node.Work.DESCRIBES_PAINTING).isPresent();
    }

    /**
     * Finds out which results the frozen nodes give; one that names none gives what it would give if it were on.
     *
     * @param known  whether a key's result is at hand
     * @param around null to leave those that name none alone
     * @param kept   what was found goes there
     * @return problems with those whose result is gone
     */
    List<Problem> resolved(Predicate<Key> known, @Nullable Surroundings around, Map<NodeId, Key> kept) {
        List<Problem> gone = new ArrayList<>();
        Set<NodeId> nameless = new HashSet<>();
        for (Node node : document.nodes()) {
            if (node.mode() != Mode.FROZEN || Catalogue.schema(node.type()).isEmpty()) {
                continue;
            }
            String named = node.kept().get("");
            if (named == null) {
                nameless.add(node.id());
                continue;
            }
            Optional<Key> key = Key.named(named).filter(known);
            key.ifPresent(k -> kept.put(node.id(), k));
            if (key.isEmpty()) {
                gone.add(Problem.at(node.id(), Problem.Code.FROZEN_RESULT_GONE));
            }
        }
        if (around != null && !nameless.isEmpty()) {
            Map<NodeId, Key> found = results(document, nameless, around);
            kept.putAll(found);
            document.nodes().stream().map(Node::id).filter(id -> nameless.contains(id) && !found.containsKey(id))
                    .forEach(id -> gone.add(Problem.at(id, Problem.Code.FROZEN_RESULT_GONE)));
        }
        return gone;
    }

    /** The results that a document names; for a frozen node inside a subgraph under the node's name there. */
    static Map<NodeId, Key> named(Document document) {
        Map<NodeId, Key> named = new LinkedHashMap<>();
        Stream.concat(document.nodes().stream(), document.subgraphs().stream().flatMap(s -> s.body().nodes().stream()))
                .forEach(node -> node.kept().forEach((path, text) -> Key.named(text).ifPresent(key ->
                        named.put(path.isEmpty() ? node.id() : new NodeId(path).in(node.id()), key))));
        return named;
    }

    /** What some nodes would give if they ran now, as far as that is known. */
    static Map<NodeId, Key> results(Document flat, Set<NodeId> nodes, Surroundings around) {
        Sheet sheet = new Sheet(flat.mapNodes(nodes, n -> n.in(Mode.ON)));
        Map<NodeId, Key> results = new LinkedHashMap<>();
        // As part of the whole, or as if it had been run to them: what else reads a latent is part of its key.
        Stream.of(Set.<NodeId>of(), nodes).forEach(to -> {
            for (Step step : Plan.of(sheet, around, to).steps()) {
                if (nodes.contains(step.id()) && !results.containsKey(step.id()) && around.known().test(step.key())) {
                    results.put(step.id(), step.key());
                }
            }
        });
        return results;
    }
}
