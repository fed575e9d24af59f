package easel.nodes.comfy;

import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.In;
import easel.nodes.Latent;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.pixels.Sizing;

/** Scales what was not painted yet, by a factor. */
public final class LatentUpscaleBy extends Node {

    private final In<Latent> samples = in("samples", Port.LATENT);
    private final Param<Latent.Method> method = choice("upscale_method", Latent.Method.NEAREST_EXACT);
    private final Param<Double> by = real("scale_by", 1.5, new Rule.Real(0.01, 8, Rule.Unit.NONE));
    private final Out<Latent> scaled = out("scaled", Port.LATENT);

    public LatentUpscaleBy() {
        super("latent-upscale-by", Schema.Kind.PAINT, "LatentUpscaleBy");
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) {
        run.give(scaled, new Latent.Scaled(run.get(samples), run.get(method), new Sizing.By(run.get(by)), run.readers(scaled) > 1));
    }
}
