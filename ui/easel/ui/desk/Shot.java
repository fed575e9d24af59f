package easel.ui.desk;

import easel.graph.Document;
import easel.run.JobId;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A finished picture of the strip. The pixels are in the file, not here: a hundred of them must stay small.
 *
 * @param width    in pixels; 0 if the file was not looked at yet
 * @param seconds  that painting took; 0 if not known
 * @param document what painted it, seeds drawn; null for one of an earlier session, whose file tells
 * @param run      the first job of the run it belongs to, or null for one of an earlier session
 */
public record Shot(Path file, int width, int height, OptionalLong seed, double seconds,
        @Nullable Document document, @Nullable JobId run) {

    /** One of an earlier session. */
    public static Shot of(Path file) {
        return new Shot(file, 0, 0, OptionalLong.empty(), 0, null, null);
    }
}
