package easel.nodes.comfy;

import easel.engine.EngineException;
import easel.engine.weights.Starter;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.Upscaler;

/** Names an ESRGAN model; without a file it gives nothing. */
public final class UpscaleModelLoader extends Node {

    private final Param<String> name = file("model_name", Rule.File.Of.UPSCALER, "", Starter.names(Starter.Kind.UPSCALER));
    private final Out<Upscaler> model = outOnlyWith(name, "upscale_model", Port.UPSCALER);

    public UpscaleModelLoader() {
        super("upscale-model-loader", Schema.Kind.LOAD, "UpscaleModelLoader");
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) throws EngineException {
        if (!run.get(name).isEmpty()) {
            run.give(model, new Upscaler(run.file(name)));
        }
    }
}
