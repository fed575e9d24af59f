package easel.nodes;

import easel.graph.Value;

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
