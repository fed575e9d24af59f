package easel.prompt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The model files in a folder and the folders in it, by the names that prompts call them: the path below it without ending. */
final class NamedFiles {

    private static final int DEEPEST = 5;
    private static final int MOST = 10_000;

    private final Path folder;
    private final List<String> endings;

    NamedFiles(Path folder, String... endings) {
        this.folder = folder;
        this.endings = List.of(endings);
    }

    Path folder() {
        return folder;
    }

    /** All of them; none if there is no folder. Waits for the disk. */
    SortedMap<String, Path> all() {
        SortedMap<String, Path> all = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
                files.limit(MOST).filter(this::isOne).forEach(file -> all.putIfAbsent(name(file), file.toAbsolutePath()));
            } catch (IOException | UncheckedIOException unreadable) {
                return all;
            }
        }
        return all;
    }

    private boolean isOne(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && endings.stream().anyMatch(name::endsWith) && Files.isRegularFile(file);
    }

    private String name(Path file) {
        String below = folder.relativize(file).toString().replace('\\', '/');
        return below.substring(0, below.lastIndexOf('.'));
    }

    /** Those that a name may mean: the one of that path, else those that are called so in whatever folder. */
    List<Path> find(String name) {
        SortedMap<String, Path> all = all();
        Path exactly = all.get(name.replace('\\', '/'));
        return exactly != null ? List.of(exactly)
                : all.entrySet().stream().filter(e -> stem(e.getKey()).equals(name)).map(java.util.Map.Entry::getValue).toList();
    }

    /** A name without its folders. */
    static String stem(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
