package easel.ui.form;

import easel.graph.Control;
import easel.graph.Rule;
import easel.graph.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a number may be, and the part of it that a slider is of use for.
 *
 * @param step     of the field's arrow keys
 * @param decimals digits after the point that are always shown; 0 for whole numbers
 * @param slider   null where no slider would say anything
 */
record NumberRange(BigDecimal least, BigDecimal most, BigDecimal step, int decimals, @Nullable Slider slider) {

    /** Stops of a slider beyond which none could be found with a pointer. */
    private static final int MOST_STOPS = 300;
    /** What nobody said a range for is seldom set to more than so many times its default. */
    private static final BigDecimal USUAL = BigDecimal.valueOf(3);

    /** The part of a range that people mostly use. */
    record Slider(BigDecimal least, BigDecimal step, int stops) {

        static Slider of(BigDecimal least, BigDecimal most, BigDecimal step) {
            return new Slider(least, step, most.subtract(least).divide(step, 0, RoundingMode.DOWN).intValue());
        }

        int at(BigDecimal value) {
            return value.subtract(least).divide(step, 0,
                    RoundingMode.HALF_UP).max(BigDecimal.ZERO).min(BigDecimal.valueOf(stops)).intValue();
        }

        BigDecimal value(int stop) {
            return least.add(step.multiply(BigDecimal.valueOf(stop)));
        }
    }

    /** What a form says. */
    static NumberRange of(Control.Number control) {
        BigDecimal least = BigDecimal.valueOf(control.least());
        BigDecimal most = BigDecimal.valueOf(control.most());
        BigDecimal step = BigDecimal.valueOf(control.step()).stripTrailingZeros();
        return new NumberRange(least, most, step, Math.max(0, step.scale()), control.slider() ? Slider.of(least, most, step) : null);
    }

    /** What a form says, as far as the rule goes along; a form that only repeats the rule says nothing. */
    static NumberRange of(Control.Number control, Rule rule, Value standard) {
        if (!(rule instanceof Rule.Whole || rule instanceof Rule.Real)) {
            return of(control);
        }
        if (Control.of(rule).equals(control)) {
            return of(rule, standard, Optional.empty());
        }
        NumberRange all = of(rule, standard, Optional.empty());
        double least = Math.max(control.least(), all.least.doubleValue());
        double most = Math.min(control.most(), all.most.doubleValue());
        return least > most ? all : of(new Control.Number(least, most, control.step(), control.slider()));
    }

    /** What a rule says; where a form shows the same number, its slider is taken. */
    static NumberRange of(Rule rule, Value standard, Optional<Control.Number> form) {
        BigDecimal by = standard instanceof Value.Number number ? number.exact() : BigDecimal.ZERO;
        return switch (rule) {
            case Rule.Whole whole -> {
                BigDecimal least = BigDecimal.valueOf(whole.least());
                BigDecimal most = BigDecimal.valueOf(whole.most());
                BigDecimal step = BigDecimal.valueOf(whole.multipleOf());
                yield new NumberRange(least, most, step, 0, form.map(c -> of(c).slider)
                        .orElseGet(() -> usual(least, most, by, step)));
            }
            case Rule.Real real -> {
                BigDecimal least = BigDecimal.valueOf(real.least());
                BigDecimal most = BigDecimal.valueOf(real.most());
                BigDecimal step = new BigDecimal(real.most() - real.least() <= 2 ? "0.01" : "0.1");
                yield new NumberRange(least, most, step, step.scale(), form.map(c -> of(c).slider)
                        .orElseGet(() -> usual(least, most, by, step)));
            }
            default -> throw new IllegalArgumentException("no number: " + rule);
        };
    }

    private static @Nullable Slider usual(BigDecimal least, BigDecimal most, BigDecimal standard, BigDecimal step) {
        BigDecimal stops = most.subtract(least).divide(step, 0, RoundingMode.DOWN);
        if (stops.compareTo(BigDecimal.valueOf(MOST_STOPS)) <= 0) {
            return Slider.of(least, most, step);
        }
        BigDecimal upper = standard.multiply(USUAL).min(most);
        if (standard.signum() <= 0 || least.signum() < 0 || upper.compareTo(least) <= 0) {
            return null;
        }
        BigDecimal coarse = step;
        while (upper.subtract(least).divide(coarse, 0, RoundingMode.DOWN).intValue() > MOST_STOPS) {
            coarse = coarse.multiply(BigDecimal.TWO);
        }
        return Slider.of(least, upper, coarse);
    }
}
