package easel.nodes.comfy;

import easel.engine.Tiling;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Node;
import easel.nodes.Param;
import easel.nodes.Run;

/** What works on a picture in tiles to spare memory; ComfyUI measures them in pixels, the engine in eighths of that. */
@SuppressWarnings("this-escape")   // declaring a parameter only adds it to the lists of Node
abstract class TiledVae extends Node {

    private final Param<Integer> tile = whole("tile_size", 512, new Rule.Whole(64, 4096, 1, Rule.Unit.PIXELS));
    private final Param<Integer> overlap = whole("overlap", 64, new Rule.Whole(0, 4096, 1, Rule.Unit.PIXELS));
    private final Param<Integer> frames = advanced(whole("temporal_size", 64, new Rule.Whole(8, 4096, 1, Rule.Unit.NONE)));
    private final Param<Integer> frameOverlap = advanced(whole("temporal_overlap", 8, new Rule.Whole(4, 4096, 1, Rule.Unit.NONE)));

    TiledVae(String type, String alias) {
        super(type, Schema.Kind.PAINT, alias);
    }

    /** The tiles that are asked for. */
    final Tiling tiling(Run run) {
        run.get(frames);
        run.get(frameOverlap);   // of videos only
        return new Tiling(run.get(tile) / 8, run.get(tile) / 8, Math.min(0.5, (double) run.get(overlap) / run.get(tile)));
    }
}
