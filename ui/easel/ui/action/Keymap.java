package easel.ui.action;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;

/**
 * Which keys do what: a preset, and what the person has changed in it.
 *
 * @param changed the keys of actions by their ids, as {@link Strokes} writes them; none takes an action's keys away
 */
public record Keymap(KeyPreset preset, Map<String, List<String>> changed) {

    /** Easel's own keys. */
    public static final Keymap STANDARD = new Keymap(KeyPreset.EASEL, Map.of());

    public Keymap {
        changed = Map.copyOf(changed);
    }

    /** The keys of an action, the one that menus show first. */
    public List<KeyStroke> keys(Keyed action) {
        return Optional.ofNullable(changed.get(action.id()))
                .map(keys -> keys.stream().flatMap(k -> Strokes.read(k).stream()).toList()).orElseGet(() -> preset.keys(action));
    }

    /** The key that menus show; null if it has none. */
    public @Nullable KeyStroke first(Keyed action) {
        return keys(action).stream().findFirst().orElse(null);
    }

    /** Whether the person has given an action other keys. */
    public boolean isChanged(Keyed action) {
        return changed.containsKey(action.id());
    }

    /** The same with other keys for an action. */
    public Keymap with(Keyed action, List<KeyStroke> keys) {
        Map<String, List<String>> other = new LinkedHashMap<>(changed);
        if (keys.equals(preset.keys(action))) {
            other.remove(action.id());
        } else {
            other.put(action.id(), keys.stream().map(Strokes::text).toList());
        }
        return new Keymap(preset, other);
    }

    /** The same with the preset's keys for an action. */
    public Keymap reset(Keyed action) {
        return with(action, preset.keys(action));
    }

    /** The same actions by the keys of another preset, nothing changed in it. */
    public Keymap in(KeyPreset other) {
        return new Keymap(other, Map.of());
    }

    /** Other actions that keys of an action would do as well, where both can be meant. */
    public List<Keyed> conflicts(Keyed action, Collection<? extends Keyed> all) {
        Set<KeyStroke> mine = new HashSet<>(keys(action));
        List<Keyed> others = new ArrayList<>();
        for (Keyed other : all) {
            // What the canvas takes before the window is meant so, unless somebody has chosen it.
            boolean meet = other.reach() == action.reach() || isChanged(action) || isChanged(other);
            if (other != action && meet && keys(other).stream().anyMatch(mine::contains)) {
                others.add(other);
            }
        }
        return others;
    }
}
