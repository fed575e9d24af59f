package easel.nodes.comfy;

import easel.graph.Schema;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Latent;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.Vae;

/** A picture to begin from. */
public final class VaeEncode extends Node {

    private final In<Image> pixels = in("pixels", Port.IMAGE);
    private final In<Vae> vae = in("vae", Port.VAE);
    private final Out<Latent> latent = out("latent", Port.LATENT);

    public VaeEncode() {
        super("vae-encode", Schema.Kind.PAINT, "VAEEncode");
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) {
        run.give(latent, new Latent.Encoded(run.get(pixels), run.get(vae), null));
    }
}
