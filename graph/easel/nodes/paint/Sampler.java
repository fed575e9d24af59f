package easel.nodes.paint;

import easel.engine.EngineException;
import easel.engine.RequestCheck;
import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Calls;
import easel.nodes.Fold;
import easel.nodes.HiresSettings;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.PaintSettings;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.pixels.Fit;
import java.util.List;
import java.util.Optional;

/** Paints a picture: from words, or from a start picture and words. */
@Calls("generate_image")
public final class Sampler extends Node {

    // The engine rounds to what the model's family can; what it then did, it says.
    private static final Rule.Whole SIDE = new Rule.Whole(RequestCheck.MIN_SIDE, RequestCheck.MAX_SIDE, 1, Rule.Unit.PIXELS);

    private final Param<Integer> width = whole("width", 512, SIDE);
    private final Param<Integer> height = whole("height", 512, SIDE);
    private final PaintSettings settings = new PaintSettings(this);
    private final In<Optional<Image>> start = openIn("start", Port.IMAGE);
    private final Param<Double> strength = real("strength", 0.6, new Rule.Real(0, 1, Rule.Unit.NONE));
    private final HiresSettings hires = new HiresSettings(this);
    private final Out<Image> picture = out("picture", Port.IMAGE);

    public Sampler() {
        super("sampler", Schema.Kind.PAINT);
    }

    @Override
    public void run(Run run) throws EngineException {
        int w = run.get(width);
        int h = run.get(height);
        Optional<Image> from = run.get(start).map(image -> new Image(Fit.cover(image.picture(), w, h), null));
        run.give(picture, fold(run, from).paint(run));
    }

    @Override
    public List<Problem> foretell(Run run) throws EngineException {
        Fold fold = fold(run, run.get(start));
        return fold.foretold(run, run.get(width), run.get(height));   // a picture that comes is cut to this size
    }

    private Fold fold(Run run, Optional<Image> from) throws EngineException {
        Fold first = from.isPresent() ? settings.over(run, from.get(), run.get(strength)) : settings.fromNothing(run, run.get(width), run.get(height));
        return hires.behind(first, run);
    }
}
