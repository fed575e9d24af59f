package easel.ui.action;

import easel.platform.Words;
import java.awt.event.ActionEvent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.AbstractAction;
import javax.swing.AbstractButton;
import javax.swing.Action;
import javax.swing.JButton;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.JToggleButton;
import javax.swing.KeyStroke;

/** The user's actions as Swing wants them, in one language. */
public final class Actions {

    private final Words words;
    private final Deeds deeds;
    private final Keymap keymap;
    private final Map<UserAction, Action> made = new EnumMap<>(UserAction.class);

    public Actions(Words words, Deeds deeds, Keymap keymap) {
        this.words = words;
        this.deeds = deeds;
        this.keymap = keymap;
        for (UserAction action : UserAction.values()) {
            made.put(action, new Deed(action));
        }
    }

    /** The action for Swing. */
    public Action of(UserAction action) {
        return made.get(action);
    }

    /** Asks every action anew whether it can be done now. */
    public void refresh() {
        made.forEach((action, swing) -> {
            swing.setEnabled(action.isPossible(deeds));
            if (action.isSwitch()) {
                swing.putValue(Action.SELECTED_KEY, action.isOn(deeds));
            }
        });
        name(UserAction.UNDO, "action.undo.step", deeds.undoable());
        name(UserAction.REDO, "action.redo.step", deeds.redoable());
    }

    /** Undo and redo say what they take back: "Undo: Change Steps". */
    private void name(UserAction action, String code, Optional<String> step) {
        String name = step.map(s -> words.say(code, s)).orElseGet(() -> words.say(action.code()));
        String key = keyText(action);
        of(action).putValue(Action.NAME, name);
        of(action).putValue(Action.SHORT_DESCRIPTION, key.isEmpty() ? name : name + "  " + key);
    }

    /** All that can be done now, but for what only opens this list or another. */
    public List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        for (UserAction action : UserAction.values()) {
            boolean opensLists = action == UserAction.COMMANDS || action == UserAction.MENU;
            if (!opensLists && action != UserAction.STOP && action.isPossible(deeds)) {
                String name = String.valueOf(of(action).getValue(Action.NAME));
                commands.add(new Command(name, keyText(action), action.icon().at(16), () -> perform(action)));
            }
        }
        return commands;
    }

    /** Does it, if it can be done now. */
    public void perform(UserAction action) {
        if (action.isPossible(deeds)) {
            action.perform(deeds);
        }
    }

    /** A flat button that shows the icon alone; the tooltip has the name and the key. */
    public JButton iconButton(UserAction action) {
        JButton button = new JButton(of(action));
        button.setHideActionText(true);
        button.setIcon(action.icon().at(16));
        button.putClientProperty("JButton.buttonType", "toolBarButton");
        button.setToolTipText(tooltip(action));
        button.getAccessibleContext().setAccessibleName(words.say(action.code()));
        button.setFocusable(true);
        return button;
    }

    /** The same for what is on or off. */
    public JToggleButton switchButton(UserAction action) {
        JToggleButton button = new JToggleButton(of(action));
        button.setHideActionText(true);
        button.setIcon(action.icon().at(16));
        button.putClientProperty("JButton.buttonType", "toolBarButton");
        button.setToolTipText(tooltip(action));
        button.getAccessibleContext().setAccessibleName(words.say(action.code()));
        return button;
    }

    /** A button with the name, and without an icon. */
    public JButton textButton(UserAction action) {
        JButton button = new JButton(of(action));
        button.setIcon(null);
        button.setToolTipText(tooltip(action));
        return button;
    }

    /** A line of a menu, with a mark if it switches something. */
    public JMenuItem menuItem(UserAction action) {
        JMenuItem item = action.isSwitch() ? new JCheckBoxMenuItem(of(action)) : new JMenuItem(of(action));
        item.setIcon(action.icon().at(16));
        item.setToolTipText(null);
        return item;
    }

    /** What it does, and its key. */
    public String tooltip(UserAction action) {
        String key = keyText(action);
        return words.say(action.code() + ".help") + (key.isEmpty() ? "" : "  " + key);
    }

    /** An action's key as it is printed on the keyboard; empty for none. */
    public String keyText(UserAction action) {
        return Strokes.printed(keymap.first(action));
    }

    /** Which keys do what. */
    public Keymap keymap() {
        return keymap;
    }

    /** Lets the keys work everywhere in the window that {@code root} fills. */
    public void bindKeys(JComponent root) {
        made.forEach((action, swing) -> {
            for (KeyStroke key : keymap.keys(action)) {
                root.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(key, action);
                root.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).put(key, action);
                root.getActionMap().put(action, swing);
            }
        });
    }

    private final class Deed extends AbstractAction {
        private static final long serialVersionUID = 1;
        private final UserAction action;

        Deed(UserAction action) {
            super(words.say(action.code()));
            this.action = action;
            putValue(SHORT_DESCRIPTION, words.say(action.code() + ".help"));
            if (keymap.first(action) != null) {
                putValue(ACCELERATOR_KEY, keymap.first(action));
            }
        }

        @Override
        public void actionPerformed(ActionEvent e) {
            // A key's event comes from the window's content, a button's from the button.
            boolean byKey = !(e.getSource() instanceof AbstractButton);
            if (action != UserAction.CANCEL || !byKey || deeds.escapeCancels()) {
                perform(action);
            }
        }
    }
}
