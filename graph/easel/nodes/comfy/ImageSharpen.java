package easel.nodes.comfy;

import easel.engine.Picture;
import easel.graph.Rule;
import easel.nodes.Param;
import easel.nodes.Run;
import easel.nodes.picture.PictureChange;
import easel.pixels.Blurring;

/** Sharpens a picture by ten times alpha of what a Gaussian that ends at a radius takes away. */
public final class ImageSharpen extends PictureChange {

    private final Param<Integer> radius = whole("sharpen_radius", 1, new Rule.Whole(1, 31, 1, Rule.Unit.PIXELS));
    private final Param<Double> sigma = real("sigma", 1, new Rule.Real(0.1, 10, Rule.Unit.NONE));
    private final Param<Double> alpha = real("alpha", 1, new Rule.Real(0, 5, Rule.Unit.NONE));

    public ImageSharpen() {
        super("image-sharpen", "image", "ImageSharpen");
    }

    @Override
    protected int version() {
        return 2;   // sigma counts radii
    }

    @Override
    protected Picture changed(Run run, Picture picture) {
        return Blurring.sharpenedWithin(picture, run.get(radius), run.get(sigma), 10 * run.get(alpha));
    }
}
