package easel.cli;

import easel.graph.Rule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An axis' values as a command line has them: separated by commas, with double quotes around what has commas itself
 * (doubled inside, as in CSV); numbers also as ranges {@code from..to:step}, both ends in it.
 */
final class AxisText {

    /** Most values of an axis. */
    static final int MOST = 100;

    private static final String NUMBER = "(-?\\d{1,18}(?:\\.\\d{1,18})?)";
    private static final Pattern RANGE = Pattern.compile(NUMBER + "\\.\\." + NUMBER + "(?::" + NUMBER + ")?");

    private final String option;
    private final String text;
    private final boolean ranges;
    private final List<String> values = new ArrayList<>();

    private AxisText(String option, String text, Rule rule) {
        this.option = option;
        this.text = text;
        this.ranges = rule instanceof Rule.Whole || rule instanceof Rule.Real || rule instanceof Rule.Seed;
    }

    /** The single values, at least one; what is wrong with their shape is wrong use. */
    static List<String> values(String option, String text, Rule rule) {
        AxisText axis = new AxisText(option, text, rule);
        axis.read();
        return axis.values;
    }

    private void read() {
        int at = 0;
        while (at <= text.length()) {
            int start = at;
            while (start < text.length() && text.charAt(start) == ' ') {
                start++;
            }
            at = start < text.length() && text.charAt(start) == '"' ? quoted(start) : bare(start);
        }
    }

    /** Reads a value up to the next comma and gives where the one after it begins. */
    private int bare(int start) {
        int comma = text.indexOf(',', start);
        int end = comma < 0 ? text.length() : comma;
        String value = text.substring(start, end).strip();
        if (value.isEmpty()) {
            throw Failed.wrongUse("sweep.noValue", option);
        }
        Matcher range = RANGE.matcher(value);
        if (ranges && range.matches()) {
            range(value, new BigDecimal(range.group(1)), new BigDecimal(range.group(2)),
                    range.group(3) == null ? BigDecimal.ONE : new BigDecimal(range.group(3)));
        } else {
            add(value);
        }
        return end + 1;
    }

    private int quoted(int start) {
        StringBuilder value = new StringBuilder();
        int at = start + 1;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                value.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                value.append('"');
                at++;
            } else {
                int comma = text.indexOf(',', at);
                int end = comma < 0 ? text.length() : comma;
                if (!text.substring(at, end).isBlank()) {
                    break;
                }
                add(value.toString());
                return end + 1;
            }
        }
        throw Failed.wrongUse("sweep.quotes", option, text.substring(start));
    }

    private void range(String range, BigDecimal from, BigDecimal to, BigDecimal step) {
        if (step.signum() <= 0) {
            throw Failed.wrongUse("sweep.step", option, range);
        }
        BigDecimal steps = to.subtract(from).abs().divide(step, 0, RoundingMode.DOWN);
        if (steps.compareTo(BigDecimal.valueOf(MOST)) >= 0) {
            throw tooMany();
        }
        BigDecimal towards = to.compareTo(from) < 0 ? step.negate() : step;
        for (int i = 0; i <= steps.intValueExact(); i++) {
            BigDecimal value = from.add(towards.multiply(BigDecimal.valueOf(i)));
            add((value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros()).toPlainString());
        }
    }

    private void add(String value) {
        if (values.size() == MOST) {
            throw tooMany();
        }
        values.add(value);
    }

    private Failed tooMany() {
        return Failed.wrongUse("sweep.tooManyValues", option, MOST);
    }
}
