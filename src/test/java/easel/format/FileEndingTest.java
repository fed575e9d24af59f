package easel.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FileEndingTest {

    private static String saved(String name, String ending) {
        return FileEnding.on(Path.of("folder", name), ending).getFileName().toString();
    }

    @Test
    void a_name_gets_the_ending_it_lacks_and_keeps_the_one_it_has() {
        assertThat(saved("hills", ".png")).isEqualTo("hills.png");
        assertThat(saved("hills.PNG", ".png")).isEqualTo("hills.PNG");
        assertThat(saved("hills v1.2", ".png")).isEqualTo("hills v1.2.png");
        assertThat(saved("山.easel.json", ".easel.json")).isEqualTo("山.easel.json");
        assertThat(saved("flow.json", ".easel.json")).isEqualTo("flow.json");
        assertThat(saved("flow", ".easel.json")).isEqualTo("flow.easel.json");
    }
}
