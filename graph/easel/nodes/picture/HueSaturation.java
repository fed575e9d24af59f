package easel.nodes.picture;

import easel.engine.Picture;
import easel.graph.Rule;
import easel.nodes.Param;
import easel.nodes.Run;
import easel.pixels.Hues;

/** Turns the colours of a picture round the wheel, and makes them stronger, weaker, lighter or darker: HSL, {@link Hues}. */
public final class HueSaturation extends PictureChange {

    private final Param<Double> hue = real("hue", 0, new Rule.Real(-180, 180, Rule.Unit.DEGREES));
    private final Param<Double> saturation = real("saturation", 1, new Rule.Real(0, 4, Rule.Unit.NONE));
    private final Param<Double> lightness = real("lightness", 0, new Rule.Real(-1, 1, Rule.Unit.NONE));

    public HueSaturation() {
        super("hue-saturation", "picture");
    }

    @Override
    protected Picture changed(Run run, Picture picture) {
        return Hues.turned(picture, run.get(hue), run.get(saturation), run.get(lightness));
    }
}
