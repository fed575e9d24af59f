package easel.nodes.paint;

import easel.engine.EngineException;
import easel.engine.Picture;
import easel.engine.RequestCheck;
import easel.graph.InputRef;
import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Calls;
import easel.nodes.Fold;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Mask;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.PaintSettings;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Paints a part of a picture anew and leaves the rest as it is, to the last bit. The engine takes a mask as yes or no,
 * so it paints all that shows at all, and the soft edge is laid over here.
 */
@Calls("generate_image")
public final class Inpaint extends Node {

    private final PaintSettings settings = new PaintSettings(this);
    private final In<Image> picture = in("picture", Port.IMAGE);
    private final In<Mask> mask = in("mask", Port.MASK);
    private final Param<Double> strength = real("strength", 0.8, new Rule.Real(0, 1, Rule.Unit.NONE));
    private final Param<Patch.Fill> fill = choice("fill", Patch.Fill.ORIGINAL);
    private final Param<Integer> grow = whole("grow", 4, new Rule.Whole(0, 512, 1, Rule.Unit.PIXELS));
    private final Param<Integer> feather = whole("feather", 8, new Rule.Whole(0, 512, 1, Rule.Unit.PIXELS));
    private final Param<Boolean> onlyMasked = truth("only_masked", false);
    private final Param<Integer> around = advanced(whole("around", 32, new Rule.Whole(0, 4096, 1, Rule.Unit.PIXELS)));
    private final Param<Integer> side = advanced(whole("side", 512, new Rule.Whole(0, RequestCheck.MAX_SIDE, 1, Rule.Unit.PIXELS)));
    private final Out<Image> painted = out("painted", Port.IMAGE);

    public Inpaint() {
        super("inpaint", Schema.Kind.PAINT);
    }

    @Override
    public void run(Run run) throws EngineException {
        Picture whole = run.get(picture).picture();
        Picture shown = Patch.shown(run.get(mask), whole, run.get(grow), run.get(feather));
        Patch patch = run.get(onlyMasked) ? Patch.around(whole, shown, run.get(around), run.get(side)) : Patch.whole(whole, shown);
        Fold fold = settings.over(run, new Image(patch.start(run.get(fill)), null), new Mask(patch.mask()), run.get(strength));
        Image made = fold.paint(run);
        @Nullable Integer padding = run.get(onlyMasked) ? run.get(around) : null;
        run.give(painted, new Image(patch.with(made.picture()), Told.masked(made.made(), whole, run.get(feather), run.get(fill), padding)));
    }

    @Override
    public List<Problem> foretell(Run run) throws EngineException {
        Patch.foretold(run.size(picture), run.size(mask));
        List<Problem> warnings = new ArrayList<>(settings.over(run, run.get(picture), run.get(mask), run.get(strength)).foretold(run));
        if (run.get(onlyMasked)) {
            Patch.largePart(run, side).ifPresent(warnings::add);
        }
        run.size(picture).filter(size -> !run.get(onlyMasked) && (long) size.width() * size.height() > Patch.LARGE).ifPresent(size ->
                warnings.add(Problem.at(new InputRef(run.node(), onlyMasked.name()), Problem.Code.LARGE_PICTURE_WHOLE, size.width(), size.height())));
        return warnings;
    }
}
