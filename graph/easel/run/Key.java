package easel.run;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a node's result depends on, as 64 hex digits: equal keys mean equal results. */
public record Key(String hex) {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    /** The key that a text names; empty for what cannot be one. */
    public static Optional<Key> named(String text) {
        return HEX.matcher(text).matches() ? Optional.of(new Key(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return hex.substring(0, Math.min(12, hex.length()));
    }
}
