package easel.nodes.value;

import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Value;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Unfoldable;
import easel.nodes.ValueNode;
import easel.nodes.Values;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Works one number out of two, in sixteen decimal digits. */
public final class Arithmetic extends ValueNode {

    private static final Rule.Real ANY = new Rule.Real(-1e18, 1e18, Rule.Unit.NONE);

    private final Param<Value.Number> a = number("a", "0", ANY);
    private final Param<Operation> operation = choice("operation", Operation.ADD);
    private final Param<Value.Number> b = number("b", "0", ANY);
    private final Out<Value.Number> number = out("number", Port.FLOAT);
    private final Out<Value.Number> whole = out("whole", Port.INT);

    /** What is done with them. */
    public enum Operation {
        ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER, SMALLER, LARGER
    }

    public Arithmetic() {
        super("arithmetic");
    }

    @Override
    public void tell(Values values) {
        BigDecimal first = values.get(a).exact();
        BigDecimal second = values.get(b).exact();
        Operation done = values.get(operation);
        if (second.signum() == 0 && (done == Operation.DIVIDE || done == Operation.REMAINDER)) {
            throw new Unfoldable(Problem.Code.DIVIDED_BY_NOTHING);
        }
        BigDecimal result = switch (done) {
            case ADD -> first.add(second, MathContext.DECIMAL64);
            case SUBTRACT -> first.subtract(second, MathContext.DECIMAL64);
            case MULTIPLY -> first.multiply(second, MathContext.DECIMAL64);
            case DIVIDE -> first.divide(second, MathContext.DECIMAL64);
            // Its sign is the divisor's, so that counting on comes round from below as well.
            case REMAINDER -> first.subtract(second.multiply(first.divide(second, 0, RoundingMode.FLOOR)), MathContext.DECIMAL64);
            case SMALLER -> first.min(second);
            case LARGER -> first.max(second);
        };
        // 1e-40 is nothing, and its digits would fill a line.
        BigDecimal told = result.setScale(Math.min(Math.max(result.scale(), 0), 30), RoundingMode.HALF_EVEN);
        values.give(number, new Value.Number(told.signum() == 0 ? "0" : told.stripTrailingZeros().toPlainString()));
        values.give(whole, new Value.Number(told.setScale(0, RoundingMode.HALF_UP).toPlainString()));
    }
}
