package easel.run;

import static easel.run.Bench.set;
import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.ImageRequest;
import easel.engine.Picture;
import easel.format.PictureFile;
import easel.format.PictureTexts;
import easel.graph.Conversion;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.InputRef;
import easel.graph.Mode;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.OutputRef;
import easel.graph.Packing;
import easel.graph.Phrase;
import easel.graph.Problem;
import easel.graph.Schema;
import easel.graph.SeedMode;
import easel.graph.SocketType;
import easel.graph.Value;
import easel.nodes.Catalogue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Parameters that are fed by links. */
@Timeout(30)
class ValueNodesTest extends OnBench {

    private Document preset() {
        return set(bench.preset, "sampler.seed", Value.Seed.fixed(7));
    }

    private static Document fed(Document document, String to, Node by, String output) {
        return linked(document.with(by), to, by.id() + "." + output);
    }

    private static Document linked(Document document, String to, String from) {
        InputRef out = Bench.ref(from);
        return new Edit.Connect(new OutputRef(out.node(), out.input()), Bench.ref(to)).on(document);
    }

    private static Node arithmetic(String id, Value a, String operation, Value b) {
        return Node.of(id, "arithmetic").with("a", a).with("operation", Value.of(operation)).with("b", b);
    }

    private ImageRequest asked(Document document) throws Exception {
        assertThat(bench.run(document).problems()).isEmpty();
        return bench.engine.painted.getLast();
    }

    private List<Problem> wrong(Document document) {
        return bench.studio.check(document);
    }

    @Test
    void a_whole_number_sets_the_steps_and_a_number_the_cfg_scale() throws Exception {
        Document document = fed(preset(), "sampler.steps", Node.of("n", "whole-number").with("value", Value.of(9)), "whole");
        document = fed(document, "sampler.cfg", Node.of("c", "number").with("value", Value.of(2.5)), "number");
        assertThat(asked(document).sampling().steps()).isEqualTo(9);
        assertThat(asked(document).sampling().cfgScale()).isEqualTo(2.5);
    }

    @Test
    void a_whole_number_is_a_number_and_a_seed() throws Exception {
        Document document = fed(preset(), "sampler.cfg", Node.of("n", "whole-number").with("value", Value.of(3)), "whole");
        document = linked(document, "sampler.seed", "n.whole");
        ImageRequest request = asked(document);
        assertThat(request.sampling().cfgScale()).isEqualTo(3);
        assertThat(request.seed()).isEqualTo(3);
        assertThat(wrong(set(document, "n.value", Value.of(-3)))).extracting(Problem::code).containsExactlyInAnyOrder(Problem.Code.BAD_VALUE, Problem.Code.BAD_VALUE);
    }

