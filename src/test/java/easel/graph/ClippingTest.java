package easel.graph;

import static easel.graph.Sample.id;
import static easel.graph.Sample.ids;
import static easel.graph.Sample.links;
import static easel.graph.Sample.row;
import static easel.graph.Sample.softened;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ClippingTest {

    private static final Offset BY = new Offset(10, 20);

    private final Clipping middle = Clipping.of(row().with(Group.of("g", "G", Area.of(0, 0, 9, 9))), Set.of(id("one"), id("two")), Set.of(new GroupId("g")));

    @Test
    void a_copy_keeps_its_own_links_under_fresh_names() {
        Document pasted = middle.into(row(), BY, false).on(row());
        assertThat(ids(pasted)).containsExactly("in", "one", "two", "out", "one-2", "two-2");
        assertThat(links(pasted)).contains("one-2.image>two-2.image").hasSize(4);
        assertThat(pasted.node(id("two-2")).orElseThrow().position()).isEqualTo(new Position(10, 20));
        assertThat(pasted.groups()).extracting(Group::area).containsExactly(Area.of(10, 20, 9, 9));
    }

    @Test
    void a_copy_keeps_links_from_outside_if_that_is_wanted_and_they_are_there() {
        assertThat(links(middle.into(row(), BY, true).on(row()))).contains("in.image>one-2.image", "one-2.image>two-2.image");
        assertThat(links(middle.into(Document.EMPTY, BY, true).on(Document.EMPTY))).containsExactly("one.image>two.image");
    }

    @Test
    void copies_of_copies_count_on() {
        Document twice = middle.into(row(), BY, false).on(row());
        assertThat(ids(middle.into(twice, BY, false).on(twice))).endsWith("one-3", "two-3");
        Clipping copy = Clipping.of(twice, Set.of(id("one-2")), Set.of());
        assertThat(ids(copy.into(twice, BY, false).on(twice))).endsWith("one-3");
    }

    @Test
    void a_copy_brings_the_subgraphs_it_stands_for() {
        Clipping soft = Clipping.of(softened(), Set.of(id("soft")), Set.of());
        Document elsewhere = soft.into(row(), BY, false).on(row());
        assertThat(elsewhere.subgraphs()).containsExactly(Sample.soft());
        Document same = soft.into(softened(), BY, false).on(softened());
        assertThat(same.subgraphs()).hasSize(1);
    }

    @Test
    void another_subgraph_of_the_same_name_is_called_otherwise() {
        Document other = row().with(Sample.soft().with(Form.NONE));
        Document pasted = Clipping.of(softened(), Set.of(id("soft")), Set.of()).into(other, BY, false).on(other);
        assertThat(pasted.subgraphs()).extracting(s -> s.id().text()).containsExactly("soft", "soft-2");
        assertThat(pasted.node(id("soft")).orElseThrow().type()).isEqualTo("subgraph:soft-2");
        assertThat(pasted.subgraph(new SubgraphId("soft-2")).orElseThrow().form()).isEqualTo(Sample.soft().form());
    }

    @Test
    void a_subgraph_with_another_inside_brings_both_or_neither() {
        Subgraph outer = new Subgraph(new SubgraphId("outer"), About.NOTHING, Body.EMPTY.with(Node.of("s", "subgraph:soft")), Form.NONE, Extras.NONE);
        Document from = Document.EMPTY.with(outer).with(Sample.soft()).with(Node.of("o", "subgraph:outer"));
        Document into = Document.EMPTY.with(outer).with(Sample.soft().with(Form.NONE));
        Document pasted = Clipping.of(from, Set.of(id("o")), Set.of()).into(into, BY, false).on(into);
        assertThat(pasted.node(id("o")).orElseThrow().type()).isEqualTo("subgraph:outer-2");
        assertThat(pasted.node(id("o/s")).orElseThrow().type()).isEqualTo("subgraph:soft-2");
    }

    @Test
    void a_thousand_copies_take_no_time() {
        Document many = Document.EMPTY;
        for (int i = 0; i < 1_000; i++) {
            many = many.with(Node.of(i == 0 ? "n" : "n-" + (i + 1), "blur"));
        }
        Document all = many;
        Clipping copy = Clipping.of(all, Set.copyOf(all.nodes().stream().map(Node::id).toList()), Set.of());
        long began = System.nanoTime();
        assertThat(copy.into(all, BY, false).on(all).size()).isEqualTo(2_000);
        assertThat(System.nanoTime() - began).isLessThan(2_000_000_000L);
        assertThat(copy.area()).contains(Area.of(0, 0, 0, 0));
        assertThat(copy.isEmpty()).isFalse();
    }
}
