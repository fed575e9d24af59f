package easel.nodes.picture;

import easel.engine.Picture;
import easel.engine.RequestCheck;
import easel.graph.Rule;
import easel.nodes.Param;
import easel.nodes.Run;
import easel.pixels.Masks;

/** Makes the white of a mask reach further, or less far: the brightest or darkest sample within a square or a diamond. */
public final class GrowMask extends MaskChange {

    private static final Rule.Whole FAR = new Rule.Whole(-RequestCheck.MAX_SIDE, RequestCheck.MAX_SIDE, 1, Rule.Unit.PIXELS);

    private final Param<Integer> expand = whole("expand", 0, FAR);
    private final Param<Boolean> tapered = truth("tapered_corners", true);

    public GrowMask() {
        super("grow-mask", "GrowMask");
    }

    @Override
    protected Picture changed(Run run, Picture mask) {
        return Masks.grown(mask, run.get(expand), run.get(tapered));
    }
}
