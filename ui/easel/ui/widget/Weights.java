package easel.ui.widget;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Weights of words in prompts, as A1111 and ComfyUI write them: {@code (sun:1.2)}, and {@code (sun)} for 1.1.
 *
 * @param text the whole prompt
 * @param from where the selection begins
 * @param to   where it ends; the same as {@code from} is a caret
 */
public record Weights(String text, int from, int to) {

    /** What one press of the key adds. */
    private static final BigDecimal STEP = new BigDecimal("0.05");
    private static final BigDecimal MOST = new BigDecimal("10");
    private static final BigDecimal PLAIN_BRACKETS = new BigDecimal("1.1");
    private static final Pattern WEIGHTED = Pattern.compile("\\(([^()]*?)(?::\\s*([0-9]*\\.?[0-9]+)\\s*)?\\)");
    private static final String ENDS = " \t\n\r,.;:()[]{}<>|\u3002\u3001\uFF0C\uFF1B\uFF1A\uFF08\uFF09";

    /** The words that are meant: where they stand without brackets and weight, and with. */
    private record Place(int outerFrom, int outerTo, int from, int to, BigDecimal weight) {}

    /** The same with what is selected, or stands at the caret, heavier or lighter by some steps. */
    public Weights heavier(int steps) {
        Optional<Place> found = place();
        if (found.isEmpty()) {
            return this;
        }
        Place place = found.get();
        BigDecimal weight = place.weight.add(STEP.multiply(BigDecimal.valueOf(steps))).setScale(2, RoundingMode.HALF_UP)
                .max(BigDecimal.ZERO).min(MOST);
        String words = text.substring(place.from, place.to);
        boolean plain = weight.compareTo(BigDecimal.ONE) == 0;
        String written = plain ? words : "(" + words + ":" + number(weight) + ")";
        int at = place.outerFrom + (plain ? 0 : 1);
        return new Weights(text.substring(0, place.outerFrom) + written + text.substring(place.outerTo), at, at + words.length());
    }

    private static String number(BigDecimal weight) {
        BigDecimal short_ = weight.stripTrailingZeros();
        return (short_.scale() < 1 ? short_.setScale(1) : short_).toPlainString();
    }

    private Optional<Place> place() {
        Matcher weighted = WEIGHTED.matcher(text);
        while (weighted.find()) {
            // The brackets round the caret, or round just what is selected.
            boolean inside = from == to ? weighted.start() <= from && from <= weighted.end()
                    : weighted.start() <= from && to <= weighted.end() && (from <= weighted.start(1) && to >= weighted.end(1));
            if (inside) {
                BigDecimal weight = weighted.group(2) == null ? PLAIN_BRACKETS : new BigDecimal(weighted.group(2));
                return Optional.of(new Place(weighted.start(), weighted.end(), weighted.start(1), weighted.end(1), weight));
            }
        }
        int first = from;
        int last = to;
        if (from == to) {
            while (first > 0 && ENDS.indexOf(text.charAt(first - 1)) < 0) {
                first--;
            }
            while (last < text.length() && ENDS.indexOf(text.charAt(last)) < 0) {
                last++;
            }
        } else {
            while (first < last && text.charAt(first) == ' ') {
                first++;
            }
            while (last > first && text.charAt(last - 1) == ' ') {
                last--;
            }
        }
        return first == last ? Optional.empty() : Optional.of(new Place(first, last, first, last, BigDecimal.ONE));
    }
}
