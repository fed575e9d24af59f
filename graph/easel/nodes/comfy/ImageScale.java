package easel.nodes.comfy;

import easel.engine.Picture;
import easel.engine.RequestCheck;
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
import easel.pixels.Pictures;
import easel.pixels.Resample;
import easel.pixels.Sizing;

/** Scales a picture to a size; a side of 0 follows the other. */
public final class ImageScale extends Node {

    private final In<Image> image = in("image", Port.IMAGE);
    private final Param<Resample> method = choice("upscale_method", Resample.NEAREST, Resample.comfy(), Resample::id);
    private final Param<Integer> width = whole("width", 512, new Rule.Whole(0, RequestCheck.MAX_SIDE, 1, Rule.Unit.PIXELS));
    private final Param<Integer> height = whole("height", 512, new Rule.Whole(0, RequestCheck.MAX_SIDE, 1, Rule.Unit.PIXELS));
    private final Param<String> crop = oneOf("crop", "disabled", "center");
    private final Out<Image> scaled = out("scaled", Port.IMAGE);

    public ImageScale() {
        super("image-scale", Schema.Kind.PICTURE, "ImageScale");
    }

    @Override
    protected int version() {
        return 2;   // colours count as much as they are opaque
    }

    @Override
    public void run(Run run) {
        Image came = run.get(image);
        Sizing.Size to = new Sizing.To(run.get(width), run.get(height), false).of(came.picture().width(), came.picture().height(), 1);
        Unfoldable.ifTooLarge(to.width(), to.height());
        Picture picture = run.get(crop).equals("center") ? Pictures.cropped(came.picture(), to.width(), to.height()) : came.picture();
        run.give(scaled, new Image(run.get(method).to(picture, to.width(), to.height()), came.made()));
    }
}
