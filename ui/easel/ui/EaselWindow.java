package easel.ui;

import com.formdev.flatlaf.FlatClientProperties;
import easel.engine.Device;
import easel.nodes.Catalogue;
import easel.platform.Folders;
import easel.platform.Language;
import easel.platform.Processor;
import easel.platform.SystemWord;
import easel.platform.Words;
import easel.ui.desk.Assets;
import easel.ui.desk.Desk;
import easel.ui.desk.DeskListener;
import easel.ui.desk.Journal;
import easel.ui.desk.Notice;
import easel.ui.desk.PlugInNews;
import easel.ui.desk.Tab;
import easel.ui.settings.Bounds;
import easel.ui.settings.Memory;
import easel.ui.settings.SettingsFile;
import easel.ui.task.Edt;
import easel.ui.task.Lane;
import easel.ui.task.Task;
import easel.ui.theme.Appearance;
import easel.ui.theme.SystemTheme;
import java.awt.Component;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javax.swing.JFrame;
import javax.swing.Timer;
import javax.swing.WindowConstants;
import org.jspecify.annotations.Nullable;

/** The window from its opening to its end, whatever it shows and in whatever language. On the EDT, but for {@link #open}. */
public final class EaselWindow implements WindowDeeds.Window, DeskListener {

    private final Setup setup;
    private final Memory memory;
    private final Desk desk;
    private final Journal journal;
    private final PictureDeeds pictures;
    private final FileDeeds files;
    private final Drops drops;
    private final Runnable closed;
    private final JFrame frame = new JFrame();
    private final Timer clock = new Timer(1000, _ -> everySecond());
    private final Rest rest = new Rest();
    private WindowView view;
    private End end = End.NONE;
    private final Devices devices;
    private boolean devicesWanted;

    /** How far its end is. */
    private enum End { NONE, SAVES, WRITES, FAILED, LEAVES }

