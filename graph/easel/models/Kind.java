package easel.models;

import easel.graph.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a model file is for. Each has folders of its own in the programs people have: ComfyUI's name for one comes first. */
public enum Kind {
    CHECKPOINT("checkpoints", "Stable-diffusion", "main"),
    // Forge and InvokeAI keep halves of models where whole ones lie.
    DIFFUSION_MODEL("diffusion_models", "unet", "Stable-diffusion", "main"),
    LORA("loras", "Lora", "LyCORIS"),
    VAE("vae"),
    TAESD("vae_approx", "VAE-taesd", "ApproxVAE"),
    TEXT_ENCODER("text_encoders", "clip", "text_encoder", "t5_encoder", "clip_embed"),
    VISION("clip_vision"),
    CONTROL_NET("controlnet", "t2i_adapter"),
    UPSCALER("upscale_models", "ESRGAN", "RealESRGAN", "spandrel_image_to_image"),
    EMBEDDING("embeddings", "embedding", "TextualInversion"),
    PHOTO_MAKER("photomaker");

    private final String folder;
    private final List<String> folders;

    Kind(String... folders) {
        this.folder = folders[0];
        this.folders = Arrays.stream(folders).map(Kind::plain).toList();
    }

    /** What a parameter's file may be for, in the order in which a name is looked for; none for pictures. */
    public static List<Kind> of(Rule.File.Of of) {
        return switch (of) {
            case PICTURE -> List.of();
            case MODEL -> List.of(values());
            case FACE_EMBEDDING -> List.of(PHOTO_MAKER);
            case CHECKPOINT, VAE, TAESD, DIFFUSION_MODEL, TEXT_ENCODER, LORA, CONTROL_NET, UPSCALER, VISION, PHOTO_MAKER -> List.of(valueOf(of.name()));
        };
    }

    /** The name of its folder in Easel's own, and in ComfyUI's. */
    String folder() {
        return folder;
    }

    /** The kinds that lie in a folder of this name. */
    static List<Kind> in(String folder) {
        String plain = plain(folder);
        return Arrays.stream(values()).filter(kind -> kind.folders.contains(plain)).toList();
    }

    /** A folder's name as programs mean it: {@code Stable-diffusion} is {@code StableDiffusion}. */
    static String plain(String folder) {
        return folder.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }
}
