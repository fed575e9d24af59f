package easel.graph;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** A map that never changes and is known to be one, so that nobody needs to copy it. */
final class Kept<V> extends AbstractMap<String, V> implements SequencedMap<String, V> {

    private static final Kept<?> NONE = new Kept<>(Collections.unmodifiableSequencedMap(new LinkedHashMap<String, Object>()));

    private final SequencedMap<String, V> map;

    private Kept(SequencedMap<String, V> map) {
        this.map = map;
    }

    /** An empty one. */
    @SuppressWarnings("unchecked")
    static <V> SequencedMap<String, V> none() {
        return (SequencedMap<String, V>) NONE;   // nothing is in it, so it is of every type
    }

    /** What is in {@code map} now, in its order. */
    static <V> SequencedMap<String, V> of(SequencedMap<String, V> map) {
        return map instanceof Kept<V> ? map : map.isEmpty() ? none() : new Kept<>(Collections.unmodifiableSequencedMap(new LinkedHashMap<>(map)));
    }

    @Override
    public Set<Entry<String, V>> entrySet() {
        return map.entrySet();
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        return map.get(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return map.containsKey(key);
    }

    @Override
    public SequencedMap<String, V> reversed() {
        return map.reversed();
    }
}
