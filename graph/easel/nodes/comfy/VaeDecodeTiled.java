package easel.nodes.comfy;

import easel.engine.EngineException;
import easel.engine.Tiling;
import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Fold;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Latent;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.Vae;
import java.util.List;

/** Has painted what was described, decoded in tiles to spare memory. */
public final class VaeDecodeTiled extends Node {

    private final In<Latent> samples = in("samples", Port.LATENT);
    private final In<Vae> vae = in("vae", Port.VAE);
    private final Param<Integer> tile = whole("tile_size", 512, new Rule.Whole(64, 4096, 1, Rule.Unit.PIXELS));
    private final Param<Integer> overlap = whole("overlap", 64, new Rule.Whole(0, 4096, 1, Rule.Unit.PIXELS));
    private final Param<Integer> frames = advanced(whole("temporal_size", 64, new Rule.Whole(8, 4096, 1, Rule.Unit.NONE)));
    private final Param<Integer> frameOverlap = advanced(whole("temporal_overlap", 8, new Rule.Whole(4, 4096, 1, Rule.Unit.NONE)));
    private final Out<Image> image = out("image", Port.IMAGE);

    public VaeDecodeTiled() {
        super("vae-decode-tiled", Schema.Kind.PAINT, "VAEDecodeTiled");
    }

    @Override
    public Work work() {
        return Work.FORCES;
    }

    @Override
    public void run(Run run) throws EngineException {
        run.give(image, Fold.of(run.get(samples), run.get(vae), tiling(run)).paint(run));
    }

    @Override
    public List<Problem> foretell(Run run) throws EngineException {
        return Fold.of(run.get(samples), run.get(vae), tiling(run)).foretold(run);
    }

    private Tiling tiling(Run run) {
        run.get(frames);
        run.get(frameOverlap);   // of videos only
        return new Tiling(run.get(tile) / 8, run.get(tile) / 8, Math.min(0.5, (double) run.get(overlap) / run.get(tile)));
    }
}
