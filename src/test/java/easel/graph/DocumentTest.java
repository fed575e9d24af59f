package easel.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DocumentTest {

    private final Document three = Document.EMPTY.with(Node.of("c", "x")).with(Node.of("a", "x"))
            .with(Node.of("b", "x").fedBy("in", OutputRef.of("a", "out")).fedBy("other", OutputRef.of("c", "out")));

    @Test
    void a_place_left_of_nothing_is_nothing() {
        assertThat(new Position(-0.0, -0.0)).isEqualTo(Position.ORIGIN);
    }

    @Test
    void keeps_nodes_in_the_order_they_came_also_when_one_changes() {
        Document changed = three.with(three.node(new NodeId("c")).orElseThrow().titled("first"));
        assertThat(changed.nodes()).extracting(n -> n.id().text()).containsExactly("c", "a", "b");
        assertThat(three.node(new NodeId("c")).orElseThrow().title()).isEmpty();
    }

    @Test
    void removing_a_node_removes_the_links_from_it_and_no_others() {
        Document fewer = three.without(Set.of(new NodeId("a")));
        assertThat(fewer.links()).containsExactly(new Link(OutputRef.of("c", "out"), InputRef.of("b", "other")));
        assertThat(fewer.size()).isEqualTo(2);
    }

    @Test
    void an_edit_shares_every_other_node() {
        Document moved = new Edit.MoveNodes(Set.of(new NodeId("a")), new Offset(3, 4)).on(three);
        assertThat(moved.node(new NodeId("b")).orElseThrow()).isSameAs(three.node(new NodeId("b")).orElseThrow());
        assertThat(moved.node(new NodeId("a")).orElseThrow().position()).isEqualTo(new Position(3, 4));
        assertThat(moved).isNotEqualTo(three);
    }

    @Test
    void drawn_seeds_do_not_count_in_a_comparison_but_fixed_ones_do() {
        Document one = seeded(Value.Seed.random().drawn(1));
        assertThat(one).isEqualTo(seeded(Value.Seed.random().drawn(2))).isEqualTo(seeded(Value.Seed.random()));
        assertThat(seeded(Value.Seed.fixed(1))).isNotEqualTo(seeded(Value.Seed.fixed(2))).isNotEqualTo(one);
    }

    @Test
    void an_edit_to_a_node_that_is_not_there_changes_nothing() {
        assertThat(List.of(new Edit.SetParameter(InputRef.of("z", "p"), Value.of(1)), new Edit.Disconnect(InputRef.of("z", "p")),
                new Edit.Connect(OutputRef.of("z", "o"), InputRef.of("a", "p")), new Edit.RemoveNodes(Set.of(new NodeId("z"))),
                new Edit.AddNode(Node.of("a", "taken"))))
                .allSatisfy(edit -> assertThat(edit.on(three)).isEqualTo(three));
    }

    @Test
    void numbers_keep_the_text_they_were_written_in() {
        assertThat(new Value.Number("1.0")).isNotEqualTo(new Value.Number("1"));
        assertThat(new Value.Number("9223372036854775808").asLong()).isEmpty();
        assertThat(new Value.Number("1e3").asLong()).hasValue(1000);
        assertThat(Value.of(0.1)).isEqualTo(new Value.Number("0.1"));
    }

    private static Document seeded(Value.Seed seed) {
        return Document.EMPTY.with(Node.of("s", "sampler").with("seed", seed));
    }
}
