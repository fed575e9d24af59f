package easel.nodes.comfy;

import easel.engine.RequestCheck;
import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Latent;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.Unfoldable;

/** Nothing but noise to begin from, in a size. */
public final class EmptyLatentImage extends Node {

    private final Param<Integer> width = whole("width", 512, new Rule.Whole(16, RequestCheck.MAX_SIDE, 8, Rule.Unit.PIXELS));
    private final Param<Integer> height = whole("height", 512, new Rule.Whole(16, RequestCheck.MAX_SIDE, 8, Rule.Unit.PIXELS));
    private final Param<Integer> batch = whole("batch_size", 1, new Rule.Whole(1, 4096, 1, Rule.Unit.NONE));
    private final Out<Latent> latent = out("latent", Port.LATENT);

    public EmptyLatentImage() {
        super("empty-latent-image", Schema.Kind.PAINT, "EmptyLatentImage");
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) {
        if (run.get(batch) != 1) {
            throw new Unfoldable(Problem.Code.ONE_AT_A_TIME, run.get(batch));
        }
        run.give(latent, new Latent.Empty(run.get(width), run.get(height)));
    }
}
