package easel.nodes.value;

import easel.graph.Rule;
import easel.graph.Value;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.ValueNode;
import easel.nodes.Values;

/** A whole number to feed parameters with. */
public final class WholeNumber extends ValueNode {

    private final Param<Value.Number> value = number("value", "0", new Rule.Whole(Long.MIN_VALUE, Long.MAX_VALUE, 1, Rule.Unit.NONE));
    private final Out<Value.Number> whole = out("whole", Port.INT);

    public WholeNumber() {
        super("whole-number", "PrimitiveInt");
    }

    @Override
    public void tell(Values values) {
        values.give(whole, values.get(value));
    }
}
