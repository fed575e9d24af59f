package easel.nodes.picture;

import easel.engine.Picture;
import easel.graph.Rule;
import easel.nodes.Param;
import easel.nodes.Run;
import easel.pixels.Pictures;
import easel.pixels.Tones;

/** A picture in black and white: white from a luminance (Rec. 709) on. */
public final class Threshold extends PictureChange {

    private final Param<Integer> level = whole("level", 128, new Rule.Whole(0, 255, 1, Rule.Unit.NONE));

    public Threshold() {
        super("threshold", "picture");
    }

    @Override
    protected Picture changed(Run run, Picture picture) {
        Picture grey = Tones.applied(Pictures.luminance(picture), Tones.threshold(run.get(level)));
        return picture.channels() == 4 ? Pictures.withAlpha(Pictures.opaque(grey), Pictures.opacity(picture)) : Pictures.opaque(grey);
    }
}
