package easel.run;

import easel.platform.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The folders pictures went to, in a file beside the database: from them a history that was lost is made again. */
final class KnownFolders {

    private static final int MOST = 200;

    private final Path file;
    private final Set<Path> told = new LinkedHashSet<>();

    KnownFolders(Path file) {
        this.file = file;
    }

    synchronized void add(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        if (!told.add(absolute)) {
            return;
        }
        Set<Path> all = new LinkedHashSet<>(all());
        if (all.size() < MOST && all.add(absolute)) {
            try {
                WholeFile.write(file, all.stream().map(Path::toString).collect(Collectors.joining("\n", "", "\n")).getBytes(StandardCharsets.UTF_8));
            } catch (IOException next) {
                told.remove(absolute);   // tried again with the next picture
            }
        }
    }

    synchronized List<Path> all() {
        Set<Path> all = new LinkedHashSet<>();
        try {
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank()) {
                    all.add(Path.of(line));
                }
            }
        } catch (IOException | InvalidPathException none) {
            return List.copyOf(all);
        }
        return List.copyOf(all);
    }
}
