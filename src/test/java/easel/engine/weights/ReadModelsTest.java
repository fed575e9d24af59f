package easel.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import easel.engine.EngineException;
import easel.engine.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadModelsTest {

    @TempDir Path folder;
    private final ReadModels models = new ReadModels();
    private final List<ModelFile> looked = new ArrayList<>();

    @Test
    void a_file_that_was_found_right_is_not_gone_through_again_until_it_changes() throws Exception {
        Path path = new Weights().f16("a", 2, 3).safetensors(folder.resolve("m.safetensors"));
        ModelFile file = models.get(path, looked::add);
        assertThat(models.get(path, looked::add)).isSameAs(file).isSameAs(models.get(path));
        assertThat(looked).containsExactly(file);
        Files.setLastModifiedTime(path, FileTime.fromMillis(Files.getLastModifiedTime(path).toMillis() + 5_000));
        models.get(path, looked::add);
        assertThat(looked).hasSize(2);
    }

    @Test
    void one_that_was_found_wrong_is_found_wrong_each_time() throws Exception {
        Path path = new Weights().f16("a", 2, 3).safetensors(folder.resolve("m.safetensors"));
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> models.get(path, file -> {
                looked.add(file);
                throw new EngineException(new Failure.DamagedFile(path, "because"));
            })).isInstanceOf(EngineException.class);
        }
        assertThat(looked).hasSize(2);
    }
}
