package easel.run;

import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.Document;
import easel.graph.NodeId;
import easel.graph.Value;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was painted in an earlier session is found again, and nothing runs for it. */
class EarlierTest {

    private static final NodeId SAMPLER = new NodeId("sampler");
    private static final NodeId SAVE = new NodeId("save");

    @TempDir
    Path folder;

    private static Map<NodeId, RunEvent.NodeChanged> known(Earlier earlier) {
        Map<NodeId, RunEvent.NodeChanged> known = new HashMap<>();
        earlier.known().forEach(c -> known.put(c.node(), c));
        return known;
    }

    private Document painted() throws Exception {
        try (Bench bench = new Bench(folder)) {
            return bench.run(bench.preset).document();
        }
    }

    @Test
    void pictures_of_a_document_as_it_was_run_are_there_after_a_restart() throws Exception {
        Document document = painted();
        try (Bench bench = new Bench(folder)) {
            Earlier earlier = bench.studio.earlier(document, bench.options, Set.of(), Map.of(), Map.of());
            assertThat(bench.engine.questions).as("the engine is left alone").isZero();
            Map<NodeId, RunEvent.NodeChanged> known = known(earlier);
            assertThat(known.get(SAMPLER).state()).isInstanceOfSatisfying(NodeState.Done.class, done -> {
                assertThat(done.fromCache()).isTrue();
                assertThat(done.images()).hasSize(1);
            });
            assertThat(known.get(SAVE).state()).isInstanceOfSatisfying(NodeState.Done.class,
                    done -> assertThat(done.file()).isEqualTo(saved(bench)));
            assertThat(known).allSatisfy((id, changed) -> assertThat(earlier.keys()).containsEntry(id, changed.key()));
            assertThat(earlier.keys()).as("as a run would have them").isEqualTo(bench.studio.keys(document, bench.options));
        }
    }

    private static Path saved(Bench bench) {
        try {
            return bench.saved().getFirst();
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_picture_that_was_left_is_there_under_its_own_key_though_the_document_is_another() throws Exception {
        Document document = painted();
        try (Bench bench = new Bench(folder)) {
            Map<NodeId, Key> left = bench.studio.earlier(document, bench.options, Set.of(), Map.of(), Map.of()).keys();
            Document other = Bench.set(document, "prompt.text", Value.of("something else"));
            assertThat(bench.studio.earlier(other, bench.options, Set.of(), Map.of(), Map.of()).known()).isEmpty();
            Earlier earlier = bench.studio.earlier(other, bench.options, Set.of(SAVE), Map.of(), left);
            assertThat(known(earlier)).as("of what is known nothing is told").containsOnlyKeys(SAMPLER);
            assertThat(known(earlier).get(SAMPLER).key()).isNotEqualTo(earlier.keys().get(SAMPLER));
        }
    }

    @Test
    void a_node_that_shows_what_it_gave_for_other_words_shows_what_it_gave_for_these_again() throws Exception {
        try (Bench bench = new Bench(folder)) {
            Document first = bench.run(bench.preset).document();
            Document second = bench.run(Bench.set(first, "prompt.text", Value.of("something else"))).document();
            Map<NodeId, Key> now = bench.studio.keys(first, bench.options);
            Map<NodeId, Key> shown = bench.studio.keys(second, bench.options);
            Earlier back = bench.studio.earlier(first, bench.options, shown.keySet(), shown, Map.of());
            assertThat(known(back)).as("the words, too, are those of the picture").containsKeys(SAMPLER, SAVE, new NodeId("prompt"));
            assertThat(known(back)).allSatisfy((node, changed) -> assertThat(changed.key()).isEqualTo(now.get(node)).isNotEqualTo(shown.get(node)));
            assertThat(bench.studio.earlier(second, bench.options, shown.keySet(), shown, Map.of()).known()).as("what it shows already is left").isEmpty();
            Document third = Bench.set(first, "prompt.text", Value.of("never painted"));
            assertThat(bench.studio.earlier(third, bench.options, shown.keySet(), shown, Map.of()).known()).as("nothing was painted for it").isEmpty();
        }
    }

    @Test
    void where_no_engine_ever_ran_nothing_is_known() throws Exception {
        try (Bench bench = new Bench(folder)) {
            Earlier earlier = bench.studio.earlier(bench.preset, bench.options, Set.of(), Map.of(), Map.of());
            assertThat(earlier.keys()).isEmpty();
            assertThat(earlier.known()).isEmpty();
            assertThat(bench.engine.questions).isZero();
        }
    }
}
