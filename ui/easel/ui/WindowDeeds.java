package easel.ui;

import easel.engine.Device;
import easel.graph.Document;
import easel.platform.Words;
import easel.ui.action.Deeds;
import easel.ui.action.UserAction;
import easel.ui.desk.Desk;
import easel.ui.desk.Face;
import easel.ui.desk.LiveTab;
import easel.ui.desk.Mend;
import easel.ui.desk.Notice;
import easel.ui.desk.RunView;
import easel.ui.desk.Shot;
import easel.ui.drawer.Page;
import easel.ui.keys.KeyEditor;
import easel.ui.keys.KeySheet;
import easel.ui.preferences.ModelFoldersPanel;
import easel.ui.preferences.Preferences;
import easel.ui.settings.Keys;
import easel.ui.settings.Memory;
import easel.ui.theme.Appearance;
import easel.ui.widget.Choosing;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JFrame;

/** The deeds behind every action, done to a window through what it shows. On the EDT. */
final class WindowDeeds implements Deeds {

    /** Seconds of silence after which ending the engine is offered, and after a cancel. */
    private static final double SILENCE = 20;
    private static final double SILENCE_AFTER_CANCEL = 3;

    /** The window, whatever it shows. */
    interface Window {

        JFrame frame();

        Desk desk();

        Memory memory();

        PictureDeeds pictures();

        FileDeeds files();

        Drops drops();

        /** The look is another. */
        void lookChanged();

        /** Other keys do what. */
        void keysChanged();

        /** Other bounds on the disk. */
        void boundsChanged();

        /** Asks the engine for its devices and tells {@code there} on the EDT; may take seconds, or never answer. */
        void askDevices(Consumer<List<Device>> there);

        /** Closes it, everything saved. */
        void quit();
    }

    private final Window window;
    private final WindowView view;
    private final Words words;
    private final Desk desk;

    WindowDeeds(Window window, WindowView view, Words words) {
        this.window = window;
        this.view = view;
        this.words = words;
        this.desk = window.desk();
    }

    /** Does what a failure's button says, and tries again. */
    void mend(Mend mend) {
        if (mend == Mend.CHOOSE_FOLDER) {
            Choosing.folder(window.frame(), words.say("settings.folder.title"), desk.jobs().folder()).ifPresent(folder -> {
                desk.jobs().setFolder(folder);
                generate();
            });
        } else {
            desk.mend(mend);
            generate();
        }
    }

    @Override
    public boolean canGenerate() {
        return true;
    }

    @Override
    public void generate() {
        desk.jobs().generate();
    }

    @Override
    public boolean canBeLive() {
        return view.isGraph();
    }

    @Override
    public boolean isLive() {
        return desk.jobs().live().isOn();
    }

    @Override
    public void toggleLive() {
        desk.jobs().live().turn(!isLive());
    }

    @Override
    public boolean canKeep() {
        return desk.jobs().live().state() instanceof LiveTab.State.Shown;
    }

    @Override
    public void keep() {
        desk.jobs().live().keep();
    }

    @Override
    public boolean isWorking() {
        return desk.jobs().run().isBusy();
    }

    @Override
    public void cancel() {
        desk.jobs().cancel();
    }

    @Override
    public boolean escapeCancels() {
        return !view.isGraph();
    }

    @Override
    public boolean canEditForm() {
        return !view.isGraph();
    }

    @Override
    public boolean isEditingForm() {
        return view.isEditingForm();
    }

    @Override
    public void editForm() {
        view.editForm(!view.isEditingForm());
    }

    @Override
    public void turn() {
        view.show(view.isGraph() ? Face.SIMPLE : Face.GRAPH);
    }

    @Override
    public boolean hasJobs() {
        return !desk.jobs().queue().isEmpty();
    }

    @Override
    public void cancelAll() {
        desk.jobs().cancelAll();
    }

    @Override
    public boolean canPause() {
        return desk.jobs().isPaused() || !desk.jobs().queue().isEmpty();
    }

    @Override
    public void pauseQueue() {
        desk.jobs().pause(!desk.jobs().isPaused());
    }

    @Override
    public void toggleQueue() {
        unlessFound(view.lower().has(Page.QUEUE), () -> view.lower().toggle(Page.QUEUE));
    }

