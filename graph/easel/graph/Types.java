package easel.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            schema = SubgraphId.of(type).flatMap(document::subgraph).map(this::of).or(() -> catalogue.apply(type));
            known.put(type, schema);
        }
        return schema;
    }

    private Schema of(Subgraph subgraph) {
        List<Schema.Input> inputs = new ArrayList<>();
        List<Schema.Parameter> parameters = new ArrayList<>();
        for (Field field : subgraph.form().fields()) {
            Inner inner = inner(subgraph, field);
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
        return new Schema(subgraph.id().type(), kind, 1, false, inputs, parameters, outputs);
    }

    /** What a field of a subgraph's form stands for: a parameter if it has a rule, else a socket. */
    private record Inner(@Nullable Rule rule, @Nullable Value standard, @Nullable SocketType type, boolean required) {
        static final Inner NOTHING = new Inner(null, null, null, false);
    }

    private Inner inner(Subgraph subgraph, Field field) {
        Inner first = Inner.NOTHING;
        boolean required = false;
        for (InputRef target : field.targets()) {
            Inner inner = inner(subgraph, field, target);
            first = first == Inner.NOTHING ? inner : first;
            required |= inner.required;
        }
        return new Inner(first.rule, first.standard, first.type, required);
    }

    private Inner inner(Subgraph subgraph, Field field, InputRef target) {
        Body in = subgraph.body();
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
}
