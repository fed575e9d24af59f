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
import java.util.Optional;

/**
 * A mask drawn by hand on the picture that it is for: shapes, over what a file has white and over what of the picture is
 * transparent.
 */
public final class DrawMask extends Node {

    /** Its type in files. */
    public static final String TYPE = "draw-mask";
    /** The parameter that adds what of the picture is transparent. */
    public static final String TRANSPARENCY = "transparency";
    /** The parameter that names a file whose white is added. */
    public static final String FILE = "file";

    private final In<Image> picture = in("picture", Port.IMAGE);
    private final Param<Value.Shapes> shapes = shapes("shapes", picture);
    private final Param<Boolean> transparency = truth(TRANSPARENCY, false);
    private final Param<String> file = file(FILE, Rule.File.Of.PICTURE, "");
    private final Out<Mask> mask = out("mask", Port.MASK);

    public DrawMask() {
        super(TYPE, Schema.Kind.MASK);
    }

    @Override
    public void run(Run run) throws EngineException, PictureException {
        Optional<Picture> read = run.get(file).isEmpty() ? Optional.empty() : Optional.of(PictureFile.read(run.file(file)).picture());
        Picture white = below(run.get(picture).picture(), run.get(transparency), read);
        run.give(mask, new Mask(Masks.spotted(white, run.get(shapes).shapes().stream().filter(s -> !s.isEmpty()).map(DrawMask::spot).toList())));
    }

    /** What is white before any shape is drawn: what of the picture is transparent, if that counts, and what a file has white. */
    public static Picture below(Picture under, boolean transparent, Optional<Picture> file) {
        Picture white = transparent ? Pictures.transparency(under) : Masks.solid(under.width(), under.height(), 0);
        return file.map(read -> Masks.joined(white, Resample.BILINEAR.to(Pictures.luminance(read), under.width(), under.height()), 0, 0,
                Masks.Joining.ADD)).orElse(white);
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
