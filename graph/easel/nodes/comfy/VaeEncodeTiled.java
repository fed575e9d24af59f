package easel.nodes.comfy;

import easel.engine.EngineException;
import easel.format.PictureException;
import easel.graph.Problem;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Latent;
import easel.nodes.Out;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.Vae;
import java.util.List;

/** A picture to begin from, encoded in tiles to spare memory. */
public final class VaeEncodeTiled extends TiledVae {

    private final In<Image> pixels = in("pixels", Port.IMAGE);
    private final In<Vae> vae = in("vae", Port.VAE);
    private final Out<Latent> latent = out("latent", Port.LATENT);

    public VaeEncodeTiled() {
        super("vae-encode-tiled", "VAEEncodeTiled");
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public List<Problem> foretell(Run run) throws EngineException, PictureException {
        super.foretell(run);
        return framesUnused(run);
    }

    @Override
    public void run(Run run) {
        run.give(latent, new Latent.Encoded(run.get(pixels), run.get(vae), tiling(run)));
    }
}