    private EaselWindow(Setup setup, Prepared prepared, Runnable closed) {
        this.setup = setup;
        this.devices = new Devices(setup.engine());
        this.closed = closed;
        this.memory = new Memory(prepared.file(), prepared.loaded(), this::settingsNotSaved);
        this.journal = new Journal(journalIn(setup.folders()), e -> say("notice.not-kept", SystemWord.of(e)));
        this.desk = new Desk(setup.studio(), memory, journal, setup.presets(), DefaultPictures::folder,
                new Assets(setup.folders().data().resolve("assets")), prepared.kept());
        this.pictures = new PictureDeeds(frame, desk, this::words, desk::tell);
        this.drops = new Drops(desk);
        this.files = new FileDeeds(frame, desk, memory, this::words, drops::open);
        entitle();
        frame.setName("easel");
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        frame.getRootPane().putClientProperty(FlatClientProperties.FULL_WINDOW_CONTENT, true);
        frame.getRootPane().putClientProperty(FlatClientProperties.TITLE_BAR_SHOW_TITLE, false);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent e) {
                quit();
            }
        });
        view = newView();
        frame.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent e) {
                view.sized();
            }
        });
        new WindowPlace(frame, memory).restore();
        view.sized();
        desk.listen(this);
        PlugInNews.tell(Catalogue.faults(), desk.jobs().log(), memory.get().look().spoken(), desk::tell);
    }

    /** The window shows something: another language is another view of the same desk. */
    private WindowView newView() {
        WindowView made = new WindowView(this, memory.get().look().spoken());
        if (!devices.known().isEmpty()) {
            made.showDevices(devices.known());
        }
        frame.setContentPane(made.content());
        desk.listen(made);
        return made;
    }

    /** The settings and tabs of {@link #prepare}, once it has read them. */
    private record Prepared(Folders folders, SettingsFile file, SettingsFile.Loaded loaded, Journal.Kept kept) {}

    private static @Nullable Prepared prepared;

    /**
     * Begins what every window needs and no document: the settings, the connection to the display, the theme. Called
     * first thing, it runs beside whatever else a start has to do. May be called from any thread but the EDT.
     *
     * @throws java.awt.HeadlessException if there is no display
     */
    public static synchronized void prepare(Folders folders) {
        Edt.mustBeOff();
        if (GraphicsEnvironment.isHeadless()) {
            throw new java.awt.HeadlessException();
        }
        Processor.physicalCores();   // counted here, since the first time reads files
        SettingsFile file = new SettingsFile(folders.config().resolve("settings.json"));
        SettingsFile.Loaded loaded = file.load();
        Edt.later(() -> Appearance.wear(loaded.settings().look().isDark()));
        WarmUp.begin();
        // Beside the theme, which takes longer.
        prepared = new Prepared(folders, file, loaded, Journal.read(journalIn(folders)));
    }

    private static Path journalIn(Folders folders) {
        return folders.state().resolve("desk");
    }

    /**
     * Opens the window and returns once it is asked for; may be called from any thread but the EDT.
     *
     * @param closed told when the person has closed it and everything is saved; it ends the program
     * @throws java.awt.HeadlessException if there is no display
     */
    public static synchronized void open(Setup setup, Runnable closed) {
        if (prepared == null || !prepared.folders().equals(setup.folders())) {
            prepare(setup.folders());
        }
        Prepared ready = prepared;
        prepared = null;
        setup.studio().limit(ready.loaded().settings().bounds().limits());
        Edt.later(() -> {
            EaselWindow window = new EaselWindow(setup, ready, closed);
            window.frame.setVisible(true);
            window.view.focus();
            window.afterFirstPaint(ready);
        });
    }

    /** What may take its time, once there is something to look at. */
    private void afterFirstPaint(Prepared ready) {
        if (ready.loaded().setAside() != null) {
            say("notice.settings-damaged", ready.loaded().setAside());
        }
        ready.kept().lost().stream().findFirst().ifPresent(file -> say("notice.tab-damaged", file));
        Task.of(() -> List.of(AppIcon.of(16), AppIcon.of(32), AppIcon.of(64), AppIcon.of(128))).whenDone(frame::setIconImages);
        desk.results().dropMissing();
        Task.of(SystemTheme::prefersDark).whenDone(dark -> dark.ifPresent(this::systemIsDark));
        Task.<Void>of(Lane.KEEPING, () -> {
            SingleWindow.serve(setup.folders().state(), brought -> Edt.later(() -> {
                raise();
                brought.forEach(drops::open);
            }));
            return null;
        }).start();
        setup.files().forEach(drops::open);
        if (!memory.get().bounds().equals(Bounds.DEFAULT)) {
            boundsChanged();
        }
        clock.start();
    }

    private void systemIsDark(boolean dark) {
        if (memory.get().look().systemDark() != dark) {
            memory.change(s -> s.with(s.look().withSystemDark(dark)));
            lookChanged();
        }
    }

    private void raise() {
        if ((frame.getExtendedState() & Frame.ICONIFIED) != 0) {
            frame.setExtendedState(frame.getExtendedState() & ~Frame.ICONIFIED);
        }
        frame.toFront();
        Component last = frame.getMostRecentFocusOwner();
        if (last == null || last == frame) {
            view.focus();
        } else {
            last.requestFocus();   // the frame itself would do nothing with keys
        }
    }

    private void everySecond() {
        desk.tick();
        Task.of(setup.engineMemory()::getAsLong).whenDone(bytes -> view.lower().status().showMemory(bytes));
    }

    private void settingsNotSaved(IOException e) {
        say("notice.settings-not-saved", SystemWord.of(e));
    }

    private void say(String code, Object... arguments) {
        desk.tell(Notice.of(code, arguments));
    }

    private Words words() {
        return Words.of(EaselWindow.class, view.language());
    }

    @Override
    public void runChanged() {
        rest.at(desk.jobs().queue().isEmpty());
        // Not before it has started for a job: asking would start it.
        if (!devicesWanted && desk.jobs().loadedModel() != null) {
            devicesWanted = true;
            devices.ask(there -> {
                if (!there.isEmpty()) {
                    view.showDevices(there);
                }
            });
        }
    }

    // What the deeds work with

    @Override
    public JFrame frame() {
        return frame;
    }

    @Override
    public Desk desk() {
        return desk;
    }

    @Override
    public Memory memory() {
        return memory;
    }

    @Override
    public PictureDeeds pictures() {
        return pictures;
    }

    @Override
    public FileDeeds files() {
        return files;
    }

    @Override
    public Drops drops() {
        return drops;
    }

    @Override
    public void askDevices(Consumer<List<Device>> there) {
        devices.ask(there);
    }

    @Override
    public void lookChanged() {
        boolean dark = memory.get().look().isDark();
        if (dark != Appearance.isDark()) {
            Appearance.wear(dark);
            view.wearBehind();
        }
        if (memory.get().look().spoken() != view.language()) {
            renew();
        }
    }

    /** The lists of open windows name what is in front. */
    private void entitle() {
        frame.setTitle(desk.title(desk.front()) + " - Easel");
    }

    @Override
    public void tabsChanged() {
        entitle();
    }

    private void renew() {
        entitle();
        view.overlays().close();
        desk.forget(view);
        view = newView();
        frame.revalidate();
        view.focus();
    }

    /** Keys stand in menus, tooltips and on buttons. */
    @Override
    public void keysChanged() {
        renew();
    }

    /** Making room may take a while. */
    @Override
    public void boundsChanged() {
        Bounds bounds = memory.get().bounds();
        Task.<Void>of(() -> {
            setup.studio().limit(bounds.limits());
            return null;
        }).start();
    }

    /**
     * What is being saved is saved first; then what is open and set is written, elsewhere. Where one takes long or
     * fails it is said, and closing again goes on all the same.
     */
    @Override
    public void quit() {
        view.takeTyped();   // also after it failed: that is news, and closing asks again
        switch (end) {
            case NONE -> {
                if (Lane.SAVING.isBusy()) {
                    end = End.SAVES;
                    say("notice.saving-first");
                    Set<Tab> before = desk.files().troubled();
                    Lane.SAVING.whenIdle(() -> saved(before.containsAll(desk.files().troubled())));
                } else {
                    write();
                }
            }
            case SAVES -> write();
            case FAILED -> leave();
            case WRITES, LEAVES -> { }
        }
    }

    private void saved(boolean well) {
        if (end == End.SAVES && well) {
            write();
        } else if (end == End.SAVES) {
            end = End.NONE;
            say("notice.not-saved-yet");
        }
    }

    private void write() {
        end = End.WRITES;
        writing().whenFailed(this::notWritten).whenDone(_ -> leave());
    }

    private Task<Void> writing() {
        List<Callable<Void>> last = List.of(memory.ending(), journal.ending());
        return Task.of(Lane.KEEPING, () -> {
            Exception first = null;
            for (Callable<Void> one : last) {
                try {
                    one.call();
                } catch (Exception e) {   // there may be room for the rest: it lies on other disks, or is smaller
                    first = first == null ? e : first;
                }
            }
            if (first != null) {
                throw first;
            }
            return null;
        });
    }

    /** What has come since nobody was told of: closing asks again. */
    @Override
    public void documentChanged(boolean otherForm) {
        end = end == End.FAILED ? End.NONE : end;
    }

    private void notWritten(Exception e) {
        end = End.FAILED;
        desk.touch();
        say("notice.not-closed", SystemWord.of(e));
    }

    /** Nobody can change anything from now on; what did change meanwhile, such as a picture that came, is written too. */
    private void leave() {
        end = End.LEAVES;
        clock.stop();
        frame.setVisible(false);
        desk.close();
        writing().whenFailed(_ -> gone()).whenDone(_ -> gone());
    }

    private void gone() {
        rest.close();
        journal.end();
        Task.<Void>of(Lane.KEEPING, () -> {
            SingleWindow.stop();
            return null;
        }).whenDone(_ -> {
            frame.dispose();
            closed.run();
        });
    }
}
