package easel.nodes.comfy;

/** Nothing but noise to begin from, for models with 16 channels (Stable Diffusion 3, Flux). */
public final class EmptySd3LatentImage extends EmptyLatent {

    public EmptySd3LatentImage() {
        super("empty-sd3-latent-image", "EmptySD3LatentImage", 1024);
    }
}
