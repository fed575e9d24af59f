package easel.nodes.model;

import easel.engine.RequestCheck;
import easel.engine.Tiling;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.In;
import easel.nodes.Model;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;

/** Has the VAE work in tiles, which spares memory at the price of time; where memory runs short that is done unasked. */
public final class VaeTiles extends Node {

    /** The side of a latent pixel. */
    private static final int PIXELS = 8;
    private static final Rule.Whole COUNT = new Rule.Whole(0, RequestCheck.MAX_TILES, 1, Rule.Unit.NONE);

    private final In<Model> model = in("model", Port.MODEL);
    private final Param<Integer> width = whole("tile_width", 256, new Rule.Whole(64, 4096, PIXELS, Rule.Unit.PIXELS));
    private final Param<Integer> height = whole("tile_height", 256, new Rule.Whole(64, 4096, PIXELS, Rule.Unit.PIXELS));
    private final Param<Double> overlap = real("tile_overlap", 0.5, new Rule.Real(0, 0.5, Rule.Unit.NONE));
    private final Param<Integer> across = advanced(whole("tiles_across", 0, COUNT));
    private final Param<Integer> down = advanced(whole("tiles_down", 0, COUNT));
    private final Out<Model> tiled = out("patched_model", Port.MODEL);

    public VaeTiles() {
        super("vae-tiles", Schema.Kind.LOAD);
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) {
        Model m = run.get(model);
        run.give(tiled, m.tuned(m.tuning().tiled(new Tiling(run.get(width) / PIXELS, run.get(height) / PIXELS, run.get(overlap), run.get(across), run.get(down)))));
    }
}
