package easel.nodes.comfy;

import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.Unfoldable;
import easel.pixels.Resample;
import easel.pixels.Sizing;

/** Scales a picture by a factor. */
public final class ImageScaleBy extends Node {

    private final In<Image> image = in("image", Port.IMAGE);
    private final Param<Resample> method = choice("upscale_method", Resample.NEAREST, Resample.comfy(), Resample::id);
    private final Param<Double> by = real("scale_by", 1, new Rule.Real(0.01, 8, Rule.Unit.NONE));
    private final Out<Image> scaled = out("scaled", Port.IMAGE);

    public ImageScaleBy() {
        super("image-scale-by", Schema.Kind.PICTURE, "ImageScaleBy");
    }

    @Override
    protected int version() {
        return 2;   // colours count as much as they are opaque
    }

    @Override
    public void run(Run run) {
        Image came = run.get(image);
        Sizing.Size to = new Sizing.By(run.get(by)).of(came.picture().width(), came.picture().height(), 1);
        Unfoldable.ifTooLarge(to.width(), to.height());
        run.give(scaled, new Image(run.get(method).to(came.picture(), to.width(), to.height()), came.made()));
    }
}
