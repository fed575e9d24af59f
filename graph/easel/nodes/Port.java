package easel.nodes;

import easel.graph.SocketType;
import easel.graph.Value;

/**
 * A type of socket together with the Java type of what goes through it.
 *
 * @param <T> the Java type
 */
public record Port<T>(SocketType type, Class<T> carries) {

    /** Descriptions of models. */
    public static final Port<Model> MODEL = new Port<>(SocketType.Known.MODEL, Model.class);
    /** What should be seen, or not be seen. */
    public static final Port<Conditioning> CONDITIONING = new Port<>(SocketType.Known.CONDITIONING, Conditioning.class);
    /** Descriptions of text encoders. */
    public static final Port<Clip> CLIP = new Port<>(SocketType.Known.CLIP, Clip.class);
    /** Descriptions of VAEs. */
    public static final Port<Vae> VAE = new Port<>(SocketType.Known.VAE, Vae.class);
    /** Descriptions of pictures that are not painted yet. */
    public static final Port<Latent> LATENT = new Port<>(SocketType.Known.LATENT, Latent.class);
    /** Descriptions of ControlNets. */
    public static final Port<ControlNet> CONTROL = new Port<>(SocketType.Known.CONTROL, ControlNet.class);
    /** Descriptions of ESRGAN models. */
    public static final Port<Upscaler> UPSCALER = new Port<>(SocketType.Known.UPSCALER, Upscaler.class);
    /** Seeds of noise. */
    public static final Port<Noise> NOISE = new Port<>(SocketType.Known.NOISE, Noise.class);
    /** What leads a sampler. */
    public static final Port<Guider> GUIDER = new Port<>(SocketType.Known.GUIDER, Guider.class);
    /** Noise levels. */
    public static final Port<Sigmas> SIGMAS = new Port<>(SocketType.Known.SIGMAS, Sigmas.class);
    /** Which sampler. */
    public static final Port<easel.engine.Sampler> SAMPLER = new Port<>(new SocketType.Foreign("SAMPLER"), easel.engine.Sampler.class);
    /** Where to paint. */
    public static final Port<Mask> MASK = new Port<>(SocketType.Known.MASK, Mask.class);
    /** Whole numbers. */
    public static final Port<Value.Number> INT = new Port<>(SocketType.Known.INT, Value.Number.class);
    /** Numbers. */
    public static final Port<Value.Number> FLOAT = new Port<>(SocketType.Known.FLOAT, Value.Number.class);
    /** Words. */
    public static final Port<Value.Text> TEXT = new Port<>(SocketType.Known.TEXT, Value.Text.class);
    /** Yes or no. */
    public static final Port<Value.Truth> BOOLEAN = new Port<>(SocketType.Known.BOOLEAN, Value.Truth.class);
    /** Seeds. */
    public static final Port<Value.Seed> SEED = new Port<>(SocketType.Known.SEED, Value.Seed.class);
    /** Pictures. */
    public static final Port<Image> IMAGE = new Port<>(SocketType.Known.IMAGE, Image.class);
}
