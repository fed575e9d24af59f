package easel.nodes.picture;

import easel.engine.Picture;
import easel.graph.Rule;
import easel.nodes.Param;
import easel.nodes.Run;
import easel.pixels.Blurring;

/** Softens a picture with a Gaussian ({@link Blurring}); {@code radius} is two standard deviations, in pixels. */
public final class Blur extends PictureChange {

    private final Param<Double> radius = real("radius", 4, new Rule.Real(0, 512, Rule.Unit.PIXELS));

    public Blur() {
        super("blur", "picture");
    }

    @Override
    protected Picture changed(Run run, Picture picture) {
        return Blurring.gaussian(picture, run.get(radius) / 2);
    }
}
