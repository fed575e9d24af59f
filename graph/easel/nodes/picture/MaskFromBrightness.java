package easel.nodes.picture;

import easel.engine.Picture;
import easel.graph.Rule;
import easel.nodes.Param;
import easel.nodes.Run;
import easel.pixels.Masks;
import easel.pixels.Pictures;

/** White where a picture's luminance (Rec. 709) lies between two levels. */
public final class MaskFromBrightness extends MaskFromPicture {

    private static final Rule.Whole LEVEL = new Rule.Whole(0, 255, 1, Rule.Unit.NONE);

    private final Param<Integer> least = whole("least", 128, LEVEL);
    private final Param<Integer> most = whole("most", 255, LEVEL);
    private final Param<Integer> softness = whole("softness", 0, LEVEL);

    public MaskFromBrightness() {
        super("mask-from-brightness", "picture");
    }

    @Override
    protected Picture mask(Run run, Picture picture) {
        return Masks.between(Pictures.luminance(picture), run.get(least), run.get(most), run.get(softness));
    }
}
