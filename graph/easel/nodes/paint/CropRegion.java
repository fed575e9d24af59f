package easel.nodes.paint;

import easel.engine.Picture;
import easel.engine.RequestCheck;
import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Mask;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.Unfoldable;
import easel.pixels.Masks;
import easel.pixels.Sizing;
import java.util.List;
import java.util.Optional;

/** Cuts a region out of a picture, in a size to work in, for nodes whose result {@link StitchBack} lays over the whole again. */
public final class CropRegion extends Node {

    private static final Rule.Whole SIDE = new Rule.Whole(0, RequestCheck.MAX_SIDE, 1, Rule.Unit.PIXELS);
    private static final Rule.Whole LENGTH = new Rule.Whole(1, RequestCheck.MAX_SIDE, 1, Rule.Unit.PIXELS);

    private final In<Image> picture = in("picture", Port.IMAGE);
    private final In<Optional<Mask>> mask = openIn("mask", Port.MASK);
    private final Param<Integer> x = whole("x", 0, SIDE);
    private final Param<Integer> y = whole("y", 0, SIDE);
    private final Param<Integer> width = whole("width", 256, LENGTH);
    private final Param<Integer> height = whole("height", 256, LENGTH);
    private final Param<Integer> grow = whole("grow", 4, new Rule.Whole(0, 512, 1, Rule.Unit.PIXELS));
    private final Param<Integer> feather = whole("feather", 8, new Rule.Whole(0, 512, 1, Rule.Unit.PIXELS));
    private final Param<Integer> around = whole("around", 32, new Rule.Whole(0, 4096, 1, Rule.Unit.PIXELS));
    private final Param<Integer> side = whole("side", 512, SIDE);
    private final Out<Image> part = out("part", Port.IMAGE);
    private final Out<Mask> partMask = out("part_mask", Port.MASK);
    private final Out<Patch> region = out("region", Patch.PORT);

    public CropRegion() {
        super("crop-region", Schema.Kind.PICTURE);
    }

    @Override
    public void run(Run run) {
        Picture whole = run.get(picture).picture();
        Mask where = run.get(mask).orElseGet(() -> box(run, whole));
        Patch patch = Patch.around(whole, Patch.shown(where, whole, run.get(grow), run.get(feather)), run.get(around), run.get(side));
        run.give(part, new Image(patch.start(Patch.Fill.ORIGINAL), run.get(picture).made()));
        run.give(partMask, new Mask(patch.mask()));
        run.give(region, patch);
    }

    @Override
    public List<Problem> foretell(Run run) {
        Optional<Sizing.Size> known = run.size(picture);
        Patch.foretold(known, run.size(mask));
        if (known.isPresent() && run.get(mask).isEmpty()) {
            holdThatItLiesInside(run, known.get().width(), known.get().height());
        }
        return List.of();
    }

    private void holdThatItLiesInside(Run run, int wide, int high) {
        if (run.get(x) >= wide || run.get(y) >= high) {
            throw Unfoldable.at(run.get(x) >= wide ? x.name() : y.name(), Problem.Code.BOX_OUTSIDE, wide, high);
        }
    }

    private Mask box(Run run, Picture whole) {
        holdThatItLiesInside(run, whole.width(), whole.height());
        return new Mask(Masks.box(whole.width(), whole.height(), run.get(x), run.get(y), run.get(width), run.get(height)));
    }
}
