package easel.ui;

import easel.platform.Language;
import easel.platform.Words;
import easel.ui.action.Actions;
import easel.ui.action.UserAction;
import easel.ui.desk.Desk;
import easel.ui.desk.Tab;
import easel.ui.settings.Memory;
import easel.ui.theme.Icons;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.MenuElement;
import javax.swing.MenuSelectionManager;

/** The window's menu. What one asks for seldom lies in menus of its own, so that it is all to be seen on a laptop's screen. */
final class MainMenu {

    private static final List<UserAction> PICTURE = List.of(UserAction.ZOOM, UserAction.COPY_PICTURE, UserAction.SAVE_PICTURE_AS,
            UserAction.USE_SETTINGS, UserAction.USE_AS_START, UserAction.CHOOSE_START_PICTURE, UserAction.SHOW_IN_FOLDER, UserAction.OPEN_PICTURE_FOLDER);
    private static final List<UserAction> PARTS = List.of(UserAction.TOGGLE_QUEUE, UserAction.TOGGLE_PROBLEMS, UserAction.TOGGLE_LOG,
            UserAction.TOGGLE_LIBRARY, UserAction.TOGGLE_INSPECTOR, UserAction.TOGGLE_TOP_BAR, UserAction.TOGGLE_STATUS_LINE, UserAction.ALONE);
    private static final List<UserAction> HELP = List.of(UserAction.HELP, UserAction.COMMANDS, UserAction.KEYS, UserAction.TOUR);

    private final Desk desk;
    private final Memory memory;
    private final Words words;
    private final Language language;
    private final Actions actions;
    private final Consumer<Path> opened;

    /** @param opened opens a file of {@link Memory}'s */
    MainMenu(Desk desk, Memory memory, Words words, Language language, Actions actions, Consumer<Path> opened) {
        this.desk = desk;
        this.memory = memory;
        this.words = words;
        this.language = language;
        this.actions = actions;
        this.opened = opened;
    }

    /** Opens it with its first line chosen, so that arrows go on from there. */
    void open(JComponent under, int y) {
        JPopupMenu popup = made();
        popup.show(under, 0, y);
        MenuSelectionManager.defaultManager().setSelectedPath(new MenuElement[] {popup, (MenuElement) popup.getComponent(0)});
    }

    private JPopupMenu made() {
        JPopupMenu popup = new JPopupMenu();
        add(popup, UserAction.NEW, UserAction.OPEN);
        popup.add(recent());
        add(popup, UserAction.SAVE, UserAction.SAVE_AS, UserAction.SAVE_AS_PRESET);
        if (desk.preset().filter(desk.ownPresets()::has).isPresent()) {
            add(popup, UserAction.RENAME_PRESET, UserAction.REMOVE_PRESET);
        }
        add(popup, UserAction.CLOSE_TAB);
        popup.add(closed());
        popup.addSeparator();
        add(popup, UserAction.GENERATE, UserAction.CANCEL);
        popup.addSeparator();
        add(popup, UserAction.UNDO, UserAction.REDO, UserAction.FOCUS_PROMPT, UserAction.EDIT_FORM);
        popup.addSeparator();
        add(popup, UserAction.TURN);
        popup.add(menu("menu.view", Icons.SIDE_RIGHT, PARTS));
        popup.add(menu("menu.picture", Icons.PICTURE, PICTURE));
        popup.addSeparator();
        add(popup, UserAction.TOGGLE_THEME, UserAction.SETTINGS);
        popup.add(menu("menu.help", Icons.HELP, HELP));
        popup.addSeparator();
        add(popup, UserAction.QUIT);
        return popup;
    }

    private void add(JPopupMenu popup, UserAction... lines) {
        for (UserAction line : lines) {
            popup.add(actions.menuItem(line));
        }
    }

    private JMenu menu(String code, Icons icon, List<UserAction> lines) {
        JMenu menu = menu(code, icon);
        lines.forEach(line -> menu.add(actions.menuItem(line)));
        return menu;
    }

    private JMenu menu(String code, Icons icon) {
        JMenu menu = new JMenu(words.say(code));
        menu.setName(code);
        menu.setIcon(icon.at(16));
        return menu;
    }

    private JMenu recent() {
        JMenu menu = menu("menu.recent", Icons.RECENT);
        for (Path file : memory.get().work().recentFiles()) {
            JMenuItem item = new JMenuItem(String.valueOf(file.getFileName()));
            item.setToolTipText(file.toString());
            item.addActionListener(_ -> opened.accept(file));
            menu.add(item);
        }
        menu.setEnabled(menu.getItemCount() > 0);
        return menu;
    }

    private JMenu closed() {
        JMenu menu = menu("menu.closed", Icons.REOPEN);
        for (Tab tab : desk.closed()) {
            String title = tab.title(language);
            JMenuItem item = new JMenuItem(tab.isEdited() ? words.say("tabs.edited", title) : title);
            if (menu.getItemCount() == 0) {
                item.setAccelerator(actions.keymap().first(UserAction.REOPEN_TAB));
            }
            item.addActionListener(_ -> desk.reopen(tab));
            menu.add(item);
        }
        menu.setEnabled(menu.getItemCount() > 0);
        return menu;
    }
}
