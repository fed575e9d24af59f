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
import easel.nodes.Mask;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.PaintSettings;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.Unfoldable;
import easel.pixels.Feather;
import easel.pixels.Pictures;
import java.util.ArrayList;
import java.util.List;

/**
 * Paints a picture with words of their own for parts of it: the whole first, then each region over it under a mask, then
 * lightly the whole again. The engine reads one prompt at a time; its masks are yes or no, so soft edges are laid over here.
 */
@Calls("generate_image")
public final class RegionalSampler extends Node {

    private static final Rule.Whole SIDE = new Rule.Whole(RequestCheck.MIN_SIDE, RequestCheck.MAX_SIDE, 1, Rule.Unit.PIXELS);

    private final Param<Integer> width = whole("width", 512, SIDE);
    private final Param<Integer> height = whole("height", 512, SIDE);
    private final PaintSettings settings = new PaintSettings(this);
    private final In<Regional> regions = in("regions", Regional.PORT);
    private final Param<Integer> feather = whole("feather", 32, new Rule.Whole(0, 512, 1, Rule.Unit.PIXELS));
    private final Param<Double> unify = real("unify", 0.3, new Rule.Real(0, 1, Rule.Unit.NONE));
    private final Out<Image> picture = out("picture", Port.IMAGE);

    public RegionalSampler() {
        super("regional-sampler", Schema.Kind.PAINT);
    }

    @Override
    public void run(Run run) throws EngineException {
        List<Regional.Place> places = run.get(regions).places();
        holdThatNoneIsEmpty(places, run.get(width), run.get(height));
        boolean unifies = run.get(unify) > 0;
        int rounds = 1 + places.size() + (unifies ? 1 : 0);
        run.round(0, rounds);
        Image base = settings.fromNothing(run, run.get(width), run.get(height)).paint(run);
        Picture now = base.picture();
        for (int i = 0; i < places.size(); i++) {
            run.round(i + 1, rounds);
            Regional.Place place = places.get(i);
            Patch patch = Patch.whole(now, shown(place, now, run.get(feather)));
            Image start = new Image(patch.start(Patch.Fill.ORIGINAL), null);
            now = patch.with(settings.over(run, start, new Mask(patch.mask()), place.strength(), place.words(), i + 1).paint(run).picture());
        }
        if (unifies) {
            run.round(rounds - 1, rounds);
            now = settings.over(run, new Image(now, null), run.get(unify), settings.words(run), rounds - 1).paint(run).picture();
        }
        run.give(picture, new Image(now, base.made()));
    }

    /** Before anything is painted: what the regions before an empty one took would be lost with it. */
    private void holdThatNoneIsEmpty(List<Regional.Place> places, int wide, int high) {
        if (places.stream().anyMatch(place -> Pictures.isBlack(place.in(wide, high)))) {
            throw Unfoldable.at(regions.name(), Problem.Code.NOTHING_TO_PAINT);
        }
    }

    /** The engine may have painted another size than was asked for, in which a speck is lost. */
    private Picture shown(Regional.Place place, Picture now, int fade) {
        Picture shown = Feather.of(place.in(now.width(), now.height()), 0, fade);
        if (Pictures.isBlack(shown)) {
            throw Unfoldable.at(regions.name(), Problem.Code.NOTHING_TO_PAINT);
        }
        return shown;
    }

    @Override
    public List<Problem> foretell(Run run) throws EngineException {
        int wide = run.get(width);
        int high = run.get(height);
        List<Problem> warnings = new ArrayList<>(settings.fromNothing(run, wide, high).foretold(run));
        Image blank = new Image(Picture.of(8, 8, 3, new byte[8 * 8 * 3]), null);
        Mask all = new Mask(Pictures.opacity(blank.picture()));
        for (Regional.Place place : run.get(regions).places()) {
            if (place.misses(wide, high)) {
                throw Unfoldable.at(regions.name(), Problem.Code.NOTHING_TO_PAINT);
            }
            warnings.addAll(settings.over(run, blank, all, place.strength(), place.words(), 0).foretold(run, wide, high));
        }
        if (run.get(unify) > 0) {
            warnings.addAll(settings.over(run, blank, run.get(unify)).foretold(run, wide, high));
        }
        return warnings.stream().distinct().toList();
    }
}
