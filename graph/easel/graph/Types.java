package easel.graph;

import easel.platform.Language;
import easel.platform.Words;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Every type of node that a document may have: a catalogue's, reroutes and notes, and one for each of its subgraphs.
 * Remembers what it was asked, so it serves one document and one thread.
 */
public final class Types implements Function<String, Optional<Schema>> {

    /** How many subgraphs may be nested in each other. */
    public static final int DEEPEST = 32;

    private final Document document;
    private final Function<String, Optional<Schema>> catalogue;
    private final Map<String, Optional<Schema>> known = new HashMap<>();

    public Types(Document document, Function<String, Optional<Schema>> catalogue) {
        this.document = document;
        this.catalogue = catalogue;
        known.put(Reroute.TYPE, Optional.of(Reroute.SCHEMA));
        known.put(Note.TYPE, Optional.of(Note.SCHEMA));
    }

    @Override
    public Optional<Schema> apply(String type) {
        Optional<Schema> schema = known.get(type);
        if (schema == null) {
            schema = type.equals(Rim.IN) ? Optional.of(inputs()) : type.equals(Rim.OUT) ? Optional.of(outputs()) : SubgraphId.of(type).flatMap(document::subgraph).map(this::of).or(() -> catalogue.apply(type));
            known.put(type, schema);
        }
        return schema;
    }

    /** The ports that the document's form is, as what they give inside. */
    private Schema inputs() {
        List<Schema.Output> ports = new ArrayList<>();
        for (Field field : document.form().fields()) {
            Inner inner = inner(document.body(), field);
            SocketType type = inner.rule != null ? inner.rule.type() : inner.type != null ? inner.type : field.type();
            ports.add(new Schema.Output(field.name(), type == null ? SocketType.ANY : type, null));
        }
        ports.add(new Schema.Output(Rim.NEW, SocketType.ANY, null));
        return new Schema(Rim.IN, Schema.Kind.VALUE, 1, false, List.of(), List.of(), ports);
    }

    /** The outlets of the document's form, as what they take inside. */
    private Schema outputs() {
        List<Schema.Input> ports = new ArrayList<>();
        // Whatever comes is what goes out: another one may be linked in place of what is there.
        document.form().outlets().forEach(o -> ports.add(new Schema.Input(o.name(),
                source(document.body(), o.from()).map(Source::type).orElse(o.type() == null ? SocketType.ANY : o.type()), false)));
        ports.add(new Schema.Input(Rim.NEW, SocketType.ANY, false));
        return new Schema(Rim.OUT, Schema.Kind.VALUE, 1, false, ports, List.of(), List.of());
    }

    private Schema of(Subgraph subgraph) {
        List<Schema.Input> inputs = new ArrayList<>();
        List<Schema.Parameter> parameters = new ArrayList<>();
        for (Field field : subgraph.form().fields()) {
            Inner inner = inner(subgraph.body(), field);
            if (inner.rule != null) {
                Value standard = inner.standard;
                parameters.add(new Schema.Parameter(field.name(), inner.rule, standard == null ? Value.of("") : standard));
            } else {
                SocketType type = inner.type != null ? inner.type : field.type() != null ? field.type() : SocketType.ANY;
                inputs.add(new Schema.Input(field.name(), type, inner.required));
            }
        }
        Schema.Kind kind = Schema.Kind.PICTURE;
        List<Schema.Output> outputs = new ArrayList<>();
        for (Outlet outlet : subgraph.form().outlets()) {
            Optional<Source> source = source(subgraph.body(), outlet.from());
            SocketType type = source.map(Source::type).orElse(outlet.type() != null ? outlet.type() : SocketType.ANY);
            if (outputs.isEmpty() && source.isPresent()) {
                kind = source.get().schema.kind();
            }
            outputs.add(new Schema.Output(outlet.name(), type, null));
        }
        return new Schema(subgraph.id().type(), kind, 1, saves(subgraph), inputs, parameters, outputs);
    }

    /** Whether something inside runs for its own sake. */
    private boolean saves(Subgraph subgraph) {
        Set<SubgraphId> met = new HashSet<>(Set.of(subgraph.id()));
        Deque<Subgraph> open = new ArrayDeque<>(List.of(subgraph));
        while (!open.isEmpty()) {
            for (Node node : open.remove().body().nodes()) {
                Optional<SubgraphId> deeper = SubgraphId.of(node.type());
                if (deeper.isEmpty() && catalogue.apply(node.type()).filter(Schema::sink).isPresent()) {
                    return true;
                }
                deeper.filter(met::add).flatMap(document::subgraph).ifPresent(open::add);
            }
        }
        return false;
    }

