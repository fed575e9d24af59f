package easel.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.EventQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TaskTest {

    @Test
    void works_off_the_event_thread_and_ends_on_it() throws Exception {
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        Task.of(EventQueue::isDispatchThread).whenDone(worked -> ended.complete(!worked && EventQueue.isDispatchThread()));
        assertThat(ended.get(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_failure_ends_on_the_event_thread_too() throws Exception {
        CompletableFuture<String> failed = new CompletableFuture<>();
        Task.of(() -> { throw new java.io.IOException("no disk"); })
                .whenFailed(e -> failed.complete(e.getMessage() + EventQueue.isDispatchThread())).start();
        assertThat(failed.get(5, TimeUnit.SECONDS)).isEqualTo("no disktrue");
    }

    @Test
    void pictures_on_a_share_that_does_not_answer_keep_nothing_else_waiting() throws Exception {
        CountDownLatch answers = new CountDownLatch(1);
        CountDownLatch hang = new CountDownLatch(4);
        try {
            for (int i = 0; i < 4; i++) {
                Task.of(() -> {
                    answers.await();
                    return true;
                }).whenDone(_ -> hang.countDown());
            }
            for (Lane lane : Lane.values()) {
                if (lane != Lane.LOOKING) {
                    CompletableFuture<Boolean> done = new CompletableFuture<>();
                    Task.of(lane, () -> true).whenDone(done::complete);
                    assertThat(done.get(5, TimeUnit.SECONDS)).as(lane.name()).isTrue();
                }
            }
        } finally {
            answers.countDown();
        }
        assertThat(hang.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void ten_thousand_news_in_half_a_second_are_shown_at_most_thirty_times_a_second_and_the_last_is_not_lost() throws Exception {
        AtomicInteger state = new AtomicInteger();
        AtomicInteger shown = new AtomicInteger();
        AtomicInteger times = new AtomicInteger();
        Frames frames = new Frames(() -> {
            Edt.mustBeOn();
            shown.set(state.get());
            times.incrementAndGet();
        });
        long began = System.nanoTime();
        for (int i = 1; i <= 10_000; i++) {
            state.set(i);
            frames.touch();
            if (i % 20 == 0) {
                Thread.sleep(1);
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        for (int i = 0; i < 100 && shown.get() != 10_000; i++) {
            Thread.sleep(20);
        }
        assertThat(shown).hasValue(10_000);
        assertThat(times.get()).isBetween(2, (int) (seconds * 31) + 2);
    }
}
