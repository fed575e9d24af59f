package easel.ui.inspector;

import easel.graph.Document;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Note;
import easel.graph.Schema;
import easel.graph.Types;
import easel.nodes.Catalogue;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What some nodes have in common.
 *
 * @param nodes      in the document's order
 * @param type       of the first one, whose words are shown
 * @param schema     of the first one
 * @param parameters that all of them have under one name and with one rule, in the order of the first one
 */
record Shared(List<Node> nodes, String type, Optional<Schema> schema, List<Schema.Parameter> parameters) {

    static Shared of(Document document, Collection<NodeId> selected) {
        Types types = new Types(document, Catalogue::schema);
        List<Node> nodes = document.nodes().stream().filter(n -> selected.contains(n.id())).toList();
        if (nodes.isEmpty()) {
            return new Shared(List.of(), "", Optional.empty(), List.of());
        }
        List<Optional<Schema>> schemas = nodes.stream().map(n -> types.apply(n.type())).toList();
        boolean notes = nodes.stream().anyMatch(Note::is);
        List<Schema.Parameter> parameters = schemas.getFirst().map(Schema::parameters).orElse(List.of()).stream()
                .filter(p -> !notes || p.name().equals(Note.TEXT))   // how a note is written is not shown yet
                .filter(p -> schemas.stream().allMatch(s -> s.flatMap(x -> x.parameter(p.name()))
                        .filter(o -> o.rule().equals(p.rule())).isPresent())).toList();
        return new Shared(nodes, nodes.getFirst().type(), schemas.getFirst(), parameters);
    }

    List<NodeId> ids() {
        return nodes.stream().map(Node::id).toList();
    }

    boolean isOneType() {
        return nodes.stream().allMatch(n -> n.type().equals(type));
    }

    /** Whether a wire feeds a parameter of any of them. */
    boolean isFed(String parameter) {
        return nodes.stream().anyMatch(n -> n.input(parameter).isPresent());
    }

    /** Whether not all of them hold the same. */
    boolean differ(Schema.Parameter parameter) {
        return nodes.stream().map(n -> n.value(parameter.name()).orElse(parameter.standard())).distinct().count() > 1;
    }

    /** Whether any of them holds something else than its default. */
    boolean isChanged(Schema.Parameter parameter) {
        return nodes.stream().anyMatch(n -> n.value(parameter.name()).filter(v -> !v.equals(parameter.standard())).isPresent());
    }

    /** Whether the same things are to be shown for it, be they of other worth. */
    boolean looksLike(Shared other) {
        return ids().equals(other.ids()) && nodes.stream().map(Node::type)
                .toList().equals(other.nodes.stream().map(Node::type).toList())
                && parameters.equals(other.parameters) && schema.equals(other.schema)
                && nodes.stream().map(n -> n.inputs().keySet())
                        .toList().equals(other.nodes.stream().map(n -> n.inputs().keySet()).toList());
    }
}
