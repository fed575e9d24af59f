package easel.nodes.picture;

import easel.engine.Picture;
import easel.graph.Problem;
import easel.graph.Rule;
import easel.nodes.Param;
import easel.nodes.Run;
import easel.pixels.Masks;
import java.util.List;

/** White where a picture has a colour, or one near it: by the distance in RGB, of which black to white is 441. */
public final class MaskFromColour extends MaskFromPicture {

    private final Param<String> colour = words("colour", "#00ff00", 16);
    private final Param<Double> tolerance = real("tolerance", 60, new Rule.Real(0, 442, Rule.Unit.NONE));
    private final Param<Double> softness = real("softness", 20, new Rule.Real(0, 442, Rule.Unit.NONE));

    public MaskFromColour() {
        super("mask-from-colour", "picture");
    }

    @Override
    protected Picture mask(Run run, Picture picture) {
        return Masks.ofColour(picture, Colour.of(run, colour), run.get(tolerance), run.get(softness));
    }

    @Override
    public List<Problem> foretell(Run run) {
        Colour.of(run, colour);
        return List.of();
    }
}
