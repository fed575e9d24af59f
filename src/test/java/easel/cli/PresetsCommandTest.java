package easel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import easel.run.Preset;
import easel.run.Presets;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class PresetsCommandTest {

    private final StringWriter out = new StringWriter();

    private int run(String... arguments) {
        return new CommandLine(new PresetsCommand()).setOut(new PrintWriter(out, true))
                .setExecutionExceptionHandler((e, _, _) -> e instanceof Failed failed ? failed.exitCode() : 1).execute(arguments);
    }

    @Test void lists_every_preset_with_what_it_does() {
        assertThat(run()).isZero();
        assertThat(out.toString().lines()).hasSizeGreaterThanOrEqualTo(Presets.bundled().size());
        assertThat(out.toString().lines().map(line -> line.split(" ")[0])).containsAll(Presets.bundled().stream().map(Preset::name).toList());
    }

    @Test void tells_the_fields_of_one_as_json() {
        assertThat(run("--json", "variations")).isZero();
        JsonArray presets = JsonParser.parseString(out.toString()).getAsJsonArray();
        assertThat(presets).hasSize(1);
        assertThat(presets.get(0).getAsJsonObject().get("fields").toString()).contains("\"strength\"", "\"many\"", "\"seed\"");
    }

    @Test void a_name_that_is_none_is_wrong_use() {
        assertThat(run("nothing")).isEqualTo(2);
    }
}
