package easel.format;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Names by which other tools call things of ours; case, blanks, hyphens and underscores make no difference. */
final class Spellings<T> {

    private record Entry<T>(T meant, boolean exact) {}

    private final Map<String, Entry<T>> byName = new HashMap<>();

    /** Names that mean {@code value}. */
    Spellings<T> same(T value, String... names) {
        return put(value, true, names);
    }

    /** Names of things that do not exist here, to which {@code value} comes nearest. */
    Spellings<T> near(T value, String... names) {
        return put(value, false, names);
    }

    private Spellings<T> put(T value, boolean exact, String... names) {
        for (String name : names) {
            Entry<T> before = byName.put(key(name), new Entry<>(value, exact));
            if (before != null && !before.meant().equals(value)) {
                throw new IllegalStateException(name + " means " + before.meant() + " and " + value);
            }
        }
        return this;
    }

    Spelled<T> read(String name) {
        Entry<T> entry = byName.get(key(name));
        return entry == null ? Spelled.unknown(name) : new Spelled<>(name, Optional.of(entry.meant()), entry.exact());
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
    }
}
