package easel.ui.action;

import easel.ui.theme.Icons;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;

/** Everything a person can tell the window to do: its words, icon, default key, when it can be done, and the deed. */
public enum UserAction {
    GENERATE(Icons.PLAY, menuKey(KeyEvent.VK_ENTER, 0), Deeds::canGenerate, Deeds::generate),
    CANCEL(Icons.CANCEL, KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), Deeds::isWorking, Deeds::cancel),
    STOP(Icons.CANCEL, menuKey(KeyEvent.VK_ENTER, InputEvent.ALT_DOWN_MASK), Deeds::isWorking, Deeds::cancel),
    LIVE(Icons.LIVE, KeyStroke.getKeyStroke(KeyEvent.VK_F5, 0), Deeds::canBeLive, Deeds::toggleLive, Deeds::isLive),
    KEEP(Icons.KEEP, KeyStroke.getKeyStroke(KeyEvent.VK_F5, InputEvent.SHIFT_DOWN_MASK), Deeds::canKeep, Deeds::keep),
    CANCEL_ALL(Icons.CANCEL, null, Deeds::hasJobs, Deeds::cancelAll),
    FORCE_STOP(Icons.FORCE_STOP, null, Deeds::canForceStop, Deeds::forceStop),
    NEW(Icons.PLUS, menuKey(KeyEvent.VK_N, 0), _ -> true, Deeds::newTab),
    OPEN(Icons.FOLDER, menuKey(KeyEvent.VK_O, 0), _ -> true, Deeds::open),
    SAVE(Icons.SAVE, menuKey(KeyEvent.VK_S, 0), _ -> true, Deeds::save),
    SAVE_AS(Icons.SAVE_AS, menuKey(KeyEvent.VK_S, InputEvent.SHIFT_DOWN_MASK), _ -> true, Deeds::saveAs),
    CLOSE_TAB(Icons.REMOVE, menuKey(KeyEvent.VK_W, 0), _ -> true, Deeds::closeTab),
    REOPEN_TAB(Icons.REOPEN, menuKey(KeyEvent.VK_T, InputEvent.SHIFT_DOWN_MASK), Deeds::canReopen, Deeds::reopenTab),
    NEXT_TAB(Icons.NEXT, menuKey(KeyEvent.VK_PAGE_DOWN, 0), Deeds::hasTabs, Deeds::nextTab),
    PREVIOUS_TAB(Icons.PREVIOUS, menuKey(KeyEvent.VK_PAGE_UP, 0), Deeds::hasTabs, Deeds::previousTab),
    UNDO(Icons.UNDO, menuKey(KeyEvent.VK_Z, 0), d -> d.undoable().isPresent(), Deeds::undo),
    REDO(Icons.REDO, menuKey(KeyEvent.VK_Z, InputEvent.SHIFT_DOWN_MASK), d -> d.redoable().isPresent(), Deeds::redo),
    COPY_PICTURE(Icons.COPY, menuKey(KeyEvent.VK_C, InputEvent.SHIFT_DOWN_MASK), Deeds::hasPicture, Deeds::copyPicture),
    SAVE_PICTURE_AS(Icons.DOWNLOAD, menuKey(KeyEvent.VK_S, InputEvent.ALT_DOWN_MASK), Deeds::hasPicture, Deeds::savePictureAs),
    SHOW_IN_FOLDER(Icons.FOLDER, menuKey(KeyEvent.VK_E, 0), Deeds::hasPicture, Deeds::showPictureInFolder),
    USE_SETTINGS(Icons.SLIDERS, menuKey(KeyEvent.VK_R, 0), Deeds::hasPicture, Deeds::useSettings),
    USE_AS_START(Icons.START_FROM, menuKey(KeyEvent.VK_R, InputEvent.SHIFT_DOWN_MASK), d -> d.hasPicture() && d.takesPicture(), Deeds::useAsStart),
    REMOVE_FROM_STRIP(Icons.REMOVE, null, Deeds::hasPicture, Deeds::removeFromStrip),
    ZOOM(Icons.ZOOM, menuKey(KeyEvent.VK_1, 0), Deeds::hasPicture, Deeds::zoom),
    CHOOSE_START_PICTURE(Icons.PICTURE, menuKey(KeyEvent.VK_O, InputEvent.SHIFT_DOWN_MASK), Deeds::takesPicture, Deeds::chooseStartPicture),
    OPEN_PICTURE_FOLDER(Icons.FOLDER, menuKey(KeyEvent.VK_E, InputEvent.SHIFT_DOWN_MASK), _ -> true, Deeds::openPictureFolder),
    FOCUS_PROMPT(Icons.PROMPT, menuKey(KeyEvent.VK_L, 0), _ -> true, Deeds::focusPrompt),
    TURN(Icons.GRAPH, menuKey(KeyEvent.VK_G, InputEvent.SHIFT_DOWN_MASK), _ -> true, Deeds::turn),
    PAUSE_QUEUE(Icons.PAUSE, null, Deeds::canPause, Deeds::pauseQueue),
    TOGGLE_QUEUE(Icons.QUEUE, menuKey(KeyEvent.VK_J, 0), _ -> true, Deeds::toggleQueue),
    TOGGLE_PROBLEMS(Icons.PROBLEM, menuKey(KeyEvent.VK_M, InputEvent.SHIFT_DOWN_MASK), _ -> true, Deeds::toggleProblems),
    TOGGLE_LOG(Icons.LOG, menuKey(KeyEvent.VK_J, InputEvent.SHIFT_DOWN_MASK), _ -> true, Deeds::toggleLog),
    TOGGLE_LIBRARY(Icons.SIDE_LEFT, menuKey(KeyEvent.VK_N, InputEvent.SHIFT_DOWN_MASK), Deeds::hasPanels, Deeds::toggleLibrary),
    TOGGLE_INSPECTOR(Icons.SIDE_RIGHT, menuKey(KeyEvent.VK_I, 0), Deeds::hasPanels, Deeds::toggleInspector),
    TOGGLE_THEME(Icons.MOON, menuKey(KeyEvent.VK_L, InputEvent.SHIFT_DOWN_MASK), _ -> true, Deeds::toggleTheme),
    COMMANDS(Icons.SEARCH, menuKey(KeyEvent.VK_P, InputEvent.SHIFT_DOWN_MASK), _ -> true, Deeds::openCommands),
    SETTINGS(Icons.SETTINGS, menuKey(KeyEvent.VK_COMMA, 0), _ -> true, Deeds::openSettings),
    MENU(Icons.MENU, KeyStroke.getKeyStroke(KeyEvent.VK_F10, 0), _ -> true, Deeds::openMenu),
    QUIT(Icons.QUIT, menuKey(KeyEvent.VK_Q, 0), _ -> true, Deeds::quit);

    private final Icons icon;
    private final @Nullable KeyStroke key;
    private final Predicate<Deeds> possible;
    private final Consumer<Deeds> deed;
    private final @Nullable Predicate<Deeds> on;

    UserAction(Icons icon, @Nullable KeyStroke key, Predicate<Deeds> possible, Consumer<Deeds> deed) {
        this(icon, key, possible, deed, null);
    }

    /** @param on whether what it switches is on; null for what is no switch */
    UserAction(Icons icon, @Nullable KeyStroke key, Predicate<Deeds> possible, Consumer<Deeds> deed, @Nullable Predicate<Deeds> on) {
        this.icon = icon;
        this.key = key;
        this.possible = possible;
        this.deed = deed;
        this.on = on;
    }

    private static KeyStroke menuKey(int code, int more) {
        // Ctrl, and Command on a Mac; a machine without a display is asked in tests only.
        int menu = java.awt.GraphicsEnvironment.isHeadless() ? InputEvent.CTRL_DOWN_MASK
                : Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx();
        return KeyStroke.getKeyStroke(code, menu | more);
    }

    /** The code of its name; {@code .help} is appended for what it does. */
    public String code() {
        return "action." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its icon. */
    public Icons icon() {
        return icon;
    }

    /** The key it has unless the person chose another. */
    public @Nullable KeyStroke key() {
        return key;
    }

    boolean isPossible(Deeds deeds) {
        return possible.test(deeds);
    }

    /** Whether it switches something. */
    boolean isSwitch() {
        return on != null;
    }

    boolean isOn(Deeds deeds) {
        return on != null && on.test(deeds);
    }

    void perform(Deeds deeds) {
        deed.accept(deeds);
    }
}
