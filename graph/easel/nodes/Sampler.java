package easel.nodes;

import easel.engine.ContextKey;
import easel.engine.EngineException;
import easel.engine.ImageRequest;
import easel.engine.RequestCheck;
import easel.engine.Result;
import easel.engine.Sampling;
import easel.engine.Scheduler;
import easel.engine.Start;
import easel.format.Infotext;
import easel.graph.Rule;
import easel.graph.Schema;
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
        Sampling sampling = new Sampling(run.get(sampler), run.get(scheduler), run.get(steps), run.get(cfg));
        ImageRequest words = ImageRequest.text(run.get(positive).text(), run.get(negative).map(Conditioning::text).orElse(""),
                run.get(width), run.get(height), sampling, run.get(seed));
        Optional<Start> from = run.get(start).map(image ->
                new Start(Fit.cover(image.picture(), words.width(), words.height()), run.get(strength), null));
        ImageRequest request = from.map(words::from).orElse(words);
        Model chosen = run.get(model);
        ContextKey context = ContextKey.of(chosen.files(), run.execution());
        Result.Painted painted = run.paint(context, request);
        // The engine may have rounded the size; the picture's own is the one to be told.
        ImageRequest done = new ImageRequest(request.prompt(), request.negativePrompt(), request.clipSkip(),
                painted.picture().width(), painted.picture().height(), sampling, painted.seed(), request.loras(),
                request.start(), null, request.references(), null, null);
        run.give(picture, new Image(painted.picture(), new Made(done.prompt(), done.negativePrompt(), sampling, done.seed(),
                from.map(s -> OptionalDouble.of(s.strength())).orElse(OptionalDouble.empty()), chosen.name(),
                Infotext.of(done, chosen.name(), context.rng(), run.version()), painted.timings(), painted.buildId())));
    }
}
