package easel.nodes.comfy;

import easel.engine.Tiling;
import easel.graph.InputRef;
import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Node;
import easel.nodes.Param;
import easel.nodes.Run;
import java.util.List;

/** What works on a picture in tiles to spare memory; ComfyUI measures them in pixels, the engine in eighths of that. */
@SuppressWarnings("this-escape")   // declaring a parameter only adds it to the lists of Node
abstract class TiledVae extends Node {

    private static final int FRAMES = 64;
    private static final int FRAME_OVERLAP = 8;

    private final Param<Integer> tile = whole("tile_size", 512, new Rule.Whole(64, 4096, 1, Rule.Unit.PIXELS));
    private final Param<Integer> overlap = whole("overlap", 64, new Rule.Whole(0, 4096, 1, Rule.Unit.PIXELS));
    private final Param<Integer> frames = advanced(whole("temporal_size", FRAMES, new Rule.Whole(8, 4096, 1, Rule.Unit.FRAMES)));
    private final Param<Integer> frameOverlap = advanced(whole("temporal_overlap", FRAME_OVERLAP, new Rule.Whole(4, 4096, 1, Rule.Unit.FRAMES)));

    TiledVae(String type, String alias) {
        super(type, Schema.Kind.PAINT, alias);
    }

    /** ComfyUI's are for videos; what is painted here is a picture, so people are told if they set them. */
    final List<Problem> framesUnused(Run run) {
        boolean size = run.known(frames).orElse(FRAMES) != FRAMES;
        return size || run.known(frameOverlap).orElse(FRAME_OVERLAP) != FRAME_OVERLAP
                ? List.of(Problem.at(new InputRef(run.node(), (size ? frames : frameOverlap).name()), Problem.Code.TILES_OF_FRAMES)) : List.of();
    }

    /** The tiles that are asked for. */
    final Tiling tiling(Run run) {
        return new Tiling(run.get(tile) / 8, run.get(tile) / 8, Math.min(0.5, (double) run.get(overlap) / run.get(tile)));
    }
}
