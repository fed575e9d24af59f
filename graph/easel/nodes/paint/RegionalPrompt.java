package easel.nodes.paint;

import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Conditioning;
import easel.nodes.In;
import easel.nodes.Mask;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.Unfoldable;
import java.util.Optional;

/** Words for a part of the picture, under a mask or in a box. Several stand one behind the other. */
public final class RegionalPrompt extends Node {

    private static final Rule.Real PERCENT = new Rule.Real(0, 100, Rule.Unit.PERCENT);

    private final In<Conditioning> prompt = in("prompt", Port.CONDITIONING);
    private final In<Optional<Mask>> mask = openIn("mask", Port.MASK);
    private final In<Optional<Regional>> before = openIn("before", Regional.PORT);
    private final Param<Double> left = real("left", 0, PERCENT);
    private final Param<Double> top = real("top", 0, PERCENT);
    private final Param<Double> width = real("width", 50, PERCENT);
    private final Param<Double> height = real("height", 100, PERCENT);
    private final Param<Double> strength = real("strength", 0.75, new Rule.Real(0, 1, Rule.Unit.NONE));
    private final Out<Regional> regions = out("regions", Regional.PORT);

    public RegionalPrompt() {
        super("regional-prompt", Schema.Kind.WORDS);
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) {
        Regional.Box box = new Regional.Box(run.get(left) / 100, run.get(top) / 100, run.get(width) / 100, run.get(height) / 100);
        Optional<Mask> where = run.get(mask);
        if (where.isEmpty() && (box.left() >= 1 || box.top() >= 1 || box.width() == 0 || box.height() == 0)) {
            throw Unfoldable.at(box.left() >= 1 || box.width() == 0 ? width.name() : height.name(), Problem.Code.NOTHING_TO_PAINT);
        }
        run.give(regions, run.get(before).orElse(Regional.NOWHERE).and(new Regional.Place(run.get(prompt), where.orElse(null), box, run.get(strength))));
    }
}
