package easel.nodes.value;

import easel.graph.Value;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.ValueNode;
import easel.nodes.Values;

/** One seed for several nodes. */
public final class SeedValue extends ValueNode {

    private final Param<Long> seed = seed("seed");
    private final Out<Value.Seed> same = out("same", Port.SEED);

    public SeedValue() {
        super("seed");
    }

    @Override
    public void tell(Values values) {
        values.give(same, Value.Seed.fixed(values.get(seed)));
    }
}
