package easel.nodes.picture;

import easel.engine.Picture;
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
import easel.pixels.Layers;
import easel.pixels.Mixing;
import java.util.Optional;

/** Lays one picture over another with a blend mode, everywhere or where a mask is white: W3C's formulas, {@link Layers}. */
public final class Blend extends Node {

    private final In<Image> under = in("under", Port.IMAGE);
    private final In<Image> over = in("over", Port.IMAGE);
    private final In<Optional<Mask>> mask = openIn("mask", Port.MASK);
    private final Param<Mixing> mode = choice("mode", Mixing.NORMAL);
    private final Param<Double> opacity = real("opacity", 0.5, new Rule.Real(0, 1, Rule.Unit.NONE));
    private final Out<Image> picture = out("picture", Port.IMAGE);

    public Blend() {
        super("blend", Schema.Kind.PICTURE);
    }

    @Override
    public void run(Run run) {
        Image below = run.get(under);
        Picture above = Sizes.same(below.picture(), run.get(over).picture(), over.name());
        Picture where = run.get(mask).map(Mask::picture).orElse(null);
        if (where != null && !Sizes.agree(where, above)) {
            throw Unfoldable.at(mask.name(), Problem.Code.MASK_OF_ANOTHER_SIZE, where.width(), where.height(), above.width(), above.height());
        }
        Picture blended = Layers.over(below.picture(), above, 0, 0, run.get(mode), run.get(opacity), where);
        run.give(picture, new Image(blended, below.made()));
    }
}
