package easel.nodes.model;

import easel.engine.Finer;
import easel.engine.Rng;
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
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** How a model's steps go beyond sampler and scheduler: noise levels of one's own, how much noise is added, where it comes
 * from, and what only some samplers read.
 */
public final class SamplingSteps extends Node {

    private final In<Model> model = in("model", Port.MODEL);
    private final Param<Double> shift = real("shift", 0, new Rule.Real(0, 100, Rule.Unit.NONE));
    private final Param<Double> eta = real("eta", -1, new Rule.Real(-1, 100, Rule.Unit.NONE));
    private final Param<String> sigmas = words("sigmas", "", 10_000);
    private final Param<Rng> noise = advanced(choice("noise", Rng.CUDA));
    private final Param<Integer> timestep = advanced(whole("shifted_timestep", 0, new Rule.Whole(0, 1000, 1, Rule.Unit.NONE)));
    private final Param<String> extra = advanced(words("extra", "", 1000));
    private final Out<Model> stepping = out("patched_model", Port.MODEL);

    public SamplingSteps() {
        super("sampling-steps", Schema.Kind.LOAD);
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) {
        Model m = run.get(model);
        Finer before = m.tuning().finer();
        Double noiseAdded = run.get(eta) < 0 ? before.eta() : run.get(eta);
        SortedMap<String, Double> further = new TreeMap<>(before.extra());
        further.putAll(further(run.get(extra)));
        List<Double> levels = run.get(sigmas).isBlank() ? m.tuning().sigmas() : levels(run.get(sigmas));
        Model stepped = m.tuned(m.tuning().stepping(levels, new Finer(noiseAdded, run.get(timestep) == 0 ? before.shiftedTimestep() : run.get(timestep), before.imageCfg(), before.skipLayers(), further))
                .loaded(run.get(noise) == Rng.CUDA ? m.tuning().loading() : m.tuning().loading().noise(run.get(noise))));
        run.give(stepping, run.get(shift) == 0 ? stepped : stepped.shifted(run.get(shift)));
    }

    private List<Double> levels(String text) {
        List<Double> levels = new ArrayList<>();
        for (String level : text.strip().split("[,;\\s]+")) {
            double value = number(level);
            // Written so that what is no number is refused too.
            if (!(value >= 0 && value <= 100_000) || !levels.isEmpty() && value >= levels.getLast()) {
                throw Unfoldable.at(sigmas.name(), Problem.Code.NO_SIGMAS, text);
            }
            levels.add(value);
        }
        if (levels.size() < 2) {
            throw Unfoldable.at(sigmas.name(), Problem.Code.NO_SIGMAS, text);
        }
        return levels;
    }

    private SortedMap<String, Double> further(String text) {
        SortedMap<String, Double> further = new TreeMap<>();
        for (String pair : text.isBlank() ? new String[0] : text.strip().split("\\s*[,;]\\s*")) {
            String[] halves = pair.split("=", 2);
            double value = halves.length == 2 ? number(halves[1]) : Double.NaN;
            if (Double.isNaN(value) || !Finer.NAMES.contains(halves[0].strip())) {
                throw Unfoldable.at(extra.name(), Problem.Code.NO_EXTRA, pair, String.join(", ", new TreeSet<>(Finer.NAMES)));
            }
            further.put(halves[0].strip(), value);
        }
        return further;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }
}
