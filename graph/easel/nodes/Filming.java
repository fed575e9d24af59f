package easel.nodes;

import easel.engine.Picture;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a video has beside what a picture has.
 *
 * @param first     the picture it begins with, in its size, or null
 * @param last      the picture it ends with, or null
 * @param control   pictures that its frames follow, one each
 * @param following how strongly
 * @param boundary  the noise level at which the second of two models takes over
 * @param highSteps how many steps the first of two models takes; 0 by the boundary
 * @param highCfg   its CFG scale; 0 as the other's
 */
public record Filming(int frames, int fps, @Nullable Picture first, @Nullable Picture last, List<Picture> control, double following,
        double boundary, int highSteps, double highCfg) {

    public Filming {
        control = List.copyOf(control);
    }
}
