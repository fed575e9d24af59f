package easel.nodes.comfy;

import easel.engine.Picture;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Latent;
import easel.nodes.Mask;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.Vae;
import easel.pixels.Inpainting;
import easel.pixels.Pictures;
import easel.pixels.Resample;

/** A picture of which the masked part is painted anew, from grey. */
public final class VaeEncodeForInpaint extends Node {

    private final In<Image> pixels = in("pixels", Port.IMAGE);
    private final In<Vae> vae = in("vae", Port.VAE);
    private final In<Mask> mask = in("mask", Port.MASK);
    private final Param<Integer> grow = whole("grow_mask_by", 6, new Rule.Whole(0, 64, 1, Rule.Unit.PIXELS));
    private final Out<Latent> latent = out("latent", Port.LATENT);

    public VaeEncodeForInpaint() {
        super("vae-encode-for-inpaint", Schema.Kind.PAINT, "VAEEncodeForInpaint");
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) {
        Picture picture = Pictures.opaque(run.get(pixels).picture());
        Picture where = Inpainting.sharp(Resample.BILINEAR.to(run.get(mask).picture(), picture.width(), picture.height()));
        Latent encoded = new Latent.Encoded(new Image(Inpainting.grey(picture, where), null), run.get(vae), null);
        run.give(latent, new Latent.Masked(encoded, new Mask(Inpainting.grown(where, run.get(grow)))));
    }
}
