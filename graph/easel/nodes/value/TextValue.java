package easel.nodes.value;

import easel.graph.Value;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.ValueNode;
import easel.nodes.Values;

/** Words to feed parameters with. */
public final class TextValue extends ValueNode {

    private final Param<String> value = words("value", "", JoinText.LONGEST);
    private final Out<Value.Text> text = out("text", Port.TEXT);

    public TextValue() {
        super("text", "PrimitiveStringMultiline", "PrimitiveString");
    }

    @Override
    public void tell(Values values) {
        values.give(text, new Value.Text(values.get(value)));
    }
}
