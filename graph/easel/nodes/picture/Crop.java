package easel.nodes.picture;

import easel.engine.Picture;
import easel.engine.RequestCheck;
import easel.graph.Rule;
import easel.nodes.Param;
import easel.nodes.Run;
import easel.pixels.Pictures;

/** Cuts a rectangle out of a picture; what of it lies outside is left out, and at least one pixel stays. */
public final class Crop extends PictureChange {

    private final Param<Integer> width = whole("width", 512, new Rule.Whole(1, RequestCheck.MAX_SIDE, 1, Rule.Unit.PIXELS));
    private final Param<Integer> height = whole("height", 512, new Rule.Whole(1, RequestCheck.MAX_SIDE, 1, Rule.Unit.PIXELS));
    private final Param<Integer> x = whole("x", 0, new Rule.Whole(0, RequestCheck.MAX_SIDE, 1, Rule.Unit.PIXELS));
    private final Param<Integer> y = whole("y", 0, new Rule.Whole(0, RequestCheck.MAX_SIDE, 1, Rule.Unit.PIXELS));

    public Crop() {
        super("crop", "image", "ImageCrop");
    }

    @Override
    protected Picture changed(Run run, Picture picture) {
        return Pictures.within(picture, run.get(x), run.get(y), run.get(width), run.get(height));
    }
}
