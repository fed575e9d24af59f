package easel.nodes.model;

import easel.engine.StepCache;
import easel.graph.InputRef;
import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.In;
import easel.nodes.Model;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.Unfoldable;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Saves time by working out steps that would change little from those before. UCache is for UNets (SD1, SDXL), EasyCache,
 * DBCache and TaylorSeer for diffusion transformers, Spectrum for both.
 */
public final class StepSaving extends Node {

    private static final Rule.Real PART = new Rule.Real(0, 1, Rule.Unit.NONE);
    private static final Rule.Whole STEPS_OR_ANY = new Rule.Whole(-1, 1000, 1, Rule.Unit.NONE);
    private static final Rule.Whole BLOCKS = new Rule.Whole(0, 1000, 1, Rule.Unit.NONE);
    private static final Pattern MASK = Pattern.compile("([01](,[01])*)?");

    private final In<Model> model = in("model", Port.MODEL);
    private final Param<Way> way = choice("way", Way.OFF);
    private final Param<Double> threshold = real("threshold", 0, new Rule.Real(0, 1000, Rule.Unit.NONE));
    private final Param<Double> from = advanced(real("from", 0.15, new Rule.Real(0, 0.99, Rule.Unit.NONE)));
    private final Param<Double> to = advanced(real("to", 0.95, new Rule.Real(0.01, 1, Rule.Unit.NONE)));
    private final Param<Double> decay = advanced(real("error_decay", 1, PART));
    private final Param<Boolean> relative = advanced(truth("relative", true));
    private final Param<Boolean> resets = advanced(truth("resets", true));
    private final Param<Integer> front = advanced(whole("front_blocks", 8, BLOCKS));
    private final Param<Integer> back = advanced(whole("back_blocks", 0, BLOCKS));
    private final Param<Integer> warmup = advanced(whole("warmup", -1, STEPS_OR_ANY));
    private final Param<Integer> most = advanced(whole("most", -1, STEPS_OR_ANY));
    private final Param<Integer> inARow = advanced(whole("in_a_row", -1, STEPS_OR_ANY));
    private final Param<String> mask = advanced(words("mask", "", 4000));
    private final Param<Boolean> dynamic = advanced(truth("dynamic", true));
    private final Param<Integer> derivatives = advanced(whole("derivatives", 1, new Rule.Whole(1, 2, 1, Rule.Unit.NONE)));
    private final Param<Integer> interval = advanced(whole("interval", 1, new Rule.Whole(1, 1000, 1, Rule.Unit.STEPS)));
    private final Param<Double> weight = advanced(real("weight", 0.4, PART));
    private final Param<Integer> degree = advanced(whole("degree", 3, new Rule.Whole(1, 10, 1, Rule.Unit.NONE)));
    private final Param<Double> smoothing = advanced(real("smoothing", 1, new Rule.Real(0.001, 1000, Rule.Unit.NONE)));
    private final Param<Integer> window = advanced(whole("window", 2, new Rule.Whole(1, 1000, 1, Rule.Unit.STEPS)));
    private final Param<Double> flex = advanced(real("window_growth", 0.5, new Rule.Real(0, 1000, Rule.Unit.NONE)));
    private final Param<Double> stop = advanced(real("stop", 0.9, PART));
    private final Out<Model> saving = out("patched_model", Port.MODEL);

    /** By which of the engine's methods. */
    private enum Way {
        OFF, UCACHE, EASYCACHE, DBCACHE, TAYLORSEER, CACHE_DIT, SPECTRUM
    }

    public StepSaving() {
        super("step-saving", Schema.Kind.LOAD);
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) {
        Model m = run.get(model);
        if (run.get(from) >= run.get(to)) {
            throw Unfoldable.at(to.name(), Problem.Code.BAD_VALUE, to.name(), run.get(to), "> " + run.get(from));
        }
        if (!MASK.matcher(run.get(mask)).matches()) {
            throw Unfoldable.at(mask.name(), Problem.Code.BAD_VALUE, mask.name(), run.get(mask), "1,0,1 ...");
        }
        run.give(saving, m.tuned(m.tuning().saving(cache(run))));
    }

    @Override
    public List<Problem> foretell(Run run) {
        run(run);
        Optional<Boolean> forUnets = switch (run.get(way)) {
            case OFF, SPECTRUM -> Optional.empty();
            case UCACHE -> Optional.of(true);
            case EASYCACHE, DBCACHE, TAYLORSEER, CACHE_DIT -> Optional.of(false);
        };
        boolean passedOver = forUnets.isPresent() && run.isUnet(run.get(model).files()).filter(unet -> !unet.equals(forUnets.get())).isPresent();
        return passedOver ? List.of(Problem.at(new InputRef(run.node(), way.name()), Problem.Code.STEPS_NOT_SAVED)) : List.of();
    }

    private @Nullable StepCache cache(Run run) {
        return switch (run.get(way)) {
            case OFF -> null;
            case UCACHE -> steps(run, true, 1);
            case EASYCACHE -> steps(run, false, 0.2);
            case DBCACHE -> blocks(run, true, false);
            case TAYLORSEER -> blocks(run, false, true);
            case CACHE_DIT -> blocks(run, true, true);
            case SPECTRUM -> new StepCache.Spectrum(run.get(weight), run.get(degree), run.get(smoothing), run.get(window), run.get(flex), warmup(run, 4), run.get(stop));
        };
    }

    private StepCache steps(Run run, boolean unet, double usual) {
        return new StepCache.Steps(unet, threshold(run, usual), run.get(from), run.get(to), run.get(decay), run.get(relative), run.get(resets));
    }

    private StepCache blocks(Run run, boolean byDifference, boolean byTaylor) {
        return new StepCache.Blocks(byDifference, byTaylor, run.get(front), run.get(back), threshold(run, 0.08), warmup(run, 8), run.get(most), run.get(inARow),
                run.get(mask), run.get(dynamic), run.get(derivatives), run.get(interval));
    }

    /** The engine's own differs from method to method. */
    private double threshold(Run run, double usual) {
        return run.get(threshold) == 0 ? usual : run.get(threshold);
    }

    private int warmup(Run run, int usual) {
        return run.get(warmup) < 0 ? usual : run.get(warmup);
    }
}
