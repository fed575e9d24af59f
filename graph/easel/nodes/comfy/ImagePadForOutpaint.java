package easel.nodes.comfy;

import easel.engine.Picture;
import easel.engine.RequestCheck;
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

/** Puts grey room around a picture and gives a mask of where to paint, which fades into the picture. */
public final class ImagePadForOutpaint extends Node {

    private static final int GREY = 0x808080;
    private static final Rule.Whole SIDE = new Rule.Whole(0, RequestCheck.MAX_SIDE, 8, Rule.Unit.PIXELS);

    private final In<Image> image = in("image", Port.IMAGE);
    private final Param<Integer> left = whole("left", 0, SIDE);
    private final Param<Integer> top = whole("top", 0, SIDE);
    private final Param<Integer> right = whole("right", 0, SIDE);
    private final Param<Integer> bottom = whole("bottom", 0, SIDE);
    private final Param<Integer> feathering = whole("feathering", 40, new Rule.Whole(0, RequestCheck.MAX_SIDE, 1, Rule.Unit.PIXELS));
    private final Out<Image> padded = out("image", Port.IMAGE);
    private final Out<Mask> mask = out("mask", Port.MASK);

    public ImagePadForOutpaint() {
        super("image-pad-for-outpaint", Schema.Kind.PICTURE, "ImagePadForOutpaint");
    }

    @Override
    public void run(Run run) {
        Image came = run.get(image);
        Picture p = came.picture();
        int l = run.get(left);
        int t = run.get(top);
        int r = run.get(right);
        int b = run.get(bottom);
        Unfoldable.ifTooLarge((long) p.width() + l + r, (long) p.height() + t + b);
        run.give(padded, new Image(Margin.around(p, l, t, r, b, Margin.Filling.COLOUR, GREY), came.made()));
        run.give(mask, new Mask(Margin.mask(p.width(), p.height(), l, t, r, b, run.get(feathering))));
    }
}
