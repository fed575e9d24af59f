package easel.nodes.comfy;

import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Batch;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import java.util.List;

/** Takes some pictures of a batch that follow each other. */
public final class ImageFromBatch extends Node {

    private final In<Batch> image = wholeIn("image", Port.IMAGE);
    private final Param<Integer> from = whole("batch_index", 0, new Rule.Whole(0, 4095, 1, Rule.Unit.NONE));
    private final Param<Integer> length = whole("length", 1, new Rule.Whole(1, 4096, 1, Rule.Unit.NONE));
    private final Out<Image> taken = out("taken", Port.IMAGE);

    public ImageFromBatch() {
        super("image-from-batch", Schema.Kind.PICTURE, "ImageFromBatch");
    }

    @Override
    public void run(Run run) {
        List<Object> all = run.get(image).values();
        // As ComfyUI does: what is past the end is the last one, and no more are taken than there are.
        int first = Math.min(run.get(from), all.size() - 1);
        run.giveAll(taken, new Batch(all.subList(first, Math.min(all.size(), first + run.get(length)))));
    }
}
