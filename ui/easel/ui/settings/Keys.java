package easel.ui.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which keys do what.
 *
 * @param preset  the name of a set of keys; null for Easel's own
 * @param changed the keys of actions by their ids, where the person has chosen others
 */
public record Keys(@Nullable String preset, Map<String, List<String>> changed) {

    static final Keys DEFAULT = new Keys(null, Map.of());

    @SuppressWarnings("ConstantValue") // a file may lack it
    public Keys {
        Map<String, List<String>> sound = new LinkedHashMap<>();
        if (changed != null) {
            changed.forEach((id, keys) -> sound.put(id, keys == null ? List.of() : keys.stream().filter(Objects::nonNull).toList()));
        }
        changed = java.util.Collections.unmodifiableMap(sound);
    }
}
