package easel.nodes.comfy;

import easel.engine.EngineException;
import easel.engine.ModelFiles;
import easel.engine.Part;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Model;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import java.nio.file.Path;

/** Names a diffusion model that comes without text encoder and VAE. */
public final class UnetLoader extends Node {

    private final Param<String> name = file("unet_name", Rule.File.Of.DIFFUSION_MODEL, "");
    private final Param<String> type = oneOf("weight_dtype", "default", "fp8_e4m3fn", "fp8_e4m3fn_fast", "fp8_e5m2");
    private final Out<Model> model = outOnlyWith(name, "model", Port.MODEL);

    public UnetLoader() {
        super("unet-loader", Schema.Kind.LOAD, "UNETLoader");
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) throws EngineException {
        run.get(type);   // the engine keeps weights in the type the file has them in
        Path file = run.file(name);
        run.give(model, new Model(ModelFiles.none().with(Part.DIFFUSION_MODEL, file), Model.name(file)));
    }
}
