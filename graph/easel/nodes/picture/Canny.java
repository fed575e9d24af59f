package easel.nodes.picture;

import easel.engine.EngineException;
import easel.engine.Picture;
import easel.graph.Rule;
import easel.nodes.Calls;
import easel.nodes.Param;
import easel.nodes.Run;
import easel.pixels.Edges;
import easel.pixels.Pictures;

/**
 * The edges of a picture, white on black, for a ControlNet: {@link Edges#canny}, which takes the steps of ComfyUI's node, or the
 * engine's own call, which takes others, its thresholds as parts of the steepest slope in the picture.
 */
@Calls("preprocess_canny")
public final class Canny extends PictureChange {

    private static final Rule.Real SLOPE = new Rule.Real(0.01, 0.99, Rule.Unit.NONE);

    private final Param<Double> low = real("low_threshold", 0.4, SLOPE);
    private final Param<Double> high = real("high_threshold", 0.8, SLOPE);
    private final Param<Method> method = advanced(choice("method", Method.COMFYUI));

    /** Whose edges they are. */
    private enum Method { COMFYUI, ENGINE }

    public Canny() {
        super("canny", "image", "Canny");
    }

    @Override
    protected Picture changed(Run run, Picture picture) throws EngineException {
        return switch (run.get(method)) {
            case COMFYUI -> Pictures.opaque(Edges.canny(picture, run.get(low), run.get(high)));
            case ENGINE -> run.canny(Pictures.opaque(picture), run.get(high), run.get(low));
        };
    }
}
