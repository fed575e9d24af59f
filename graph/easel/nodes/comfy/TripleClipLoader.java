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

/** Names three text encoders, as Stable Diffusion 3 has them. */
public final class TripleClipLoader extends Node {

    private final Param<String> first = file("clip_name1", Rule.File.Of.TEXT_ENCODER, "");
    private final Param<String> second = file("clip_name2", Rule.File.Of.TEXT_ENCODER, "");
    private final Param<String> third = file("clip_name3", Rule.File.Of.TEXT_ENCODER, "");
    private final Out<Clip> clip = outOnlyWith(first, "clip", Port.CLIP);

    public TripleClipLoader() {
        super("triple-clip-loader", Schema.Kind.LOAD, "TripleCLIPLoader");
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) throws EngineException {
        run.give(clip, new Clip(TextEncoders.of(run, List.of(first, second, third))));
    }
}