    @Test
    void a_number_becomes_a_whole_one_by_the_rule_that_its_link_names() throws Exception {
        Document document = fed(preset(), "sampler.steps", Node.of("n", "number").with("value", Value.of(8.5)), "number");
        assertThat(wrong(document)).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo(Problem.Code.CONVERSION_MISSING);
            assertThat(p.arguments()).containsExactly("steps", "FLOAT", "INT", "rounded, cut");
        });
        assertThat(asked(converted(document, "rounded")).sampling().steps()).isEqualTo(9);
        assertThat(asked(converted(document, "cut")).sampling().steps()).isEqualTo(8);
    }

    private static Document converted(Document document, String by) {
        return new easel.graph.LinkEdit.Convert(InputRef.of("sampler", "steps"), by).on(document);
    }

    @Test
    void texts_are_joined_into_the_prompt() throws Exception {
        Node join = Node.of("join", "join-text").with("string_b", Value.of("at night")).with("delimiter", Value.of(", "));
        Document document = fed(fed(preset(), "prompt.text", join, "joined"), "join.string_a", Node.of("t", "text").with("value", Value.of("a boat")), "text");
        assertThat(asked(document).prompt()).isEqualTo("a boat, at night");
    }

    @Test
    void a_toggle_says_yes_or_no() {
        Document document = fed(Document.EMPTY.with(Node.of("s", "sampler-custom")), "s.add_noise", Node.of("t", "toggle").with("value", Value.of(true)), "on");
        Document held = new Constants(document).document();
        assertThat(held.value(InputRef.of("s", "add_noise"))).contains(Value.of(true));
        assertThat(held.node(new NodeId("s")).orElseThrow().inputs()).isEmpty();
    }

    @Test
    void arithmetic_works_out_what_a_calculator_would() {
        assertThat(List.of(result("add", 0.1, 0.2), result("subtract", 1, 3), result("multiply", 1.5, 8), result("divide", 1, 3),
                result("remainder", -1, 8), result("smaller", 2, -2), result("larger", 2, -2)))
                .containsExactly("0.3", "-2", "12", "0.3333333333333333", "7", "-2", "2");
        assertThat(rounded(2.5)).isEqualTo("3");
        assertThat(rounded(-2.5)).isEqualTo("-3");
    }

    private static String result(String operation, double a, double b) {
        return told(arithmetic("x", Value.of(a), operation, Value.of(b)), "number");
    }

    private static String rounded(double number) {
        return told(arithmetic("x", Value.of(number), "add", Value.of(0)), "whole");
    }

    /** What an arithmetic node tells. */
    private static String told(Node node, String output) {
        return new Constants(Document.EMPTY.with(node)).told(new OutputRef(node.id(), output)).map(Value::shown).orElseThrow();
    }

    @Test
    void half_the_width_is_the_height() throws Exception {
        Document document = fed(preset(), "sampler.width", Node.of("w", "whole-number").with("value", Value.of(192)), "whole");
        document = linked(fed(document, "sampler.height", arithmetic("half", Value.of(0), "divide", Value.of(2)), "whole"), "half.a", "w.whole");
        ImageRequest request = asked(document);
        assertThat(List.of(request.width(), request.height())).containsExactly(192, 96);
    }

    @Test
    void what_is_told_is_known_again_as_if_it_stood_there() throws Exception {
        bench.run(set(preset(), "sampler.steps", Value.of(9)));
        bench.run(fed(preset(), "sampler.steps", Node.of("n", "whole-number").with("value", Value.of(9)), "whole"));
        assertThat(bench.engine.painted).hasSize(1);
    }

    @Test
    void one_seed_serves_two_samplers_is_drawn_anew_and_stands_in_the_document() throws Exception {
        Document document = fed(preset(), "sampler.seed", Node.of("s", "seed").with("seed", new Value.Seed(SeedMode.RANDOM, OptionalLong.empty())), "same");
        assertThat(wrong(document)).isEmpty();
        Submission first = bench.run(document);
        assertThat(bench.engine.painted.getLast().seed()).isEqualTo(drawn(first.document()));
        Submission second = bench.run(first.document());
        assertThat(bench.engine.painted).hasSize(2);
        assertThat(bench.engine.painted.getLast().seed()).isEqualTo(drawn(second.document())).isNotEqualTo(drawn(first.document()));
    }

    private static long drawn(Document document) {
        return ((Value.Seed) document.value(InputRef.of("s", "seed")).orElseThrow()).number().orElseThrow();
    }

    @Test
    void what_may_not_stand_there_is_found_before_anything_runs() throws Exception {
        Document wide = fed(preset(), "sampler.width", Node.of("n", "whole-number").with("value", Value.of(1_000_000)), "whole");
        assertThat(wrong(wide)).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo(Problem.Code.BAD_VALUE);
            assertThat(p.node()).isEqualTo(new NodeId("sampler"));
            assertThat(p.arguments().get(1)).isEqualTo("1000000");
        });
        Document sampler = fed(preset(), "sampler.sampler", Node.of("t", "text").with("value", Value.of("eulre")), "text");
        assertThat(wrong(sampler)).extracting(Problem::code).containsExactly(Problem.Code.BAD_VALUE);
        assertThat(asked(set(sampler, "t.value", Value.of("euler_a"))).sampling().sampler()).isEqualTo(easel.engine.Sampler.EULER_A);
    }

    @Test
    void a_file_that_a_text_names_is_looked_for_and_read_as_if_it_was_chosen() throws Exception {
        Path file = folder.resolve("start.png");
        Document document = fed(preset().with(Node.of("load", "load-picture")), "load.file", Node.of("t", "text").with("value", Value.of(file.toString())), "text");
        document = linked(document, "sampler.start", "load.picture");
        assertThat(wrong(document)).extracting(Problem::code).containsExactly(Problem.Code.NO_SUCH_FILE);
        new PictureFile(Picture.of(8, 8, 3, new byte[8 * 8 * 3]), PictureTexts.none()).write(file);
        asked(document);
        byte[] white = new byte[8 * 8 * 3];
        java.util.Arrays.fill(white, (byte) 255);
        new PictureFile(Picture.of(8, 8, 3, white), PictureTexts.none()).write(file);
        assertThat(asked(document).start().picture().samples()[0]).isEqualTo((byte) 255);
    }

    @Test
    void a_text_that_names_no_file_leaves_what_needs_the_picture_without_it() {
        Document document = fed(Document.EMPTY.with(Node.of("load", "load-picture")), "load.file", Node.of("t", "text"), "text")
                .with(Node.of("look", "preview-image").fedBy("images", OutputRef.of("load", "picture")));
        assertThat(wrong(document)).contains(Problem.at(InputRef.of("look", "images"), Problem.Code.NOTHING_COMES, "images"));
    }

    @Test
    void division_by_nothing_is_a_problem_of_its_node_and_the_rest_runs() throws Exception {
        Document document = fed(preset(), "sampler.steps", arithmetic("x", Value.of(1), "divide", Value.of(0)), "whole");
        assertThat(wrong(document)).extracting(Problem::code).containsExactly(Problem.Code.DIVIDED_BY_NOTHING);
        assertThat(bench.run(document).jobs()).isEmpty();
    }

    @Test
    void a_text_that_doubles_itself_thirty_times_stays_within_bounds() {
        Document document = preset().with(Node.of("j0", "join-text").with("string_a", Value.of("ab")));
        for (int i = 1; i <= 30; i++) {
            document = document.with(Node.of("j" + i, "join-text").fedBy("string_a", OutputRef.of("j" + (i - 1), "joined")).fedBy("string_b", OutputRef.of("j" + (i - 1), "joined")));
        }
        assertThat(wrong(linked(document, "prompt.text", "j30.joined"))).extracting(Problem::code).containsExactly(Problem.Code.TEXT_TOO_LONG);
    }

    @Test
    void many_long_texts_stay_within_bounds_together() {
        Document document = preset().with(Node.of("j0", "join-text").with("string_a", Value.of("x".repeat(1_900_000))));
        for (int i = 1; i < 3_000; i++) {
            document = document.with(Node.of("j" + i, "join-text").fedBy("string_a", OutputRef.of("j" + (i - 1), "joined")).with("string_b", Value.of("a")));
        }
        assertThat(wrong(linked(document, "prompt.text", "j2999.joined"))).extracting(Problem::code).containsExactly(Problem.Code.TEXTS_TOO_LONG);
    }

    @Test
    void ten_thousand_in_a_row_are_no_recursion() {
        Document document = preset().with(arithmetic("x0", Value.of(0), "add", Value.of(1)));
        for (int i = 1; i < 10_000; i++) {
            document = document.with(arithmetic("x" + i, Value.of(0), "add", Value.of(1)).fedBy("a", OutputRef.of("x" + (i - 1), "number")));
        }
        assertThat(new Constants(document).told(OutputRef.of("x9999", "whole"))).contains(Value.of(10_000));
    }

    @Test
    void value_nodes_in_a_circle_are_a_problem_and_nothing_hangs() {
        Document document = fed(preset(), "sampler.cfg", arithmetic("a", Value.of(0), "add", Value.of(1)).fedBy("a", OutputRef.of("b", "number")), "number")
                .with(arithmetic("b", Value.of(0), "add", Value.of(1)).fedBy("a", OutputRef.of("a", "number")));
        assertThat(wrong(document)).extracting(Problem::code).containsOnly(Problem.Code.CYCLE);
    }

    @Test
    void the_size_of_a_picture_feeds_parameters_at_run_time() throws Exception {
        Path file = folder.resolve("start.png");
        new PictureFile(Picture.of(24, 40, 3, new byte[24 * 40 * 3]), PictureTexts.none()).write(file);
        Document document = Document.EMPTY.with(Node.of("load", "load-picture").with("file", Value.of(file.toString())))
                .with(Node.of("size", "image-size").fedBy("image", OutputRef.of("load", "picture")))
                .with(arithmetic("twice", Value.of(0), "multiply", Value.of(2)).fedBy("a", OutputRef.of("size", "width")))
                .with(Node.of("scale", "image-scale").fedBy("image", OutputRef.of("load", "picture"))
                        .fedBy("width", OutputRef.of("twice", "whole")).fedBy("height", OutputRef.of("size", "height")));
        Submission done = bench.run(document);
        assertThat(done.problems()).isEmpty();
        assertThat(bench.last(done.jobs().getFirst(), "scale")).isInstanceOfSatisfying(NodeState.Done.class, d ->
                assertThat(List.of(d.images().getFirst().picture().width(), d.images().getFirst().picture().height())).containsExactly(48, 40));
        Document tooMuch = set(document, "twice.b", Value.of(100_000));
        assertThat(Bench.ending(bench.run(tooMuch).jobs().getFirst())).isInstanceOfSatisfying(Ending.Failed.class, failed ->
                assertThat(failed.trouble()).isInstanceOfSatisfying(Trouble.OfDocument.class, t -> {
                    assertThat(t.problem().code()).isEqualTo(Problem.Code.BAD_VALUE);
                    assertThat(t.problem().input()).isEqualTo("width");
                }));
    }

    @Test
    void a_value_outside_a_subgraph_feeds_a_parameter_inside() throws Exception {
        Document document = fed(preset(), "sampler.steps", Node.of("n", "whole-number").with("value", Value.of(9)), "whole");
        Document packed = Packing.of(document, Set.of(new NodeId("sampler")), Phrase.of("inner", "inner"), List.of(), List.of(), Catalogue::schema).orElseThrow().on(document);
        assertThat(asked(packed).sampling().steps()).isEqualTo(9);
    }

    @Test
    void any_nodes_linked_in_any_way_are_checked_and_planned_without_an_exception() throws Exception {
        Random random = new Random(20261129);
        List<Schema> schemas = new ArrayList<>(Catalogue.schemas());
        List<Schema> values = schemas.stream().filter(s -> s.kind() == Schema.Kind.VALUE).toList();
        for (int round = 0; round < 400; round++) {
            Document document = Document.EMPTY;
            Map<OutputRef, SocketType> outputs = new LinkedHashMap<>();
            for (int i = 0; i < 14; i++) {
                List<Schema> from = random.nextBoolean() ? values : schemas;
                Schema schema = from.get(random.nextInt(from.size()));
                Node node = Node.of("n" + i, schema.type());
                for (String input : Stream.concat(schema.inputs().stream().map(Schema.Input::name), schema.parameters().stream().map(Schema.Parameter::name)).toList()) {
                    if (random.nextInt(3) > 0) {
                        SocketType wanted = schema.typeOf(input).orElseThrow();
                        List<OutputRef> all = outputs.keySet().stream()
                                .filter(o -> random.nextInt(20) == 0 || !Conversion.between(outputs.get(o), wanted).isEmpty()).toList();
                        node = node.fedBy(input, all.isEmpty() ? OutputRef.of("n" + random.nextInt(14), "gone") : all.get(random.nextInt(all.size())),
                                random.nextInt(4) > 0 ? null : Conversion.values()[random.nextInt(Conversion.values().length)].id());
                    }
                }
                document = document.with(node);
                NodeId id = node.id();
                schema.outputs().forEach(o -> outputs.put(new OutputRef(id, o.name()), o.type()));
                document = random.nextInt(8) == 0 ? new Edit.SetMode(Set.of(new NodeId("n" + i)), Mode.values()[random.nextInt(4)]).on(document) : document;
            }
            assertThat(bench.studio.check(document)).isNotNull();
            assertThat(bench.studio.keys(document, bench.options)).isNotNull();
        }
    }
}
