package easel.nodes.comfy;

import easel.engine.RequestCheck;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Batch;
import easel.nodes.Latent;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import java.util.stream.IntStream;

/** Nothing but noise to begin from, in a size; several of a batch are painted one after the other, each with the next seed. */
@SuppressWarnings("this-escape")   // declaring a parameter only adds it to the lists of Node
abstract class EmptyLatent extends Node {

    private final Param<Integer> width;
    private final Param<Integer> height;
    private final Param<Integer> batch;
    private final Out<Latent> latent = out("latent", Port.LATENT);

    /** @param side how wide and high it is by itself, pixels */
    EmptyLatent(String type, String alias, int side) {
        super(type, Schema.Kind.PAINT, alias);
        Rule.Whole sides = new Rule.Whole(16, RequestCheck.MAX_SIDE, 8, Rule.Unit.PIXELS);
        width = whole("width", side, sides);
        height = whole("height", side, sides);
        batch = whole("batch_size", 1, new Rule.Whole(1, 4096, 1, Rule.Unit.NONE));
    }

    @Override
    public final Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public final void run(Run run) {
        int wide = run.get(width);
        int high = run.get(height);
        int count = run.get(batch);
        if (count == 1) {
            run.give(latent, new Latent.Empty(wide, high, 0));
            return;
        }
        Batch.ifTooLarge(batch.name(), 3L * wide * high * count, Batch.MOST_BYTES / (3L * wide * high));
        run.giveAll(latent, new Batch(IntStream.range(0, count).<Object>mapToObj(place -> new Latent.Empty(wide, high, place)).toList()));
    }
}
