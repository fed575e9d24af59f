package easel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import easel.platform.Home;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The modules of a bundle's Java against what jdeps finds in the class files. */
class JavaRuntimeTest {

    @Test
    void has_every_module_that_the_program_and_its_libraries_use() throws Exception {
        Path target = Home.folder().resolve("target");
        List<Path> jars;
        try (Stream<Path> libs = Files.list(target.resolve("libs"))) {
            jars = libs.toList();
        }
        StringWriter out = new StringWriter();
        List<String> arguments = Stream.concat(Stream.of("--ignore-missing-deps", "--multi-release", "25", "-verbose:package", "-filter:none", "-cp",
                jars.stream().map(Path::toString).collect(Collectors.joining(java.io.File.pathSeparator)), target.resolve("classes").toString()),
                jars.stream().map(Path::toString)).toList();
        ToolProvider.findFirst("jdeps").orElseThrow().run(new PrintWriter(out), new PrintWriter(new StringWriter()), arguments.toArray(String[]::new));

        // Such as: "   com.google.gson.internal.sql   -> java.sql   java.sql"
        Matcher line = Pattern.compile("(?m)^ +(\\S+) +-> \\S+ +((?:java|jdk)\\.\\S+)").matcher(out.toString());
        Set<String> used = new TreeSet<>();
        while (line.find()) {
            // Gson reads SQL dates only where there is java.sql.
            if (!line.group(1).startsWith("com.google.gson.internal.sql")) {
                used.add(line.group(2));
            }
        }
        assertThat(used).as(out.toString()).contains("java.base", "java.desktop", "java.logging");
        assertThat(withWhatTheyRequire(JavaRuntime.MODULES)).containsAll(used);
    }

    private static Set<String> withWhatTheyRequire(List<String> modules) {
        Set<String> all = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(modules);
        while (!open.isEmpty()) {
            String module = open.pop();
            if (all.add(module)) {
                ModuleFinder.ofSystem().find(module).map(ModuleReference::descriptor).orElseThrow().requires().forEach(r -> open.push(r.name()));
            }
        }
        return all;
    }
}
