package easel.nodes.paint;

import easel.engine.EngineException;
import easel.engine.Picture;
import easel.engine.RequestCheck;
import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Calls;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Made;
import easel.nodes.Mask;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.PaintSettings;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.Unfoldable;
import easel.pixels.Pictures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Paints regions of a picture anew one after another, each larger than it is, and puts them back: the parts of a mask, or
 * the tiles of a grid. Each begins from what the ones before it left; outside of them all every sample is as it was.
 */
@Calls("generate_image")
public final class Detailer extends Node {

    private static final Rule.Whole CELLS = new Rule.Whole(1, 64, 1, Rule.Unit.NONE);
    private static final Rule.Whole REACH = new Rule.Whole(0, 512, 1, Rule.Unit.PIXELS);

    private final PaintSettings settings = new PaintSettings(this);
    private final In<Image> picture = in("picture", Port.IMAGE);
    private final In<Optional<Mask>> mask = openIn("mask", Port.MASK);
    private final Param<By> by = choice("regions", By.PARTS);
    private final Param<Integer> columns = whole("columns", 2, CELLS);
    private final Param<Integer> rows = whole("rows", 2, CELLS);
    private final Param<Integer> most = whole("most", 16, new Rule.Whole(1, 256, 1, Rule.Unit.NONE));
    private final Param<Double> strength = real("strength", 0.4, new Rule.Real(0, 1, Rule.Unit.NONE));
    private final Param<Integer> side = whole("side", 512, new Rule.Whole(0, RequestCheck.MAX_SIDE, 1, Rule.Unit.PIXELS));
    private final Param<Integer> grow = whole("grow", 4, REACH);
    private final Param<Integer> feather = whole("feather", 8, REACH);
    private final Param<Integer> around = advanced(whole("around", 32, new Rule.Whole(0, 4096, 1, Rule.Unit.PIXELS)));
    private final Param<Integer> smallest = advanced(whole("smallest", 8, new Rule.Whole(1, 4096, 1, Rule.Unit.PIXELS)));
    private final Out<Image> detailed = out("detailed", Port.IMAGE);

    /** How regions are found. */
    private enum By {
        /** Each part of the mask that touches no other. */
        PARTS,
        /** Tiles that cover the picture, or as many as the mask touches. */
        GRID
    }

    public Detailer() {
        super("detailer", Schema.Kind.PAINT);
    }

    @Override
    public void run(Run run) throws EngineException {
        Image came = run.get(picture);
        Picture now = came.picture();
        @Nullable Made made = null;
        Regions regions = regions(run, now);
        holdThatTheyAreFew(run, regions.count());
        for (int i = 0; i < regions.count(); i++) {
            run.round(i, regions.count());
            Patch patch = Patch.around(now, regions.shown(i), run.get(around), run.get(side));
            Image start = new Image(patch.start(Patch.Fill.ORIGINAL), null);
            Image painted = settings.over(run, start, new Mask(patch.mask()), run.get(strength), settings.words(run), i).paint(run);
            now = patch.with(painted.picture());
            made = made == null ? told(run, came, painted, now) : made;
        }
        run.give(detailed, new Image(now, made));
    }

    /** As ADetailer tells it where the picture was painted before, and as inpainting where it was not. */
    private @Nullable Made told(Run run, Image came, Image first, Picture whole) {
        Made before = came.made();
        Made painted = first.made();
        return before != null && painted != null ? Told.detailed(before, painted, run.get(strength), run.get(grow), run.get(feather), run.get(around))
                : before != null ? before : Told.masked(painted, whole, run.get(feather), Patch.Fill.ORIGINAL, run.get(around));
    }

    @Override
    public List<Problem> foretell(Run run) throws EngineException {
        Patch.foretold(run.size(picture), run.size(mask));
        Optional<Mask> where = run.get(mask);
        holdThatThereIsAMask(run, where);
        if (run.get(by) == By.GRID && where.isEmpty()) {
            holdThatTheyAreFew(run, run.get(columns) * run.get(rows));
        }
        Image blank = run.get(picture);
        List<Problem> warnings = new ArrayList<>(settings.over(run, blank, new Mask(Pictures.opacity(blank.picture())), run.get(strength)).foretold(run));
        Patch.largePart(run, side).ifPresent(warnings::add);
        return warnings;
    }

    private void holdThatThereIsAMask(Run run, Optional<Mask> where) {
        if (run.get(by) == By.PARTS && where.isEmpty()) {
            throw Unfoldable.at(mask.name(), Problem.Code.INPUT_MISSING, mask.name());
        }
    }

    private void holdThatTheyAreFew(Run run, int count) {
        if (count == 0) {
            throw Unfoldable.at(mask.name(), Problem.Code.NOTHING_TO_PAINT);
        }
        if (count > run.get(most)) {
            throw Unfoldable.at(most.name(), Problem.Code.TOO_MANY_REGIONS, count, run.get(most));
        }
    }

    private Regions regions(Run run, Picture whole) {
        Optional<Mask> where = run.get(mask);
        holdThatThereIsAMask(run, where);
        int fade = run.get(feather);
        if (run.get(by) == By.PARTS) {
            return Regions.parts(where.orElseThrow(), whole, run.get(smallest), run.get(grow), fade);
        }
        Picture within = where.map(m -> Patch.shown(m, whole, run.get(grow), fade)).orElse(null);
        return Regions.grid(whole, run.get(columns), run.get(rows), fade, within);
    }
}
