package easel.nodes;

import easel.engine.Picture;
import org.jspecify.annotations.Nullable;

/**
 * A picture on its way between nodes, with what is known of its making.
 *
 * @param made how it was painted, or null for one that came from a file
 */
public record Image(Picture picture, @Nullable Made made) implements Held {

    @Override
    public long bytes() {
        return picture.samples().length;
    }
}
