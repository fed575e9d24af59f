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
import java.util.ArrayList;
import java.util.List;

/** All pictures of a batch, so many times one after the other. */
public final class RepeatImageBatch extends Node {

    private final In<Batch> image = wholeIn("image", Port.IMAGE);
    private final Param<Integer> amount = whole("amount", 1, new Rule.Whole(1, Batch.MOST, 1, Rule.Unit.NONE));
    private final Out<Image> repeated = out("repeated", Port.IMAGE);

    public RepeatImageBatch() {
        super("repeat-image-batch", Schema.Kind.PICTURE, "RepeatImageBatch");
    }

    @Override
    public void run(Run run) {
        Batch.ifTooLong((long) run.get(amount) * run.get(image).values().size());
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < run.get(amount); i++) {
            all.addAll(run.get(image).values());
        }
        run.giveAll(repeated, new Batch(all));
    }
}