    @Override
    public void toggleProblems() {
        unlessFound(view.lower().has(Page.PROBLEMS), () -> view.lower().toggle(Page.PROBLEMS));
    }

    @Override
    public void toggleLog() {
        unlessFound(view.lower().has(Page.LOG), () -> view.lower().toggle(Page.LOG));
    }

    @Override
    public boolean hasPanels() {
        return view.isGraph();
    }

    @Override
    public void toggleLibrary() {
        unlessFound(view.panels().hasLibrary(), view.panels()::toggleLibrary);
    }

    @Override
    public void toggleInspector() {
        unlessFound(view.panels().hasInspector(), view.panels()::toggleInspector);
    }

    @Override
    public boolean canForceStop() {
        return desk.jobs().run() instanceof RunView.Working working && working.silent() >= (working.cancelling() ? SILENCE_AFTER_CANCEL : SILENCE);
    }

    @Override
    public void forceStop() {
        desk.jobs().forceStop();
    }

    @Override
    public Optional<String> undoable() {
        return desk.undoable();
    }

    @Override
    public void undo() {
        view.takeValue();
        desk.undo();
    }

    @Override
    public Optional<String> redoable() {
        return desk.redoable();
    }

    @Override
    public void redo() {
        view.takeValue();
        desk.redo();
    }

    @Override
    public void newTab() {
        desk.fresh();
        view.focus();
    }

    @Override
    public void open() {
        window.files().open();
    }

    @Override
    public void save() {
        window.files().save(desk.front());
    }

    @Override
    public void saveAs() {
        view.takeTyped();
        window.files().saveAs(desk.front());
    }

    @Override
    public void saveAsPreset() {
        view.takeTyped();
        Document document = desk.document();
        Shot shot = desk.results().selected();
        String title = document.about().title().in(view.language());
        view.overlays().presetTitle(view.content(), title, words.say("preset.keep"), chosen -> desk.ownPresets().keep(document, chosen, shot == null ? null : shot.file()));
    }

    @Override
    public boolean hasOwnPreset() {
        return desk.preset().filter(desk.ownPresets()::has).isPresent();
    }

    @Override
    public void renamePreset() {
        desk.preset().filter(desk.ownPresets()::has).ifPresent(preset -> view.overlays().presetTitle(view.content(),
                preset.document().about().title().in(view.language()), words.say("preset.rename"), title -> desk.ownPresets().rename(preset, title)));
    }

    @Override
    public void removePreset() {
        desk.preset().filter(desk.ownPresets()::has).ifPresent(desk.ownPresets()::remove);
    }

    @Override
    public void closeTab() {
        desk.close(desk.front());
    }

    @Override
    public boolean canReopen() {
        return !desk.closed().isEmpty();
    }

    @Override
    public void reopenTab() {
        desk.reopen(desk.closed().getFirst());
    }

    @Override
    public boolean hasTabs() {
        return desk.tabs().size() > 1;
    }

    @Override
    public void nextTab() {
        desk.raiseBeside(1);
    }

    @Override
    public void previousTab() {
        desk.raiseBeside(-1);
    }

    @Override
    public boolean hasPicture() {
        return desk.results().selected() != null;
    }

    @Override
    public void copyPicture() {
        window.pictures().copy();
    }

    @Override
    public void savePictureAs() {
        window.pictures().saveAs();
    }

    @Override
    public void showPictureInFolder() {
        window.pictures().showInFolder();
    }

    @Override
    public void openPictureFolder() {
        window.pictures().openFolder();
    }

    @Override
    public void useSettings() {
        window.pictures().with(desk.sources()::useSettings);
    }

    @Override
    public boolean takesPicture() {
        return desk.sources().takesPicture();
    }

    @Override
    public void useAsStart() {
        window.pictures().with(shot -> desk.sources().startFrom(shot.file()));
    }

    @Override
    public void removeFromStrip() {
        window.pictures().with(desk.results()::remove);
    }

    @Override
    public void zoom() {
        view.simple().zoom();
    }

    @Override
    public void chooseStartPicture() {
        Choosing.file(window.frame(), words.say("form.picture.choose.title"), desk.jobs().folder(), words.say("form.picture.files"),
                "png", "jpg", "jpeg", "bmp", "gif", "webp").ifPresent(desk.sources()::startFrom);
    }

