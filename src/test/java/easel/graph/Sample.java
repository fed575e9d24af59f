package easel.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small catalogue and a document over it, for tests of what the document does. */
final class Sample {

    static final SocketType IMAGE = SocketType.Known.IMAGE;

    private static final Map<String, Schema> SCHEMAS = Map.of(
            "source", new Schema("source", Schema.Kind.LOAD, 1, false, List.of(),
                    List.of(new Schema.Parameter("file", new Rule.Words(100), Value.of("a.png"))),
                    List.of(new Schema.Output("image", IMAGE, "file"), new Schema.Output("text", SocketType.Known.TEXT, null))),
            "blur", new Schema("blur", Schema.Kind.PICTURE, 1, false, List.of(new Schema.Input("image", IMAGE, true)),
                    List.of(new Schema.Parameter("radius", new Rule.Real(0, 9, Rule.Unit.PIXELS), Value.of(1))),
                    List.of(new Schema.Output("image", IMAGE, null))),
            "mix", new Schema("mix", Schema.Kind.PICTURE, 1, false,
                    List.of(new Schema.Input("first", IMAGE, true), new Schema.Input("second", IMAGE, false)), List.of(),
                    List.of(new Schema.Output("mixed", IMAGE, null))),
            "pair", new Schema("pair", Schema.Kind.WORDS, 1, false,
                    List.of(new Schema.Input("positive", SocketType.Known.CONDITIONING, true),
                            new Schema.Input("negative", SocketType.Known.CONDITIONING, true)), List.of(),
                    List.of(new Schema.Output("positive", SocketType.Known.CONDITIONING, null),
                            new Schema.Output("negative", SocketType.Known.CONDITIONING, null))),
            "sampler", new Schema("sampler", Schema.Kind.PAINT, 1, false, List.of(),
                    List.of(new Schema.Parameter("seed", new Rule.Seed(), Value.Seed.random()),
                            new Schema.Parameter("steps", new Rule.Whole(1, 60, 1, Rule.Unit.STEPS), Value.of(20))),
                    List.of(new Schema.Output("latent", SocketType.Known.LATENT, null))),
            "decode", new Schema("decode", Schema.Kind.PICTURE, 1, false, List.of(new Schema.Input("latent", SocketType.Known.LATENT, true)),
                    List.of(), List.of(new Schema.Output("image", IMAGE, null))),
            "save", new Schema("save", Schema.Kind.OUTPUT, 1, true, List.of(new Schema.Input("image", IMAGE, true)), List.of(), List.of()));

    private Sample() {}

    static Optional<Schema> schema(String type) {
        return Optional.ofNullable(SCHEMAS.get(type));
    }

    static NodeId id(String text) {
        return new NodeId(text);
    }

    /** in -> one -> two -> out. */
    static Document row() {
        return Document.EMPTY.with(Node.of("in", "source"))
                .with(blur("one", "in", "image"))
                .with(blur("two", "one", "image"))
                .with(Node.of("out", "save").fedBy("image", OutputRef.of("two", "image")));
    }

    static Node blur(String id, String from, String output) {
        return Node.of(id, "blur").fedBy("image", OutputRef.of(from, output));
    }

    /** A subgraph of two blurs in a row, with the picture and both radii as ports. */
    static Subgraph soft() {
        Body body = Body.EMPTY.with(Node.of("a", "blur").with("radius", Value.of(2))).with(blur("b", "a", "image"));
        return new Subgraph(new SubgraphId("soft"), About.NOTHING, body, new Form(
                List.of(Field.of("picture", new Control.Socket(), InputRef.of("a", "image")),
                        Field.of("radius", new Control.Number(0, 9, 1), InputRef.of("a", "radius"), InputRef.of("b", "radius"))),
                List.of(Outlet.of("picture", OutputRef.of("b", "image")))), Extras.NONE);
    }

    /** in -> soft -> out. */
    static Document softened() {
        return Document.EMPTY.with(soft()).with(Node.of("in", "source"))
                .with(Node.of("soft", "subgraph:soft").fedBy("picture", OutputRef.of("in", "image")))
                .with(Node.of("out", "save").fedBy("image", OutputRef.of("soft", "picture")));
    }

    static List<Problem> check(Document document) {
        return Check.of(document, Sample::schema);
    }

    static Document flat(Document document) {
        return Expansion.of(document, Sample::schema).document();
    }

    /** "from.output>to.input" for each link, in order. */
    static List<String> links(Document document) {
        return document.links().map(l -> l.from() + ">" + l.to()).toList();
    }

    static List<String> ids(Document document) {
        return document.nodes().stream().map(n -> n.id().text()).toList();
    }
}
