package easel.graph;

import static easel.graph.Sample.check;
import static easel.graph.Sample.flat;
import static easel.graph.Sample.id;
import static easel.graph.Sample.links;
import static easel.graph.Sample.row;
import static easel.graph.Sample.softened;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubgraphEditTest {

    private static final SubgraphId SOFT = new SubgraphId("soft");
    private static final SubgraphEdit.Port RADIUS = new SubgraphEdit.Port("radius", false);
    private static final SubgraphEdit.Port PICTURE = new SubgraphEdit.Port("picture", true);

    /** in -> one -> two -> out, and a form over both radii. */
    private final Document formed = new Edit.Together(List.of(
            new Edit.SetParameter(InputRef.of("one", "radius"), Value.of(3)),
            new FormEdit.AddField(Field.of("first", new Control.Number(0, 5, 1), InputRef.of("one", "radius")), 0),
            new FormEdit.AddField(Field.of("both", new Control.Number(0, 9, 1), InputRef.of("one", "radius"), InputRef.of("two", "radius")), 1),
            new FormEdit.AddOutlet(Outlet.of("result", OutputRef.of("two", "image")), 0))).on(row());

    private static Document packed(Document document, List<String> nodes, InputRef... wanted) {
        return Packing.of(document, Set.copyOf(nodes.stream().map(NodeId::new).toList()), Phrase.of("Soft", "柔"),
                List.of(wanted), List.of(), Sample::schema).orElseThrow().on(document);
    }

    @Test
    void a_selection_becomes_one_node_with_ports_where_links_cross() {
        Document packed = packed(row(), List.of("one", "two"));
        assertThat(links(packed)).containsExactly("subgraph.image>out.image", "in.image>subgraph.image");
        Schema schema = new Types(packed, Sample::schema).apply("subgraph:subgraph").orElseThrow();
        assertThat(schema.inputs()).containsExactly(new Schema.Input("image", Sample.IMAGE, true));
        assertThat(schema.outputs()).containsExactly(new Schema.Output("image", Sample.IMAGE, null));
        assertThat(schema.parameters()).isEmpty();
        assertThat(check(packed)).isEmpty();
        assertThat(links(flat(packed))).containsExactlyInAnyOrder("in.image>subgraph/one.image", "subgraph/one.image>subgraph/two.image",
                "subgraph/two.image>out.image");
    }

    @Test
    void one_output_that_feeds_two_inputs_inside_is_one_port() {
        Document mixed = row().with(Node.of("mix", "mix").fedBy("first", OutputRef.of("in", "image")).fedBy("second", OutputRef.of("one", "image")));
        Document packed = packed(mixed, List.of("one", "mix"));
        Node instance = packed.node(id("subgraph")).orElseThrow();
        assertThat(instance.inputs().values()).containsExactly(OutputRef.of("in", "image"));
        assertThat(links(flat(packed))).contains("in.image>subgraph/one.image", "in.image>subgraph/mix.first");
    }

    @Test
    void the_form_keeps_setting_what_went_inside() {
        Document packed = packed(formed, List.of("one", "two"));
        assertThat(check(packed)).isEmpty();
        assertThat(packed.form().field("first").orElseThrow().targets()).containsExactly(InputRef.of("subgraph", "radius"));
        assertThat(packed.form().field("both").orElseThrow().targets())
                .containsExactly(InputRef.of("subgraph", "radius"), InputRef.of("subgraph", "radius-2"));
        assertThat(packed.form().outlet("result").orElseThrow().from()).isEqualTo(OutputRef.of("subgraph", "image"));
        assertThat(packed.value(InputRef.of("subgraph", "radius"))).contains(Value.of(3));
        Document set = new Edit.SetParameter(InputRef.of("subgraph", "radius-2"), Value.of(8)).on(packed);
        assertThat(flat(set).value(InputRef.of("subgraph/two", "radius"))).contains(Value.of(8));
        assertThat(packed.subgraph(new SubgraphId("subgraph")).orElseThrow().form().field("radius").orElseThrow().control())
                .isEqualTo(new Control.Number(0, 5, 1));
    }

    @Test
    void a_chosen_parameter_becomes_a_port() {
        Document packed = packed(row(), List.of("one", "two"), InputRef.of("two", "radius"));
        assertThat(new Types(packed, Sample::schema).apply("subgraph:subgraph").orElseThrow().parameters())
                .containsExactly(new Schema.Parameter("radius", new Rule.Real(0, 9, Rule.Unit.PIXELS), Value.of(1)));
    }

    @Test
    void unpacking_gives_back_what_was_packed() {
        Document back = new Unpack(id("subgraph")).on(packed(formed, List.of("one", "two")));
        assertThat(links(back)).containsExactlyInAnyOrderElementsOf(links(formed));
        assertThat(back.form()).isEqualTo(formed.form());
        assertThat(back.subgraphs()).isEmpty();
        assertThat(back.value(InputRef.of("one", "radius"))).contains(Value.of(3));
        assertThat(check(back)).isEmpty();
    }

    @Test
    void unpacking_one_of_two_leaves_the_other_and_takes_fresh_names() {
        Document two = softened().with(Node.of("a", "source")).with(Node.of("again", "subgraph:soft")
                .fedBy("picture", OutputRef.of("soft", "picture")).with("radius", Value.of(6)));
        Document unpacked = new Unpack(id("again")).on(two);
        assertThat(unpacked.subgraph(SOFT)).isPresent();
        assertThat(links(unpacked)).contains("soft.picture>a-2.image", "a-2.image>b.image");
        assertThat(unpacked.value(InputRef.of("a-2", "radius"))).contains(Value.of(6));
        assertThat(unpacked.value(InputRef.of("b", "radius"))).contains(Value.of(6));
        assertThat(new Unpack(id("a")).on(two)).isSameAs(two);
    }

    @Test
    void an_edit_inside_changes_all_that_stand_for_it() {
        Edit inside = new SubgraphEdit.Inside(SOFT, new Edit.SetParameter(InputRef.of("a", "radius"), Value.of(9)));
        assertThat(flat(inside.on(softened())).value(InputRef.of("soft/a", "radius"))).contains(Value.of(9));
        assertThat(inside.code()).isEqualTo("SetParameter");
        assertThat(new Edit.SetParameter(InputRef.of("soft/a", "radius"), Value.of(9)).on(softened())).isEqualTo(inside.on(softened()));
        assertThat(new SubgraphEdit.Inside(new SubgraphId("none"), new Edit.SetCount(2)).on(softened())).isEqualTo(softened());
    }

    @Test
    void a_selection_inside_a_subgraph_becomes_a_subgraph_and_its_ports_follow() {
        Document inside = softened().opened(SOFT).orElseThrow();
        Edit make = Packing.of(inside, Set.of(id("a")), Phrase.NONE, List.of(), List.of(), Sample::schema).orElseThrow();
        Document nested = new SubgraphEdit.Inside(SOFT, make).on(softened());
        assertThat(nested.subgraphs()).hasSize(2);
        assertThat(check(nested)).isEmpty();
        assertThat(links(flat(nested))).containsExactlyInAnyOrder("in.image>soft/subgraph/a.image",
                "soft/subgraph/a.image>soft/b.image", "soft/b.image>out.image");
        Document set = new Edit.SetParameter(InputRef.of("soft", "radius"), Value.of(7)).on(nested);
        assertThat(flat(set).value(InputRef.of("soft/subgraph/a", "radius"))).contains(Value.of(7));
        assertThat(flat(set).value(InputRef.of("soft/b", "radius"))).contains(Value.of(7));
    }

    @Test
    void a_renamed_port_takes_along_what_is_set_linked_and_shown() {
        Document used = new Edit.Together(List.of(new Edit.SetParameter(InputRef.of("soft", "radius"), Value.of(5)),
                new FormEdit.AddField(Field.of("f", new Control.Switch(), InputRef.of("soft", "radius")), 0))).on(softened());
        Document renamed = new SubgraphEdit.RenamePort(SOFT, RADIUS, "amount").on(used);
        assertThat(renamed.value(InputRef.of("soft", "amount"))).contains(Value.of(5));
        assertThat(renamed.form().fields().getFirst().targets()).containsExactly(InputRef.of("soft", "amount"));
        Document out = new SubgraphEdit.RenamePort(SOFT, PICTURE, "result").on(renamed);
        assertThat(links(out)).contains("soft.result>out.image");
        assertThat(check(out)).isEmpty();
        assertThat(new SubgraphEdit.RenamePort(SOFT, RADIUS, "picture").on(used)).isEqualTo(used);
    }

    @Test
    void a_removed_port_takes_along_what_is_set_and_linked() {
        Document used = new Edit.SetParameter(InputRef.of("soft", "radius"), Value.of(5)).on(softened());
        Document removed = new SubgraphEdit.RemovePort(SOFT, RADIUS).on(used);
        assertThat(removed.node(id("soft")).orElseThrow().values()).isEmpty();
        assertThat(flat(removed).value(InputRef.of("soft/a", "radius"))).contains(Value.of(2));
        assertThat(links(new SubgraphEdit.RemovePort(SOFT, PICTURE).on(used))).containsExactly("in.image>soft.picture");
    }

    @Test
    void ports_are_promoted_and_put_in_another_order() {
        Field more = Field.of("more", new Control.Number(0, 9, 1), InputRef.of("b", "radius"));
        Document promoted = new SubgraphEdit.PromotePort(SOFT, more, 0).on(softened());
        Document moved = new SubgraphEdit.Inside(SOFT, new FormEdit.MoveField("more", 2)).on(promoted);
        assertThat(moved.subgraph(SOFT).orElseThrow().form().fields()).extracting(Field::name).containsExactly("picture", "radius", "more");
        Document set = new Edit.SetParameter(InputRef.of("soft", "more"), Value.of(4)).on(promoted);
        assertThat(flat(set).value(InputRef.of("soft/b", "radius"))).contains(Value.of(4));
    }

    @Test
    void a_subgraph_in_use_is_not_removed() {
        assertThat(new SubgraphEdit.RemoveSubgraph(SOFT).on(softened())).isEqualTo(softened());
        Document unused = new Edit.RemoveNodes(Set.of(id("soft"))).on(softened());
        assertThat(new SubgraphEdit.RemoveSubgraph(SOFT).on(unused).subgraphs()).isEmpty();
        assertThat(new SubgraphEdit.AddSubgraph(Sample.soft()).on(unused)).isEqualTo(unused);
        About about = new About("x", Phrase.NONE, Phrase.NONE);
        assertThat(new SubgraphEdit.RenameSubgraph(SOFT, about).on(unused).subgraph(SOFT).orElseThrow().about()).isEqualTo(about);
    }

    @Test
    void a_port_that_goes_takes_the_form_s_line_along_that_sets_nothing_else() {
        Document packed = packed(formed, List.of("one", "two"));
        SubgraphId id = new SubgraphId("subgraph");
        Document without = new SubgraphEdit.RemovePort(id, new SubgraphEdit.Port("radius", false)).on(packed);
        assertThat(without.form().field("first")).isEmpty();
        assertThat(without.form().field("both").orElseThrow().targets()).containsExactly(InputRef.of("subgraph", "radius-2"));
        assertThat(new SubgraphEdit.RemovePort(id, new SubgraphEdit.Port("image", true)).on(packed).form().outlets()).isEmpty();
    }

    @Test
    void one_of_several_gets_a_subgraph_of_its_own() {
        Document two = softened().with(Node.of("other", "subgraph:soft").with("radius", Value.of(3)));
        Document separate = new SubgraphEdit.Separate(Set.of(id("other"))).on(two);
        assertThat(separate.node(id("other")).orElseThrow().type()).isEqualTo("subgraph:soft-2");
        assertThat(separate.subgraphs()).hasSize(2);
        assertThat(Set.copyOf(flat(separate).nodes())).isEqualTo(Set.copyOf(flat(two).nodes()));
        assertThat(new SubgraphEdit.Separate(Set.of(id("soft"))).on(softened())).isEqualTo(softened());
    }
}
