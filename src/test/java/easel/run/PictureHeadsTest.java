package easel.run;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Picture;
import easel.format.PictureFailure;
import easel.format.PictureFile;
import easel.format.PictureTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureHeadsTest {

    private static final Instant LONG_AGO = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir Path folder;
    private final PictureHeads heads = new PictureHeads();
    private Path file;

    @BeforeEach
    void write_a_picture() throws Exception {
        file = folder.resolve("a.png");
        new PictureFile(Picture.of(8, 8, 3, new byte[8 * 8 * 3]), PictureTexts.none()).write(file);
    }

    private Optional<PictureFailure> told() {
        return heads.failure(file, FileStamp.of(file));
    }

    private void replace(Instant changed) throws IOException {
        Files.write(file, new byte[(int) Files.size(file)]);
        Files.setLastModifiedTime(file, FileTime.from(changed));
    }

    @Test
    void a_file_that_looks_the_same_is_not_read_again_and_one_that_does_not_is() throws Exception {
        Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
        assertThat(told()).isEmpty();
        replace(LONG_AGO);
        assertThat(told()).as("nobody has looked into it").isEmpty();
        replace(LONG_AGO.plusNanos(1_000));
        assertThat(told()).containsInstanceOf(PictureFailure.NotAPicture.class);
    }

    @Test
    void one_that_was_changed_a_moment_ago_may_be_changed_again_within_the_same_tick() throws Exception {
        Instant now = Instant.now();
        Files.setLastModifiedTime(file, FileTime.from(now));
        assertThat(told()).isEmpty();
        replace(now);
        assertThat(told()).containsInstanceOf(PictureFailure.NotAPicture.class);
    }
}
