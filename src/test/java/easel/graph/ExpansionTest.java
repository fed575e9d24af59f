package easel.graph;

import static easel.graph.Sample.check;
import static easel.graph.Sample.flat;
import static easel.graph.Sample.id;
import static easel.graph.Sample.ids;
import static easel.graph.Sample.links;
import static easel.graph.Sample.softened;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ExpansionTest {

    private static final InputRef RADIUS = InputRef.of("soft", "radius");

    @Test
    void the_nodes_of_a_subgraph_stand_in_its_place_called_by_their_paths() {
        Document flat = flat(softened());
        assertThat(ids(flat)).containsExactly("in", "soft/a", "soft/b", "out");
        assertThat(links(flat)).containsExactly("in.image>soft/a.image", "soft/a.image>soft/b.image", "soft/b.image>out.image");
        assertThat(check(softened())).isEmpty();
    }

    @Test
    void an_instance_that_sets_nothing_has_what_stands_inside() {
        assertThat(flat(softened()).value(InputRef.of("soft/a", "radius"))).contains(Value.of(2));
        assertThat(flat(softened()).value(InputRef.of("soft/b", "radius"))).isEmpty();
    }

    @Test
    void what_one_instance_sets_is_not_set_in_another() {
        Document two = new Edit.SetParameter(RADIUS, Value.of(7)).on(softened())
                .with(Node.of("again", "subgraph:soft").fedBy("picture", OutputRef.of("soft", "picture")));
        Document flat = flat(two);
        assertThat(List.of("soft/a", "soft/b")).allSatisfy(n -> assertThat(flat.value(InputRef.of(n, "radius"))).contains(Value.of(7)));
        assertThat(flat.value(InputRef.of("again/a", "radius"))).contains(Value.of(2));
        assertThat(links(flat)).contains("soft/b.image>again/a.image");
    }

    @Test
    void a_port_has_a_standard_of_its_own_if_it_names_one() {
        Subgraph soft = Sample.soft();
        Field radius = soft.form().field("radius").orElseThrow().withStandard(Value.of(5));
        Document document = softened().with(soft.with(soft.form().withFields(List.of(soft.form().fields().getFirst(), radius))));
        assertThat(flat(document).value(InputRef.of("soft/b", "radius"))).contains(Value.of(5));
        assertThat(flat(new Edit.SetParameter(RADIUS, Value.of(6)).on(document)).value(InputRef.of("soft/b", "radius"))).contains(Value.of(6));
    }

    @Test
    void an_instance_takes_a_link_into_a_parameter_inside() {
        Document linked = new Edit.Connect(OutputRef.of("in", "text"), RADIUS).on(softened());
        assertThat(links(flat(linked))).contains("in.text>soft/a.radius", "in.text>soft/b.radius");
        assertThat(check(linked)).extracting(Problem::code).containsExactly(Problem.Code.WRONG_TYPE, Problem.Code.WRONG_TYPE);
        assertThat(check(linked)).allSatisfy(p -> assertThat(p.shown(linked)).contains(RADIUS));
    }

    @Test
    void subgraphs_stand_in_subgraphs() {
        Body body = Body.EMPTY.with(Node.of("inner", "subgraph:soft").with("radius", Value.of(4))).with(Sample.blur("last", "inner", "picture"));
        Subgraph outer = new Subgraph(new SubgraphId("outer"), About.NOTHING, body, new Form(
                List.of(Field.of("image", new Control.Socket(), InputRef.of("inner", "picture")),
                        Field.of("amount", new Control.Number(0, 9, 1), InputRef.of("inner", "radius"))),
                List.of(Outlet.of("image", OutputRef.of("last", "image")))), Extras.NONE);
        Document nested = Document.EMPTY.with(Sample.soft()).with(outer).with(Node.of("in", "source"))
                .with(Node.of("o", "subgraph:outer").fedBy("image", OutputRef.of("in", "image")))
                .with(Node.of("out", "save").fedBy("image", OutputRef.of("o", "image")));
        assertThat(check(nested)).isEmpty();
        assertThat(links(flat(nested))).containsExactly("in.image>o/inner/a.image", "o/inner/a.image>o/inner/b.image",
                "o/inner/b.image>o/last.image", "o/last.image>out.image");
        assertThat(flat(nested).value(InputRef.of("o/inner/a", "radius"))).contains(Value.of(4));
        Document set = new Edit.SetParameter(InputRef.of("o", "amount"), Value.of(8)).on(nested);
        assertThat(flat(set).value(InputRef.of("o/inner/b", "radius"))).contains(Value.of(8));
        assertThat(nested.node(id("o/inner/a")).orElseThrow().type()).isEqualTo("blur");
        assertThat(Expansion.shown(InputRef.of("o/inner/b", "radius"), nested)).isEqualTo(InputRef.of("o", "amount"));
        Schema schema = new Types(nested, Sample::schema).apply("subgraph:outer").orElseThrow();
        assertThat(schema.inputs()).containsExactly(new Schema.Input("image", Sample.IMAGE, true));
        assertThat(schema.outputs()).containsExactly(new Schema.Output("image", Sample.IMAGE, null));
        assertThat(schema.parameters()).containsExactly(new Schema.Parameter("amount", new Rule.Real(0, 9, Rule.Unit.PIXELS), Value.of(4)));
    }

    @Test
    void a_muted_instance_gives_nothing_and_a_bypassed_one_what_it_gets() {
        Document muted = new Edit.SetMode(Set.of(id("soft")), Mode.MUTED).on(softened());
        assertThat(check(muted)).containsExactly(Problem.at(InputRef.of("out", "image"), Problem.Code.NOTHING_COMES, "image"));
        Document bypassed = new Edit.SetMode(Set.of(id("soft")), Mode.BYPASSED).on(softened());
        assertThat(links(flat(bypassed))).contains("in.image>out.image");
        assertThat(check(bypassed)).isEmpty();
        Document open = new Edit.Disconnect(InputRef.of("soft", "picture")).on(bypassed);
        assertThat(check(open)).containsExactly(Problem.at(InputRef.of("out", "image"), Problem.Code.NOTHING_COMES, "image"));
    }

    @Test
    void a_frozen_instance_freezes_what_is_inside() {
        Document frozen = new Edit.SetMode(Set.of(id("soft")), Mode.FROZEN).on(softened());
        assertThat(flat(frozen).node(id("soft/a")).orElseThrow().mode()).isEqualTo(Mode.FROZEN);
        Document keeping = new Freeze(Set.of(id("soft")), Map.of(id("soft/a"), "a1", id("soft/b"), "b2", id("softer"), "c3")).on(softened());
        assertThat(keeping.node(id("soft")).orElseThrow().kept()).containsExactly(Map.entry("a", "a1"), Map.entry("b", "b2"));
        assertThat(flat(keeping).node(id("soft/a")).orElseThrow().kept()).containsExactly(Map.entry("", "a1"));
    }

    @Test
    void bends_and_notes_are_gone_and_an_open_bend_is_no_link() {
        Document bent = softened().with(Node.of("r", Reroute.TYPE).fedBy("in", OutputRef.of("soft", "picture")))
                .with(Node.of("s", Reroute.TYPE).fedBy("in", OutputRef.of("r", "out"))).with(Note.of("n", "hello"));
        bent = new Edit.Connect(OutputRef.of("s", "out"), InputRef.of("out", "image")).on(bent);
        assertThat(links(flat(bent))).contains("soft/b.image>out.image").hasSize(3);
        assertThat(ids(flat(bent))).doesNotContain("r", "s", "n");
        assertThat(new Types(bent, Sample::schema).typeOf(OutputRef.of("s", "out"))).contains(Sample.IMAGE);
        Document open = new Edit.Disconnect(InputRef.of("r", "in")).on(bent);
        assertThat(check(open)).extracting(Problem::code).containsExactly(Problem.Code.INPUT_MISSING);
        Document muted = new Edit.SetMode(Set.of(id("r")), Mode.MUTED).on(bent);
        assertThat(check(muted)).extracting(Problem::code).containsExactly(Problem.Code.NOTHING_COMES);
    }

    @Test
    void bends_in_a_circle_are_told() {
        Document circle = Sample.row().with(Node.of("r", Reroute.TYPE).fedBy("in", OutputRef.of("s", "out")))
                .with(Node.of("s", Reroute.TYPE).fedBy("in", OutputRef.of("r", "out")));
        circle = new Edit.Connect(OutputRef.of("r", "out"), InputRef.of("out", "image")).on(circle);
        assertThat(check(circle)).extracting(Problem::code).containsExactly(Problem.Code.CYCLE, Problem.Code.INPUT_MISSING);
    }

    @Test
    void a_circle_through_a_subgraph_is_found_where_it_is() {
        Document circle = new Edit.Connect(OutputRef.of("soft", "picture"), InputRef.of("soft", "picture")).on(softened());
        assertThat(check(circle)).extracting(Problem::node).containsExactlyInAnyOrder(id("soft/a"), id("soft/b"));
        assertThat(check(circle)).extracting(Problem::code).containsOnly(Problem.Code.CYCLE);
    }

    @Test
    void a_subgraph_inside_itself_is_told_and_the_rest_is_laid_out() {
        Subgraph self = Sample.soft().with(Sample.soft().body().with(Node.of("me", "subgraph:soft")));
        Document document = softened().with(self).with(Node.of("other", "save").fedBy("image", OutputRef.of("in", "image")));
        assertThat(check(document)).extracting(Problem::code).containsExactly(Problem.Code.CONTAINS_ITSELF);
        assertThat(ids(flat(document))).containsExactly("in", "soft", "out", "other");
    }

    @Test
    void subgraphs_in_a_circle_of_two_are_told() {
        Subgraph a = new Subgraph(new SubgraphId("a"), About.NOTHING, Body.EMPTY.with(Node.of("x", "subgraph:b")), Form.NONE, Extras.NONE);
        Subgraph b = new Subgraph(new SubgraphId("b"), About.NOTHING, Body.EMPTY.with(Node.of("y", "subgraph:a")), Form.NONE, Extras.NONE);
        Document document = Document.EMPTY.with(a).with(b).with(Node.of("i", "subgraph:a")).with(Node.of("j", "subgraph:b"));
        assertThat(check(document)).extracting(Problem::code).containsExactly(Problem.Code.CONTAINS_ITSELF, Problem.Code.CONTAINS_ITSELF);
        assertThat(new Types(document, Sample::schema).apply("subgraph:a")).isPresent();
    }

    @Test
    @Timeout(10)
    void doubling_forty_times_over_is_refused_at_once() {
        Document document = doubling(31);
        assertThat(check(document)).extracting(Problem::code).containsExactly(Problem.Code.TOO_MANY_NODES);
        assertThat(check(doubling(60))).extracting(Problem::code).containsExactly(Problem.Code.TOO_DEEP);
        assertThat(flat(doubling(10)).size()).isEqualTo(1024);
    }

    private static Document doubling(int times) {
        Document document = Document.EMPTY.with(new Subgraph(new SubgraphId("0"), About.NOTHING,
                Body.EMPTY.with(Node.of("x", "source")), Form.NONE, Extras.NONE));
        for (int i = 1; i <= times; i++) {
            Body two = Body.EMPTY.with(Node.of("a", "subgraph:" + (i - 1))).with(Node.of("b", "subgraph:" + (i - 1)));
            document = document.with(new Subgraph(new SubgraphId("" + i), About.NOTHING, two, Form.NONE, Extras.NONE));
        }
        return document.with(Node.of("top", "subgraph:" + times));
    }

    @Test
    @Timeout(20)
    void ten_thousand_bends_in_a_row_each_read_by_someone_take_no_time() {
        Document document = Document.EMPTY.with(Node.of("in", "source"));
        String before = "in";
        String output = "image";
        for (int i = 0; i < 10_000; i++) {
            document = document.with(Node.of("r" + i, Reroute.TYPE).fedBy("in", OutputRef.of(before, output)))
                    .with(Sample.blur("b" + i, "r" + i, "out"));
            before = "r" + i;
            output = "out";
        }
        long began = System.nanoTime();
        Document flat = flat(document);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        assertThat(flat.nodes().stream().skip(1)).allMatch(n -> n.input("image").orElseThrow().equals(OutputRef.of("in", "image")));
    }

    @Test
    void ports_that_lead_nowhere_are_told_where_they_are_used() {
        Document used = new Edit.Connect(OutputRef.of("soft", "nothing"), InputRef.of("out", "image")).on(softened());
        assertThat(check(used)).containsExactly(Problem.at(InputRef.of("out", "image"), Problem.Code.NO_SUCH_OUTPUT, "image", "nothing"));
        Document extra = new Edit.Connect(OutputRef.of("in", "image"), InputRef.of("soft", "nothing")).on(softened());
        assertThat(check(extra)).containsExactly(Problem.at(InputRef.of("soft", "nothing"), Problem.Code.NO_SUCH_INPUT, "nothing"));
        Edit remove = new SubgraphEdit.Inside(new SubgraphId("soft"), new Edit.RemoveNodes(Set.of(id("a"), id("b"))));
        Document dead = new Edit.SetParameter(RADIUS, Value.of(3)).on(remove.on(softened()));
        assertThat(check(dead)).extracting(Problem::code).containsExactly(Problem.Code.LINK_TO_NOTHING,
                Problem.Code.FIELD_TO_NOTHING, Problem.Code.FIELD_TO_NOTHING);
    }

    @Test
    void an_unknown_subgraph_is_a_type_that_nobody_knows() {
        assertThat(check(softened().without(new SubgraphId("soft")))).extracting(Problem::code).containsExactly(Problem.Code.UNKNOWN_TYPE);
    }

    @Test
    void a_document_without_subgraphs_is_left_as_it_is() {
        Document row = Sample.row();
        assertThat(flat(row)).isSameAs(row);
    }
}
