package easel.nodes.comfy;

import easel.graph.Schema;
import easel.nodes.Guider;
import easel.nodes.In;
import easel.nodes.Latent;
import easel.nodes.Node;
import easel.nodes.Noise;
import easel.nodes.Out;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.Sigmas;

/** Describes one go of a sampler of which every part comes from elsewhere. */
public final class SamplerCustomAdvanced extends Node {

    private final In<Noise> noise = in("noise", Port.NOISE);
    private final In<Guider> guider = in("guider", Port.GUIDER);
    private final In<easel.engine.Sampler> sampler = in("sampler", Port.SAMPLER);
    private final In<Sigmas> sigmas = in("sigmas", Port.SIGMAS);
    private final In<Latent> start = in("latent_image", Port.LATENT);
    private final Out<Latent> latent = out("output", Port.LATENT);
    private final Out<Latent> denoised = out("denoised_output", Port.LATENT);

    public SamplerCustomAdvanced() {
        super("sampler-custom-advanced", Schema.Kind.PAINT, "SamplerCustomAdvanced");
    }

    @Override
    public Work work() {
        return Work.DESCRIBES_PAINTING;
    }

    @Override
    public void run(Run run) {
        boolean shared = run.readers(latent) + run.readers(denoised) > 1;
        Latent sampled = CustomSampling.of(run.node(), run.get(guider), run.get(sampler), run.get(sigmas), run.get(noise).seed(), run.get(start), shared);
        run.give(latent, sampled);
        run.give(denoised, sampled);
    }
}
