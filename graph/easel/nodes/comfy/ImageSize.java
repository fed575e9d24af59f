package easel.nodes.comfy;

import easel.graph.Schema;
import easel.graph.Value;
import easel.nodes.Batch;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Port;
import easel.nodes.Run;

/** Tells the size of a picture in pixels; of a batch, that of the first, and how many there are. */
public final class ImageSize extends Node {

    private final In<Batch> image = wholeIn("image", Port.IMAGE);
    private final Out<Value.Number> width = out("width", Port.INT);
    private final Out<Value.Number> height = out("height", Port.INT);
    private final Out<Value.Number> count = out("batch_size", Port.INT);

    public ImageSize() {
        super("image-size", Schema.Kind.VALUE, "GetImageSize");
    }

    @Override
    public void run(Run run) {
        Batch all = run.get(image);
        Image first = (Image) all.values().getFirst();
        run.give(width, whole(first.picture().width()));
        run.give(height, whole(first.picture().height()));
        run.give(count, whole(all.values().size()));
    }

    private static Value.Number whole(int number) {
        return new Value.Number(Integer.toString(number));
    }
}
