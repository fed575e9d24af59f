package easel.nodes.comfy;

import easel.engine.RequestCheck;
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

/** Scales what was not painted yet, to a size. */
public final class LatentUpscale extends Node {

    private final In<Latent> samples = in("samples", Port.LATENT);
    private final Param<Latent.Method> method = choice("upscale_method", Latent.Method.NEAREST_EXACT);
    private final Param<Integer> width = whole("width", 512, new Rule.Whole(0, RequestCheck.MAX_SIDE, 8, Rule.Unit.PIXELS));
    private final Param<Integer> height = whole("height", 512, new Rule.Whole(0, RequestCheck.MAX_SIDE, 8, Rule.Unit.PIXELS));
    private final Param<String> crop = oneOf("crop", "disabled", "center");
    private final Out<Latent> scaled = out("scaled", Port.LATENT);

    public LatentUpscale() {
        super("latent-upscale", Schema.Kind.PAINT, "LatentUpscale");
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) {
        Sizing to = new Sizing.To(run.get(width), run.get(height), run.get(crop).equals("center"));
        run.give(scaled, new Latent.Scaled(run.get(samples), run.get(method), to, run.readers(scaled) > 1));
    }
}
