package easel.nodes.comfy;

import easel.engine.RequestCheck;
import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Conditioning;
import easel.nodes.Guider;
import easel.nodes.In;
import easel.nodes.Latent;
import easel.nodes.Model;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.Sigmas;
import easel.nodes.Unfoldable;

/** Describes one go of a sampler through noise levels that come from elsewhere. */
public final class SamplerCustom extends Node {

    private final In<Model> model = in("model", Port.MODEL);
    private final In<Conditioning> positive = in("positive", Port.CONDITIONING);
    private final In<Conditioning> negative = in("negative", Port.CONDITIONING);
    private final In<easel.engine.Sampler> sampler = in("sampler", Port.SAMPLER);
    private final In<Sigmas> sigmas = in("sigmas", Port.SIGMAS);
    private final In<Latent> start = in("latent_image", Port.LATENT);
    private final Param<Boolean> noise = truth("add_noise", true);
    private final Param<Long> seed = seed("noise_seed");
    private final Param<Double> cfg = real("cfg", 8, new Rule.Real(0, RequestCheck.MAX_CFG, Rule.Unit.NONE));
    private final Out<Latent> latent = out("output", Port.LATENT);
    private final Out<Latent> denoised = out("denoised_output", Port.LATENT);

    public SamplerCustom() {
        super("sampler-custom", Schema.Kind.PAINT, "SamplerCustom");
    }

    @Override
    public Work work() {
        return Work.DESCRIBES_PAINTING;
    }

    @Override
    public void run(Run run) {
        if (!run.get(noise)) {
            throw new Unfoldable(Problem.Code.STEPS_CUT);
        }
        Guider guider = new Guider(run.get(model), run.get(positive), run.get(negative), run.get(cfg));
        boolean shared = run.readers(latent) + run.readers(denoised) > 1;
        Latent sampled = CustomSampling.of(run.node(), guider, run.get(sampler), run.get(sigmas), run.get(seed), run.get(start), shared);
        run.give(latent, sampled);
        run.give(denoised, sampled);
    }
}
