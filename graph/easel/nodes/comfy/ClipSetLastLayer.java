package easel.nodes.comfy;

import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Clip;
import easel.nodes.In;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;

/** Says which of CLIP's last layers is read (clip skip). */
public final class ClipSetLastLayer extends Node {

    private final In<Clip> clip = in("clip", Port.CLIP);
    private final Param<Integer> layer = whole("stop_at_clip_layer", -1, new Rule.Whole(-24, -1, 1, Rule.Unit.NONE));
    private final Out<Clip> set = out("set_clip", Port.CLIP);

    public ClipSetLastLayer() {
        super("clip-set-last-layer", Schema.Kind.WORDS, "CLIPSetLastLayer");
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) {
        Clip c = run.get(clip);
        run.give(set, new Clip(c.files(), c.loras(), -run.get(layer)));
    }
}
