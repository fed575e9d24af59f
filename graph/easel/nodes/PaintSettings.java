package easel.nodes;

import easel.engine.EngineException;
import easel.engine.Scheduler;
import easel.graph.Rule;
import java.util.Optional;
import java.util.OptionalDouble;

/** What every node that paints by itself takes: model, prompts, and how noise becomes a picture. Declared where it is made. */
public final class PaintSettings {

    private final In<Model> model;
    private final In<Conditioning> positive;
    private final In<Optional<Conditioning>> negative;
    private final Param<Integer> steps;
    private final Param<Double> cfg;
    private final Param<easel.engine.Sampler> sampler;
    private final Param<Scheduler> scheduler;
    private final Param<Long> seed;

    public PaintSettings(Node node) {
        model = node.in("model", Port.MODEL);
        positive = node.in("positive", Port.CONDITIONING);
        negative = node.openIn("negative", Port.CONDITIONING);
        steps = node.whole("steps", 20, new Rule.Whole(1, 1000, 1, Rule.Unit.STEPS));
        cfg = node.real("cfg", 7, new Rule.Real(0, 100, Rule.Unit.NONE));
        sampler = node.choice("sampler", easel.engine.Sampler.EULER, easel.engine.Sampler.values(), easel.engine.Sampler::id);
        scheduler = node.choice("scheduler", Scheduler.DISCRETE, Scheduler.values(), Scheduler::id);
        seed = node.seed("seed");
    }

    /** What painting from nothing comes to. */
    public Fold fromNothing(Run run, int width, int height) throws EngineException {
        return fold(run, new Latent.Empty(width, height, 0), OptionalDouble.empty(), words(run), 0);
    }

    /** What painting over a picture comes to, {@code strength} being the engine's own. */
    public Fold over(Run run, Image image, double strength) throws EngineException {
        return over(run, image, strength, words(run), 0);
    }

    /** ... with other words, and the seed that stands so many further on. */
    public Fold over(Run run, Image image, double strength, Conditioning words, int further) throws EngineException {
        return fold(run, encoded(run, image), OptionalDouble.of(strength), words, further);
    }

    /** ... and over the white part of a mask only. */
    public Fold over(Run run, Image image, Mask mask, double strength) throws EngineException {
        return over(run, image, mask, strength, words(run), 0);
    }

    /** ... with other words, and the seed that stands so many further on. */
    public Fold over(Run run, Image image, Mask mask, double strength, Conditioning words, int further) throws EngineException {
        return fold(run, new Latent.Masked(encoded(run, image), mask), OptionalDouble.of(strength), words, further);
    }

    /** What should be seen. */
    public Conditioning words(Run run) {
        return run.get(positive);
    }

    private Latent encoded(Run run, Image image) {
        return new Latent.Encoded(image, new Vae(run.get(model).files()), null);
    }

    private Fold fold(Run run, Latent begin, OptionalDouble strength, Conditioning words, int further) throws EngineException {
        Pass pass = new Pass(run.node(), run.get(model), words, run.get(negative).orElse(null), run.get(sampler), run.get(scheduler),
                run.get(cfg), run.get(steps), run.get(steps), strength, java.util.List.of(), run.get(seed));
        return Fold.of(new Latent.Sampled(pass.further(further), begin, false), null, null);
    }
}
