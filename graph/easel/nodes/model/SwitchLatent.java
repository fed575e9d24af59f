package easel.nodes.model;

import easel.graph.Schema;
import easel.nodes.Latent;
import easel.nodes.OneOfTwo;
import easel.nodes.Port;

/** One of two latents, by yes or no; the other one is never painted. */
public final class SwitchLatent extends OneOfTwo<Latent> {

    public SwitchLatent() {
        super("switch-latent", Schema.Kind.PAINT, Port.LATENT, "latent");
    }
}
