package easel.nodes.paint;

import easel.engine.Picture;
import easel.graph.Problem;
import easel.graph.Schema;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.Unfoldable;
import easel.pixels.Pictures;
import easel.pixels.Sizing;

/** Lays what became of a region over the picture that {@link CropRegion} cut it from; all around it stays to the last bit. */
public final class StitchBack extends Node {

    /** How far the ratio of the sides may be off: a size rounded to what a model can is not another picture. */
    private static final double OFF = 0.02;

    private final In<Image> part = in("part", Port.IMAGE);
    private final In<Patch> region = in("region", Patch.PORT);
    private final Out<Image> whole = out("whole", Port.IMAGE);

    public StitchBack() {
        super("stitch-back", Schema.Kind.PICTURE);
    }

    @Override
    public void run(Run run) {
        Patch patch = run.get(region);
        Picture came = run.get(part).picture();
        Sizing.Size cut = patch.painted();
        double ratio = (double) came.width() * cut.height() / ((double) came.height() * cut.width());
        if (Math.abs(ratio - 1) > OFF) {
            throw Unfoldable.at("part", Problem.Code.PICTURE_OF_ANOTHER_SIZE, came.width(), came.height(), cut.width(), cut.height());
        }
        run.give(whole, new Image(patch.with(Pictures.opaque(came)), run.get(part).made()));
    }
}
