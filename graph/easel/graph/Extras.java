package easel.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** Fields of a file that nobody here knows, each with the JSON text it had, in their order: they go back as they came. */
public record Extras(SequencedMap<String, String> jsonByName) {

    /** None. */
    public static final Extras NONE = new Extras(new LinkedHashMap<>());

    public Extras {
        jsonByName = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(jsonByName));
    }

    /** These, from a map. */
    public static Extras of(Map<String, String> jsonByName) {
        return jsonByName.isEmpty() ? NONE : new Extras(new LinkedHashMap<>(jsonByName));
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return jsonByName.isEmpty();
    }
}
