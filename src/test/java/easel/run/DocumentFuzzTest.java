package easel.run;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Picture;
import easel.format.WorkflowFile;
import easel.graph.About;
import easel.graph.Area;
import easel.graph.Body;
import easel.graph.Control;
import easel.graph.Conversion;
import easel.graph.Document;
import easel.graph.Extras;
import easel.graph.Field;
import easel.graph.Form;
import easel.graph.Group;
import easel.graph.InputRef;
import easel.graph.Mode;
import easel.graph.Node;
import easel.graph.Outlet;
import easel.graph.OutputRef;
import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.graph.SocketType;
import easel.graph.Subgraph;
import easel.graph.SubgraphId;
import easel.graph.Value;
import easel.nodes.Catalogue;
import easel.platform.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Documents at random of every node there is and some there are not, with subgraphs, forms, conversions and modes, wired
 * mostly as sockets allow: each is checked, planned and run, and whatever is wrong with it is a problem with a sentence.
 */
class DocumentFuzzTest extends OnBench {

    private static final int SEED = 20261129;

    private Path picture;

    @BeforeEach
    void open() throws Exception {
        picture = file("start.png", Picture.of(24, 16, 4, new byte[24 * 16 * 4]));
    }

    @Test
    @Timeout(120)
    void a_thousand_documents_at_random_are_checked_planned_and_run() throws Exception {
        documents(1_000, SEED);
    }

    @Test
    @Tag("large")
    @Timeout(1200)
    void ten_thousand_documents_at_random_are_checked_planned_and_run() throws Exception {
        documents(10_000, SEED + 1);
    }

    private void documents(int times, int seed) throws Exception {
        int ran = 0;
        int refused = 0;
        for (int i = 0; i < times; i++) {
            Document document = new Maker(new Random(seed * 31L + i)).document();
            try {
                if (runs(document)) {
                    ran++;
                } else {
                    refused++;
                }
            } catch (Exception | AssertionError e) {
                throw new AssertionError("document " + i + " of seed " + seed + ": " + e + "\n" + WorkflowFile.text(document).replaceAll("[^ -~\n]", "?"), e);
            }
        }
        // Both happen, else the documents would be too sound or too wild to say anything.
        assertThat(ran).isGreaterThan(times / 25);
        assertThat(refused).isGreaterThan(times / 25);
    }

