package easel.nodes;

import easel.engine.EngineException;
import easel.engine.ModelFiles;
import easel.engine.Part;
import easel.graph.Rule;
import easel.graph.Schema;
import java.nio.file.Path;

/** Names a model: a checkpoint and what may go with it. Nothing is loaded before a picture is painted. */
public final class LoadCheckpoint extends Node {

    /** The checkpoint's name that stands for the one that comes with Easel. */
    public static final String STARTER = "starter";

    private final Param<String> checkpoint = file("checkpoint", Rule.File.Of.CHECKPOINT, STARTER, STARTER);
    private final Param<String> vae = advanced(file("vae", Rule.File.Of.VAE, ""));
    private final Param<String> taesd = advanced(file("taesd", Rule.File.Of.TAESD, ""));
    private final Out<Model> model = outOnlyWith(checkpoint, "model", Port.MODEL);

    public LoadCheckpoint() {
        super("load-checkpoint", Schema.Kind.LOAD);
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) throws EngineException {
        String chosen = run.get(checkpoint);
        ModelFiles files = chosen.equals(STARTER) ? run.starter() : ModelFiles.checkpoint(Path.of(chosen).toAbsolutePath());
        files = with(files, Part.VAE, run.get(vae));
        files = with(files, Part.TAESD, run.get(taesd));
        run.give(model, new Model(files, name(files.get(Part.CHECKPOINT).orElseThrow())));
    }

    private static ModelFiles with(ModelFiles files, Part part, String path) {
        return path.isEmpty() ? files : files.with(part, Path.of(path).toAbsolutePath());
    }

    static String name(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }
}
