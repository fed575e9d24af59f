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

/** Gives a model a small autoencoder for previews, and for the picture where there is no VAE; without a file nothing changes. */
public final class LoadTaesd extends Node {

    private final In<Model> model = in("model", Port.MODEL);
    private final Param<String> file = file("taesd", Rule.File.Of.TAESD, "");
    private final Out<Model> with = out("patched_model", Port.MODEL);

    public LoadTaesd() {
        super("load-taesd", Schema.Kind.LOAD);
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) throws EngineException {
        Model m = run.get(model);
        run.give(with, run.get(file).isEmpty() ? m : m.with(Part.TAESD, run.file(file)));
    }
}
