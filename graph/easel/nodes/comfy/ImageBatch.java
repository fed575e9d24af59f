package easel.nodes.comfy;

import easel.engine.Picture;
import easel.graph.Schema;
import easel.nodes.Batch;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.pixels.Pictures;
import easel.pixels.Resample;
import java.util.ArrayList;
import java.util.List;

/** Puts pictures into one batch; those of the second input are brought to the size of the first. */
public final class ImageBatch extends Node {

    private final In<Batch> first = wholeIn("image1", Port.IMAGE);
    private final In<Batch> second = wholeIn("image2", Port.IMAGE);
    private final Out<Image> batch = out("batch", Port.IMAGE);

    public ImageBatch() {
        super("image-batch", Schema.Kind.PICTURE, "ImageBatch");
    }

    @Override
    public void run(Run run) {
        Batch.ifTooLong((long) run.get(first).values().size() + run.get(second).values().size());
        List<Object> all = new ArrayList<>(run.get(first).values());
        Picture size = ((Image) all.getFirst()).picture();
        for (Object value : run.get(second).values()) {
            Image image = (Image) value;
            all.add(isOf(size, image.picture()) ? image : new Image(Resample.BILINEAR.to(
                    Pictures.cropped(image.picture(), size.width(), size.height()), size.width(), size.height()), image.made()));
        }
        run.giveAll(batch, new Batch(all));
    }

    private static boolean isOf(Picture size, Picture picture) {
        return picture.width() == size.width() && picture.height() == size.height();
    }
}
