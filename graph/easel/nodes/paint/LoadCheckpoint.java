package easel.nodes.paint;

import easel.engine.EngineException;
import easel.engine.ModelFiles;
import easel.engine.Part;
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
import java.util.List;

/** Names a model: a checkpoint and what may go with it. Nothing is loaded before a picture is painted. */
public final class LoadCheckpoint extends Node {

    private final Param<String> checkpoint = file("checkpoint", Rule.File.Of.CHECKPOINT, Model.STARTER, Model.STARTER);
    private final Param<String> vae = advanced(file("vae", Rule.File.Of.VAE, ""));
    private final Param<String> taesd = advanced(file("taesd", Rule.File.Of.TAESD, ""));
    private final Param<Integer> clipSkip = advanced(whole("clip_skip", 0, new Rule.Whole(0, 24, 1, Rule.Unit.NONE)));
    private final LoadSettings settings = new LoadSettings(this);
    private final Out<Model> model = outOnlyWith(checkpoint, "model", Port.MODEL);

    public LoadCheckpoint() {
        super("load-checkpoint", Schema.Kind.LOAD);
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public List<Problem> foretell(Run run) throws EngineException, PictureException {
        super.foretell(run);
        return run.get(checkpoint).equals(Model.STARTER) ? List.of() : settings.foretold(run.file(checkpoint), run);
    }

    @Override
    public void run(Run run) throws EngineException {
        ModelFiles files = run.get(checkpoint).equals(Model.STARTER) ? run.starter() : ModelFiles.checkpoint(run.file(checkpoint));
        files = run.get(vae).isEmpty() ? files : files.with(Part.VAE, run.file(vae));
        files = run.get(taesd).isEmpty() ? files : files.with(Part.TAESD, run.file(taesd));
        Model plain = new Model(files, Model.name(files.get(Part.CHECKPOINT).orElseThrow()));
        int skip = run.get(clipSkip);
        run.give(model, settings.on(skip == 0 ? plain : plain.tuned(plain.tuning().clipSkip(skip)), run));
    }
}
