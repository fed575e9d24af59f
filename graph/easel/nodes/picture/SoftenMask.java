package easel.nodes.picture;

import easel.engine.Picture;
import easel.graph.Rule;
import easel.nodes.Param;
import easel.nodes.Run;
import easel.pixels.Blurring;
import easel.pixels.Masks;

/** Grows or shrinks a mask and gives it an edge that fades: a Gaussian whose {@code feather} is two standard deviations. */
public final class SoftenMask extends MaskChange {

    private final Param<Integer> grow = whole("grow", 0, new Rule.Whole(-1024, 1024, 1, Rule.Unit.PIXELS));
    private final Param<Double> feather = real("feather", 8, new Rule.Real(0, 512, Rule.Unit.PIXELS));

    public SoftenMask() {
        super("soften-mask");
    }

    @Override
    protected Picture changed(Run run, Picture mask) {
        return Blurring.gaussian(Masks.grown(mask, run.get(grow), false), run.get(feather) / 2);
    }
}
