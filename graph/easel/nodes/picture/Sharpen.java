package easel.nodes.picture;

import easel.engine.Picture;
import easel.graph.Rule;
import easel.nodes.Param;
import easel.nodes.Run;
import easel.pixels.Blurring;

/** Sharpens a picture by what a Gaussian takes away (an unsharp mask, {@link Blurring}); {@code radius} is two standard deviations. */
public final class Sharpen extends PictureChange {

    private final Param<Double> radius = real("radius", 2, new Rule.Real(0, 64, Rule.Unit.PIXELS));
    private final Param<Double> amount = real("amount", 0.5, new Rule.Real(0, 10, Rule.Unit.NONE));
    private final Param<Integer> threshold = whole("threshold", 0, new Rule.Whole(0, 255, 1, Rule.Unit.NONE));

    public Sharpen() {
        super("sharpen", "picture");
    }

    @Override
    protected Picture changed(Run run, Picture picture) {
        return Blurring.sharpened(picture, run.get(radius) / 2, run.get(amount), run.get(threshold));
    }
}
