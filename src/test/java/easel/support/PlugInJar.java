package easel.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A plug-in as somebody else writes it: compiled against Easel's own classes, and packed. */
public final class PlugInJar {

    private final Path classes;

    /** @param classes a folder of its own for what is compiled */
    public PlugInJar(Path classes) {
        this.classes = classes;
    }

    /** Adds a class. */
    public PlugInJar with(String name, String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        SimpleJavaFileObject file = new SimpleJavaFileObject(URI.create("mem:///" + name.replace('.', '/') + ".java"), SimpleJavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignored) {
                return source;
            }
        };
        List<String> options = List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
        assertThat(compiler.getTask(null, null, null, options, null, List.of(file)).call()).isTrue();
        return this;
    }

    /**
     * Packs all that was compiled.
     *
     * @param texts files beside the classes, by their paths
     * @param nodes the classes that are named as nodes
     */
    public void write(Path to, Map<String, String> texts, String... nodes) throws IOException {
        try (OutputStream file = Files.newOutputStream(to); JarOutputStream jar = new JarOutputStream(file)) {
            put(jar, "META-INF/services/easel.nodes.Node", ("# nodes\n" + String.join("\n", nodes) + "\n").getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, String> text : texts.entrySet()) {
                put(jar, text.getKey(), text.getValue().getBytes(StandardCharsets.UTF_8));
            }
            try (Stream<Path> all = Files.walk(classes)) {
                for (Path each : all.filter(Files::isRegularFile).toList()) {
                    put(jar, classes.relativize(each).toString().replace('\\', '/'), Files.readAllBytes(each));
                }
            }
        }
    }

    private static void put(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content);
        jar.closeEntry();
    }
}
