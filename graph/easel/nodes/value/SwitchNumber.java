package easel.nodes.value;

import easel.graph.Rule;
import easel.graph.Value;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.ValueNode;
import easel.nodes.Values;
import java.math.RoundingMode;

/** One of two numbers, by yes or no. */
public final class SwitchNumber extends ValueNode {

    private static final Rule.Real ANY = new Rule.Real(-1e18, 1e18, Rule.Unit.NONE);

    private final Param<Value.Number> yes = number("on_true", "1", ANY);
    private final Param<Value.Number> no = number("on_false", "0", ANY);
    private final Param<Boolean> on = truth("switch", true);
    private final Out<Value.Number> number = out("number", Port.FLOAT);
    private final Out<Value.Number> whole = out("whole", Port.INT);

    public SwitchNumber() {
        super("switch-number");
        readsEither(on, yes.name(), no.name());
    }

    @Override
    public void tell(Values values) {
        Value.Number taken = values.get(values.get(on) ? yes : no);
        values.give(number, taken);
        values.give(whole, new Value.Number(taken.exact().setScale(0, RoundingMode.HALF_UP).toPlainString()));
    }
}
