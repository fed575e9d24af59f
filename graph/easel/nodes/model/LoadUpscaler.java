package easel.nodes.model;

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
public final class LoadUpscaler extends Node {

    private final Param<String> file = file("upscaler", Rule.File.Of.UPSCALER, "", Starter.names(Starter.Kind.UPSCALER));
    private final Out<Upscaler> loaded = outOnlyWith(file, "loaded", Port.UPSCALER);

    public LoadUpscaler() {
        super("load-upscaler", Schema.Kind.LOAD);
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) throws EngineException {
        if (!run.get(file).isEmpty()) {
            run.give(loaded, new Upscaler(run.file(file)));
        }
    }
}
