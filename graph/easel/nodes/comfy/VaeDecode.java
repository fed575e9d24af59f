package easel.nodes.comfy;

import easel.engine.EngineException;
import easel.graph.Problem;
import easel.graph.Schema;
import easel.nodes.Calls;
import easel.nodes.Fold;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Latent;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.Vae;
import java.util.List;

/** Has painted what was described, and gives the picture. */
@Calls("generate_image")
public final class VaeDecode extends Node {

    private final In<Latent> samples = in("samples", Port.LATENT);
    private final In<Vae> vae = in("vae", Port.VAE);
    private final Out<Image> image = out("image", Port.IMAGE);

    public VaeDecode() {
        super("vae-decode", Schema.Kind.PAINT, "VAEDecode");
    }

    @Override
    public Work work() {
        return Work.FORCES;
    }

    @Override
    public void run(Run run) throws EngineException {
        run.give(image, Fold.of(run.get(samples), run.get(vae), null).paint(run));
    }

    @Override
    public List<Problem> foretell(Run run) throws EngineException {
        return Fold.of(run.get(samples), run.get(vae), null).foretold(run);
    }
}
