package easel.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Picture;
import easel.graph.Document;
import easel.nodes.Image;
import easel.run.JobId;
import easel.run.QueuedJob;
import easel.run.RunOptions;
import easel.ui.image.Thumbs;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PicturesTest {

    private static final Path FILE = Path.of("out", "a.png").toAbsolutePath();

    private final Pictures pictures = new Pictures(List.of());
    private final QueuedJob job = new QueuedJob(new JobId(1), Document.EMPTY, RunOptions.into(Path.of("out")), 0, 1, new CompletableFuture<>());

    private void finish(Path file) {
        // Without an image, as one that was known already.
        pictures.take(new RunLog.Happening.Finished(job, file, null, null, 0), new Thumbs(() -> { }));
    }

    @Test
    void the_newest_picture_is_looked_at_also_when_its_job_ended_before_anybody_knew_that_it_was_the_last() {
        finish(FILE);
        pictures.ended(true);
        assertThat(pictures.selected()).as("more may come").isNull();
        assertThat(pictures.settle()).isTrue();
        assertThat(pictures.selected()).extracting(Shot::file).isEqualTo(FILE);
        assertThat(pictures.settle()).as("once").isFalse();
    }

    @Test
    void a_closed_tab_holds_no_pixels_and_still_has_its_picture() {
        Image image = new Image(Picture.of(2, 2, 3, new byte[12]), null);
        pictures.take(new RunLog.Happening.Finished(job, FILE, image, RunLog.Drawable.of(image.picture()), 1), new Thumbs(() -> { }));
        pictures.ended(true);
        pictures.forgetPixels();
        pictures.settle();
        assertThat(pictures.selected()).extracting(Shot::file).isEqualTo(FILE);
        assertThat(pictures.selectedPixels()).as("they are in its file").isNull();
    }

    @Test
    void after_a_job_that_failed_nothing_is_chosen() {
        finish(FILE);
        pictures.ended(true);
        pictures.ended(false);
        assertThat(pictures.settle()).isFalse();
        assertThat(pictures.selected()).isNull();
    }

    @Test
    void what_the_person_chose_meanwhile_stays() {
        finish(FILE);
        finish(FILE.resolveSibling("b.png"));
        pictures.ended(true);
        Shot first = pictures.all().getLast();
        pictures.select(first);
        pictures.settle();
        assertThat(pictures.selected()).isEqualTo(first);
    }
}
