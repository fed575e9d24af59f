package easel.ui.image;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Picture;
import java.awt.EventQueue;
import java.awt.image.BufferedImage;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SmallPreviewTest {

    private final Semaphore made = new Semaphore(0);
    private final SmallPreview small = new SmallPreview(60, made::release);

    private static Picture grey(int value) {
        byte[] pixels = new byte[512 * 256 * 3];
        java.util.Arrays.fill(pixels, (byte) value);
        return Picture.of(512, 256, 3, pixels);
    }

    private BufferedImage ask(Picture preview) throws Exception {
        CompletableFuture<BufferedImage> answer = new CompletableFuture<>();
        EventQueue.invokeLater(() -> answer.complete(small.of(preview)));
        return answer.get(10, TimeUnit.SECONDS);
    }

    private void untilMade() throws InterruptedException {
        assertThat(made.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void is_small_once_it_was_made_and_the_one_before_until_then() throws Exception {
        Picture first = grey(40);
        assertThat(ask(first)).isNull();
        untilMade();
        BufferedImage shown = ask(first);
        assertThat(shown.getWidth()).isEqualTo(60);
        assertThat(shown.getHeight()).isEqualTo(30);
        Picture second = grey(200);
        assertThat(ask(second)).isSameAs(shown);
        untilMade();
        assertThat(ask(second).getRGB(30, 15) & 255).isEqualTo(200);
    }

    @Test
    void a_picture_without_preview_does_not_show_that_of_another() throws Exception {
        ask(grey(40));
        untilMade();
        assertThat(ask(null)).isNull();
        assertThat(ask(grey(90))).isNull();
        untilMade();
    }
}
