package easel.nodes.model;

import easel.graph.Schema;
import easel.nodes.Model;
import easel.nodes.OneOfTwo;
import easel.nodes.Port;

/** One of two models, by yes or no; the other one is never loaded. */
public final class SwitchModel extends OneOfTwo<Model> {

    public SwitchModel() {
        super("switch-model", Schema.Kind.LOAD, Port.MODEL, "model");
    }
}
