package easel.nodes.comfy;

import easel.graph.Schema;
import easel.nodes.In;
import easel.nodes.Latent;
import easel.nodes.Mask;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Port;
import easel.nodes.Run;

/** Has only the white part of a mask painted. The engine takes a mask as yes or no; half-tones are rounded. */
public final class SetLatentNoiseMask extends Node {

    private final In<Latent> samples = in("samples", Port.LATENT);
    private final In<Mask> mask = in("mask", Port.MASK);
    private final Out<Latent> masked = out("masked", Port.LATENT);

    public SetLatentNoiseMask() {
        super("set-latent-noise-mask", Schema.Kind.MASK, "SetLatentNoiseMask");
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) {
        run.give(masked, new Latent.Masked(run.get(samples), run.get(mask)));
    }
}
