package easel.graph;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.pcollections.IntTreePMap;
import org.pcollections.TreePMap;

/**
 * Things with ids in a lasting order. Never changed: a change gives another one that shares all it can with this one.
 * A look-up, a change and a step in order each cost log n.
 */
final class Ordered<K extends Comparable<? super K>, V> {

    // Two trees: a hash table of colliding ids, which files may bring, would crawl.
    private final IntTreePMap<V> byPlace;
    private final TreePMap<K, Integer> places;
    private final int nextPlace;

    private Ordered(IntTreePMap<V> byPlace, TreePMap<K, Integer> places, int nextPlace) {
        this.byPlace = byPlace;
        this.places = places;
        this.nextPlace = nextPlace;
    }

    static <K extends Comparable<? super K>, V> Ordered<K, V> none() {
        return new Ordered<K, V>(IntTreePMap.<V>empty(), TreePMap.<K, Integer>empty(), 0);
    }

    Collection<V> values() {
        return byPlace.values();
    }

    int size() {
        return byPlace.size();
    }

    boolean has(K id) {
        return places.containsKey(id);
    }

    Optional<V> get(K id) {
        Integer place = places.get(id);
        return place == null ? Optional.empty() : Optional.ofNullable(byPlace.get(place));
    }

    /** With {@code value} last, or in place of the one that had its id. */
    Ordered<K, V> with(K id, V value) {
        Integer place = places.get(id);
        if (place == null) {
            return new Ordered<>(byPlace.plus(nextPlace, value), places.plus(id, nextPlace), nextPlace + 1);
        }
        return byPlace.get(place) == value ? this : new Ordered<>(byPlace.plus(place, value), places, nextPlace);
    }

    Ordered<K, V> without(K id) {
        Integer place = places.get(id);
        return place == null ? this : new Ordered<>(byPlace.minus(place), places.minus(id), nextPlace);
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof Ordered<?, ?> that) || size() != that.size()) {
            return false;
        }
        Iterator<?> theirs = that.values().iterator();
        for (V mine : values()) {
            Object their = theirs.next();
            // Most are shared, and one of its own takes a hundred times as long to compare.
            if (mine != their && !mine.equals(their)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return List.copyOf(values()).hashCode();
    }
}
