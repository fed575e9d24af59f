package easel.nodes.picture;

import easel.engine.Picture;
import easel.engine.RequestCheck;
import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Mask;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.Unfoldable;
import easel.pixels.Margin;
import java.util.List;

/** Puts room around a picture, and tells with a mask where it is. */
public final class Pad extends Node {

    private static final Rule.Whole SIDE = new Rule.Whole(0, RequestCheck.MAX_SIDE, 1, Rule.Unit.PIXELS);

    private final In<Image> picture = in("picture", Port.IMAGE);
    private final Param<Integer> left = whole("left", 64, SIDE);
    private final Param<Integer> top = whole("top", 64, SIDE);
    private final Param<Integer> right = whole("right", 64, SIDE);
    private final Param<Integer> bottom = whole("bottom", 64, SIDE);
    private final Param<Margin.Filling> filling = choice("filling", Margin.Filling.COLOUR);
    private final Param<String> colour = words("colour", "#808080", 16);
    private final Out<Image> padded = out("picture", Port.IMAGE);
    private final Out<Mask> room = out("mask", Port.MASK);

    public Pad() {
        super("pad", Schema.Kind.PICTURE);
    }

    @Override
    public void run(Run run) {
        Image came = run.get(picture);
        Picture p = came.picture();
        int l = run.get(left);
        int t = run.get(top);
        int r = run.get(right);
        int b = run.get(bottom);
        Unfoldable.ifTooLarge((long) p.width() + l + r, (long) p.height() + t + b);
        run.give(padded, new Image(Margin.around(p, l, t, r, b, run.get(filling), Colour.of(run, colour)), came.made()));
        run.give(room, new Mask(Margin.mask(p.width(), p.height(), l, t, r, b, 0)));
    }

    @Override
    public List<Problem> foretell(Run run) {
        Colour.of(run, colour);
        return List.of();
    }
}
