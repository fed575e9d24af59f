package easel.nodes.value;

import easel.graph.Value;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.ValueNode;
import easel.nodes.Values;

/** Yes or no, to feed parameters with. */
public final class Toggle extends ValueNode {

    private final Param<Boolean> value = truth("value", false);
    private final Out<Value.Truth> on = out("on", Port.BOOLEAN);

    public Toggle() {
        super("toggle", "PrimitiveBoolean");
    }

    @Override
    public void tell(Values values) {
        values.give(on, new Value.Truth(values.get(value)));
    }
}
