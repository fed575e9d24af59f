package easel.nodes.value;

import easel.graph.Value;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.ValueNode;
import easel.nodes.Values;

/** One of two texts, by yes or no. */
public final class SwitchText extends ValueNode {

    private final Param<String> yes = words("on_true", "", JoinText.LONGEST);
    private final Param<String> no = words("on_false", "", JoinText.LONGEST);
    private final Param<Boolean> on = truth("switch", true);
    private final Out<Value.Text> text = out("text", Port.TEXT);

    public SwitchText() {
        super("switch-text");
        readsEither(on, yes.name(), no.name());
    }

    @Override
    public void tell(Values values) {
        values.give(text, new Value.Text(values.get(values.get(on) ? yes : no)));
    }
}
