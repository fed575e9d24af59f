package easel.graph;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What mends a problem without a question to anybody.
 *
 * @param kind what is done; the button's words are under it
 */
public record Remedy(Kind kind, Edit edit) {

    /** The node that makes pixels of a latent. */
    private static final String DECODE = "vae-decode";

    /** What is done. */
    public enum Kind { ADD_DECODE, REMOVE_LINK, RESET_VALUE, REMOVE_NODE, REMOVE_FIELD, CONVERT, TAKE_AS_IT_COMES }

    /**
     * The remedy of a problem; empty where a person has to decide.
     *
     * @param beside where a new node goes that is joined to a node of the document
     */
    public static Optional<Remedy> of(Problem problem, Document document, Function<String, Optional<Schema>> catalogue,
            Function<NodeId, Position> beside) {
        NodeId node = problem.node();
        if (node == null || document.node(node).isEmpty()) {
            return problem.code() == Problem.Code.FIELD_TO_NOTHING ? field(problem, document) : Optional.empty();
        }
        InputRef input = problem.input() == null ? null : new InputRef(node, problem.input());
        return switch (problem.code()) {
            case LATENT_UNUSED -> new Joining(document, catalogue)
                    .taking(new OutputRef(node, String.valueOf(problem.arguments().getFirst())), DECODE, beside.apply(node))
                    .map(edit -> new Remedy(Kind.ADD_DECODE, edit));
            case NO_SUCH_INPUT, LINK_TO_NOTHING, NO_SUCH_OUTPUT -> Optional.ofNullable(input)
                    .map(i -> new Remedy(Kind.REMOVE_LINK, new Edit.Disconnect(i)));
            case CONVERSION_MISSING -> Optional.ofNullable(input).map(i -> new Remedy(Kind.CONVERT,
                    new LinkEdit.Convert(i, String.valueOf(problem.arguments().getLast()).split(", ")[0])));
            case WRONG_CONVERSION, NO_SUCH_CONVERSION -> Optional.ofNullable(input)
                    .map(i -> new Remedy(Kind.TAKE_AS_IT_COMES, new LinkEdit.Convert(i, null)));
            case BAD_VALUE -> Optional.ofNullable(input).map(i ->
                    new Remedy(Kind.RESET_VALUE, new Edit.ResetParameters(Set.of(i))));
            case UNKNOWN_TYPE_UNUSED -> Optional.of(new Remedy(Kind.REMOVE_NODE, new Edit.RemoveNodes(Set.of(node))));
            default -> Optional.empty();
        };
    }

    private static Optional<Remedy> field(Problem problem, Document document) {
        String name = String.valueOf(problem.arguments().getFirst());
        return document.form().field(name).filter(f -> !f.isAlive(document))
                .map(_ -> new Remedy(Kind.REMOVE_FIELD, new FormEdit.RemoveField(name)));
    }
}
