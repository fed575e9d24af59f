package easel.nodes.comfy;

/** Nothing but noise to begin from, in a size. */
public final class EmptyLatentImage extends EmptyLatent {

    public EmptyLatentImage() {
        super("empty-latent-image", "EmptyLatentImage", 512);
    }
}
