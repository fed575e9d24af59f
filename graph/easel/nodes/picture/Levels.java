package easel.nodes.picture;

import easel.engine.Picture;
import easel.graph.Rule;
import easel.nodes.Param;
import easel.nodes.Run;
import easel.pixels.Tones;

/** Makes one grey black and another white, and bends what lies between by a power of one over gamma. */
public final class Levels extends PictureChange {

    private static final Rule.Whole LEVEL = new Rule.Whole(0, 255, 1, Rule.Unit.NONE);

    private final Param<Integer> black = whole("black", 0, LEVEL);
    private final Param<Integer> white = whole("white", 255, LEVEL);
    private final Param<Double> gamma = real("gamma", 1, new Rule.Real(0.1, 10, Rule.Unit.NONE));
    private final Param<Integer> outBlack = whole("out_black", 0, LEVEL);
    private final Param<Integer> outWhite = whole("out_white", 255, LEVEL);

    public Levels() {
        super("levels", "picture");
    }

    @Override
    protected Picture changed(Run run, Picture picture) {
        return Tones.applied(picture, Tones.levels(run.get(black), run.get(white), run.get(gamma), run.get(outBlack), run.get(outWhite)));
    }
}
