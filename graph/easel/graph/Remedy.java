package easel.graph;

import easel.graph.SocketType.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What mends a problem without a question to anybody.
 *
 * @param kind  what is done; the button's words are under it
 * @param about the id of the node that is joined, or the type of the one that is added; empty where the words need none
 */
public record Remedy(Kind kind, String about, Edit edit) {

    /** The node that makes pixels of a latent. */
    private static final String DECODE = "vae-decode";
    private static final Set<String> SHORT_FORMS = Set.of("load-lora", "sampler", "inpaint", "outpaint", "detailer", "variations", "regional-prompt",
            "regional-sampler", "crop-region", "upscale",
            "save-picture");
    /** How far before another a node stands that feeds it, in the canvas's pixels: one of usual width and a gap. */
    private static final double BEFORE = 272;

    /** What is done. */
    public enum Kind {
        ADD_DECODE, JOIN, ADD_NODE, REMOVE_LINK, RESET_VALUE, REMOVE_NODE, REMOVE_FIELD, REMOVE_FIELDS, CONVERT, TAKE_AS_IT_COMES, ONLY_MASKED, FIX_SEED
    }

    private Remedy(Kind kind, Edit edit) {
        this(kind, "", edit);
    }

    /**
     * The remedies of a problem, the likeliest first; none where a person has to decide.
     *
     * @param beside where a new node goes that takes from a node of the document
     */
    public static List<Remedy> of(Problem problem, Document document, Function<String, Optional<Schema>> catalogue,
            Function<NodeId, Position> beside) {
        NodeId node = problem.node();
        if (node == null || document.node(node).isEmpty()) {
            return switch (problem.code()) {
                case FIELD_TO_NOTHING -> field(problem, document);
                case FIELDS_TO_NOTHING -> List.of(new Remedy(Kind.REMOVE_FIELDS, new FormEdit.RemoveLost()));
                default -> List.of();
            };
        }
        InputRef input = problem.input() == null ? null : new InputRef(node, problem.input());
        Joining joining = new Joining(document, catalogue);
        return switch (problem.code()) {
            case LATENT_UNUSED -> joining.taking(new OutputRef(node, String.valueOf(problem.arguments().getFirst())), DECODE, beside.apply(node))
                    .map(edit -> new Remedy(Kind.ADD_DECODE, edit)).stream().toList();
            case INPUT_MISSING -> input == null ? List.of() : missing(input, document, joining, catalogue);
            case NO_SUCH_INPUT, LINK_TO_NOTHING, NO_SUCH_OUTPUT -> input == null ? List.of()
                    : List.of(new Remedy(Kind.REMOVE_LINK, new Edit.Disconnect(input)));
            case CONVERSION_MISSING -> input == null ? List.of() : List.of(new Remedy(Kind.CONVERT,
                    new LinkEdit.Convert(input, String.valueOf(problem.arguments().getLast()).split(", ")[0])));
            case WRONG_CONVERSION, NO_SUCH_CONVERSION -> input == null ? List.of()
                    : List.of(new Remedy(Kind.TAKE_AS_IT_COMES, new LinkEdit.Convert(input, null)));
            case BAD_VALUE, LARGE_PART -> input == null ? List.of() : List.of(new Remedy(Kind.RESET_VALUE, new Edit.ResetParameters(Set.of(input))));
            case BARE_SEED -> input == null ? List.of() : document.value(input).flatMap(Conversion.WHOLE_AS_SEED::of)
                    .map(seed -> new Remedy(Kind.FIX_SEED, new Edit.SetParameter(input, seed))).stream().toList();
            case LARGE_PICTURE_WHOLE -> input == null ? List.of()
                    : List.of(new Remedy(Kind.ONLY_MASKED, new Edit.SetParameter(input, new Value.Truth(true))));
            case UNKNOWN_TYPE_UNUSED -> List.of(new Remedy(Kind.REMOVE_NODE, new Edit.RemoveNodes(Set.of(node))));
            default -> List.of();
        };
    }

    private static List<Remedy> field(Problem problem, Document document) {
        String name = String.valueOf(problem.arguments().getFirst());
        return document.form().field(name).filter(f -> !f.isAlive(document))
                .map(_ -> new Remedy(Kind.REMOVE_FIELD, new FormEdit.RemoveField(name))).stream().toList();
    }

    /** What stands nearest and fits is joined, or what usually stands there is added. */
    private static List<Remedy> missing(InputRef input, Document document, Joining joining, Function<String, Optional<Schema>> catalogue) {
        List<Remedy> remedies = new ArrayList<>();
        joining.nearest(input).ifPresent(from -> remedies.add(new Remedy(Kind.JOIN, from.node().text(), new Edit.Connect(from, input))));
        Node node = document.node(input.node()).orElseThrow();
        Position at = new Position(node.position().x() - BEFORE, node.position().y());
        Optional<SocketType> wanted = new Types(document, catalogue).apply(node.type()).flatMap(s -> s.typeOf(input.input()));
        wanted.flatMap(type -> usual(type, node.type())).flatMap(type -> joining.feeding(input, type, at)
                .map(edit -> new Remedy(Kind.ADD_NODE, type, edit))).ifPresent(remedies::add);
        return remedies;
    }

    /** The type of node that usually feeds such an input: short forms feed short forms, ComfyUI's classes their like. */
    private static Optional<String> usual(SocketType wanted, String to) {
        boolean shortForm = SHORT_FORMS.contains(to);
        return Optional.ofNullable(switch (wanted) {
            case Known.MODEL -> shortForm ? "load-checkpoint" : "checkpoint-loader-simple";
            case Known.CLIP, Known.VAE -> "checkpoint-loader-simple";
            case Known.CONDITIONING -> shortForm ? "prompt" : "clip-text-encode";
            case Known.LATENT -> to.startsWith(DECODE) ? "k-sampler" : "empty-latent-image";
            case Known.IMAGE -> switch (to) {
                case "save-picture" -> "sampler";
                case "save-image", "preview-image" -> DECODE;
                default -> shortForm ? "load-picture" : "load-image";
            };
            case Known.MASK -> shortForm ? "load-mask" : "load-image";
            case Known.CONTROL -> "control-net-loader";
            case Known.SIGMAS -> "basic-scheduler";
            case Known.GUIDER -> "cfg-guider";
            case Known.NOISE -> "random-noise";
            default -> wanted.name().equals("SAMPLER") ? "k-sampler-select" : null;
        });
    }
}
