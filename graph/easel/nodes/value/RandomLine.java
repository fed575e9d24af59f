package easel.nodes.value;

import easel.graph.Value;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.ValueNode;
import easel.nodes.Values;
import java.util.List;
import java.util.SplittableRandom;

/** One line of a text, by a seed; empty lines are left out, and an empty text gives nothing but itself. */
public final class RandomLine extends ValueNode {

    private final Param<String> lines = words("lines", "", JoinText.LONGEST);
    private final Param<Long> seed = seed("seed");
    private final Out<Value.Text> line = out("line", Port.TEXT);

    public RandomLine() {
        super("random-line");
    }

    @Override
    public void tell(Values values) {
        List<String> all = values.get(lines).lines().filter(l -> !l.isBlank()).toList();
        // Neighbouring seeds must not give neighbouring lines: this generator mixes them well (Steele et al., 2014).
        String one = all.isEmpty() ? "" : all.get(new SplittableRandom(values.get(seed)).nextInt(all.size()));
        values.give(line, new Value.Text(one.strip()));
    }
}
