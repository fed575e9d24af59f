package easel.nodes.comfy;

import easel.engine.RequestCheck;
import easel.engine.Scheduler;
import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.Sigmas;
import easel.nodes.Unfoldable;
import java.util.ArrayList;
import java.util.List;

/** Noise levels of which each is the same part of the one before. */
public final class ExponentialScheduler extends Node {

    private final Param<Integer> steps = whole("steps", 20, new Rule.Whole(2, RequestCheck.MAX_STEPS, 1, Rule.Unit.STEPS));
    private final Param<Double> most = real("sigma_max", 14.614642, new Rule.Real(0, 5000, Rule.Unit.NONE));
    private final Param<Double> least = real("sigma_min", 0.0291675, new Rule.Real(0, 5000, Rule.Unit.NONE));
    private final Out<Sigmas> sigmas = out("sigmas", Port.SIGMAS);

    public ExponentialScheduler() {
        super("exponential-scheduler", Schema.Kind.PAINT, "ExponentialScheduler");
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) {
        if (!(run.get(least) > 0 && run.get(most) > run.get(least))) {
            throw Unfoldable.at(least.name(), Problem.Code.NO_SIGMAS, run.get(most) + ", " + run.get(least));
        }
        int n = run.get(steps);
        double first = Math.log(run.get(most));
        double last = Math.log(run.get(least));
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            values.add(Math.exp(first + (last - first) * i / (n - 1)));
        }
        values.add(0.0);
        run.give(sigmas, new Sigmas(null, Scheduler.EXPONENTIAL, n, n, values));
    }
}
