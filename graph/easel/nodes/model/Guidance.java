package easel.nodes.model;

import easel.engine.Finer;
import easel.engine.SkipLayers;
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
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What pushes a picture towards its prompt beside CFG: a distilled model's guidance, that of a picture beside the prompt, skip
 * layer guidance (Stable Diffusion 3.5), and adaptive projected guidance.
 */
public final class Guidance extends Node {

    private static final int MOST_LAYERS = 1000;

    private final In<Model> model = in("model", Port.MODEL);
    private final Param<Double> distilled = real("distilled", 0, new Rule.Real(0, 100, Rule.Unit.NONE));
    private final Param<Double> pictureCfg = advanced(real("picture_cfg", 0, new Rule.Real(0, 100, Rule.Unit.NONE)));
    private final Param<String> layers = advanced(words("skip_layers", "", 1000));
    private final Param<Double> scale = advanced(real("skip_scale", 2.5, new Rule.Real(-100, 100, Rule.Unit.NONE)));
    private final Param<Double> from = advanced(real("skip_from", 0.01, new Rule.Real(0, 1, Rule.Unit.NONE)));
    private final Param<Double> to = advanced(real("skip_to", 0.2, new Rule.Real(0, 1, Rule.Unit.NONE)));
    private final Param<Boolean> onNegative = advanced(truth("skip_on_negative", false));
    private final Param<Double> apgEta = advanced(real("apg_eta", 1, new Rule.Real(-100, 100, Rule.Unit.NONE)));
    private final Param<Double> apgMomentum = advanced(real("apg_momentum", 0, new Rule.Real(-10, 10, Rule.Unit.NONE)));
    private final Param<Double> apgThreshold = advanced(real("apg_norm_threshold", 0, new Rule.Real(0, 1000, Rule.Unit.NONE)));
    private final Param<Double> apgSmoothing = advanced(real("apg_norm_threshold_smoothing", 0, new Rule.Real(0, 1000, Rule.Unit.NONE)));
    private final Out<Model> guided = out("patched_model", Port.MODEL);

    public Guidance() {
        super("guidance", Schema.Kind.LOAD);
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) {
        Model m = run.get(model);
        Finer before = m.tuning().finer();
        SortedMap<String, Double> extra = new TreeMap<>(before.extra());
        put(extra, "apg_eta", run.get(apgEta), 1);
        put(extra, "apg_momentum", run.get(apgMomentum), 0);
        put(extra, "apg_norm_threshold", run.get(apgThreshold), 0);
        put(extra, "apg_norm_threshold_smoothing", run.get(apgSmoothing), 0);
        Double picture = run.get(pictureCfg) == 0 ? before.imageCfg() : run.get(pictureCfg);
        SkipLayers skip = run.get(layers).isBlank() ? before.skipLayers()
                : new SkipLayers(numbers(run.get(layers)), run.get(from), run.get(to), run.get(scale), run.get(onNegative));
        Double by = run.get(distilled) == 0 ? m.tuning().guidance() : run.get(distilled);
        run.give(guided, m.tuned(m.tuning().guided(by, new Finer(before.eta(), before.shiftedTimestep(), picture, skip, extra))));
    }

    private static void put(SortedMap<String, Double> extra, String name, double value, double usual) {
        if (value != usual) {
            extra.put(name, value);
        }
    }

    private List<Integer> numbers(String text) {
        try {
            List<Integer> numbers = Arrays.stream(text.strip().split("[,;\\s]+")).map(Integer::valueOf).toList();
            if (numbers.stream().allMatch(n -> n >= 0 && n < MOST_LAYERS)) {
                return numbers;
            }
        } catch (NumberFormatException noNumbers) {
            // told below
        }
        throw Unfoldable.at(layers.name(), Problem.Code.NO_LAYERS, text);
    }
}
