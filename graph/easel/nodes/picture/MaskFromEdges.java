package easel.nodes.picture;

import easel.engine.Picture;
import easel.graph.Rule;
import easel.nodes.Param;
import easel.nodes.Run;
import easel.pixels.Edges;
import easel.pixels.Masks;

/** White along a picture's edges: where Sobel's slope of the luma is steep enough, made wider by some pixels. */
public final class MaskFromEdges extends MaskFromPicture {

    private final Param<Integer> steepness = whole("steepness", 32, new Rule.Whole(1, 255, 1, Rule.Unit.NONE));
    private final Param<Integer> grow = whole("grow", 2, new Rule.Whole(0, 1024, 1, Rule.Unit.PIXELS));

    public MaskFromEdges() {
        super("mask-from-edges", "picture");
    }

    @Override
    protected Picture mask(Run run, Picture picture) {
        return Masks.grown(Masks.between(Edges.slopes(picture), run.get(steepness), 255, 0), run.get(grow), true);
    }
}
