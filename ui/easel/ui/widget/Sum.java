package easel.ui.widget;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** What people type where a number is wanted: one, or a small sum such as {@code 512*1.5} or {@code (20+4)/2}. */
public final class Sum {

    /** Longer ones are no sums that somebody typed. */
    private static final int LONGEST = 64;
    /** Nobody needs more digits of a quotient. */
    private static final MathContext PRECISION = new MathContext(12, RoundingMode.HALF_UP);
    /** A number of more digits is none that any parameter takes, and costs time. */
    private static final int MOST_DIGITS = 40;

    private final String text;
    private int at;

    private Sum(String text) {
        this.text = text;
    }

    /** What it comes to; empty if it is not a sum, or divides by nothing. */
    public static Optional<BigDecimal> of(String typed) {
        String text = typed.strip().replace(',', '.').replace('\u00D7', '*').replace('\u00F7', '/').replace(" ", "");
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        Sum sum = new Sum(text);
        try {
            BigDecimal result = sum.terms();
            return sum.at == text.length() ? Optional.of(result) : Optional.empty();
        } catch (ArithmeticException | NumberFormatException noSum) {
            return Optional.empty();
        }
    }

    private boolean takes(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private BigDecimal terms() {
        BigDecimal result = factors();
        while (true) {
            if (takes('+')) {
                result = checked(result.add(factors()));
            } else if (takes('-')) {
                result = checked(result.subtract(factors()));
            } else {
                return result;
            }
        }
    }

    private BigDecimal factors() {
        BigDecimal result = one();
        while (true) {
            if (takes('*')) {
                result = checked(result.multiply(one()));
            } else if (takes('/')) {
                result = result.divide(one(), PRECISION);
            } else {
                return result;
            }
        }
    }

    private static BigDecimal checked(BigDecimal number) {
        if (number.precision() > MOST_DIGITS) {
            throw new ArithmeticException("too many digits");
        }
        return number;
    }

    private BigDecimal one() {
        if (takes('-')) {
            return one().negate();
        }
        if (takes('(')) {
            BigDecimal inner = terms();
            if (!takes(')')) {
                throw new NumberFormatException("an open bracket");
            }
            return inner;
        }
        int from = at;
        while (at < text.length() && (Character.digit(text.charAt(at), 10) >= 0 || text.charAt(at) == '.')) {
            at++;
        }
        return new BigDecimal(text.substring(from, at));
    }
}
