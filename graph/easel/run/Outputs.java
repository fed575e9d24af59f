package easel.run;

import easel.nodes.Image;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a node gave.
 *
 * @param byName  by output
 * @param written the picture it wrote, or null
 * @param file    where it wrote that, or null
 */
record Outputs(Map<String, Object> byName, @Nullable Image written, @Nullable Path file) {

    Outputs {
        byName = Map.copyOf(byName);
    }

    /** Whether it can be had without running again: a file that is gone must be written again. */
    boolean stillThere() {
        return file == null || Files.exists(file);
    }

    /** The pictures among it. */
    List<Image> images() {
        if (written != null) {
            return List.of(written);
        }
        return byName.values().stream().filter(Image.class::isInstance).map(Image.class::cast).toList();
    }

    /** Bytes of the pictures that only this holds. */
    long bytes() {
        return byName.values().stream().mapToLong(v -> v instanceof Image i ? i.picture().samples().length : 0).sum();
    }

    /** The same without pictures that another node's result holds. */
    Outputs light() {
        return written == null ? this : new Outputs(byName, null, file);
    }
}
