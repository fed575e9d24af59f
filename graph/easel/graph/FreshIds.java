package easel.graph;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Names that nothing has yet; each is given once. */
public final class FreshIds {

    private final Predicate<String> taken;
    private final Map<String, Integer> last = new HashMap<>();

    /** @param taken whether something has a name */
    public FreshIds(Predicate<String> taken) {
        this.taken = taken;
    }

    /** An id for one more node of a body, called after its type. */
    public static NodeId node(Body body, String type) {
        String plain = SubgraphId.of(type).map(SubgraphId::text).orElse(type).replace('/', '-');
        return new NodeId(new FreshIds(name -> body.has(new NodeId(name))).like(plain));
    }

    /** {@code wanted} if it is free, else the same with a number behind. */
    public String like(String wanted) {
        if (!taken.test(wanted) && last.putIfAbsent(wanted, 1) == null) {
            return wanted;
        }
        String stem = stem(wanted);
        // Counting goes on where it ended, so that a thousand copies of one node take a thousand steps.
        int number = last.getOrDefault(stem, 1);
        String name;
        do {
            number++;
            name = stem + "-" + number;
        } while (taken.test(name) || last.containsKey(name));
        last.put(stem, number);
        last.put(name, 1);
        return name;
    }

    private static String stem(String name) {
        int end = name.length();
        while (end > 0 && name.charAt(end - 1) >= '0' && name.charAt(end - 1) <= '9') {
            end--;
        }
        return end > 1 && end < name.length() && name.charAt(end - 1) == '-' ? name.substring(0, end - 1) : name;
    }
}
