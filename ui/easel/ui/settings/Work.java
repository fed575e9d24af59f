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
 * @param preset       the preset that an Easel without tabs had open; taken over by the first start with tabs
 * @param documents    likewise, each preset's document as it was left, as the text of a workflow file
 * @param outputFolder where pictures go; null for the default
 * @param recentModels the newest first
 * @param results      the strip of an Easel without tabs, the newest first
 * @param moreOpen     whether the form's seldom used part is unfolded
 * @param leaveOutOpen whether the negative prompt is unfolded
 * @param recentFiles  workflows that were opened or saved, the newest first
 * @param queueOpen    whether the queue is unfolded at the lower edge
 */
public record Work(@Nullable String preset, Map<String, String> documents, @Nullable Path outputFolder,
        List<Path> recentModels, List<Path> results, boolean moreOpen, boolean leaveOutOpen, List<Path> recentFiles,
                boolean queueOpen) {

    /** Models, or workflows, in a list of recent ones: what a menu shows without scrolling. */
    public static final int RECENT = 8;

    /** Results that come back after a restart. */
    public static final int RESULTS = 200;

    static final Work DEFAULT = new Work(null, Map.of(), null, List.of(), List.of(), false, false, List.of(), false);

    @SuppressWarnings("ConstantValue")
    public Work {
        documents = documents == null ? Map.of() : java.util.Collections.unmodifiableMap(new LinkedHashMap<>(documents));
        recentModels = firstOf(recentModels, RECENT);
        results = firstOf(results, RESULTS);
        recentFiles = firstOf(recentFiles, RECENT);
    }

    private static List<Path> firstOf(@Nullable List<Path> paths, int limit) {
        return paths == null ? List.of() : paths.stream().filter(Objects::nonNull).limit(limit).toList();
    }

    /** The same with pictures going elsewhere. */
    public Work withOutputFolder(@Nullable Path folder) {
        return new Work(preset, documents, folder, recentModels, results, moreOpen, leaveOutOpen, recentFiles, queueOpen);
    }

    /** The same with {@code model} the newest of the recent ones. */
    public Work withRecentModel(Path model) {
        return new Work(preset, documents, outputFolder, first(model, recentModels), results, moreOpen, leaveOutOpen,
                recentFiles, queueOpen);
    }

    /** The same with {@code workflow} the newest of the recent ones. */
    public Work withRecentFile(Path workflow) {
        return new Work(preset, documents, outputFolder, recentModels, results, moreOpen, leaveOutOpen,
                first(workflow, recentFiles), queueOpen);
    }

    private static List<Path> first(Path newest, List<Path> others) {
        return Stream.concat(Stream.of(newest), others.stream().filter(o -> !o.equals(newest))).toList();
    }

    /** The same with the form's parts folded as said. */
    public Work withFolds(boolean more, boolean leaveOut) {
        return new Work(preset, documents, outputFolder, recentModels, results, more, leaveOut, recentFiles, queueOpen);
    }

    /** The same with the queue unfolded or not. */
    public Work withQueue(boolean open) {
        return new Work(preset, documents, outputFolder, recentModels, results, moreOpen, leaveOutOpen, recentFiles, open);
    }
}
