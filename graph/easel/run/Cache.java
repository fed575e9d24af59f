package easel.run;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Results by key, in memory, and on the disk behind it. In memory those with pictures go, least lately used first, once
 * there are too many bytes; those without, among them where a picture was saved, once there are too many at all. For
 * any thread.
 */
final class Cache implements AutoCloseable {

    // A few hundred bytes each.
    private static final int MOST_LIGHT = 50_000;

    private final long mostBytes;
    private final @Nullable DiskCache disk;
    private final @Nullable FrozenResults frozen;
    private final Map<Key, Outputs> heavy = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<Key, Outputs> light = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    /**
     * @param disk   what outlives this process, or null for memory alone
     * @param frozen what outlives the cache folder, or null for nothing
     */
    Cache(long mostBytes, @Nullable DiskCache disk, @Nullable FrozenResults frozen) {
        this.mostBytes = mostBytes;
        this.disk = disk;
        this.frozen = frozen;
    }

    /** What is known under a key; may read the disk. */
    Optional<Outputs> get(Key key) {
        Optional<Outputs> here = inMemory(key);
        if (here.isPresent()) {
            return here;
        }
        Optional<Outputs> there = (disk == null ? Optional.<Outputs>empty() : disk.get(key))
                .or(() -> frozen == null ? Optional.empty() : frozen.get(key));
        there.ifPresent(outputs -> remember(key, outputs));
        return there;
    }

    /** Whether something is known under a key, without reading what. */
    boolean has(Key key) {
        return inMemory(key).map(Outputs::stillThere).orElseGet(() -> disk != null && disk.has(key) || frozen != null && frozen.has(key));
    }

    /** Tells {@code then}, on a thread of its own and behind what waits to be written, for which of some keys there is a file. */
    void lasting(Set<Key> keys, Consumer<Set<Key>> then) {
        if (disk == null) {
            then.accept(Set.of());
        } else {
            disk.behind(() -> then.accept(keys.stream().filter(key -> disk.has(key) || frozen != null && frozen.has(key))
                    .collect(Collectors.toUnmodifiableSet())));
        }
    }

    /** What is known under a key without asking the disk. */
    synchronized Optional<Outputs> inMemory(Key key) {
        Outputs found = heavy.get(key);
        return Optional.ofNullable(found != null ? found : light.get(key));
    }

    /** Keeps a result; the disk follows later. */
    void put(Key key, Outputs outputs) {
        remember(key, outputs);
        if (disk != null) {
            disk.put(key, outputs);
        }
    }

    /** Lets go of what is known under a key. */
    void drop(Key key) {
        forget(key);
        if (disk != null) {
            disk.drop(key);
        }
    }

    private synchronized void forget(Key key) {
        light.remove(key);
        Outputs gone = heavy.remove(key);
        bytes -= gone == null ? 0 : gone.bytes();
    }

    private synchronized void remember(Key key, Outputs outputs) {
        long weight = outputs.bytes();
        Outputs before = heavy.remove(key);
        bytes -= before == null ? 0 : before.bytes();
        if (weight == 0) {
            light.put(key, outputs.light());
            shrink(light, light.size() - MOST_LIGHT);
            return;
        }
        heavy.put(key, outputs);
        bytes += weight;
        Iterator<Outputs> oldest = heavy.values().iterator();
        // The newest stays whatever its size: what comes next in its own job wants it.
        while (bytes > mostBytes && heavy.size() > 1) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }

    private static void shrink(Map<Key, Outputs> map, int by) {
        Iterator<Outputs> oldest = map.values().iterator();
        for (int i = 0; i < by; i++) {
            oldest.next();
            oldest.remove();
        }
    }

    @Override
    public void close() {
        if (disk != null) {
            disk.close();
        }
    }
}
