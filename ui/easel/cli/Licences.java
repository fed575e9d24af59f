package easel.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gathers the licences of all that a bundle carries, but for Java's, which lie with Java. */
final class Licences {

    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[^/]*)\\.jar");
    private static final Pattern TEXT = Pattern.compile("META-INF/(?:licen[cs]e|notice|copying)[^/]*", Pattern.CASE_INSENSITIVE);

    private final Path texts;
    private final Path to;

    /**
     * @param texts the folder with the texts that lie in no jar, and libraries.properties
     * @param to    where all of them go
     */
    Licences(Path texts, Path to) {
        this.texts = texts;
        this.to = to;
    }

    /**
     * @param engine    the folder of the engine's licences
     * @param libraries the jars that are not Easel's own
     * @throws IllegalStateException if a library has no licence here: an error of ours
     */
    void gather(Path engine, List<Path> libraries) throws IOException {
        Properties known = new Properties();
        try (Reader in = Files.newBufferedReader(texts.resolve("libraries.properties"))) {
            known.load(in);
        }
        Tree.copy(engine, to.resolve("engine"));
        for (Path text : Tree.files(texts)) {
            if (text.toString().endsWith(".txt")) {
                Tree.copyFile(text, to.resolve(text.getFileName()));
            }
        }
        List<String> overview = new ArrayList<>(List.of("What lies in lib/ and where its licence is:", ""));
        for (Path jar : libraries) {
            overview.add(library(jar, known));
        }
        overview.addAll(List.of("", "The engine (native/): engine/ and engine-parts.txt", "Java (runtime/): runtime/legal/", "Easel and the starter weights: LICENSE beside the launcher"));
        Files.write(to.resolve("libraries.txt"), overview);
    }

    private String library(Path jar, Properties known) throws IOException {
        Matcher matcher = JAR.matcher(jar.getFileName().toString());
        if (!matcher.matches() || known.getProperty(matcher.group(1)) == null) {
            throw new IllegalStateException("notices/libraries.properties does not know " + jar.getFileName());
        }
        List<String> places = new ArrayList<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : file.stream().filter(e -> TEXT.matcher(e.getName()).matches()).toList()) {
                Path place = to.resolve("libraries").resolve(matcher.group(1)).resolve(Path.of(entry.getName()).getFileName().toString());
                Files.createDirectories(place.getParent());
                try (InputStream in = file.getInputStream(entry)) {
                    Files.copy(in, place);
                }
                places.add(to.relativize(place).toString().replace('\\', '/'));
            }
        }
        places.addAll(List.of(known.getProperty(matcher.group(1)).strip().split(" +")));
        places.removeIf(String::isEmpty);
        if (places.isEmpty()) {
            throw new IllegalStateException("there is no licence text for " + jar.getFileName());
        }
        return String.format(Locale.ROOT, "%s %s: %s", matcher.group(1), matcher.group(2), String.join(", ", places));
    }
}
