package easel.platform;

import java.util.Comparator;
import java.util.Locale;

/** Names as people sort them: small and capital letters alike, numbers by what they count, so that 10 follows 9. */
public final class NaturalOrder {

    public static final Comparator<String> OF_NAMES = Comparator.comparing(NaturalOrder::spread).thenComparing(Comparator.naturalOrder());

    /** Digits that any number in a name is filled up to. */
    private static final int LONGEST = 20;

    private NaturalOrder() {}

    /** The name with every number at the same length. */
    private static String spread(String written) {
        StringBuilder spread = new StringBuilder();
        String name = written.toLowerCase(Locale.ROOT);
        for (int at = 0; at < name.length(); ) {
            int end = at;
            while (end < name.length() && name.charAt(end) >= '0' && name.charAt(end) <= '9') {
                end++;
            }
            spread.append("0".repeat(end > at ? Math.max(0, LONGEST - (end - at)) : 0)).append(name, at, Math.max(end, at + 1));
            at = Math.max(end, at + 1);
        }
        return spread.toString();
    }
}
