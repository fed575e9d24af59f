package easel.nodes.comfy;

import easel.engine.EngineException;
import easel.graph.Problem;
import easel.nodes.Calls;
import easel.nodes.Fold;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Latent;
import easel.nodes.Out;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.Vae;
import java.util.List;
import java.util.stream.Stream;

/** Has painted what was described, decoded in tiles to spare memory. */
@Calls("generate_image")
public final class VaeDecodeTiled extends TiledVae {

    private final In<Latent> samples = in("samples", Port.LATENT);
    private final In<Vae> vae = in("vae", Port.VAE);
    private final Out<Image> image = out("image", Port.IMAGE);

    public VaeDecodeTiled() {
        super("vae-decode-tiled", "VAEDecodeTiled");
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
        // Nothing of it depends on the tiles, which only the run may know.
        return Stream.concat(Fold.of(run.get(samples), run.get(vae), null).foretold(run).stream(), framesUnused(run).stream()).toList();
    }
}
