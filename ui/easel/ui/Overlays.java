package easel.ui;

import easel.platform.Words;
import easel.ui.action.Actions;
import easel.ui.action.Command;
import easel.ui.keys.KeyEditor;
import easel.ui.keys.KeySheet;
import easel.ui.preferences.ModelFoldersPanel;
import easel.ui.preferences.Preferences;
import easel.ui.presets.PresetTitle;
import easel.ui.widget.Popover;
import easel.ui.widget.SearchList;
import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/** The small panels over the window, one at a time: the settings, and the list of all that can be done. Asking again closes. */
final class Overlays {

    /** Air round the sheet of keys. */
    private static final int ROUND_SHEET = 160;

    private final Words words;
    private @Nullable Popover open;

    Overlays(Words words) {
        this.words = words;
    }

    private boolean wasOpen() {
        boolean was = open != null && open.isOpen();
        close();
        return was;
    }

    void close() {
        if (open != null) {
            open.close();
        }
    }

    /** Opens the settings under their button; with the bar hidden that has it, in the middle of what there is. */
    void settings(JComponent under, Supplier<Preferences> made) {
        if (wasOpen()) {
            return;
        }
        if (under instanceof AbstractButton) {
            open = Popover.open(under, made.get(), words.say("action.settings"));
        } else {
            open = Popover.openInMiddle(under, made.get(), words.say("action.settings"), () -> { });
        }
    }

    /**
     * Opens the list of commands.
     *
     * @param first what stands before what the window can do
     */
    void commands(JComponent over, List<Command> first, Actions actions) {
        if (!wasOpen()) {
            List<Command> commands = new ArrayList<>(first);
            commands.addAll(actions.commands());
            SearchList<Command> list = new SearchList<>(commands.stream().map(c -> new SearchList.Item<>(c, c.name(), c.key(), c.icon())).toList(),
                    null, words.say("action.commands"), words.say("commands.placeholder"), this::perform);
            open = Popover.openAtTop(over, list, words.say("action.commands"));
        }
    }

    /**
     * Opens the key editor.
     *
     * @param over   over whose upper middle
     * @param closed told once it is closed, if keys were changed
     */
    void keys(JComponent over, Function<Runnable, KeyEditor> made, Runnable closed) {
        if (!wasOpen()) {
            boolean[] changed = new boolean[1];
            KeyEditor editor = made.apply(() -> changed[0] = true);
            open = Popover.openInMiddle(over, editor, words.say("action.keys"), () -> {
                if (changed[0]) {
                    closed.run();
                }
            });
        }
    }

    /** Opens the folders with models, in the place of the settings. */
    void modelFolders(JComponent over, Supplier<ModelFoldersPanel> made) {
        close();
        open = Popover.openInMiddle(over, made.get(), words.say("settings.models"), () -> { });
    }

    /** Opens the sheet of keys, made for a height. */
    void help(JComponent over, IntFunction<KeySheet> made) {
        if (!wasOpen()) {
            open = Popover.openInMiddle(over, made.apply(over.getHeight() - ROUND_SHEET), words.say("action.help"), () -> { });
        }
    }

    /** Asks for a preset's title. */
    void presetTitle(JComponent over, String before, String deed, Consumer<String> done) {
        close();
        open = Popover.openInMiddle(over, new PresetTitle(words, before, deed, title -> {
            close();
            done.accept(title);
        }), deed, () -> { });
    }

    private void perform(Command command) {
        close();
        // Once what had the keys has them again.
        EventQueue.invokeLater(command.deed());
    }
}
