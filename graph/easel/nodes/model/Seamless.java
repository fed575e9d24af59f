package easel.nodes.model;

import easel.graph.Schema;
import easel.nodes.In;
import easel.nodes.Model;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;

/** Has pictures go on at their edges, so that they can be laid side by side as a pattern. */
public final class Seamless extends Node {

    private final In<Model> model = in("model", Port.MODEL);
    private final Param<Boolean> across = truth("across", true);
    private final Param<Boolean> down = truth("down", true);
    private final Out<Model> endless = out("patched_model", Port.MODEL);

    public Seamless() {
        super("seamless", Schema.Kind.LOAD);
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) {
        Model m = run.get(model);
        run.give(endless, m.tuned(m.tuning().loaded(m.tuning().loading().seamless(run.get(across), run.get(down)))));
    }
}
