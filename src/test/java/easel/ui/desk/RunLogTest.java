package easel.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import easel.engine.Phase;
import easel.engine.Picture;
import easel.graph.Document;
import easel.graph.NodeId;
import easel.nodes.Image;
import easel.run.Ending;
import easel.run.JobId;
import easel.run.Key;
import easel.run.NodeState;
import easel.run.Progress;
import easel.run.QueuedJob;
import easel.run.RunEvent;
import easel.run.RunOptions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunLogTest {

    private final RunLog log = new RunLog();
    private final JobId id = new JobId(1);
    private final QueuedJob job = new QueuedJob(id, Document.EMPTY, RunOptions.into(Path.of("out")), 0, 1, new java.util.concurrent.CompletableFuture<>());

    private void node(NodeState state) {
        log.hear(new RunEvent.NodeChanged(id, new NodeId("n"), new Key("00"), state));
    }

    private void step(int step, double seconds, Picture preview) {
        node(new NodeState.Running(new Progress(Phase.SAMPLING, step, 10, seconds, preview)));
    }

    @Test
    void previews_overwrite_each_other_and_stay_when_a_step_has_none() {
        Picture first = Picture.of(1, 1, 3, new byte[3]);
        Picture second = Picture.of(1, 1, 3, new byte[] {1, 2, 3});
        log.hear(new RunEvent.Queued(job));
        log.hear(new RunEvent.Began(id));
        step(1, 0.5, first);
        step(2, 0.5, second);
        step(3, 0.5, null);
        RunLog.Current current = log.take().current();
        assertThat(current).isNotNull();
        assertThat(current.preview()).isSameAs(second);
        assertThat(current.progress().step()).isEqualTo(3);
    }

    @Test
    void the_time_left_follows_the_last_five_steps() {
        log.hear(new RunEvent.Queued(job));
        log.hear(new RunEvent.Began(id));
        step(1, 9, null);
        assertThat(log.take().current().secondsLeft()).isEmpty();
        for (int i = 2; i <= 6; i++) {
            step(i, 2, null);
        }
        assertThat(log.take().current().secondsLeft().orElseThrow()).isCloseTo(4 * 2.0, within(1e-9));
    }

    @Test
    void a_file_that_is_no_picture_is_no_result_but_told() {
        log.hear(new RunEvent.Queued(job));
        log.hear(new RunEvent.Began(id));
        node(new NodeState.Done(1.5, false, List.of(), Path.of("model-q8_0.gguf")));
        assertThat(log.take().happened()).containsExactly(new RunLog.Happening.Wrote(Path.of("model-q8_0.gguf")));
    }

    @Test
    void results_and_ends_are_given_out_once_and_never_lost() {
        log.hear(new RunEvent.Queued(job));
        log.hear(new RunEvent.Began(id));
        node(new NodeState.Done(1.5, false, List.of(), Path.of("a.png")));
        node(new NodeState.Done(1.5, false, List.of(), null));
        log.hear(new RunEvent.Ended(id, new Ending.Done(), 1.5));
        RunLog.News news = log.take();
        assertThat(news.happened()).hasSize(2);
        assertThat(news.happened().getFirst()).isInstanceOfSatisfying(RunLog.Happening.Finished.class, f -> assertThat(f.file()).isEqualTo(Path.of("a.png")));
        assertThat(news.queue()).isEmpty();
        assertThat(news.current()).isNull();
        assertThat(log.take().happened()).isEmpty();
    }

    @Test
    void of_a_batch_only_the_last_picture_is_kept_whole() {
        log.hear(new RunEvent.Queued(job));
        log.hear(new RunEvent.Began(id));
        Image image = new Image(Picture.of(2, 1, 3, new byte[6]), null);
        node(new NodeState.Done(1.5, false, List.of(image, image), Path.of("a.png"), List.of(Path.of("b.png"))));
        assertThat(log.take().happened()).extracting(happened -> ((RunLog.Happening.Finished) happened).drawable())
                .satisfiesExactly(first -> {
                    assertThat(first.whole()).isNull();
                    assertThat(first.small().getWidth()).isEqualTo(2);
                }, last -> assertThat(last.whole().getWidth()).isEqualTo(2));
    }

    @Test
    void a_cancelled_job_tells_how_far_it_came() {
        Picture preview = Picture.of(1, 1, 3, new byte[3]);
        log.hear(new RunEvent.Queued(job));
        log.hear(new RunEvent.Began(id));
        step(4, 1, preview);
        log.hear(new RunEvent.Ended(id, new Ending.Cancelled(), 4));
        assertThat(log.take().happened().getFirst()).isInstanceOfSatisfying(RunLog.Happening.Ended.class, e -> {
            assertThat(e.last().step()).isEqualTo(4);
            assertThat(e.preview()).isSameAs(preview);
        });
    }
}
