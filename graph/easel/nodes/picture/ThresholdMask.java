package easel.nodes.picture;

import easel.engine.Picture;
import easel.graph.Rule;
import easel.nodes.Param;
import easel.nodes.Run;
import easel.pixels.Tones;

/** A mask in black and white: white above a value, 0 to 1. */
public final class ThresholdMask extends MaskChange {

    private final Param<Double> value = real("value", 0.5, new Rule.Real(0, 1, Rule.Unit.NONE));

    public ThresholdMask() {
        super("threshold-mask", "ThresholdMask");
    }

    @Override
    protected Picture changed(Run run, Picture mask) {
        double least = run.get(value) * 255;
        return Tones.applied(mask, sample -> sample > least ? 255 : 0);
    }
}
