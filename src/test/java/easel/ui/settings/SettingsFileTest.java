package easel.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import easel.platform.Language;
import easel.ui.theme.Appearance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("settings.json");
    }

    @Test
    void what_is_written_is_read_again() throws IOException {
        Settings settings = new Settings(1, new Look(Language.CHINESE, Appearance.DARK, true), new Machine("Vulkan0", 3), new Place(-5, 7, 900, 600, true),
                new Work("text-to-image", Map.of("text-to-image", "{\"easel\": 1, \"a\": \"山 \\u0000 ❄\"}"), Path.of("图片"), List.of(Path.of("a b.safetensors")),
                        List.of(Path.of("1.png"), Path.of("2.png")), true, false, List.of(Path.of("流程.easel.json")), true),
                new Sides(false, 300, true, 240, "log", List.of("sampler"), List.of("prompt", "save-picture"), List.of("prompt", "prompt")),
                new Bounds(0.5, 20), new Hand(true, true, "STRAIGHT", "GRID", true, true), new Keys("BLENDER", Map.of("generate", List.of("F9"), "canvas.mute", List.of())), new Shown(true),
                new Bars(true, true));
        new SettingsFile(file()).write(1, settings);
        SettingsFile.Loaded loaded = new SettingsFile(file()).load();
        assertThat(loaded.settings()).isEqualTo(settings);
        assertThat(loaded.setAside()).isNull();
    }

    @Test
    void a_first_start_has_defaults() {
        SettingsFile.Loaded loaded = new SettingsFile(file()).load();
        assertThat(loaded.settings()).isEqualTo(Settings.DEFAULT);
        assertThat(loaded.saves()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "7", "{\"version\":\"x\"}", "{\"version\":1,\"work\":7}", "{\"version\":1,\"place\":{\"x\":\"left\"}}",
            "{\"version\":2}", "{\"look\":{}}", "{\"version\":{}}", "{\"version\":1,\"work\":{\"results\":[{}]}}"})
    void a_damaged_or_newer_file_is_set_aside_and_kept(String text) throws IOException {
        Files.writeString(file(), text);
        SettingsFile.Loaded loaded = new SettingsFile(file()).load();
        assertThat(loaded.settings()).isEqualTo(Settings.DEFAULT);
        assertThat(loaded.setAside()).isNotNull().hasContent(text);
        assertThat(file()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"version\":1}", "{\"version\":1,\"look\":null,\"unknown\":[1]}", "{\"version\":1,\"look\":{\"appearance\":\"PINK\"}}",
            "{\"version\":1,\"work\":{\"recentModels\":[null],\"documents\":null}}"})
    void what_is_missing_or_unknown_has_its_default(String text) throws IOException {
        Files.writeString(file(), text);
        SettingsFile.Loaded loaded = new SettingsFile(file()).load();
        assertThat(loaded.settings()).isEqualTo(Settings.DEFAULT);
        assertThat(loaded.setAside()).isNull();
    }

    @Test
    void bytes_that_are_no_text_are_set_aside() throws IOException {
        Files.write(file(), new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1});
        assertThat(new SettingsFile(file()).load().setAside()).isNotNull();
    }

    @Test
    void an_older_state_never_overwrites_a_newer_one() throws IOException {
        SettingsFile settings = new SettingsFile(file());
        Settings newer = Settings.DEFAULT.with(new Machine(null, 7));
        settings.write(2, newer);
        settings.write(1, Settings.DEFAULT);
        assertThat(new SettingsFile(file()).load().settings()).isEqualTo(newer);
    }

    @Test
    void bounds_are_in_gigabytes_and_who_only_reads_them_changes_nothing() throws IOException {
        Files.writeString(file(), "{\"version\":1,\"bounds\":{\"cache\":0.5,\"pictures\":-3}}");
        assertThat(Bounds.in(file()).limits()).isEqualTo(new easel.run.Studio.Limits(500_000_000, 5_000_000_000L));
        Files.writeString(file(), "{");
        assertThat(Bounds.in(file())).isEqualTo(Bounds.DEFAULT);
        assertThat(file()).hasContent("{");
        assertThat(Bounds.in(file().resolveSibling("none.json"))).isEqualTo(Bounds.DEFAULT);
    }
}
