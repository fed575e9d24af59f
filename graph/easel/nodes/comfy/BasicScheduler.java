package easel.nodes.comfy;

import easel.engine.RequestCheck;
import easel.engine.Scheduler;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.In;
import easel.nodes.Model;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Pass;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.Sigmas;
import java.util.List;

/** The noise levels of a scheduler. */
public final class BasicScheduler extends Node {

    private final In<Model> model = in("model", Port.MODEL);
    private final Param<Scheduler> scheduler = choice("scheduler", Scheduler.DISCRETE, Scheduler.values(), ComfyNames::of);
    private final Param<Integer> steps = whole("steps", 20, new Rule.Whole(1, RequestCheck.MAX_STEPS, 1, Rule.Unit.STEPS));
    private final Param<Double> denoise = real("denoise", 1, new Rule.Real(0, 1, Rule.Unit.NONE));
    private final Out<Sigmas> sigmas = out("sigmas", Port.SIGMAS);

    public BasicScheduler() {
        super("basic-scheduler", Schema.Kind.PAINT, "BasicScheduler");
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) {
        double by = run.get(denoise);
        int taken = by == 0 ? 0 : run.get(steps);
        run.give(sigmas, new Sigmas(run.get(model), run.get(scheduler), taken, by == 0 ? 0 : Pass.total(taken, by), List.of()));
    }
}
