package easel.nodes.comfy;

import easel.engine.EngineException;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.ControlNet;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;

/** Names a ControlNet. */
public final class ControlNetLoader extends Node {

    private final Param<String> name = file("control_net_name", Rule.File.Of.CONTROL_NET, "");
    private final Out<ControlNet> net = outOnlyWith(name, "control_net", Port.CONTROL);

    public ControlNetLoader() {
        super("control-net-loader", Schema.Kind.LOAD, "ControlNetLoader");
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) throws EngineException {
        run.give(net, new ControlNet(run.file(name)));
    }
}
