package easel.nodes;

import easel.graph.Value;

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
