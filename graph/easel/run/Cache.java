package easel.run;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Results by key, in memory. Those with pictures go, least lately used first, once there are too many bytes; those
 * without, among them where a picture was saved, once there are too many at all. For any thread.
 */
final class Cache {

    // A few hundred bytes each.
    private static final int MOST_LIGHT = 50_000;

    private final long mostBytes;
    private final Map<Key, Outputs> heavy = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<Key, Outputs> light = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    Cache(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    synchronized Optional<Outputs> get(Key key) {
        Outputs found = heavy.get(key);
        return Optional.ofNullable(found != null ? found : light.get(key));
    }

    synchronized void put(Key key, Outputs outputs) {
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
}
