package easel.ui.settings;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the person was doing.
 *
 * @param preset       the preset that was open; null for the first one
 * @param documents    each preset's document as it was left, as the text of a workflow file
 * @param outputFolder where pictures go; null for the default
 * @param recentModels the newest first
 * @param results      the strip, the newest first
 * @param moreOpen     whether the form's seldom used part is unfolded
 * @param leaveOutOpen whether the negative prompt is unfolded
 */
public record Work(@Nullable String preset, Map<String, String> documents, @Nullable Path outputFolder,
        List<Path> recentModels, List<Path> results, boolean moreOpen, boolean leaveOutOpen) {

    /** Models in the list of recent ones: what a drop-down shows without scrolling. */
    public static final int RECENT = 8;

    /** Results that come back after a restart. */
    public static final int RESULTS = 200;

    static final Work DEFAULT = new Work(null, Map.of(), null, List.of(), List.of(), false, false);

    @SuppressWarnings("ConstantValue")
    public Work {
        documents = documents == null ? Map.of() : java.util.Collections.unmodifiableMap(new LinkedHashMap<>(documents));
        recentModels = firstOf(recentModels, RECENT);
        results = firstOf(results, RESULTS);
    }

    private static List<Path> firstOf(@Nullable List<Path> paths, int limit) {
        return paths == null ? List.of() : paths.stream().filter(Objects::nonNull).limit(limit).toList();
    }

    /** The same with another preset open. */
    public Work withPreset(String id) {
        return new Work(id, documents, outputFolder, recentModels, results, moreOpen, leaveOutOpen);
    }

    /** The same with a preset's document as it is now. */
    public Work withDocument(String presetId, String document) {
        Map<String, String> changed = new LinkedHashMap<>(documents);
        changed.put(presetId, document);
        return new Work(preset, changed, outputFolder, recentModels, results, moreOpen, leaveOutOpen);
    }

    /** The same with pictures going elsewhere. */
    public Work withOutputFolder(@Nullable Path folder) {
        return new Work(preset, documents, folder, recentModels, results, moreOpen, leaveOutOpen);
    }

    /** The same with {@code model} the newest of the recent ones. */
    public Work withRecentModel(Path model) {
        List<Path> models = Stream.concat(Stream.of(model), recentModels.stream().filter(m -> !m.equals(model))).toList();
        return new Work(preset, documents, outputFolder, models, results, moreOpen, leaveOutOpen);
    }

    /** The same with another strip. */
    public Work withResults(List<Path> newestFirst) {
        return new Work(preset, documents, outputFolder, recentModels, newestFirst, moreOpen, leaveOutOpen);
    }

    /** The same with the form's parts folded as said. */
    public Work withFolds(boolean more, boolean leaveOut) {
        return new Work(preset, documents, outputFolder, recentModels, results, more, leaveOut);
    }
}
