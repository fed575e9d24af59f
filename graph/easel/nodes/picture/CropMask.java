package easel.nodes.picture;

import easel.engine.Picture;
import easel.engine.RequestCheck;
import easel.graph.Rule;
import easel.nodes.Param;
import easel.nodes.Run;
import easel.pixels.Pictures;

/** Cuts a rectangle out of a mask; what of it lies outside is left out, and at least one pixel stays. */
public final class CropMask extends MaskChange {

    private static final Rule.Whole PLACE = new Rule.Whole(0, RequestCheck.MAX_SIDE, 1, Rule.Unit.PIXELS);
    private static final Rule.Whole SIDE = new Rule.Whole(1, RequestCheck.MAX_SIDE, 1, Rule.Unit.PIXELS);

    private final Param<Integer> x = whole("x", 0, PLACE);
    private final Param<Integer> y = whole("y", 0, PLACE);
    private final Param<Integer> width = whole("width", 512, SIDE);
    private final Param<Integer> height = whole("height", 512, SIDE);

    public CropMask() {
        super("crop-mask", "CropMask");
    }

    @Override
    protected Picture changed(Run run, Picture mask) {
        return Pictures.within(mask, run.get(x), run.get(y), run.get(width), run.get(height));
    }
}
