package easel.nodes;

import easel.graph.Rule;
import easel.graph.Value;

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
