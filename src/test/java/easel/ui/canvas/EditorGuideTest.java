package easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** {@code docs/editor.md} names every gesture and every key with the test that does it. */
class EditorGuideTest {

    private static final Pattern ROW = Pattern.compile("^\\| `([A-Z_]+)` \\|.*\\| `(\\w+)\\.(\\w+)` \\|$", Pattern.MULTILINE);

    private static final Pattern NAMED = Pattern.compile("`(\\w+)\\.(\\w+)`");

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

    /** A row of a table, by what stands over its cells. */
    private record Row(String line, Map<String, String> cells) {}

    private static List<Row> rows(String text) {
        List<Row> rows = new ArrayList<>();
        List<String> heads = List.of();
        for (String line : text.lines().toList()) {
            if (!line.startsWith("|")) {
                heads = List.of();
                continue;
            }
            List<String> cells = Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1)).map(String::strip).toList();
            if (heads.isEmpty()) {
                heads = cells;
            } else if (!cells.getFirst().startsWith("---")) {
                assertThat(cells).as(line).hasSameSizeAs(heads);
                Map<String, String> named = new HashMap<>();
                for (int i = 0; i < cells.size(); i++) {
                    named.put(heads.get(i), cells.get(i));
                }
                rows.add(new Row(line, named));
            }
        }
        return rows;
    }

    @Test
    void every_row_of_every_table_names_a_test_that_is_there() throws Exception {
        Map<String, String> classes = new HashMap<>();
        Path tests = Path.of("src/test/java");
        try (var files = Files.walk(tests)) {
            files.filter(f -> f.toString().endsWith("Test.java")).forEach(f -> classes.merge(f.getFileName().toString().replace(".java", ""),
                    tests.relativize(f).toString().replace(".java", "").replace(File.separatorChar, '.'), (one, other) -> one + " and " + other));
        }
        List<Row> rows = rows(Files.readString(Path.of("docs/editor.md")));
        assertThat(rows.size()).as("tables are found").isGreaterThan(Gesture.values().length + CanvasAction.values().length);
        for (Row row : rows) {
            Matcher named = NAMED.matcher(row.cells.getOrDefault("test", ""));
            assertThat(named.matches()).as("a test is named: " + row.line).isTrue();
            assertThat(classes).as(row.line).containsKey(named.group(1));
            // Not initialised: some want a display.
            Class<?> test = Class.forName(classes.get(named.group(1)), false, getClass().getClassLoader());
            assertThat(Arrays.stream(test.getDeclaredMethods()).filter(m -> m.isAnnotationPresent(Test.class) || m.isAnnotationPresent(ParameterizedTest.class)).map(Method::getName))
                    .as(row.line).contains(named.group(2));
        }
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
