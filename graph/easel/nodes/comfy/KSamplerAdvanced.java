package easel.nodes.comfy;

import easel.engine.RequestCheck;
import easel.engine.Scheduler;
import easel.graph.Problem;
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
import easel.nodes.Unfoldable;
import java.util.List;
import java.util.OptionalDouble;

/** Describes one go of a sampler through a part of its steps: from any of them, to the last. */
public final class KSamplerAdvanced extends Node {

    private final In<Model> model = in("model", Port.MODEL);
    private final In<Conditioning> positive = in("positive", Port.CONDITIONING);
    private final In<Conditioning> negative = in("negative", Port.CONDITIONING);
    private final In<Latent> start = in("latent_image", Port.LATENT);
    private final Param<String> noise = advanced(oneOf("add_noise", "enable", "disable"));
    private final Param<Long> seed = seed("noise_seed");
    private final Param<Integer> steps = whole("steps", 20, new Rule.Whole(1, RequestCheck.MAX_STEPS, 1, Rule.Unit.STEPS));
    private final Param<Double> cfg = real("cfg", 8, new Rule.Real(0, RequestCheck.MAX_CFG, Rule.Unit.NONE));
    private final Param<easel.engine.Sampler> sampler = choice("sampler_name", easel.engine.Sampler.EULER, easel.engine.Sampler.values(), ComfyNames::of);
    private final Param<Scheduler> scheduler = choice("scheduler", Scheduler.DISCRETE, Scheduler.values(), ComfyNames::of);
    private final Param<Integer> from = advanced(whole("start_at_step", 0, new Rule.Whole(0, 10_000, 1, Rule.Unit.NONE)));
    private final Param<Integer> to = advanced(whole("end_at_step", 10_000, new Rule.Whole(0, 10_000, 1, Rule.Unit.NONE)));
    private final Param<String> leftover = advanced(oneOf("return_with_leftover_noise", "disable", "enable"));
    private final Out<Latent> latent = out("latent", Port.LATENT);

    public KSamplerAdvanced() {
        super("k-sampler-advanced", Schema.Kind.PAINT, "KSamplerAdvanced");
    }

    @Override
    public Work work() {
        return Work.DESCRIBES_PAINTING;
    }

    @Override
    public void run(Run run) {
        int all = run.get(steps);
        int taken = all - run.get(from);
        boolean cut = run.get(to) < all;
        // With nothing left over the engine's last step ends where ComfyUI's does only if it is the last of all.
        if (run.get(noise).equals("disable") || cut || taken < 1) {
            run.get(leftover);
            throw new Unfoldable(Problem.Code.STEPS_CUT);
        }
        Pass pass = new Pass(run.node(), run.get(model), run.get(positive), run.get(negative), run.get(sampler), run.get(scheduler), run.get(cfg),
                taken, all, OptionalDouble.empty(), List.of(), run.get(seed));
        run.give(latent, new Latent.Sampled(pass.further(run.get(start).place()), run.get(start), run.readers(latent) > 1));
    }
}
