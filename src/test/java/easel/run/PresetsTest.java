package easel.run;

import static org.assertj.core.api.Assertions.assertThat;

import easel.format.WorkflowFile;
import easel.graph.Check;
import easel.graph.Control;
import easel.graph.Document;
import easel.graph.Field;
import easel.graph.InputRef;
import easel.graph.Problem;
import easel.graph.Schema;
import easel.nodes.Catalogue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PresetsTest {

    static List<Preset> bundled() {
        return Presets.bundled();
    }

    @Test
    void every_file_in_the_folder_is_listed() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("presets"))) {
            assertThat(files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(WorkflowFile.ENDING)).map(f -> f.replace(WorkflowFile.ENDING, "")))
                    .containsExactlyInAnyOrderElementsOf(bundled().stream().map(Preset::name).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void a_preset_has_no_problem_but_files_and_stands_in_its_file_as_it_would_be_written(Preset preset) throws Exception {
        assertThat(Check.of(preset.document(), Catalogue::schema)).as("but that a picture is missing").allMatch(p -> p.code() == Problem.Code.NOTHING_COMES);
        try (var in = PresetsTest.class.getResourceAsStream("/presets/" + preset.name() + WorkflowFile.ENDING)) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(WorkflowFile.text(preset.document()));
        }
        assertThat(preset.document().about().name()).isEqualTo(preset.name());
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void every_field_sets_parameters_that_exist_to_values_they_allow_and_speaks_both_languages(Preset preset) {
        Document document = preset.document();
        assertThat(document.form().fields()).extracting(Field::name).doesNotHaveDuplicates();
        for (Field field : document.form().fields()) {
            assertThat(field.label().byTag()).containsOnlyKeys("en", "zh");
            assertThat(field.help().byTag()).containsOnlyKeys("en", "zh");
            assertThat(field.targets()).allSatisfy(t -> assertThat(parameter(document, t)).isNotNull());
            if (field.control() instanceof Control.Choice choice) {
                for (Control.Choice.Option option : choice.options()) {
                    assertThat(option.values()).hasSameSizeAs(field.targets());
                    for (int i = 0; i < field.targets().size(); i++) {
                        assertThat(parameter(document, field.targets().get(i)).rule().allows(option.values().get(i))).isTrue();
                    }
                }
            }
        }
    }

    @Test
    void the_first_preset_says_which_size_the_starter_is_best_at() {
        Document document = Presets.bundled(Presets.FIRST).orElseThrow().document();
        Control.Choice size = (Control.Choice) document.form().field("size").orElseThrow().control();
        assertThat(size.options().getFirst().note().isEmpty()).isTrue();
        assertThat(size.options().stream().skip(1)).isNotEmpty().noneMatch(o -> o.note().isEmpty());
    }

    @Test
    void strength_means_something_only_with_a_start_picture() {
        Document document = Presets.bundled(Presets.FIRST).orElseThrow().document();
        Field strength = document.form().field("strength").orElseThrow();
        assertThat(strength.isOpen(document)).isFalse();
        assertThat(strength.isOpen(Bench.set(document, "start.file", easel.graph.Value.of("a.png")))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void a_preset_shows_what_it_painted(Preset preset) throws Exception {
        byte[] jpeg = Presets.thumbnail(preset, Path.of("nowhere")).orElseThrow();
        java.awt.image.BufferedImage picture = javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(jpeg));
        assertThat(Math.min(picture.getWidth(), picture.getHeight())).isGreaterThanOrEqualTo(96);
        assertThat(jpeg.length).isLessThan(60_000);
    }

    @Test
    void a_persons_own_folder_gives_what_can_be_read_and_has_a_form(@TempDir Path folder) throws Exception {
        WorkflowFile.write(folder.resolve("b.easel.json"), bundled().getFirst().document());
        WorkflowFile.write(folder.resolve("no form.easel.json"), Document.EMPTY);
        Files.writeString(folder.resolve("a.easel.json"), "{");
        assertThat(Presets.in(folder)).extracting(Preset::name).containsExactly("b");
        assertThat(Presets.in(folder.resolve("missing"))).isEmpty();
    }

    private static Schema.Parameter parameter(Document document, InputRef target) {
        return Catalogue.schema(document.node(target.node()).orElseThrow().type()).orElseThrow().parameter(target.input()).orElseThrow();
    }
}
