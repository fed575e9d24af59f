package easel.run;

import easel.nodes.Image;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What becomes of a node in a job. */
public sealed interface NodeState {

    /** It will run once what feeds it has. */
    record Waiting() implements NodeState {}

    /** It runs. */
    record Running(Progress progress) implements NodeState {}

    /**
     * It has its result.
     *
     * @param seconds   that it took, this time; 0 from the cache
     * @param fromCache whether it was known already
     * @param images    pictures it gave, or, for a node that saves, wrote
     * @param file      the file it wrote or had written before, or null
     * @param more      those for the rest of a batch
     * @param told      words and numbers it gave, by output
     */
    record Done(double seconds, boolean fromCache, List<Image> images, @Nullable Path file, List<Path> more, Map<String, String> told) implements NodeState {
        public Done {
            images = List.copyOf(images);
            more = List.copyOf(more);
            told = Map.copyOf(told);
        }

        /** Without words and numbers. */
        public Done(double seconds, boolean fromCache, List<Image> images, @Nullable Path file, List<Path> more) {
            this(seconds, fromCache, images, file, more, Map.of());
        }

        /** With one file at most. */
        public Done(double seconds, boolean fromCache, List<Image> images, @Nullable Path file) {
            this(seconds, fromCache, images, file, List.of());
        }

        /** All files. */
        public List<Path> files() {
            return file == null ? more : Stream.concat(Stream.of(file), more.stream()).toList();
        }
    }

    /**
     * It could not.
     *
     * @param inputs what it had, by input: values as they would be typed, for a link where it comes from
     */
    record Failed(Trouble trouble, Map<String, String> inputs) implements NodeState {

        public Failed {
            inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        }

        /** With nothing known of what it had. */
        public Failed(Trouble trouble) {
            this(trouble, Map.of());
        }
    }

    /** It did not get its turn: what feeds it failed, or the job was cancelled. */
    record Skipped() implements NodeState {}
}
