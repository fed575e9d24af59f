package easel.nodes.comfy;

import easel.engine.EngineException;
import easel.engine.ModelFiles;
import easel.engine.Part;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.Vae;

/** Names a VAE in a file of its own. */
public final class VaeLoader extends Node {

    private final Param<String> name = file("vae_name", Rule.File.Of.VAE, "");
    private final Out<Vae> vae = outOnlyWith(name, "vae", Port.VAE);

    public VaeLoader() {
        super("vae-loader", Schema.Kind.LOAD, "VAELoader");
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) throws EngineException {
        run.give(vae, new Vae(ModelFiles.none().with(Part.VAE, run.file(name))));
    }
}
