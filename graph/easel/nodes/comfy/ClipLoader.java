package easel.nodes.comfy;

import easel.engine.EngineException;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Clip;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.TextEncoders;
import java.util.List;

/** Names a text encoder in a file of its own; which one it is, its header says. */
public final class ClipLoader extends Node {

    private final Param<String> name = file("clip_name", Rule.File.Of.TEXT_ENCODER, "");
    private final Out<Clip> clip = outOnlyWith(name, "clip", Port.CLIP);

    public ClipLoader() {
        super("clip-loader", Schema.Kind.LOAD, "CLIPLoader");
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) throws EngineException {
        run.give(clip, new Clip(TextEncoders.of(run, List.of(name))));
    }
}
