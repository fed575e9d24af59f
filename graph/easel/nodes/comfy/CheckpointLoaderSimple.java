package easel.nodes.comfy;

import easel.engine.EngineException;
import easel.engine.ModelFiles;
import easel.engine.Part;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Clip;
import easel.nodes.Model;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.Vae;
import java.nio.file.Path;

/** Names a checkpoint, its text encoder and its VAE. Nothing is loaded before a picture is painted. */
public final class CheckpointLoaderSimple extends Node {

    private final Param<String> name = file("ckpt_name", Rule.File.Of.CHECKPOINT, Model.STARTER, Model.STARTER);
    private final Out<Model> model = outOnlyWith(name, "model", Port.MODEL);
    private final Out<Clip> clip = outOnlyWith(name, "clip", Port.CLIP);
    private final Out<Vae> vae = outOnlyWith(name, "vae", Port.VAE);

    public CheckpointLoaderSimple() {
        super("checkpoint-loader-simple", Schema.Kind.LOAD, "CheckpointLoaderSimple");
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) throws EngineException {
        ModelFiles files = run.get(name).equals(Model.STARTER) ? run.starter() : ModelFiles.checkpoint(run.file(name));
        Path file = files.get(Part.CHECKPOINT).orElseThrow();
        run.give(model, new Model(ModelFiles.checkpoint(file), Model.name(file)));
        run.give(clip, new Clip(ModelFiles.checkpoint(file)));
        run.give(vae, new Vae(files));
    }
}
