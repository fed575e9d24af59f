package easel.nodes.comfy;

import easel.engine.Picture;
import easel.graph.Rule;
import easel.nodes.Param;
import easel.nodes.Run;
import easel.nodes.picture.PictureChange;
import easel.pixels.Blurring;

/** Softens a picture with a Gaussian that ends at a radius. */
public final class ImageBlur extends PictureChange {

    private final Param<Integer> radius = whole("blur_radius", 1, new Rule.Whole(1, 31, 1, Rule.Unit.PIXELS));
    private final Param<Double> sigma = real("sigma", 1, new Rule.Real(0.1, 10, Rule.Unit.NONE));

    public ImageBlur() {
        super("image-blur", "image", "ImageBlur");
    }

    @Override
    protected int version() {
        return 2;   // sigma counts radii
    }

    @Override
    protected Picture changed(Run run, Picture picture) {
        return Blurring.within(picture, run.get(radius), run.get(sigma));
    }
}
