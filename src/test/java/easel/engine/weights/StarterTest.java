package easel.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import easel.engine.EngineException;
import easel.engine.Failure;
import easel.engine.Part;
import easel.platform.Home;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StarterTest {

    @TempDir Path folder;

    @Test
    void names_the_packed_file_that_is_missing() {
        Starter starter = new Starter(folder, folder.resolve("data"));
        Path packed = folder.resolve("starter/starter.safetensors.gz");
        assertThat(starter.missing("starter")).contains(packed);
        assertThat(catchThrowableOfType(EngineException.class, starter::files).failure()).isEqualTo(new Failure.NoSuchFile(packed));
    }

    @Test
    void what_is_no_name_of_its_own_is_a_path() throws Exception {
        Starter starter = new Starter(Home.folder(), folder.resolve("data"));
        assertThat(starter.file("my/model.safetensors")).isEqualTo(Path.of("my/model.safetensors").toAbsolutePath());
        assertThat(starter.isUnpacked("starter")).isFalse();
        assertThat(starter.file("starter")).isEqualTo(starter.places().get(Part.CHECKPOINT).orElseThrow()).exists();
        starter.files();
        assertThat(starter.isUnpacked("starter")).isTrue();
    }

    @Test
    void refuses_weights_that_are_not_the_ones_packed_and_leaves_nothing_behind() throws Exception {
        Path packed = Files.createDirectories(folder.resolve("starter")).resolve("starter.safetensors.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write("other weights".getBytes());
        }
        refused(packed);
        Files.writeString(packed, "no gzip at all");
        refused(packed);
        Files.write(packed, new byte[0]);
        refused(packed);
    }

    private void refused(Path packed) throws Exception {
        Path data = folder.resolve("data");
        EngineException failed = catchThrowableOfType(EngineException.class, new Starter(folder, data)::files);
        assertThat(failed.failure()).isInstanceOfSatisfying(Failure.DamagedFile.class, f -> assertThat(f.file()).isEqualTo(packed));
        try (var left = Files.walk(data)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }
}
