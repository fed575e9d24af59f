package easel.ui.action;

import easel.ui.theme.Icons;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;

/** Everything a person can tell the window to do: its words, icon, default key, when it can be done, and the deed. */
public enum UserAction implements Keyed {
    GENERATE(Group.RUN, Icons.PLAY, "menu ENTER", Deeds::canGenerate, Deeds::generate),
    CANCEL(Group.RUN, Icons.CANCEL, "ESCAPE", Deeds::isWorking, Deeds::cancel),
    STOP(Group.RUN, Icons.CANCEL, "menu alt ENTER", Deeds::isWorking, Deeds::cancel),
    LIVE(Group.RUN, Icons.LIVE, "F5", Deeds::canBeLive, Deeds::toggleLive, Deeds::isLive),
    KEEP(Group.RUN, Icons.KEEP, "shift F5", Deeds::canKeep, Deeds::keep),
    CANCEL_ALL(Group.RUN, Icons.CANCEL, null, Deeds::hasJobs, Deeds::cancelAll),
    FORCE_STOP(Group.RUN, Icons.FORCE_STOP, null, Deeds::canForceStop, Deeds::forceStop),
    NEW(Group.WORKFLOW, Icons.PLUS, "menu N", _ -> true, Deeds::newTab),
    OPEN(Group.WORKFLOW, Icons.FOLDER, "menu O", _ -> true, Deeds::open),
    SAVE(Group.WORKFLOW, Icons.SAVE, "menu S", _ -> true, Deeds::save),
    SAVE_AS(Group.WORKFLOW, Icons.SAVE_AS, "menu shift S", _ -> true, Deeds::saveAs),
    SAVE_AS_PRESET(Group.WORKFLOW, Icons.PRESET, null, _ -> true, Deeds::saveAsPreset),
    RENAME_PRESET(Group.WORKFLOW, Icons.PROMPT, null, Deeds::hasOwnPreset, Deeds::renamePreset),
    REMOVE_PRESET(Group.WORKFLOW, Icons.REMOVE, null, Deeds::hasOwnPreset, Deeds::removePreset),
    CLOSE_TAB(Group.WORKFLOW, Icons.REMOVE, "menu W", _ -> true, Deeds::closeTab),
    REOPEN_TAB(Group.WORKFLOW, Icons.REOPEN, "menu shift T", Deeds::canReopen, Deeds::reopenTab),
    NEXT_TAB(Group.WORKFLOW, Icons.NEXT, "menu PAGE_DOWN", Deeds::hasTabs, Deeds::nextTab),
    PREVIOUS_TAB(Group.WORKFLOW, Icons.PREVIOUS, "menu PAGE_UP", Deeds::hasTabs, Deeds::previousTab),
    UNDO(Group.WORKFLOW, Icons.UNDO, "menu Z", d -> d.undoable().isPresent(), Deeds::undo),
    REDO(Group.WORKFLOW, Icons.REDO, "menu shift Z", d -> d.redoable().isPresent(), Deeds::redo),
    COPY_PICTURE(Group.PICTURE, Icons.COPY, "menu shift C", Deeds::hasPicture, Deeds::copyPicture),
    SAVE_PICTURE_AS(Group.PICTURE, Icons.DOWNLOAD, "menu alt S", Deeds::hasPicture, Deeds::savePictureAs),
    SHOW_IN_FOLDER(Group.PICTURE, Icons.FOLDER, "menu E", Deeds::hasPicture, Deeds::showPictureInFolder),
    USE_SETTINGS(Group.PICTURE, Icons.SLIDERS, "menu R", Deeds::hasPicture, Deeds::useSettings),
    USE_AS_START(Group.PICTURE, Icons.START_FROM, "menu shift R", d -> d.hasPicture() && d.takesPicture(), Deeds::useAsStart),
    REMOVE_FROM_STRIP(Group.PICTURE, Icons.REMOVE, null, Deeds::hasPicture, Deeds::removeFromStrip),
    ZOOM(Group.PICTURE, Icons.ZOOM, "menu 1", Deeds::hasPicture, Deeds::zoom),
    CHOOSE_START_PICTURE(Group.PICTURE, Icons.PICTURE, "menu shift O", Deeds::takesPicture, Deeds::chooseStartPicture),
    OPEN_PICTURE_FOLDER(Group.PICTURE, Icons.FOLDER, "menu shift E", _ -> true, Deeds::openPictureFolder),
    FOCUS_PROMPT(Group.WINDOW, Icons.PROMPT, "menu L", _ -> true, Deeds::focusPrompt),
    EDIT_FORM(Group.WORKFLOW, Icons.PROMPT, null, Deeds::canEditForm, Deeds::editForm, Deeds::isEditingForm),
    TURN(Group.WINDOW, Icons.GRAPH, "menu shift G", _ -> true, Deeds::turn),
    PAUSE_QUEUE(Group.RUN, Icons.PAUSE, null, Deeds::canPause, Deeds::pauseQueue),
    TOGGLE_QUEUE(Group.WINDOW, Icons.QUEUE, "menu J", _ -> true, Deeds::toggleQueue),
    TOGGLE_PROBLEMS(Group.WINDOW, Icons.PROBLEM, "menu shift M", _ -> true, Deeds::toggleProblems),
    TOGGLE_LOG(Group.WINDOW, Icons.LOG, "menu shift J", _ -> true, Deeds::toggleLog),
    TOGGLE_LIBRARY(Group.WINDOW, Icons.SIDE_LEFT, "menu shift N", Deeds::hasPanels, Deeds::toggleLibrary),
    TOGGLE_INSPECTOR(Group.WINDOW, Icons.SIDE_RIGHT, "menu I", Deeds::hasPanels, Deeds::toggleInspector),
    TOGGLE_TOP_BAR(Group.WINDOW, Icons.BAR_TOP, "menu alt T", _ -> true, Deeds::toggleTopBar),
    TOGGLE_STATUS_LINE(Group.WINDOW, Icons.BAR_BOTTOM, "menu alt B", _ -> true, Deeds::toggleStatusLine),
    ALONE(Group.WINDOW, Icons.FIT, "F11", _ -> true, Deeds::toggleAlone, Deeds::isAlone),
    TOGGLE_THEME(Group.WINDOW, Icons.MOON, "menu shift L", _ -> true, Deeds::toggleTheme),
    KEYS(Group.WINDOW, Icons.KEYBOARD, null, _ -> true, Deeds::openKeys),
    HELP(Group.WINDOW, Icons.HELP, "F1", _ -> true, Deeds::openHelp),
    TOUR(Group.WINDOW, Icons.EASEL, null, _ -> true, Deeds::beginTour),
    COMMANDS(Group.WINDOW, Icons.SEARCH, "menu shift P", _ -> true, Deeds::openCommands),
    SETTINGS(Group.WINDOW, Icons.SETTINGS, "menu COMMA", _ -> true, Deeds::openSettings),
    MENU(Group.WINDOW, Icons.MENU, "F10", _ -> true, Deeds::openMenu),
    QUIT(Group.WINDOW, Icons.QUIT, "menu Q", _ -> true, Deeds::quit);

    private final Group group;
    private final Icons icon;
    private final @Nullable String key;
    private final Predicate<Deeds> possible;
    private final Consumer<Deeds> deed;
    private final @Nullable Predicate<Deeds> on;

    UserAction(Group group, Icons icon, @Nullable String key, Predicate<Deeds> possible, Consumer<Deeds> deed) {
        this(group, icon, key, possible, deed, null);
    }

    /** @param on whether what it switches is on; null for what is no switch */
    UserAction(Group group, Icons icon, @Nullable String key, Predicate<Deeds> possible, Consumer<Deeds> deed, @Nullable Predicate<Deeds> on) {
        this.group = group;
        this.icon = icon;
        this.key = key;
        this.possible = possible;
        this.deed = deed;
        this.on = on;
    }

    /** The code of its name; {@code .help} is appended for what it does. */
    public String code() {
        return "action." + id();
    }

    /** Its icon. */
    public Icons icon() {
        return icon;
    }

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public List<KeyStroke> standardKeys() {
        return key == null ? List.of() : List.of(Strokes.of(key));
    }

    @Override
    public Group group() {
        return group;
    }

    @Override
    public Reach reach() {
        return Reach.WINDOW;
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
