package easel.nodes.comfy;

import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Conditioning;
import easel.nodes.ControlHint;
import easel.nodes.ControlNet;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;

/** Has a ControlNet follow a picture. */
public final class ControlNetApply extends Node {

    private final In<Conditioning> conditioning = in("conditioning", Port.CONDITIONING);
    private final In<ControlNet> net = in("control_net", Port.CONTROL);
    private final In<Image> image = in("image", Port.IMAGE);
    private final Param<Double> strength = real("strength", 1, new Rule.Real(0, 10, Rule.Unit.NONE));
    private final Out<Conditioning> applied = out("applied", Port.CONDITIONING);

    public ControlNetApply() {
        super("control-net-apply", Schema.Kind.WORDS, "ControlNetApply");
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) {
        Conditioning words = run.get(conditioning);
        run.give(applied, run.get(strength) == 0 ? words : words.following(new ControlHint(run.node(), run.get(net), run.get(image).picture(), run.get(strength))));
    }
}
