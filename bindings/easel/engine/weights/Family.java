package easel.engine.weights;

import static easel.engine.Part.*;

import easel.engine.Failure;
import easel.engine.Part;
import easel.platform.Language;
import easel.platform.Words;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The families of models, as the pinned engine tells them apart (its model_loader.cpp, get_sd_version), finer where
 * people need other settings (Flux schnell), and those it does not know, so that they can be named.
 */
public enum Family {
    SD1(Kin.UNET, 64, 512, 20, 7),
    SD1_INPAINT(Kin.UNET, 64, 512, 20, 7),
    SD1_PIX2PIX(Kin.UNET, 64, 512, 20, 7),
    SD1_TINY(Kin.UNET, 64, 512, 20, 7),
    SD2(Kin.UNET, 64, 512, 20, 7),
    SD2_INPAINT(Kin.UNET, 64, 512, 20, 7),
    SD2_TINY(Kin.UNET, 64, 512, 20, 7),
    SDXS_512(Kin.UNET, 64, 512, 1, 1),
    SDXS_09(Kin.UNET, 64, 512, 1, 1),
    SDXL(Kin.UNET, 64, 1024, 20, 7),
    SDXL_INPAINT(Kin.UNET, 64, 1024, 20, 7),
    SDXL_PIX2PIX(Kin.UNET, 64, 1024, 20, 7),
    SDXL_VEGA(Kin.UNET, 64, 1024, 20, 7),
    SDXL_SSD1B(Kin.UNET, 64, 1024, 20, 7),
    SD3(Kin.DIT, 8, 1024, 20, 4.5, VAE, CLIP_L, CLIP_G),
    FLUX(Kin.DIT, 8, 1024, 20, 1, VAE, CLIP_L, T5XXL),
    FLUX_SCHNELL(Kin.DIT, 8, 1024, 4, 1, VAE, CLIP_L, T5XXL),
    FLUX_FILL(Kin.DIT, 8, 1024, 20, 1, VAE, CLIP_L, T5XXL),
    FLUX_CONTROLS(Kin.DIT, 8, 1024, 20, 1, VAE, CLIP_L, T5XXL),
    FLEX_2(Kin.DIT, 8, 1024, 20, 1, VAE, CLIP_L, T5XXL),
    CHROMA(Kin.DIT, 8, 1024, 20, 4, VAE, T5XXL),
    /** Paints pixels, not latents: no VAE. */
    CHROMA_RADIANCE(Kin.DIT, 1, 1024, 20, 4, T5XXL),
    LONGCAT(Kin.DIT, 8, 1024, 20, 4.5, VAE, LLM),
    OVIS_IMAGE(Kin.DIT, 8, 1024, 20, 5, VAE, LLM),
    FLUX2(Kin.DIT, 16, 1024, 20, 1, VAE, LLM),
    FLUX2_KLEIN(Kin.DIT, 16, 1024, 4, 1, VAE, LLM),
    QWEN_IMAGE(Kin.DIT, 8, 1024, 20, 2.5, VAE, LLM),
    Z_IMAGE(Kin.DIT, 8, 1024, 8, 1, VAE, LLM),
    ANIMA(Kin.DIT, 8, 1024, 20, 4, VAE, LLM),
    ERNIE_IMAGE(Kin.DIT, 16, 1024, 20, 4, VAE, LLM),
    LENS(Kin.DIT, 16, 1024, 20, 4, VAE, LLM),
    IDEOGRAM4(Kin.DIT, 16, 1024, 20, 7, VAE, LLM),
    /** Paints pixels with a language model of its own inside. */
    HIDREAM_O1(Kin.DIT, 1, 1024, 20, 5),
    PID(Kin.DIT, 1, 1024, 20, 1, VAE, LLM),
    WAN2(Kin.VIDEO, 16, 832, 480, 20, 6, VAE, T5XXL),
    WAN2_2_I2V(Kin.VIDEO, 16, 832, 480, 20, 6, VAE, T5XXL),
    WAN2_2_TI2V(Kin.VIDEO, 32, 1280, 704, 20, 6, VAE, T5XXL),
    LTX(Kin.VIDEO, 32, 768, 512, 20, 4, VAE, LLM, EMBEDDINGS_CONNECTORS),
    /** The engine recognises it and dies of it: its text encoder is null. */
    SVD(Kin.UNSUPPORTED),
    /** The engine takes it for Flux. */
    HUNYUAN_VIDEO(Kin.UNSUPPORTED),
    MINIT2I(Kin.UNSUPPORTED);

