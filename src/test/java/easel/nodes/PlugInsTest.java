package easel.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Picture;
import easel.platform.Language;
import easel.platform.Words;
import easel.support.PlugInJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plug-in as somebody else writes it: compiled here against Easel's own classes, packed and put into the folder. */
class PlugInsTest {

    private static final String POSTERIZE = """
            package some.where;
            import easel.engine.Picture;
            import easel.graph.Rule;
            import easel.nodes.Param;
            import easel.nodes.Run;
            import easel.nodes.picture.PictureChange;
            import easel.pixels.Tones;
            public final class Posterize extends PictureChange {
                private final Param<Integer> levels = whole("levels", 4, new Rule.Whole(2, 64, 1, Rule.Unit.NONE));
                public Posterize() {
                    super("some.where/posterize", "picture");
                }
                @Override protected Picture changed(Run run, Picture picture) {
                    int steps = run.get(levels) - 1;
                    return Tones.applied(picture, s -> Math.round(Math.round(s * steps / 255f) * 255f / steps));
                }
            }
            """;

    @TempDir static Path classes;
    @TempDir Path folder;

    private static PlugInJar plugIn;

    @BeforeAll
    static void compile() {
        plugIn = new PlugInJar(classes).with("some.where.Posterize", POSTERIZE)
                .with("some.where.Broken", "package some.where; public final class Broken extends easel.nodes.picture.PictureChange {"
                        + " public Broken() { super(\"broken\", \"picture\"); throw new IllegalStateException(\"made for another Easel\"); }"
                        + " @Override protected easel.engine.Picture changed(easel.nodes.Run run, easel.engine.Picture p) { return p; } }")
                .with("some.where.Blur", "package some.where; public final class Blur extends easel.nodes.picture.PictureChange {"
                        + " public Blur() { super(\"blur\", \"picture\"); }"
                        + " @Override protected easel.engine.Picture changed(easel.nodes.Run run, easel.engine.Picture p) { return p; } }");
    }

    private void jar(String name, Map<String, String> texts, String... nodes) throws IOException {
        plugIn.write(folder.resolve(name), texts, nodes);
    }

    private PlugIns found() {
        return PlugIns.in(folder, Set.of("blur"));
    }

    @Test
    void a_jar_brings_a_node_that_runs_with_its_own_words() throws Exception {
        jar("posterize.jar", Map.of("some/where/messages_en.properties", "some.where/posterize=Posterize\n"), "some.where.Posterize");
        PlugIns plugIns = found();
        assertThat(plugIns.faults()).isEmpty();
        Node node = plugIns.nodes().getFirst();
        assertThat(node.schema().type()).isEqualTo("some.where/posterize");
        Picture ramp = Alone.grey(256, 1, (x, _) -> x);
        Picture posterized = Alone.of(node).on("picture", ramp).with("levels", 3).picture();
        assertThat(new int[] {posterized.at(60, 0, 0), posterized.at(64, 0, 0), posterized.at(255, 0, 0)}).containsExactly(0, 128, 255);
        assertThat(Words.of(node.getClass(), Language.ENGLISH).say("some.where/posterize")).isEqualTo("Posterize");
        assertThat(Words.of(node.getClass(), Language.CHINESE).say("some.where/posterize")).as("it has no Chinese").isEqualTo("Posterize");
    }

    @Test
    void one_without_words_is_called_what_its_type_is() throws Exception {
        jar("silent.jar", Map.of(), "some.where.Posterize");
        assertThat(Words.of(found().nodes().getFirst().getClass(), Language.ENGLISH).has("some.where/posterize")).isFalse();
    }

    @Test
    void what_is_broken_is_told_by_name_and_the_rest_works() throws Exception {
        jar("mixed.jar", Map.of(), "some.where.Broken", "some.where.Missing", "java.lang.String", "some.where.Posterize", "some.where.Posterize", "some.where.Blur");
        Files.writeString(folder.resolve("no-jar.jar"), "not a jar");
        Files.writeString(folder.resolve("notes.txt"), "not a jar");
        jar("nothing.jar", Map.of());
        PlugIns plugIns = found();
        assertThat(plugIns.nodes()).hasSize(1);
        assertThat(plugIns.faults()).extracting(PlugIns.Fault::why).containsExactly(PlugIns.Fault.Why.BROKEN, PlugIns.Fault.Why.BROKEN, PlugIns.Fault.Why.BROKEN,
                PlugIns.Fault.Why.TAKEN, PlugIns.Fault.Why.TAKEN, PlugIns.Fault.Why.NO_NODES, PlugIns.Fault.Why.NO_NODES);
        assertThat(plugIns.faults().getFirst().sentence(Language.ENGLISH)).contains("mixed.jar", "some.where.Broken", "made for another Easel");
        assertThat(plugIns.faults().get(4).sentence(Language.ENGLISH)).contains("blur");
        assertThat(plugIns.faults()).allSatisfy(f -> assertThat(f.sentence(Language.CHINESE).toLowerCase(Locale.ROOT)).contains(".jar"));
    }

    @Test
    void without_a_folder_there_are_none() {
        PlugIns none = PlugIns.in(folder.resolve("nowhere"), Set.of());
        assertThat(none.nodes()).isEmpty();
        assertThat(none.faults()).isEmpty();
    }
}
