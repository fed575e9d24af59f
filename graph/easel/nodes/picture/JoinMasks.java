package easel.nodes.picture;

import easel.engine.RequestCheck;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.In;
import easel.nodes.Mask;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.pixels.Masks;

/** Puts two masks together. */
public final class JoinMasks extends Node {

    private static final Rule.Whole PLACE = new Rule.Whole(0, RequestCheck.MAX_SIDE, 1, Rule.Unit.PIXELS);

    private final In<Mask> destination = in("destination", Port.MASK);
    private final In<Mask> source = in("source", Port.MASK);
    private final Param<Integer> x = whole("x", 0, PLACE);
    private final Param<Integer> y = whole("y", 0, PLACE);
    private final Param<Masks.Joining> how = choice("operation", Masks.Joining.MULTIPLY);
    private final Out<Mask> mask = out("mask", Port.MASK);

    public JoinMasks() {
        super("join-masks", Schema.Kind.MASK, "MaskComposite");
    }

    @Override
    public void run(Run run) {
        Mask under = run.get(destination);
        run.give(mask, new Mask(Masks.joined(under.picture(), run.get(source).picture(), run.get(x), run.get(y), run.get(how))));
    }
}