    /** Whether all that ran of it came to a good end. */
    private boolean runs(Document document) throws Exception {
        assertThat(WorkflowFile.text(WorkflowFile.parse(WorkflowFile.text(document)))).isEqualTo(WorkflowFile.text(document));
        for (Problem problem : bench.studio.check(document)) {
            assertThat(problem.code()).as(problem.sentence(Language.ENGLISH)).isNotEqualTo(Problem.Code.NODE_BROKEN);
            for (Language language : Language.values()) {
                assertThat(problem.sentence(language)).isNotBlank().hasSizeLessThan(2_000);
                assertThat(problem.mend(language)).hasSizeLessThan(2_000);
            }
        }
        bench.studio.forecast(document, bench.options);
        Submission submission = bench.run(document);
        assertThat(submission.jobs().isEmpty()).as(submission.problems().toString())
                .isEqualTo(submission.jobs().isEmpty() && submission.problems().stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR));
        boolean done = !submission.jobs().isEmpty();
        for (QueuedJob job : submission.jobs()) {
            Ending ending = Bench.ending(job);
            if (ending instanceof Ending.Failed(Trouble trouble)) {
                done = false;
                assertThat(trouble.sentence(Language.ENGLISH)).isNotBlank();
                assertThat(trouble.code()).as(trouble.sentence(Language.ENGLISH)).isNotIn("NODE_BROKEN", "EngineFailed");
            }
        }
        bench.events.clear();
        return done;
    }

    /** Makes one document. */
    private final class Maker {

        private final Random random;
        private final List<Schema> schemas = Catalogue.schemas();

        Maker(Random random) {
            this.random = random;
        }

        Document document() {
            Document made = Document.EMPTY;
            for (int i = random.nextInt(3); i > 0; i--) {
                made = made.with(subgraph("s" + i));
            }
            for (Node node : nodes(4 + random.nextInt(14))) {
                made = made.with(node);
            }
            if (random.nextInt(3) == 0) {
                made = made.with(form(List.copyOf(made.nodes())));
            }
            if (random.nextInt(4) == 0) {
                made = made.with(Group.of("g", "G", Area.of(-10, -10, 50, 50)));
            }
            return random.nextInt(6) == 0 ? made.withCount(1 + random.nextInt(3)) : made;
        }

        private Subgraph subgraph(String id) {
            List<Node> inside = nodes(1 + random.nextInt(5));
            Body body = Body.EMPTY;
            for (Node node : inside) {
                body = body.with(node);
            }
            return new Subgraph(new SubgraphId(id), About.NOTHING, body, form(inside), Extras.NONE);
        }

        /** Fields over inputs and outlets over outputs that are there, and some that are not. */
        private Form form(List<Node> nodes) {
            List<Field> fields = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                Node node = any(nodes);
                List<String> names = inputs(node.type());
                List<InputRef> targets = new ArrayList<>(List.of(new InputRef(node.id(), names.isEmpty() ? "nothing" : any(names))));
                if (random.nextInt(4) == 0) {
                    targets.add(InputRef.of("nobody", "x"));
                }
                fields.add(Field.of("f" + i, random.nextBoolean() ? new Control.Number(0, 9, 1) : new Control.Words(false), targets.toArray(InputRef[]::new)));
            }
            List<Outlet> outlets = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                outlets.add(Outlet.of("o" + i, output(any(nodes))));
            }
            return new Form(fields, outlets);
        }

        private List<Node> nodes(int count) {
            List<Node> nodes = new ArrayList<>();
            // Some of what most things need, so that chains come about.
            nodes.add(checkpoint(Node.of("c0", "load-checkpoint")));
            nodes.add(checkpoint(Node.of("c1", "checkpoint-loader-simple")));
            for (int i = 0; i < count; i++) {
                nodes.add(wired(Node.of("n" + i, type()), nodes));
            }
            if (random.nextInt(5) == 0) {
                // A link back: circles, and nodes that feed themselves.
                int at = random.nextInt(nodes.size());
                nodes.set(at, wired(nodes.get(at), nodes));
            }
            return nodes;
        }

        private Node checkpoint(Node node) {
            String parameter = node.type().equals("load-checkpoint") ? "checkpoint" : "ckpt_name";
            return node.with(parameter, Value.of(folder.resolve("model.safetensors").toString()));
        }

        private String type() {
            return switch (random.nextInt(20)) {
                case 0 -> "nobody-knows";
                case 1 -> "reroute";
                case 2 -> "subgraph:s" + (1 + random.nextInt(3));
                case 3 -> "note";
                default -> any(schemas).type();
            };
        }

        private Node wired(Node bare, List<Node> before) {
            Node node = bare;
            Schema schema = Catalogue.schema(node.type()).orElse(null);
            if (schema == null) {
                for (String input : inputs(node.type())) {
                    node = random.nextInt(3) > 0 ? node.fedBy(input, output(any(before))) : node;
                }
                return moded(node);
            }
            for (Schema.Input input : schema.inputs()) {
                node = random.nextInt(input.required() ? 15 : 3) > 0 || !input.required() && random.nextBoolean() ? linked(node, input.name(), input.type(), before) : node;
            }
            for (Schema.Parameter parameter : schema.parameters()) {
                node = switch (random.nextInt(12)) {
                    case 0 -> linked(node, parameter.name(), parameter.rule().type(), before);
                    case 1 -> node.with(parameter.name(), wild());
                    case 2, 3, 4, 5 -> node.with(parameter.name(), modest(parameter.rule()));
                    default -> parameter.rule() instanceof Rule.File ? node.with(parameter.name(), modest(parameter.rule())) : small(node, parameter);
                };
            }
            return moded(node);
        }

        private Node moded(Node node) {
            return random.nextInt(12) == 0 ? node.in(Mode.values()[random.nextInt(4)]) : node;
        }

        /** Pictures of a few pixels, whatever is usual. */
        private Node small(Node node, Schema.Parameter parameter) {
            return parameter.rule() instanceof Rule.Whole(long least, long most, long multiple, Rule.Unit unit) && unit == Rule.Unit.PIXELS && most >= 64
                    ? node.with(parameter.name(), Value.of(Math.max(least, 64 / multiple * multiple))) : node;
        }

        private Node linked(Node node, String input, SocketType wanted, List<Node> before) {
            List<OutputRef> fitting = new ArrayList<>();
            for (Node feeder : before) {
                for (Schema.Output output : Catalogue.schema(feeder.type()).map(Schema::outputs).orElse(List.of())) {
                    if (wanted.accepts(output.type())) {
                        fitting.add(new OutputRef(feeder.id(), output.name()));
                    }
                }
            }
            Node fed = node.fedBy(input, fitting.isEmpty() || random.nextInt(20) == 0 ? output(any(before)) : any(fitting));
            return random.nextInt(12) == 0 ? fed.converting(input, any(List.of(Conversion.values())).id()) : fed;
        }

        private OutputRef output(Node node) {
            List<Schema.Output> outputs = Catalogue.schema(node.type()).map(Schema::outputs).orElse(List.of());
            return new OutputRef(node.id(), outputs.isEmpty() ? any(List.of("out", "o1", "nothing")) : any(outputs).name());
        }

        private List<String> inputs(String type) {
            if (SubgraphId.isInstance(type)) {
                return List.of("f1", "f2", "f9");
            }
            return type.equals("reroute") ? List.of("in") : Catalogue.schema(type).map(s -> {
                List<String> names = new ArrayList<>(s.inputs().stream().map(Schema.Input::name).toList());
                s.parameters().forEach(p -> names.add(p.name()));
                return names;
            }).orElse(List.of("x"));
        }

        /** Something that may stand there, and keeps pictures small. */
        private Value modest(Rule rule) {
            return switch (rule) {
                case Rule.Whole(long least, long most, long multiple, Rule.Unit unit) -> {
                    long top = unit == Rule.Unit.NONE ? Math.min(most, least + 4L * multiple) : Math.min(most, 96);
                    long steps = Math.max(1, (top - Math.max(least, 0)) / multiple + 1);
                    yield Value.of((Math.max(least, 0) + multiple - 1) / multiple * multiple + random.nextLong(steps) * multiple);
                }
                case Rule.Real(double least, double most, Rule.Unit _) -> Value.of(Math.max(least, Math.min(most, random.nextInt(30) / 10.0)));
                case Rule.Truth _ -> new Value.Truth(random.nextBoolean());
                case Rule.Choice(List<String> ids) -> Value.of(any(ids));
                case Rule.Seed _ -> random.nextBoolean() ? Value.Seed.random() : Value.Seed.fixed(random.nextInt(9));
                case Rule.Shapes _ -> Value.Shapes.read(any(List.of("[]", "[{\"ellipse\":[0.2,0.2,0.5,0.5]},{\"rectangle\":[-1,0,3,0.4],\"subtract\":true}]"))).orElseThrow();
                case Rule.Words _ -> Value.of(any(List.of("", "sea", "山, {a|b}, (c:1.2), <lora:x:1>, __d__", "{counter}", "a/b")));
                case Rule.Folder _ -> Value.of(any(List.of("", "below")));
                case Rule.File file when file.of() == Rule.File.Of.PICTURE -> Value.of(picture.toString());
                case Rule.File _ -> Value.of(folder.resolve("model.safetensors").toString());
            };
        }

        /** Something that may stand nowhere. */
        private Value wild() {
            return any(List.of(Value.of("\0../../x"), Value.of("x".repeat(5_000)), new Value.Number("1e999"), new Value.Number("-1"), new Value.Number("9223372036854775807"),
                    new Value.Number("0.1"), new Value.Truth(true), Value.Seed.fixed(Long.MAX_VALUE), new Value.Foreign("{\"a\":[null,1]}"), Value.of("../x"), Value.of("\uD800")));
        }

        private <T> T any(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }
    }
}
