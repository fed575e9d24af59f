package easel.run;

import static easel.run.Bench.set;
import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Failure;
import easel.engine.ImageRequest;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.Problem;
import easel.graph.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class LiveTest {

    @TempDir Path folder;
    private Bench bench;
    private Live live;
    private final BlockingQueue<Live.State> states = new LinkedBlockingQueue<>();

    @BeforeEach
    void open() throws Exception {
        bench = new Bench(folder);
        live = new Live(bench.studio, Duration.ofMillis(50), states::add);
    }

    @AfterEach
    void close() {
        live.close();
        bench.close();
    }

    private void change(Document document) {
        live.changed(document, bench.options);
    }

    private <S extends Live.State> S next(Class<S> kind) throws InterruptedException {
        Live.State state = states.poll(20, TimeUnit.SECONDS);
        assertThat(state).isInstanceOf(kind);
        return kind.cast(state);
    }

    private static Document words(Document document, String words) {
        return set(document, "prompt.text", Value.of(words));
    }

    private List<String> painted() {
        return bench.engine.painted.stream().map(ImageRequest::prompt).toList();
    }

    @Test
    void a_changed_document_runs_by_itself_and_saves_nothing() throws Exception {
        change(words(bench.preset, "a boat"));
        next(Live.State.Running.class);
        Live.State.Shown shown = next(Live.State.Shown.class);
        assertThat(painted()).containsExactly("a boat");
        assertThat(bench.last(shown.job(), "sampler")).isInstanceOfSatisfying(NodeState.Done.class, done -> assertThat(done.images()).hasSize(1));
        assertThat(bench.saved()).isEmpty();
        assertThat(bench.studio.history().orElseThrow().find(easel.run.store.HistoryQuery.newest(9))).isEmpty();
    }

    @Test
    void of_changes_that_come_close_together_only_the_last_runs() throws Exception {
        for (String word : List.of("a", "ab", "abc")) {
            change(words(bench.preset, word));
        }
        next(Live.State.Running.class);
        next(Live.State.Shown.class);
        assertThat(painted()).containsExactly("abc");
    }

    @Test
    void what_runs_for_an_older_document_is_cancelled_and_the_newest_is_shown() throws Exception {
        bench.engine.gate = new CountDownLatch(1);
        change(words(bench.preset, "old"));
        QueuedJob old = next(Live.State.Running.class).job();
        change(words(bench.preset, "new"));
        next(Live.State.Running.class);
        assertThat(Bench.ending(old)).isInstanceOf(Ending.Cancelled.class);
        bench.engine.gate.countDown();
        assertThat(next(Live.State.Shown.class).document().value(Bench.ref("prompt.text"))).contains(Value.of("new"));
    }

    @Test
    void random_seeds_hold_also_where_the_document_does_not_know_their_numbers() throws Exception {
        change(bench.preset);
        next(Live.State.Running.class);
        next(Live.State.Shown.class);
        change(words(bench.preset, "a boat"));
        next(Live.State.Running.class);
        Live.State.Shown second = next(Live.State.Shown.class);
        change(second.document());
        next(Live.State.Running.class);
        next(Live.State.Shown.class);
        assertThat(bench.engine.painted).hasSize(2).extracting(ImageRequest::seed).containsOnly(Bench.seed(second.document()));
    }

    @Test
    void keep_saves_what_is_shown_without_painting_it_again() throws Exception {
        change(bench.preset);
        next(Live.State.Running.class);
        Live.State.Shown shown = next(Live.State.Shown.class);
        live.keep();
        Submission kept = next(Live.State.Kept.class).submission();
        assertThat(Bench.ending(kept.jobs().getFirst())).isInstanceOf(Ending.Done.class);
        assertThat(bench.engine.painted).hasSize(1);
        assertThat(bench.saved()).hasSize(1);
        assertThat(Bench.seed(kept.document())).isEqualTo(Bench.seed(shown.document()));
        live.keep();
        next(Live.State.Kept.class);
        assertThat(bench.saved()).hasSize(1);
    }

    @Test
    void it_pauses_on_a_problem_says_so_and_goes_on_with_the_next_change() throws Exception {
        change(set(bench.preset, "sampler.steps", Value.of(0)));
        assertThat(next(Live.State.Paused.class).problems()).extracting(Problem::code).containsExactly(Problem.Code.BAD_VALUE);
        assertThat(painted()).isEmpty();
        change(set(bench.preset, "sampler.steps", Value.of(3)));
        next(Live.State.Running.class);
        next(Live.State.Shown.class);
        bench.engine.failing = _ -> new Failure.EngineFailed("no reason");
        change(set(bench.preset, "sampler.steps", Value.of(4)));
        next(Live.State.Running.class);
        assertThat(next(Live.State.Failed.class).trouble().code()).isEqualTo("EngineFailed");
        assertThat(states).isEmpty();
    }

    @Test
    void a_save_node_that_is_the_only_end_leaves_what_it_would_save_shown() throws Exception {
        Document asked = new Edit.SetParameter(Bench.ref("save.folder"), Value.of(folder.resolve("there").toString())).on(bench.preset);
        change(asked);
        next(Live.State.Running.class);
        next(Live.State.Shown.class);
        assertThat(Files.exists(folder.resolve("there"))).isFalse();
    }
}
