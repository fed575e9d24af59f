package easel.nodes.picture;

import easel.engine.RequestCheck;
import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Mask;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.Unfoldable;
import easel.pixels.Masks;
import java.util.List;

/** A mask of one grey all over. */
public final class SolidMask extends Node {

    private static final Rule.Whole SIDE = new Rule.Whole(1, RequestCheck.MAX_SIDE, 1, Rule.Unit.PIXELS);

    private final Param<Double> value = real("value", 1, new Rule.Real(0, 1, Rule.Unit.NONE));
    private final Param<Integer> width = whole("width", 512, SIDE);
    private final Param<Integer> height = whole("height", 512, SIDE);
    private final Out<Mask> mask = out("mask", Port.MASK);

    public SolidMask() {
        super("solid-mask", Schema.Kind.MASK, "SolidMask");
    }

    @Override
    public List<Problem> foretell(Run run) {
        Unfoldable.ifTooManyPixels(run.get(width), run.get(height));
        return List.of();
    }

    @Override
    public void run(Run run) {
        Unfoldable.ifTooManyPixels(run.get(width), run.get(height));
        run.give(mask, new Mask(Masks.solid(run.get(width), run.get(height), (int) Math.round(run.get(value) * 255))));
    }
}
