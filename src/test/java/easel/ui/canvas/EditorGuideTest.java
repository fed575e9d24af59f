package easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/editor.md} names every gesture and every key with the test that does it. */
class EditorGuideTest {

    private static final Pattern ROW = Pattern.compile("^\\| `([A-Z_]+)` \\|.*\\| `(\\w+)\\.(\\w+)` \\|$", Pattern.MULTILINE);

    @Test
    void every_gesture_has_a_test_that_is_there() throws Exception {
        Set<String> told = new HashSet<>();
        Matcher row = ROW.matcher(Files.readString(Path.of("docs/editor.md")));
        while (row.find()) {
            assertThat(told.add(row.group(1))).as("told once: " + row.group(1)).isTrue();
            Class<?> test = Class.forName("easel.ui.canvas." + row.group(2));
            assertThat(test.getDeclaredMethod(row.group(3)).isAnnotationPresent(Test.class)).as(row.group()).isTrue();
        }
        Set<String> there = new TreeSet<>();
        for (Gesture gesture : Gesture.values()) {
            there.add(gesture.name());
        }
        for (CanvasAction action : CanvasAction.values()) {
            there.add(action.name());
        }
        assertThat(told).containsExactlyInAnyOrderElementsOf(there);
    }

    @Test
    void every_word_is_used() throws IOException {
        StringBuilder sources = new StringBuilder();
        try (var files = Files.list(Path.of("ui/easel/ui/canvas"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                sources.append(Files.readString(file));
            }
        }
        for (String code : easel.platform.Words.of(CanvasView.class, easel.platform.Language.ENGLISH).codes()) {
            if (!code.startsWith("phase.") && !code.startsWith("action.") && !code.startsWith("colour.") && !code.startsWith("conversion.")) {
                assertThat(sources.toString()).contains('"' + code + '"');
            }
        }
        for (NodeDeeds.Colour colour : NodeDeeds.Colour.values()) {
            assertThat(easel.platform.Words.of(CanvasView.class, easel.platform.Language.ENGLISH).has("colour." + colour.name().toLowerCase(java.util.Locale.ROOT))).isTrue();
        }
        for (easel.graph.Conversion conversion : easel.graph.Conversion.values()) {
            assertThat(easel.platform.Words.of(CanvasView.class, easel.platform.Language.ENGLISH).has("conversion." + conversion.id()))
                    .as(conversion.id()).isEqualTo(!conversion.silent());
        }
        for (easel.engine.Phase phase : easel.engine.Phase.values()) {
            assertThat(easel.platform.Words.of(CanvasView.class, easel.platform.Language.ENGLISH).has("phase." + phase.name())).as(phase.name()).isTrue();
        }
    }
}
