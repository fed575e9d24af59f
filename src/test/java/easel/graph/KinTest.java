package easel.graph;

import static easel.graph.Sample.id;
import static easel.graph.Sample.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KinTest {

    @Test
    void those_above_feed_and_those_below_are_fed() {
        assertThat(Kin.above(row().body(), Set.of(id("two")))).containsExactlyInAnyOrder(id("in"), id("one"), id("two"));
        assertThat(Kin.below(row().body(), Set.of(id("one")))).containsExactlyInAnyOrder(id("one"), id("two"), id("out"));
        assertThat(Kin.below(row().body(), Set.of(id("nowhere")))).isEmpty();
    }

    @Test
    void a_circle_has_an_end() {
        Body circle = Body.EMPTY.with(Node.of("a", "blur").fedBy("image", OutputRef.of("b", "image")))
                .with(Node.of("b", "blur").fedBy("image", OutputRef.of("a", "image")));
        assertThat(Kin.above(circle, Set.of(id("a")))).hasSize(2);
        assertThat(Kin.below(circle, Set.of(id("a")))).hasSize(2);
    }

    @Test
    void an_id_for_one_more_node_is_called_after_its_type() {
        Body body = Body.EMPTY.with(Node.of("blur", "blur"));
        assertThat(FreshIds.node(body, "blur")).isEqualTo(id("blur-2"));
        assertThat(FreshIds.node(body, "mix")).isEqualTo(id("mix"));
        assertThat(FreshIds.node(body, "subgraph:a/b")).isEqualTo(id("a-b"));
    }

    @Test
    void a_bend_takes_what_all_take_that_it_leads_to() {
        Document bent = row().with(Node.of("bend", Reroute.TYPE)).with(Node.of("more", Reroute.TYPE).fedBy(Reroute.IN, OutputRef.of("bend", Reroute.OUT)))
                .mapNodes(Set.of(id("out")), n -> n.fedBy("image", OutputRef.of("more", Reroute.OUT)));
        Wiring wiring = new Wiring(bent, Sample::schema);
        assertThat(wiring.fits(OutputRef.of("in", "image"), InputRef.of("bend", Reroute.IN))).isTrue();
        assertThat(wiring.fits(OutputRef.of("in", "text"), InputRef.of("bend", Reroute.IN))).isFalse();
    }

    @Test
    void several_changes_are_called_after_the_one_that_matters() {
        Edit move = new Edit.MoveNodes(Set.of(id("one")), new Offset(1, 1));
        Edit off = new Edit.Disconnect(InputRef.of("one", "image"));
        Edit both = new Edit.Combined(off, List.of(move, off));
        assertThat(both.code()).isEqualTo("Disconnect");
        assertThat(both.on(row())).isEqualTo(off.on(move.on(row())));
    }
}
