package easel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.EventQueue;
import java.awt.event.MouseEvent;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.swing.JLabel;
import org.junit.jupiter.api.Test;

class RestTest {

    private static final int AFTER_MS = 1500;

    @Test
    void memory_is_given_back_once_the_queue_is_empty_and_nobody_is_at_work() throws Exception {
        AtomicLong restedAt = new AtomicLong();
        CountDownLatch rested = new CountDownLatch(1);
        AtomicLong lastPress = new AtomicLong();
        Rest[] rest = new Rest[1];
        EventQueue.invokeAndWait(() -> {
            rest[0] = new Rest(AFTER_MS, () -> {
                restedAt.set(System.nanoTime());
                rested.countDown();
            });
            rest[0].at(false);
            rest[0].at(true);
        });
        JLabel label = new JLabel();
        for (int press = 0; press < 6; press++) {
            EventQueue.invokeAndWait(() -> {
                label.dispatchEvent(new MouseEvent(label, MouseEvent.MOUSE_PRESSED, System.currentTimeMillis(), 0, 1, 1, 1, false, MouseEvent.BUTTON1));
                lastPress.set(System.nanoTime());
            });
            Thread.sleep(100);
        }
        assertThat(rested.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(restedAt.get() - lastPress.get()).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(AFTER_MS - 50));
        EventQueue.invokeAndWait(rest[0]::close);
    }

    @Test
    void a_job_that_begins_meanwhile_puts_it_off() throws Exception {
        CountDownLatch rested = new CountDownLatch(1);
        Rest[] rest = new Rest[1];
        EventQueue.invokeAndWait(() -> {
            rest[0] = new Rest(AFTER_MS, rested::countDown);
            rest[0].at(false);
            rest[0].at(true);
            rest[0].at(false);
        });
        assertThat(rested.await(AFTER_MS + 500, TimeUnit.MILLISECONDS)).isFalse();
        EventQueue.invokeAndWait(() -> rest[0].at(true));
        assertThat(rested.await(20, TimeUnit.SECONDS)).isTrue();
        EventQueue.invokeAndWait(rest[0]::close);
    }
}