    private enum Kin { UNET, DIT, VIDEO, UNSUPPORTED }

    /**
     * What to begin with.
     *
     * @param cfgScale 1 where the model's guidance is built in
     */
    public record Defaults(int width, int height, int steps, double cfgScale) {}

    private final Kin kin;
    private final int sizeMultiple;
    private final Defaults defaults;
    private final Set<Part> needs;

    Family(Kin kin, int multiple, int size, int steps, double cfg, Part... needs) {
        this(kin, multiple, size, size, steps, cfg, needs);
    }

    Family(Kin kin, int multiple, int width, int height, int steps, double cfg, Part... needs) {
        this.kin = kin;
        this.sizeMultiple = multiple;
        this.defaults = new Defaults(width, height, steps, cfg);
        Set<Part> parts = EnumSet.noneOf(Part.class);
        // A UNet's text encoder is told by the family itself: without it the engine does not know the model.
        Collections.addAll(parts, kin == Kin.UNET ? new Part[] {VAE} : needs);
        this.needs = Collections.unmodifiableSet(parts);
    }

    Family(Kin kin) {
        this(kin, 8, 512, 20, 7);
    }

    /** Width and height are rounded up to a multiple of so many pixels. */
    public int sizeMultiple() {
        return sizeMultiple;
    }

    /** How many pixels a side its VAE makes of one of a latent. */
    public int pixelsALatent() {
        return switch (kin) {
            case UNET, UNSUPPORTED -> 8;
            case DIT -> sizeMultiple;
            case VIDEO -> this == LTX ? sizeMultiple : sizeMultiple / 2;   // Wan takes four latent pixels at once
        };
    }

    /** What to begin with, from engine.md where it tells, else the makers' advice. */
    public Defaults defaults() {
        return defaults;
    }

    /**
     * What it needs beside the diffusion model, in the same file or in others. A TAESD is as good as a VAE. What makes
     * a picture better and can be left out (SD3's T5) is not among them.
     */
    public Set<Part> needs() {
        return needs;
    }

    /** Whether the engine runs it. */
    public boolean supported() {
        return kin != Kin.UNSUPPORTED;
    }

    /** Whether it is a UNet: ControlNets, embeddings and a checkpoint with the text encoder in it belong to these. */
    public boolean isUnet() {
        return kin == Kin.UNET;
    }

    /** Whether it makes videos. */
    public boolean isVideo() {
        return kin == Kin.VIDEO;
    }

    /** Whether it is one of SDXL's. */
    public boolean isSdxl() {
        return name().startsWith("SDXL");
    }

    /** Whether it works on the picture it is given, beside a prompt: these do no hires pass. */
    public boolean isEditing() {
        return switch (this) {
            case SD1_INPAINT, SD1_PIX2PIX, SD2_INPAINT, SDXL_INPAINT, SDXL_PIX2PIX, FLUX_FILL, FLUX_CONTROLS, FLEX_2 -> true;
            default -> false;
        };
    }

    /** Whether it looks at pictures beside a prompt; the others paint as if there were none. */
    public boolean looksAtReferences() {
        return switch (this) {
            case SD1_PIX2PIX, SDXL_PIX2PIX -> true;
            case SD3, ANIMA, ERNIE_IMAGE, LENS, IDEOGRAM4 -> false;
            default -> kin == Kin.DIT;
        };
    }

    /** Whether it follows a picture, such as its edges, without a ControlNet. */
    public boolean followsPictures() {
        return this == FLUX_CONTROLS || this == FLEX_2;
    }

    /**
     * Whether the engine makes its attention smaller by a factor before it computes and larger after it: where a graphics
     * card lacks flash attention, it looks at that last step alone, takes it for possible, and the process ends (its ggml_extend.hpp).
     */
    public boolean mistakesFlashAttention() {
        return switch (this) {
            case QWEN_IMAGE, Z_IMAGE, LENS, PID, IDEOGRAM4 -> true;
            default -> false;
        };
    }

    /** Width of the text encoder's vectors, which textual inversions must have; 0 where there are none. */
    int embeddingWidth() {
        return switch (this) {
            case SD1, SD1_INPAINT, SD1_PIX2PIX, SD1_TINY, SDXS_512 -> 768;
            case SD2, SD2_INPAINT, SD2_TINY, SDXS_09 -> 1024;
            default -> 0;
        };
    }

    /** Words for people. */
    public String say(Language language) {
        return Words.of(Failure.class, language).say("name." + name());
    }
}
