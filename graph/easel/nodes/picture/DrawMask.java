package easel.nodes.picture;

import easel.engine.EngineException;
import easel.engine.Picture;
import easel.format.PictureException;
import easel.format.PictureFile;
import easel.graph.InputRef;
import easel.graph.MaskShape;
import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.graph.Value;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Mask;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.pixels.Masks;
import easel.pixels.Pictures;
import easel.pixels.Resample;
import java.util.List;

/**
 * A mask drawn by hand on the picture that it is for: shapes, over what a file has white and over what of the picture is
 * transparent.
 */
public final class DrawMask extends Node {

    private final In<Image> picture = in("picture", Port.IMAGE);
    private final Param<Value.Shapes> shapes = shapes("shapes", picture);
    private final Param<Boolean> transparency = truth("transparency", false);
    private final Param<String> file = file("file", Rule.File.Of.PICTURE, "");
    private final Out<Mask> mask = out("mask", Port.MASK);

    public DrawMask() {
        super("draw-mask", Schema.Kind.MASK);
    }

    @Override
    public void run(Run run) throws EngineException, PictureException {
        Picture under = run.get(picture).picture();
        Picture white = run.get(transparency) ? Pictures.transparency(under) : Masks.solid(under.width(), under.height(), 0);
        if (!run.get(file).isEmpty()) {
            Picture read = Pictures.luminance(PictureFile.read(run.file(file)).picture());
            white = Masks.joined(white, Resample.BILINEAR.to(read, under.width(), under.height()), 0, 0, Masks.Joining.ADD);
        }
        run.give(mask, new Mask(Masks.spotted(white, run.get(shapes).shapes().stream().filter(s -> !s.isEmpty()).map(DrawMask::spot).toList())));
    }

    private static Masks.Spot spot(MaskShape shape) {
        return new Masks.Spot(shape.kind() == MaskShape.Kind.ELLIPSE, shape.x(), shape.y(), shape.width(), shape.height(), shape.subtract() ? 0 : 255);
    }

    @Override
    public List<Problem> foretell(Run run) {
        boolean drawn = run.get(shapes).shapes().stream().anyMatch(s -> !s.subtract() && !s.isEmpty());
        return drawn || run.get(transparency) || !run.get(file).isEmpty() ? List.of()
                : List.of(Problem.at(new InputRef(run.node(), shapes.name()), Problem.Code.NOTHING_DRAWN));
    }
}
