package easel.graph;

import static org.assertj.core.api.Assertions.assertThat;

import easel.platform.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckTest {

    private static final SocketType IMAGE = SocketType.Known.IMAGE;

    private static final Map<String, Schema> SCHEMAS = Map.of(
            "source", new Schema("source", Schema.Kind.LOAD, 1, false, List.of(),
                    List.of(new Schema.Parameter("file", new Rule.Words(100), Value.of(""))),
                    List.of(new Schema.Output("image", IMAGE, "file"), new Schema.Output("text", SocketType.Known.TEXT, null))),
            "blur", new Schema("blur", Schema.Kind.PICTURE, 1, false, List.of(new Schema.Input("image", IMAGE, true)),
                    List.of(new Schema.Parameter("radius", new Rule.Real(0, 9, Rule.Unit.PIXELS), Value.of(1))),
                    List.of(new Schema.Output("image", IMAGE, null))),
            "grain", new Schema("grain", Schema.Kind.PICTURE, 1, false, List.of(),
                    List.of(new Schema.Parameter("seed", new Rule.Seed(), Value.Seed.random())), List.of()));

    private final Document sound = Document.EMPTY.with(Node.of("in", "source").with("file", Value.of("a.png")))
            .with(Node.of("one", "blur").fedBy("image", OutputRef.of("in", "image")))
            .with(Node.of("two", "blur").fedBy("image", OutputRef.of("one", "image")));

    @Test
    void finds_nothing_in_a_sound_document() {
        assertThat(check(sound)).isEmpty();
    }

    @Test
    void finds_a_type_that_nobody_knows() {
        Document unused = sound.with(Node.of("new", "later"));
        assertThat(check(unused)).containsExactly(Problem.at(new NodeId("new"), Problem.Code.UNKNOWN_TYPE_UNUSED, "later"));
        assertThat(check(new Edit.Connect(OutputRef.of("new", "image"), InputRef.of("two", "image")).on(unused)))
                .containsExactly(Problem.at(new NodeId("new"), Problem.Code.UNKNOWN_TYPE, "later"));
    }

    @Test
    void finds_an_input_that_needs_a_link() {
        assertThat(check(new Edit.Disconnect(InputRef.of("one", "image")).on(sound)))
                .containsExactly(Problem.at(InputRef.of("one", "image"), Problem.Code.INPUT_MISSING, "image"));
    }

    @Test
    void finds_links_to_nothing_and_to_no_output() {
        assertThat(check(fed("one", "image", "gone", "image"))).extracting(Problem::code).containsExactly(Problem.Code.LINK_TO_NOTHING);
        assertThat(check(fed("one", "image", "in", "sound"))).extracting(Problem::code).containsExactly(Problem.Code.NO_SUCH_OUTPUT);
        assertThat(check(fed("one", "mask", "in", "image"))).extracting(Problem::code).containsExactly(Problem.Code.NO_SUCH_INPUT);
    }

    @Test
    void finds_a_value_of_the_wrong_type() {
        assertThat(check(fed("one", "image", "in", "text")))
                .containsExactly(Problem.at(InputRef.of("one", "image"), Problem.Code.WRONG_TYPE, "image", "TEXT", "IMAGE"));
    }

    @Test
    void finds_every_node_of_a_circle_and_none_beside_it() {
        Document circle = fed("one", "image", "two", "image").with(Node.of("after", "blur").fedBy("image", OutputRef.of("two", "image")));
        assertThat(check(circle)).allMatch(p -> p.code() == Problem.Code.CYCLE)
                .extracting(Problem::node).containsExactlyInAnyOrder(new NodeId("one"), new NodeId("two"));
        assertThat(check(fed("one", "image", "one", "image"))).extracting(Problem::code).containsExactly(Problem.Code.CYCLE);
    }

    @Test
    void a_seed_that_is_only_a_number_says_how_seeds_are_written_and_one_press_keeps_it() {
        InputRef at = InputRef.of("grain", "seed");
        Document bare = sound.with(Node.of("grain", "grain").with("seed", Value.of(42)));
        Problem problem = Problem.at(at, Problem.Code.BARE_SEED, "seed", "42");
        assertThat(check(bare)).containsExactly(problem);
        assertThat(problem.mend(Language.ENGLISH)).contains("{\"seed\": \"fixed\", \"number\": 42}");
        Remedy remedy = Remedy.of(problem, bare, type -> Optional.ofNullable(SCHEMAS.get(type)), _ -> Position.ORIGIN).getFirst();
        Document mended = remedy.edit().on(bare);
        assertThat(mended.value(at)).contains(Value.Seed.fixed(42));
        assertThat(check(mended)).isEmpty();
        assertThat(check(sound.with(Node.of("grain", "grain").with("seed", Value.of(-3))))).extracting(Problem::code).containsExactly(Problem.Code.BAD_VALUE);
    }

    @Test
    void finds_values_out_of_range_unless_a_link_goes_before_them() {
        Document wide = new Edit.SetParameter(InputRef.of("one", "radius"), Value.of(9.5)).on(sound);
        assertThat(check(wide)).containsExactly(Problem.at(InputRef.of("one", "radius"), Problem.Code.BAD_VALUE, "radius", "9.5", "0 ... 9"));
        Document text = new Edit.SetParameter(InputRef.of("one", "radius"), Value.of("much")).on(sound);
        assertThat(check(text)).extracting(Problem::code).containsExactly(Problem.Code.BAD_VALUE);
    }

    @Test
    void what_is_muted_or_empty_gives_nothing() {
        Document muted = new Edit.SetMode(Set.of(new NodeId("in")), Mode.MUTED).on(sound);
        Document empty = new Edit.SetParameter(InputRef.of("in", "file"), Value.of("")).on(sound);
        assertThat(List.of(muted, empty)).allSatisfy(d -> assertThat(check(d))
                .containsExactly(Problem.at(InputRef.of("one", "image"), Problem.Code.NOTHING_COMES, "image")));
    }

    @Test
    void a_bypassed_node_lets_through_what_comes_in() {
        Document bypassed = new Edit.SetMode(Set.of(new NodeId("one")), Mode.BYPASSED).on(sound);
        assertThat(check(bypassed)).isEmpty();
        assertThat(new Flow(bypassed, CheckTest::schema).source(OutputRef.of("one", "image"))).contains(OutputRef.of("in", "image"));
    }

    @Test
    void a_node_that_nobody_knows_gives_nothing_when_it_is_switched_off() {
        Document unknown = fed("two", "image", "new", "image").with(Node.of("new", "later").fedBy("x", OutputRef.of("in", "image")));
        for (Mode off : List.of(Mode.MUTED, Mode.BYPASSED)) {
            assertThat(check(new Edit.SetMode(Set.of(new NodeId("new")), off).on(unknown)))
                    .containsExactly(Problem.at(InputRef.of("two", "image"), Problem.Code.NOTHING_COMES, "image"));
        }
    }

    @Test
    void what_a_bypassed_node_lets_through_must_fit_where_it_arrives() {
        Document bypassed = new Edit.SetMode(Set.of(new NodeId("one")), Mode.BYPASSED).on(fed("one", "image", "in", "text"));
        assertThat(check(bypassed)).containsExactly(Problem.at(InputRef.of("two", "image"), Problem.Code.WRONG_TYPE, "image", "TEXT", "IMAGE"));
    }

    @Test
    void whatever_feeds_a_frozen_node_or_stands_in_it_is_no_problem() {
        Document broken = new Edit.SetParameter(InputRef.of("one", "radius"), Value.of("much")).on(fed("one", "image", "gone", "image"));
        assertThat(check(broken)).hasSize(2);
        assertThat(check(new Edit.SetMode(Set.of(new NodeId("one")), Mode.FROZEN).on(broken))).isEmpty();
        Document circle = fed("one", "image", "one", "image");
        assertThat(check(new Edit.SetMode(Set.of(new NodeId("one")), Mode.FROZEN).on(circle))).isEmpty();
    }

    @Test
    void a_row_of_ten_thousand_nodes_is_no_matter() {
        Document row = Document.EMPTY.with(Node.of("0", "source").with("file", Value.of("a.png")));
        for (int i = 1; i < 10_000; i++) {
            row = row.with(Node.of("" + i, "blur").fedBy("image", OutputRef.of("" + (i - 1), "image")));
        }
        assertThat(check(row)).isEmpty();
        assertThat(check(new Edit.Connect(OutputRef.of("9999", "image"), InputRef.of("1", "image")).on(row))).hasSize(9_999);
    }

    private Document fed(String to, String input, String from, String output) {
        return sound.mapNodes(Set.of(new NodeId(to)), n -> n.fedBy(input, OutputRef.of(from, output)));
    }

    private static List<Problem> check(Document document) {
        return Check.of(document, CheckTest::schema);
    }

    private static Optional<Schema> schema(String type) {
        return Optional.ofNullable(SCHEMAS.get(type));
    }
}
