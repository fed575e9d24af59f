package easel.nodes.model;

import easel.engine.EngineException;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.ControlNet;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;

/** Names a ControlNet; without a file it gives nothing. */
public final class LoadControlNet extends Node {

    private final Param<String> file = file("control_net", Rule.File.Of.CONTROL_NET, "");
    private final Out<ControlNet> loaded = outOnlyWith(file, "loaded", Port.CONTROL);

    public LoadControlNet() {
        super("load-control-net", Schema.Kind.LOAD);
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) throws EngineException {
        if (!run.get(file).isEmpty()) {
            run.give(loaded, new ControlNet(run.file(file)));
        }
    }
}
