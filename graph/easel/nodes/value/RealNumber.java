package easel.nodes.value;

import easel.graph.Rule;
import easel.graph.Value;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.ValueNode;
import easel.nodes.Values;

/** A number to feed parameters with. */
public final class RealNumber extends ValueNode {

    private final Param<Value.Number> value = number("value", "0", new Rule.Real(-1e18, 1e18, Rule.Unit.NONE));
    private final Out<Value.Number> number = out("number", Port.FLOAT);

    public RealNumber() {
        super("number", "PrimitiveFloat");
    }

    @Override
    public void tell(Values values) {
        values.give(number, values.get(value));
    }
}
