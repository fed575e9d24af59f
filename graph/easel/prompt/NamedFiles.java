package easel.prompt;

import easel.models.Kind;
import easel.models.ModelFolders;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The models of a kind by the names that prompts call them: their short ones without ending. A person's own come before Easel's. */
final class NamedFiles {

    private final ModelFolders models;
    private final Kind kind;
    private final List<String> endings;
    private final BundledFiles bundled;

    /**
     * Looks at nothing yet.
     *
     * @param bundled those that come with Easel
     * @param endings of the person's files
     */
    NamedFiles(ModelFolders models, Kind kind, BundledFiles bundled, String... endings) {
        this.models = models;
        this.kind = kind;
        this.bundled = bundled;
        this.endings = List.of(endings);
    }

    /** Where one that is missing would be put. */
    Path folder() {
        return models.folders(kind).getFirst();
    }

    /** All of them, those that come with Easel where they will be ({@link #isThere}); none if there is no folder. Waits for the disk. */
    SortedMap<String, Path> all() {
        SortedMap<String, Path> all = new TreeMap<>();
        models.all(kind).forEach((name, file) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (endings.stream().anyMatch(lower::endsWith)) {
                all.putIfAbsent(name.substring(0, name.lastIndexOf('.')), file);
            }
        });
        bundled.places(kind).forEach((name, file) -> {
            if (all.keySet().stream().map(NamedFiles::stem).noneMatch(own -> kind == Kind.EMBEDDING ? own.equalsIgnoreCase(name) : own.equals(name))) {
                all.put(name, file);
            }
        });
        return all;
    }

    /** Whether one of them can be read now; one that comes with Easel is unpacked for that. */
    boolean isThere(Path file) {
        return bundled.isThere(file);
    }

    /** Those that a name may mean, ready to be read: the one of that path, else those that are called so in whatever folder. */
    List<Path> find(String name) {
        SortedMap<String, Path> all = all();
        Path exactly = all.get(name.replace('\\', '/'));
        return (exactly != null ? Stream.of(exactly)
                : all.entrySet().stream().filter(e -> stem(e.getKey()).equals(name)).map(Map.Entry::getValue)).filter(this::isThere).toList();
    }

    /** A name without its folders. */
    static String stem(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
