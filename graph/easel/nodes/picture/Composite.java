package easel.nodes.picture;

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
import easel.pixels.Layers;
import easel.pixels.Mixing;
import easel.pixels.Resample;
import java.util.Optional;

/** Lays one picture on another at a place, where a mask is white; a mask of another size is scaled to the picture. */
public final class Composite extends Node {

    private final In<Image> destination = in("destination", Port.IMAGE);
    private final In<Image> source = in("source", Port.IMAGE);
    private final In<Optional<Mask>> mask = openIn("mask", Port.MASK);
    private final Param<Integer> x = whole("x", 0, new Rule.Whole(0, RequestCheck.MAX_SIDE, 1, Rule.Unit.PIXELS));
    private final Param<Integer> y = whole("y", 0, new Rule.Whole(0, RequestCheck.MAX_SIDE, 1, Rule.Unit.PIXELS));
    private final Param<Boolean> scaled = truth("resize_source", false);
    private final Out<Image> image = out("image", Port.IMAGE);

    public Composite() {
        super("composite", Schema.Kind.PICTURE, "ImageCompositeMasked");
    }

    @Override
    public void run(Run run) {
        Image below = run.get(destination);
        Picture under = below.picture();
        Picture came = run.get(source).picture();
        Picture over = run.get(scaled) ? Resample.BILINEAR.to(came, under.width(), under.height()) : came;
        Picture where = run.get(mask).map(m -> Resample.BILINEAR.to(m.picture(), over.width(), over.height())).orElse(null);
        run.give(image, new Image(Layers.over(under, over, run.get(x), run.get(y), Mixing.NORMAL, 1, where), below.made()));
    }
}
