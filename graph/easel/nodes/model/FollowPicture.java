package easel.nodes.model;

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
import java.util.Optional;

/** Has a ControlNet, or a model that does so itself, follow a picture, such as its edges, for a prompt and the one that leaves out alike. */
public final class FollowPicture extends Node {

    private final In<Conditioning> prompt = in("prompt", Port.CONDITIONING);
    private final In<Optional<ControlNet>> net = openOrFilledIn("control_net", Port.CONTROL);
    private final In<Image> picture = in("picture", Port.IMAGE);
    private final Param<Double> strength = real("strength", 1, new Rule.Real(0, 10, Rule.Unit.NONE));
    private final Out<Conditioning> following = out("following", Port.CONDITIONING);

    public FollowPicture() {
        super("follow-picture", Schema.Kind.WORDS);
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) {
        Conditioning words = run.get(prompt);
        boolean acts = run.get(strength) != 0;
        run.give(following, acts ? words.following(new ControlHint(run.node(), run.get(net).orElse(null), run.get(picture).picture(), run.get(strength))) : words);
    }
}
