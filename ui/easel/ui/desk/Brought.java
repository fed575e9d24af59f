package easel.ui.desk;

import easel.engine.EngineException;
import easel.engine.weights.ModelFile;
import easel.graph.Document;
import easel.platform.Language;
import easel.ui.image.PictureFile;
import easel.ui.task.Edt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a file is that somebody brings to the nodes. */
public sealed interface Brought {

    /** A workflow, or a picture that carries one. */
    record Workflow(Path file, Document document) implements Brought {}

    /** Something that a node takes: a picture without a workflow, or a part of a model. */
    record ForNode(Path file, String type, String parameter) implements Brought {}

    /** Something that no node takes; the notice says so. */
    record Nothing(Notice why) implements Brought {}

    /**
     * Looks into a file, not on the EDT.
     *
     * @param shortForms whether the workflow is made of Easel's short forms, rather than of ComfyUI's classes
     */
    static Brought of(Path file, boolean shortForms, Language language) {
        Edt.mustBeOff();
        String name = String.valueOf(file.getFileName());
        if (Files.isDirectory(file)) {
            return new Nothing(Notice.of("notice.folder-brought", name));
        }
        return switch (Papers.in(file, language)) {
            case Papers.Found.Workflow(Document document, Stamp _) -> new Workflow(file, document);
            case Papers.Found.InPicture(Document document) -> new Workflow(file, document);
            case Papers.Found.Broken(String sentence) -> new Nothing(Notice.of("notice.not-opened", name, sentence));
            case Papers.Found.Nothing _ when PictureFile.isNamedLikeOne(file) -> new ForNode(file, shortForms ? "load-picture" : "load-image",
                    shortForms ? "file" : "image");
            case Papers.Found.Nothing _ -> model(file, name, shortForms, language);
        };
    }

    private static Brought model(Path file, String name, boolean shortForms, Language language) {
        if (!isNamedLikeAModel(file)) {
            return new Nothing(Notice.of("notice.not-for-nodes", name));
        }
        try {
            ModelFile model = ModelFile.read(file);
            return loader(model, shortForms).<Brought>map(node -> node)
                    .orElseGet(() -> new Nothing(Notice.of("notice.model-not-for-nodes", name, model.kind().say(language))));
        } catch (EngineException e) {
            return new Nothing(Notice.of("notice.not-opened", name, e.failure().sentence(language)));
        }
    }

    private static Optional<ForNode> loader(ModelFile model, boolean shortForms) {
        Path file = model.path();
        return Optional.ofNullable(switch (model.kind()) {
            case CHECKPOINT -> shortForms ? new ForNode(file, "load-checkpoint", "checkpoint") : new ForNode(file, "checkpoint-loader-simple", "ckpt_name");
            case DIFFUSION_MODEL -> new ForNode(file, "unet-loader", "unet_name");
            case VAE -> new ForNode(file, "vae-loader", "vae_name");
            case CLIP_L, CLIP_G, CLIP_H, T5XXL, LLM -> new ForNode(file, "clip-loader", "clip_name");
            case CONTROL_NET -> new ForNode(file, "control-net-loader", "control_net_name");
            case LORA -> new ForNode(file, "lora-loader", "lora_name");
            default -> null;
        });
    }

    private static boolean isNamedLikeAModel(Path file) {
        String lower = file.toString().toLowerCase(Locale.ROOT);
        return Stream.of(".safetensors", ".gguf", ".ckpt", ".pt", ".pth", ".bin").anyMatch(lower::endsWith);
    }
}
