package easel.run;

import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.Document;
import easel.graph.Form;
import easel.graph.NodeId;
import easel.graph.Packing;
import easel.graph.Phrase;
import easel.graph.Value;
import easel.nodes.Catalogue;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubgraphRunTest extends OnBench {

    private static final Set<NodeId> PAINTING = Set.of(new NodeId("prompt"), new NodeId("negative"), new NodeId("sampler"));

    private static Document packed(Document document) {
        return Packing.of(document, PAINTING, Phrase.of("Paint", "画"), List.of(), List.of(), Catalogue::schema).orElseThrow().on(document);
    }

    @Test
    void a_seed_inside_a_subgraph_is_drawn_and_drawn_anew() throws Exception {
        Document document = packed(bench.preset.with(Form.NONE));
        Submission first = bench.run(document);
        assertThat(first.problems()).isEmpty();
        assertThat(bench.saved()).hasSize(1);
        Value.Seed drawn = (Value.Seed) first.document().value(Bench.ref("subgraph/sampler.seed")).orElseThrow();
        assertThat(bench.engine.painted.getFirst().seed()).isEqualTo(drawn.number().orElseThrow());
        bench.run(first.document());
        assertThat(bench.saved()).hasSize(2);
        assertThat(bench.engine.painted.get(1).seed()).isNotEqualTo(bench.engine.painted.getFirst().seed());
    }

    @Test
    void a_seed_that_is_a_port_is_drawn_and_counted_up_for_each_picture() throws Exception {
        Document document = packed(bench.preset).withCount(3);
        Submission first = bench.run(document);
        assertThat(first.problems()).isEmpty();
        String port = document.form().field("seed").orElseThrow().targets().getFirst().toString();
        long seed = ((Value.Seed) first.document().value(Bench.ref(port)).orElseThrow()).number().orElseThrow();
        assertThat(bench.engine.painted).extracting(r -> r.seed()).containsExactly(seed, seed + 1, seed + 2);
        assertThat(bench.saved()).hasSize(3);
    }
}
