package easel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import easel.platform.Home;
import easel.support.RealEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The real engine in a process that the system gives too little memory. */
@Tag("large")
@EnabledOnOs(OS.LINUX)
class MemoryShortTest {

    // A decode of 384 x 384 as a whole takes about 1 GB, in tiles of 256 half of that; 300 MB is the model and the JVM.
    private static final int KILOBYTES = 1_100_000;

    @TempDir
    private Path folder;

    @Test
    void a_decode_that_memory_is_too_short_for_is_done_in_tiles_within_the_same_job() throws Exception {
        RealEngine.starter();
        List<JsonObject> said = generate("1");
        assertThat(said).filteredOn(o -> o.get("event").getAsString().equals("warning")).extracting(o -> o.get("code").getAsString())
                .containsExactly("MemoryShort.VAE_TILING");
        assertThat(said).filteredOn(o -> o.get("event").getAsString().equals("picture")).hasSize(1);
        // Remembered: the next picture of that size begins with tiles and says nothing.
        assertThat(generate("2")).noneMatch(o -> o.get("event").getAsString().equals("warning")).anyMatch(o -> o.get("event").getAsString().equals("picture"));
    }

    private List<JsonObject> generate(String seed) throws Exception {
        Program program = new Program(Files.createDirectories(folder.resolve(seed)));
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", "ulimit -d " + KILOBYTES + " && exec \"$@\"", "-", Home.folder().resolve("easel").toString(),
                "generate", "--steps", "1", "--width", "384", "--height", "384", "--seed", seed, "--json", "--out", folder.resolve("out").toString())
                .redirectOutput(program.stdout().toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("EASEL_HOME", folder.resolve("1").resolve("home").toString());
        Process process = builder.start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        return Files.readAllLines(program.stdout()).stream().map(l -> JsonParser.parseString(l).getAsJsonObject()).toList();
    }
}
