package easel.nodes.comfy;

import easel.engine.RequestCheck;
import easel.engine.Scheduler;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Conditioning;
import easel.nodes.In;
import easel.nodes.Latent;
import easel.nodes.Model;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Pass;
import easel.nodes.Port;
import easel.nodes.Run;
import java.util.List;
import java.util.OptionalDouble;

/** Describes one go of a sampler; it is painted once somebody wants the pixels. */
public final class KSampler extends Node {

    private final In<Model> model = in("model", Port.MODEL);
    private final In<Conditioning> positive = in("positive", Port.CONDITIONING);
    private final In<Conditioning> negative = in("negative", Port.CONDITIONING);
    private final In<Latent> start = in("latent_image", Port.LATENT);
    private final Param<Long> seed = seed("seed");
    private final Param<Integer> steps = whole("steps", 20, new Rule.Whole(1, RequestCheck.MAX_STEPS, 1, Rule.Unit.STEPS));
    private final Param<Double> cfg = real("cfg", 8, new Rule.Real(0, RequestCheck.MAX_CFG, Rule.Unit.NONE));
    private final Param<easel.engine.Sampler> sampler = choice("sampler_name", easel.engine.Sampler.EULER, easel.engine.Sampler.values(), ComfyNames::of);
    private final Param<Scheduler> scheduler = choice("scheduler", Scheduler.DISCRETE, Scheduler.values(), ComfyNames::of);
    private final Param<Double> denoise = real("denoise", 1, new Rule.Real(0, 1, Rule.Unit.NONE));
    private final Out<Latent> latent = out("latent", Port.LATENT);

    public KSampler() {
        super("k-sampler", Schema.Kind.PAINT, "KSampler");
    }

    @Override
    public Work work() {
        return Work.DESCRIBES_PAINTING;
    }

    @Override
    public void run(Run run) {
        if (run.get(denoise) == 0) {
            run.give(latent, run.get(start));   // nothing is done
            return;
        }
        Pass pass = new Pass(run.node(), run.get(model), run.get(positive), run.get(negative), run.get(sampler), run.get(scheduler), run.get(cfg),
                run.get(steps), Pass.total(run.get(steps), run.get(denoise)), OptionalDouble.empty(), List.of(), run.get(seed));
        run.give(latent, new Latent.Sampled(pass.further(run.get(start).place()), run.get(start), run.readers(latent) > 1));
    }
}
