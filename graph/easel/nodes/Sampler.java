package easel.nodes;

import easel.engine.EngineException;
import easel.engine.RequestCheck;
import easel.engine.Scheduler;
import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Schema;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Paints a picture: from words, or from a start picture and words. */
public final class Sampler extends Node {

    // The engine rounds to what the model's family can; what it then did, it says.
    private static final Rule.Whole SIDE = new Rule.Whole(RequestCheck.MIN_SIDE, RequestCheck.MAX_SIDE, 1, Rule.Unit.PIXELS);

    private final In<Model> model = in("model", Port.MODEL);
    private final In<Conditioning> positive = in("positive", Port.CONDITIONING);
    private final In<Optional<Conditioning>> negative = openIn("negative", Port.CONDITIONING);
    private final In<Optional<Image>> start = openIn("start", Port.IMAGE);
    private final Param<Integer> width = whole("width", 512, SIDE);
    private final Param<Integer> height = whole("height", 512, SIDE);
    private final Param<Integer> steps = whole("steps", 20, new Rule.Whole(1, 1000, 1, Rule.Unit.STEPS));
    private final Param<Double> cfg = real("cfg", 7, new Rule.Real(0, 100, Rule.Unit.NONE));
    private final Param<easel.engine.Sampler> sampler =
            choice("sampler", easel.engine.Sampler.EULER, easel.engine.Sampler.values(), easel.engine.Sampler::id);
    private final Param<Scheduler> scheduler = choice("scheduler", Scheduler.DISCRETE, Scheduler.values(), Scheduler::id);
    private final Param<Long> seed = seed("seed");
    private final Param<Double> strength = real("strength", 0.6, new Rule.Real(0, 1, Rule.Unit.NONE));
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
        Model chosen = run.get(model);
        Latent begin = from.<Latent>map(image -> new Latent.Encoded(image, new Vae(chosen.files()), null))
                .orElseGet(() -> new Latent.Empty(run.get(width), run.get(height)));
        OptionalDouble by = from.isPresent() ? OptionalDouble.of(run.get(strength)) : OptionalDouble.empty();
        Pass pass = new Pass(run.node(), chosen, run.get(positive), run.get(negative).orElse(null), run.get(sampler), run.get(scheduler),
                run.get(cfg), run.get(steps), run.get(steps), by, List.of(), run.get(seed));
        return Fold.of(new Latent.Sampled(pass, begin, false), null, null);
    }
}
