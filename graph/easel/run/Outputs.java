package easel.run;

import easel.nodes.Image;
import easel.nodes.Mask;
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

    /** Bytes of the pictures that only this holds, or that it must keep to show them again. */
    long bytes() {
        long shown = written == null || file != null ? 0 : written.picture().samples().length;
        return shown + byName.values().stream().mapToLong(Outputs::bytes).sum();
    }

    private static long bytes(Object value) {
        return value instanceof Image image ? image.picture().samples().length : value instanceof Mask mask ? mask.picture().samples().length : 0;
    }

    /** The same without pictures that another node's result holds. */
    Outputs light() {
        return written == null || file == null ? this : new Outputs(byName, null, file);
    }
}