    @Override
    public void toggleTheme() {
        Appearance other = Appearance.isDark() ? Appearance.LIGHT : Appearance.DARK;
        window.memory().change(s -> s.with(s.look().with(other)));
        window.lookChanged();
    }

    /** Shows or hides a part of the window; where all of them are hidden, all come back, and one that is there then stays. */
    private void unlessFound(boolean wanted, Runnable toggle) {
        boolean found = view.isAlone();
        if (found) {
            view.showAlone(false);
        }
        if (!found || !wanted) {
            toggle.run();
        }
    }

    @Override
    public void toggleTopBar() {
        unlessFound(!window.memory().get().bars().noTop(), () -> {
            window.memory().change(s -> s.with(s.bars().withNoTop(!s.bars().noTop())));
            view.showBars();
            if (window.memory().get().bars().noTop()) {
                sayWayBack("notice.top-bar-hidden", UserAction.TOGGLE_TOP_BAR);
            }
        });
    }

    @Override
    public void toggleStatusLine() {
        unlessFound(!window.memory().get().bars().noStatus(), () -> {
            window.memory().change(s -> s.with(s.bars().withNoStatus(!s.bars().noStatus())));
            view.showBars();
            if (window.memory().get().bars().noStatus()) {
                sayWayBack("notice.status-line-hidden", UserAction.TOGGLE_STATUS_LINE);
            }
        });
    }

    /** Who hid something by mistake must find it again, whatever keys there are. */
    private void sayWayBack(String code, UserAction action) {
        String key = view.actions().keyText(action);
        String commands = view.actions().keyText(UserAction.COMMANDS);
        String way = !key.isEmpty() ? key : words.say("notice.way.commands", words.say(action.code()), commands.isEmpty() ? words.say("action.menu") : commands);
        desk.tell(Notice.of(code, way));
    }

    @Override
    public boolean isAlone() {
        return view.isAlone();
    }

    @Override
    public void toggleAlone() {
        view.showAlone(!view.isAlone());
        if (view.isAlone()) {
            sayWayBack("notice.alone", UserAction.ALONE);
        }
    }

    @Override
    public void openSettings() {
        view.overlays().settings(view.topBar().isShowing() ? view.topBar().settingsButton() : view.content(),
                () -> new Preferences(window.memory(), words, desk.jobs()::folder, new Chosen()));
    }

    @Override
    public void openKeys() {
        view.overlays().keys(view.content(), changed -> new KeyEditor(words, view.language(), view.actions().keymap(), keymap -> {
            changed.run();
            window.memory().change(s -> s.with(new Keys(keymap.preset().name(), keymap.changed())));
        }), window::keysChanged);
    }

    @Override
    public void beginTour() {
        view.takeTyped();
        view.beginTour();
    }

    @Override
    public void openHelp() {
        view.overlays().help(view.content(), height -> new KeySheet(words, view.language(), view.actions().keymap(), height));
    }

    @Override
    public void openCommands() {
        view.overlays().commands(view.content(), view.isGraph() && view.graph() != null ? view.graph().commands() : List.of(), view.actions());
    }

    @Override
    public void openMenu() {
        view.topBar().openMenu(view.content());
    }

    @Override
    public void focusPrompt() {
        if (view.isGraph()) {
            view.show(Face.SIMPLE);
        }
        view.simple().focus();
    }

    @Override
    public void quit() {
        window.quit();
    }

    /** What follows from a choice in the settings. */
    private final class Chosen implements Preferences.Consequences {
        @Override
        public void lookChanged() {
            window.lookChanged();
        }

        @Override
        public void folderChosen(Path folder) {
            desk.jobs().setFolder(folder);
        }

        @Override
        public void boundsChanged() {
            window.boundsChanged();
        }

        @Override
        public void handChanged() {
            view.showHabits();
        }

        @Override
        public void machineChanged() {
            view.lower().status().refresh();
        }

        @Override
        public void openModelFolders() {
            view.overlays().modelFolders(view.content(), () -> new ModelFoldersPanel(words, view.language(), desk.models()));
        }

        @Override
        public void openKeys() {
            view.overlays().close();
            WindowDeeds.this.openKeys();
        }

        @Override
        public void askDevices(Consumer<List<Device>> there) {
            window.askDevices(there);
        }
    }
}
