package easel.ui.action;

import static org.assertj.core.api.Assertions.assertThat;

import easel.ui.canvas.CanvasAction;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeymapTest {

    private static final List<Keyed> ALL = Stream.<Keyed>concat(Arrays.stream(UserAction.values()), Arrays.stream(CanvasAction.values())).toList();

    @Test
    void no_two_actions_have_one_name_in_the_settings() {
        assertThat(ALL.stream().map(Keyed::id)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(KeyPreset.class)
    void in_no_preset_do_keys_mean_two_things_in_one_place(KeyPreset preset) {
        Keymap keymap = Keymap.STANDARD.in(preset);
        for (Keyed action : ALL) {
            assertThat(keymap.conflicts(action, ALL)).as(action.id()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(KeyPreset.class)
    void a_preset_names_actions_that_are_there(KeyPreset preset) {
        Set<String> ids = new HashSet<>(ALL.stream().map(Keyed::id).toList());
        assertThat(ids).containsAll(preset.ids());
    }

    @Test
    void keys_become_text_and_keys_again() {
        for (Keyed action : ALL) {
            for (KeyStroke keys : action.standardKeys()) {
                assertThat(Strokes.of(Strokes.text(keys))).isEqualTo(keys);
            }
        }
        assertThat(Strokes.text(Strokes.of("menu shift Z"))).isEqualTo("menu shift Z");
        assertThat(Strokes.read("no such key")).isEmpty();
    }

    @Test
    void what_is_changed_stays_changed_until_it_is_reset_and_clashes_are_told() {
        KeyStroke f9 = Strokes.of("F9");
        Keymap changed = Keymap.STANDARD.with(UserAction.GENERATE, List.of(f9));
        assertThat(changed.first(UserAction.GENERATE)).isEqualTo(f9);
        assertThat(changed.isChanged(UserAction.GENERATE)).isTrue();
        Keymap twice = changed.with(CanvasAction.MUTE, List.of(f9));
        assertThat(twice.conflicts(UserAction.GENERATE, ALL)).containsExactly(CanvasAction.MUTE);
        assertThat(twice.reset(CanvasAction.MUTE)).isEqualTo(changed);
        assertThat(changed.with(UserAction.GENERATE, UserAction.GENERATE.standardKeys())).isEqualTo(Keymap.STANDARD);
        assertThat(Keymap.STANDARD.with(UserAction.QUIT, List.of()).first(UserAction.QUIT)).as("taken away").isNull();
    }

    @Test
    void damaged_settings_do_no_harm() {
        Keymap damaged = new Keymap(KeyPreset.of("nonsense"), Map.of("generate", List.of("what?", "F9"), "no-such-action", List.of("F1")));
        assertThat(damaged.preset()).isEqualTo(KeyPreset.EASEL);
        assertThat(damaged.keys(UserAction.GENERATE)).containsExactly(Strokes.of("F9"));
    }

    @Test
    void keys_are_told_as_they_are_printed_on_the_keyboard() {
        assertThat(Strokes.printed(Strokes.of("PLUS"))).isEqualTo("+");
        assertThat(Strokes.printed(Strokes.of("MINUS"))).isEqualTo("-");
        assertThat(Strokes.printed(Strokes.of("CONTEXT_MENU"))).isEqualTo("Menu");
        assertThat(Strokes.printed(Strokes.of("PAGE_UP"))).isEqualTo("PgUp");
    }
}
