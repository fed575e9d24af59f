package easel.engine;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files that make up a model, each at most once. */
public record ModelFiles(SortedMap<Part, Path> parts) {

    public ModelFiles {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /** Nothing yet. */
    public static ModelFiles none() {
        return new ModelFiles(new TreeMap<>());
    }

    /** One checkpoint and nothing else. */
    public static ModelFiles checkpoint(Path file) {
        return new ModelFiles(new TreeMap<>(Map.of(Part.CHECKPOINT, file)));
    }

    /** These files and {@code file} as {@code part}, in place of what was that part. */
    public ModelFiles with(Part part, Path file) {
        Map<Part, Path> changed = new EnumMap<>(Part.class);
        changed.putAll(parts);
        changed.put(part, file);
        return new ModelFiles(new TreeMap<>(changed));
    }

    /** The file that is {@code part}. */
    public Optional<Path> get(Part part) {
        return Optional.ofNullable(parts.get(part));
    }
}
