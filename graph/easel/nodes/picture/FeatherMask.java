package easel.nodes.picture;

import easel.engine.Picture;
import easel.engine.RequestCheck;
import easel.graph.Rule;
import easel.nodes.Param;
import easel.nodes.Run;
import easel.pixels.Masks;

/** Lets a mask fade towards the sides of its own frame. */
public final class FeatherMask extends MaskChange {

    private static final Rule.Whole OVER = new Rule.Whole(0, RequestCheck.MAX_SIDE, 1, Rule.Unit.PIXELS);

    private final Param<Integer> left = whole("left", 0, OVER);
    private final Param<Integer> top = whole("top", 0, OVER);
    private final Param<Integer> right = whole("right", 0, OVER);
    private final Param<Integer> bottom = whole("bottom", 0, OVER);

    public FeatherMask() {
        super("feather-mask", "FeatherMask");
    }

    @Override
    protected Picture changed(Run run, Picture mask) {
        return Masks.framed(mask, run.get(left), run.get(top), run.get(right), run.get(bottom));
    }
}
