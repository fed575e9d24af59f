package easel.nodes.model;

import easel.engine.EngineException;
import easel.engine.Failure;
import easel.engine.ModelFiles;
import easel.engine.Part;
import easel.engine.weights.ModelCheck;
import easel.engine.weights.ModelFile;
import easel.engine.weights.ModelKind;
import easel.format.PictureException;
import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.LoadSettings;
import easel.nodes.Model;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.TextEncoders;
import java.nio.file.Path;
import java.util.List;

/** Names a diffusion model in a file of its own and what it needs beside it: text encoders, in any order, and a VAE. Which
 * text encoder is which, their headers say. Nothing is loaded before a picture is painted.
 */
public final class LoadDiffusionModel extends Node {

    private final Param<String> diffusion = file("diffusion_model", Rule.File.Of.DIFFUSION_MODEL, "");
    private final Param<String> first = file("text_encoder", Rule.File.Of.TEXT_ENCODER, "");
    private final Param<String> second = file("text_encoder_2", Rule.File.Of.TEXT_ENCODER, "");
    private final Param<String> third = advanced(file("text_encoder_3", Rule.File.Of.TEXT_ENCODER, ""));
    private final Param<String> vae = file("vae", Rule.File.Of.VAE, "");
    private final Param<String> taesd = advanced(file("taesd", Rule.File.Of.TAESD, ""));
    private final Param<String> vision = advanced(file("vision", Rule.File.Of.VISION, ""));
    private final Param<String> highNoise = advanced(file("high_noise", Rule.File.Of.DIFFUSION_MODEL, ""));
    private final Param<String> unconditional = advanced(file("unconditional", Rule.File.Of.DIFFUSION_MODEL, ""));
    private final Param<String> connectors = advanced(file("connectors", Rule.File.Of.TEXT_ENCODER, ""));
    private final LoadSettings settings = new LoadSettings(this);
    private final Out<Model> model = outOnlyWith(diffusion, "model", Port.MODEL);

    public LoadDiffusionModel() {
        super("load-diffusion-model", Schema.Kind.LOAD);
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public List<Problem> foretell(Run run) throws EngineException, PictureException {
        super.foretell(run);
        return settings.foretold(run.file(diffusion), run);
    }

    @Override
    public void run(Run run) throws EngineException {
        Path main = run.file(diffusion);
        ModelFiles files = TextEncoders.of(run, List.of(first, second, third)).with(Part.DIFFUSION_MODEL, main);
        files = with(files, Part.VAE, vae, run);
        files = with(files, Part.TAESD, taesd, run);
        files = with(files, Part.HIGH_NOISE_DIFFUSION_MODEL, highNoise, run);
        files = with(files, Part.UNCONDITIONAL_DIFFUSION_MODEL, unconditional, run);
        files = with(files, Part.EMBEDDINGS_CONNECTORS, connectors, run);
        if (!run.get(vision).isEmpty()) {
            files = with(files, sight(run.file(vision)), vision, run);
        }
        run.give(model, settings.on(new Model(files, Model.name(main)), run));
    }

    private static ModelFiles with(ModelFiles files, Part part, Param<String> file, Run run) throws EngineException {
        return run.get(file).isEmpty() ? files : files.with(part, run.file(file));
    }

    /** A language model's eyes, which editing models look at pictures with, or CLIP's, for videos from a picture. */
    private static Part sight(Path path) throws EngineException {
        ModelFile file = ModelCheck.read(path);
        return switch (file.kind()) {
            case LLM_VISION -> Part.LLM_VISION;
            case CLIP_VISION -> Part.CLIP_VISION;
            default -> throw new EngineException(new Failure.WrongKind(path, file.kind().name(), ModelKind.CLIP_VISION.name()));
        };
    }
}
