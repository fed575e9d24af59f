package easel.engine;

/** What a job shows while it samples. */
public enum Preview {
    /** Nothing. */
    NONE,
    /** The latents through a fixed linear map: free, an eighth of the size, false colours with latents of another make. */
    LINEAR,
    /** The latents through the small autoencoder (TAESD): true colours, costs a decode. */
    TAE
}
