package easel.run;

import easel.graph.Value;
import easel.nodes.Batch;
import easel.nodes.Held;
import easel.nodes.Image;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a node gave.
 *
 * @param byName  by output
 * @param written the picture it wrote, or null
 * @param file    where it wrote that, or null
 * @param more    what it wrote besides, for the rest of a batch
 */
record Outputs(Map<String, Object> byName, @Nullable Image written, @Nullable Path file, List<Written> more) {

    /** A picture that was written, or only shown. */
    record Written(@Nullable Image image, @Nullable Path file) {}

    Outputs {
        byName = Map.copyOf(byName);
        more = List.copyOf(more);
    }

    /** What a node gave that went once. */
    Outputs(Map<String, Object> byName, @Nullable Image written, @Nullable Path file) {
        this(byName, written, file, List.of());
    }

    /** What a node gave that went once for each of a batch. */
    static Outputs of(List<Outputs> goes) {
        Outputs first = goes.getFirst();
        Map<String, Object> all = new HashMap<>();
        first.byName.keySet().forEach(name -> all.put(name, new Batch(goes.stream().flatMap(go -> values(go.byName.get(name))).toList())));
        return new Outputs(all, first.written, first.file, goes.stream().skip(1).map(go -> new Written(go.written, go.file)).toList());
    }

    private static Stream<Object> values(@Nullable Object value) {
        return value instanceof Batch(var all) ? all.stream() : Stream.ofNullable(value);
    }

    /** What it wrote, or only showed. */
    List<Written> allWritten() {
        return written == null && file == null ? more : Stream.concat(Stream.of(new Written(written, file)), more.stream()).toList();
    }

    /** The files it wrote. */
    List<Path> files() {
        return allWritten().stream().map(Written::file).filter(Objects::nonNull).toList();
    }

    /** Whether it can be had without running again: a file that is gone must be written again. */
    boolean stillThere() {
        return files().stream().allMatch(Files::exists);
    }

    /** What is told of a node that gave it. */
    NodeState.Done done(double seconds, boolean fromCache) {
        List<Path> files = files();
        return new NodeState.Done(seconds, fromCache, images(), files.isEmpty() ? null : files.getFirst(), files.isEmpty() ? files : files.subList(1, files.size()), told());
    }

    /** The words and numbers among it; those of a batch one below the other. */
    private Map<String, String> told() {
        Map<String, String> told = new HashMap<>();
        byName.forEach((name, value) -> {
            String words = values(value).filter(Value.class::isInstance).map(v -> words((Value) v)).collect(Collectors.joining("\n"));
            if (!words.isEmpty()) {
                told.put(name, words);
            }
        });
        return told;
    }

    /** A value as people read it. */
    static String words(Value value) {
        return switch (value) {
            case Value.Text text -> text.text();
            case Value.Number number -> number.exact().stripTrailingZeros().toPlainString();
            case Value.Truth truth -> Boolean.toString(truth.on());
            case Value.Seed seed -> seed.number().isPresent() ? Long.toString(seed.number().getAsLong()) : "";
            case Value.Shapes _, Value.Foreign _ -> "";
        };
    }

    /** The pictures among it. */
    List<Image> images() {
        List<Image> shown = allWritten().stream().map(Written::image).filter(Objects::nonNull).toList();
        return !shown.isEmpty() ? shown : byName.values().stream().flatMap(Outputs::values)
                .filter(Image.class::isInstance).map(Image.class::cast).toList();
    }

    /** Bytes of the pictures that only this holds, or that it must keep to show them again. */
    long bytes() {
        long shown = 0;
        for (Written each : allWritten()) {
            shown += each.image == null || each.file != null ? 0 : each.image.picture().samples().length;
        }
        return shown + byName.values().stream().flatMap(Outputs::values).mapToLong(Outputs::bytes).sum();
    }

    private static long bytes(Object value) {
        return value instanceof Held held ? held.bytes() : 0;
    }

    /** The same without pictures that another node's result holds. */
    Outputs light() {
        return written == null || file == null ? this
                : new Outputs(byName, null, file, more.stream().map(w -> w.file == null ? w : new Written(null, w.file)).toList());
    }
}
