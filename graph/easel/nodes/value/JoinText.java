package easel.nodes.value;

import easel.graph.Problem;
import easel.graph.Value;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Unfoldable;
import easel.nodes.ValueNode;
import easel.nodes.Values;

/** Puts one text after another. */
public final class JoinText extends ValueNode {

    /** Two chains of thirty joins would double a word into a gigabyte. */
    static final int LONGEST = 2_000_000;

    private final Param<String> first = words("string_a", "", LONGEST);
    private final Param<String> second = words("string_b", "", LONGEST);
    private final Param<String> between = words("delimiter", "", 10_000);
    private final Out<Value.Text> joined = out("joined", Port.TEXT);

    public JoinText() {
        super("join-text", "StringConcatenate");
    }

    @Override
    public void tell(Values values) {
        String a = values.get(first);
        String b = values.get(second);
        String delimiter = values.get(between);
        if ((long) a.length() + delimiter.length() + b.length() > LONGEST) {
            throw new Unfoldable(Problem.Code.TEXT_TOO_LONG, LONGEST);
        }
        // Nothing added is no other text: a long row of joins holds one.
        values.give(joined, new Value.Text(delimiter.isEmpty() && b.isEmpty() ? a : a + delimiter + b));
    }
}
