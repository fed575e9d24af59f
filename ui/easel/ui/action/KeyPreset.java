package easel.ui.action;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;

/** Keys that people know from elsewhere: what differs from Easel's own, by the ids of actions. */
public enum KeyPreset {
    EASEL(Map.of()),
    COMFYUI(Map.ofEntries(
            Map.entry("redo", List.of("menu Y", "menu shift Z")),
            Map.entry("canvas.mute", List.of("menu M")),
            Map.entry("canvas.collapse", List.of("alt C")),
            Map.entry("canvas.make-subgraph", List.of("menu shift E", "S")),
            Map.entry("canvas.fit-selection", List.of("PERIOD", "F")),
            Map.entry("canvas.zoom-in", List.of("alt EQUALS", "PLUS", "EQUALS", "ADD")),
            Map.entry("canvas.zoom-out", List.of("alt MINUS", "MINUS", "SUBTRACT")),
            Map.entry("toggle-queue", List.of("menu J")),
            Map.entry("toggle-library", List.of("menu shift N")))),
    BLENDER(Map.ofEntries(
            Map.entry("canvas.delete", List.of("X", "DELETE")),
            Map.entry("canvas.delete-joining", List.of("menu X", "menu DELETE")),
            Map.entry("canvas.cut", List.of("menu shift X")),
            Map.entry("canvas.duplicate", List.of("shift D")),
            Map.entry("canvas.duplicate-wired", List.of("menu shift D")),
            Map.entry("canvas.select-all", List.of("A", "menu A")),
            Map.entry("canvas.collapse", List.of("H")),
            Map.entry("canvas.hide-wire", List.of("menu H")),
            Map.entry("canvas.group", List.of("menu J")),
            Map.entry("canvas.make-subgraph", List.of("menu G")),
            Map.entry("canvas.unpack", List.of("menu alt G")),
            Map.entry("canvas.mute", List.of("M")),
            Map.entry("canvas.fit-selection", List.of("DECIMAL", "PERIOD")),
            Map.entry("generate", List.of("F12", "menu ENTER")),
            Map.entry("commands", List.of("F3", "menu shift P"))));

    private final Map<String, List<String>> differing;

    KeyPreset(Map<String, List<String>> differing) {
        this.differing = differing;
    }

    /** The keys that an action has in it. */
    List<KeyStroke> keys(Keyed action) {
        return Optional.ofNullable(differing.get(action.id())).map(keys -> keys.stream().map(Strokes::of).toList()).orElseGet(action::standardKeys);
    }

    /** The ids of the actions that have other keys than Easel's own. */
    public Set<String> ids() {
        return differing.keySet();
    }

    /** The preset of a name; Easel's own for one that is none. */
    public static KeyPreset of(@Nullable String name) {
        return Arrays.stream(values()).filter(p -> p.name().equals(name)).findFirst().orElse(EASEL);
    }
}
