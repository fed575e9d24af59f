package easel.nodes.comfy;

import easel.engine.Tiling;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Latent;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.Vae;

/** A picture to begin from, encoded in tiles to spare memory. */
public final class VaeEncodeTiled extends Node {

    private final In<Image> pixels = in("pixels", Port.IMAGE);
    private final In<Vae> vae = in("vae", Port.VAE);
    private final Param<Integer> tile = whole("tile_size", 512, new Rule.Whole(64, 4096, 1, Rule.Unit.PIXELS));
    private final Param<Integer> overlap = whole("overlap", 64, new Rule.Whole(0, 4096, 1, Rule.Unit.PIXELS));
    private final Param<Integer> frames = advanced(whole("temporal_size", 64, new Rule.Whole(8, 4096, 1, Rule.Unit.NONE)));
    private final Param<Integer> frameOverlap = advanced(whole("temporal_overlap", 8, new Rule.Whole(4, 4096, 1, Rule.Unit.NONE)));
    private final Out<Latent> latent = out("latent", Port.LATENT);

    public VaeEncodeTiled() {
        super("vae-encode-tiled", Schema.Kind.PAINT, "VAEEncodeTiled");
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) {
        run.get(frames);
        run.get(frameOverlap);   // of videos only
        run.give(latent, new Latent.Encoded(run.get(pixels), run.get(vae), new Tiling(run.get(tile) / 8, run.get(tile) / 8, Math.min(0.5, (double) run.get(overlap) / run.get(tile)))));
    }
}