    /** What a field of a subgraph's form stands for: a parameter if it has a rule, else a socket. */
    private record Inner(@Nullable Rule rule, @Nullable Value standard, @Nullable SocketType type, boolean required) {
        static final Inner NOTHING = new Inner(null, null, null, false);
    }

    private Inner inner(Body body, Field field) {
        Inner first = Inner.NOTHING;
        boolean required = false;
        for (InputRef target : field.targets()) {
            Inner inner = inner(body, field, target);
            first = first == Inner.NOTHING ? inner : first;
            required |= inner.required;
        }
        return new Inner(first.rule, first.standard, first.type, required);
    }

    private Inner inner(Body body, Field field, InputRef target) {
        Body in = body;
        InputRef at = target;
        @Nullable Value standard = field.standard();
        // No recursion and no end of patience: subgraphs may be nested in a circle.
        for (int depth = 0; depth <= DEEPEST; depth++) {
            Node node = in.node(at.node()).orElse(null);
            if (node == null) {
                return Inner.NOTHING;
            }
            String input = at.input();
            boolean fed = node.input(input).isPresent();
            if (standard == null) {
                standard = node.value(input).orElse(null);
            }
            Subgraph deeper = SubgraphId.of(node.type()).flatMap(document::subgraph).orElse(null);
            if (deeper == null) {
                Schema schema = apply(node.type()).orElse(null);
                if (schema == null) {
                    return Inner.NOTHING;
                }
                Schema.Parameter parameter = schema.parameter(input).orElse(null);
                if (parameter != null) {
                    return new Inner(parameter.rule(), standard == null ? parameter.standard() : standard, null, false);
                }
                return schema.input(input).map(i -> new Inner(null, null, typeOf(i), i.required() && !fed)).orElse(Inner.NOTHING);
            }
            Field deeperField = deeper.form().field(input).orElse(null);
            if (deeperField == null || deeperField.targets().isEmpty()) {
                return Inner.NOTHING;
            }
            if (standard == null) {
                standard = deeperField.standard();
            }
            in = deeper.body();
            at = deeperField.targets().getFirst();
        }
        return Inner.NOTHING;
    }

    /** What the file says of a reroute is better than nothing. */
    private static @Nullable SocketType typeOf(Schema.Input input) {
        return input.type().equals(SocketType.ANY) ? null : input.type();
    }

    /** An output of a type that is no reroute and no subgraph. */
    private record Source(Schema schema, SocketType type) {}

    private Optional<Source> source(Body body, OutputRef output) {
        Body in = body;
        OutputRef at = output;
        int depth = 0;
        for (int passed = 0; passed <= in.size() + DEEPEST; passed++) {
            Node node = in.node(at.node()).orElse(null);
            if (node == null) {
                return Optional.empty();
            }
            if (Reroute.is(node)) {
                Optional<OutputRef> from = node.input(Reroute.IN);
                if (from.isEmpty()) {
                    return Optional.empty();
                }
                at = from.get();
                continue;
            }
            Subgraph deeper = SubgraphId.of(node.type()).flatMap(document::subgraph).orElse(null);
            if (deeper == null) {
                Optional<Schema> schema = apply(node.type());
                String name = at.output();
                return schema.flatMap(s -> s.output(name).map(o -> new Source(s, o.type())));
            }
            Optional<Outlet> outlet = deeper.form().outlet(at.output());
            if (outlet.isEmpty() || ++depth > DEEPEST) {
                return Optional.empty();
            }
            at = outlet.get().from();
            in = deeper.body();
            passed = 0;
        }
        return Optional.empty();
    }

    /** The type of what an output gives, past reroutes; empty if nothing is known. */
    public Optional<SocketType> typeOf(OutputRef output) {
        return source(document.body(), output).map(Source::type).filter(t -> !t.equals(SocketType.ANY));
    }

    /** What people call a type that every document has, or a subgraph of this one; empty for those of the catalogue. */
    public Optional<String> title(String type, Language language) {
        if (type.equals(Reroute.TYPE) || type.equals(Note.TYPE) || type.equals(Rim.IN) || type.equals(Rim.OUT)) {
            return Optional.of(Words.of(Types.class, language).say("type." + type));
        }
        return SubgraphId.of(type).flatMap(document::subgraph).map(s -> s.about().title().in(language))
                .map(title -> title.isBlank() ? Words.of(Types.class, language).say("type.subgraph") : title);
    }
}
