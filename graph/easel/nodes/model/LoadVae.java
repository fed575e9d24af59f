package easel.nodes.model;

import easel.engine.EngineException;
import easel.engine.Part;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.In;
import easel.nodes.Model;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;

/** Gives a model another VAE; without a file it keeps its own. */
public final class LoadVae extends Node {

    private final In<Model> model = in("model", Port.MODEL);
    private final Param<String> file = file("vae", Rule.File.Of.VAE, "");
    private final Out<Model> with = out("patched_model", Port.MODEL);

    public LoadVae() {
        super("load-vae", Schema.Kind.LOAD);
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) throws EngineException {
        Model m = run.get(model);
        run.give(with, run.get(file).isEmpty() ? m : m.with(Part.VAE, run.file(file)));
    }
}
