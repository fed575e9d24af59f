package easel.ui;

import com.formdev.flatlaf.FlatClientProperties;
import easel.engine.Device;
import easel.platform.Folders;
import easel.platform.Language;
import easel.platform.Processor;
import easel.platform.Words;
import easel.ui.action.Actions;
import easel.ui.action.Deeds;
import easel.ui.action.UserAction;
import easel.ui.desk.Assets;
import easel.ui.desk.Desk;
import easel.ui.desk.DeskListener;
import easel.ui.desk.FormFields;
import easel.ui.desk.Mend;
import easel.ui.desk.Notice;
import easel.ui.desk.RunView;
import easel.ui.desk.Shot;
import easel.ui.form.FormContext;
import easel.ui.form.FormPanel;
import easel.ui.image.PictureFile;
import easel.ui.preferences.Preferences;
import easel.ui.settings.Memory;
import easel.ui.settings.Place;
import easel.ui.settings.SettingsFile;
import easel.ui.stage.Stage;
import easel.ui.status.StatusBar;
import easel.ui.strip.Strip;
import easel.ui.task.Edt;
import easel.ui.task.Task;
import easel.ui.theme.Appearance;
import easel.ui.theme.Hairline;
import easel.ui.theme.SystemTheme;
import easel.ui.widget.Choosing;
import easel.ui.widget.Incoming;
import easel.ui.widget.KeyButton;
import easel.ui.widget.Popover;
import easel.ui.widget.SlimScroll;
import java.awt.BorderLayout;
import java.awt.Desktop;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.GraphicsConfiguration;
import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.awt.Insets;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.Timer;
import javax.swing.WindowConstants;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** The window: its parts put together, and the deeds behind every action. On the EDT, but for {@link #open}. */
public final class EaselWindow implements Deeds, DeskListener {

    private static final Dimension FIRST_SIZE = new Dimension(1280, 820);
    private static final Dimension LEAST_SIZE = new Dimension(860, 560);
    private static final int FORM_WIDTH = 320;
    /** Below this height the strip is low. */
    private static final int LOW_WINDOW = 760;
    /** Seconds of silence after which ending the engine is offered, and after a cancel. */
    private static final double SILENCE = 20;
    private static final double SILENCE_AFTER_CANCEL = 3;

    private final Setup setup;
    private final Memory memory;
    private final Desk desk;
    private final Assets assets;
    private final Runnable closed;
    private final JFrame frame = new JFrame();
    private final Timer clock = new Timer(1000, _ -> everySecond());
    private final Rest rest = new Rest();

    private Language language;
    private Words words;
    private Actions actions;
    private TopBar topBar;
    private FormPanel form;
    private JScrollPane formScroll;
    private Stage stage;
    private Strip strip;
    private StatusBar status;
    /** What the engine can work on; null until it has run and was asked. */
    private @Nullable List<Device> devices;
    private @Nullable Popover popover;

    private EaselWindow(Setup setup, SettingsFile file, SettingsFile.Loaded loaded, Runnable closed) {
        this.setup = setup;
        this.closed = closed;
        this.memory = new Memory(file, loaded, this::settingsNotSaved);
        this.desk = new Desk(setup.studio(), memory, setup.presets(), DefaultPictures::folder);
        this.assets = new Assets(setup.folders().data().resolve("assets"));
        frame.setTitle("Easel");
        frame.setName("easel");
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        frame.getRootPane().putClientProperty(FlatClientProperties.FULL_WINDOW_CONTENT, true);
        frame.getRootPane().putClientProperty(FlatClientProperties.TITLE_BAR_SHOW_TITLE, false);
        frame.setMinimumSize(LEAST_SIZE);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent e) {
                quit();
            }
        });
        frame.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent e) {
                strip.setLow(frame.getHeight() < LOW_WINDOW);
                rememberPlace();
            }

            @Override
            public void componentMoved(ComponentEvent e) {
                rememberPlace();
            }
        });
        build();
        place();
        desk.listen(this);
    }

    /** The settings of {@link #prepare}, once it has read them. */
    private record Prepared(Folders folders, SettingsFile file, SettingsFile.Loaded loaded) {}

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
        prepared = new Prepared(folders, file, loaded);
        Edt.later(() -> Appearance.wear(loaded.settings().look().isDark()));
        WarmUp.begin();
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
        Edt.later(() -> {
            EaselWindow window = new EaselWindow(setup, ready.file(), ready.loaded(), closed);
            window.frame.setVisible(true);
            window.form.focusWords();
            window.afterFirstPaint(ready.loaded());
        });
    }

    /** What may take its time, once there is something to look at. */
    private void afterFirstPaint(SettingsFile.Loaded loaded) {
        if (loaded.setAside() != null) {
            said(Notice.of("notice.settings-damaged", loaded.setAside()));
        }
        Task.of(() -> List.of(AppIcon.of(16), AppIcon.of(32), AppIcon.of(64), AppIcon.of(128))).whenDone(frame::setIconImages);
        desk.dropMissing();
        Task.of(SystemTheme::prefersDark).whenDone(dark -> dark.ifPresent(this::systemIsDark));
        Task.<Void>of(() -> {
            SingleWindow.serve(setup.folders().state(), files -> Edt.later(() -> {
                raise();
                files.forEach(this::opened);
            }));
            return null;
        }).start();
        setup.files().forEach(this::opened);
        clock.start();
    }

    private void systemIsDark(boolean dark) {
        if (memory.get().look().systemDark() != dark) {
            memory.change(s -> s.with(s.look().withSystemDark(dark)));
            lookChanged();
        }
    }

    // Put together

    private void build() {
        language = memory.get().look().spoken();
        words = Words.of(EaselWindow.class, language);
        actions = new Actions(words, this);
        topBar = new TopBar(desk, words, language, actions);
        stage = new Stage(desk, words, actions, this::mend);
        strip = new Strip(desk, words, actions);
        status = new StatusBar(desk, words, language, actions);
        if (devices != null && !devices.isEmpty()) {
            status.showDevices(devices);
        }
        strip.setLow(frame.getHeight() > 0 && frame.getHeight() < LOW_WINDOW);
        form = newForm();
        formScroll = new SlimScroll(form);

        JPanel left = new JPanel(new BorderLayout());
        left.setPreferredSize(new Dimension(FORM_WIDTH, 100));
        left.add(formScroll, BorderLayout.CENTER);
        left.add(generateRow(), BorderLayout.SOUTH);
        left.setBorder(new Hairline(0, 0, 0, 1));

        JPanel right = new JPanel(new BorderLayout());
        right.add(stage, BorderLayout.CENTER);
        right.add(strip, BorderLayout.SOUTH);

        JPanel content = new JPanel(new BorderLayout());
        content.add(topBar, BorderLayout.NORTH);
        content.add(left, BorderLayout.WEST);
        content.add(right, BorderLayout.CENTER);
        content.add(status, BorderLayout.SOUTH);
        content.setTransferHandler(Incoming.handler(this::droppedOnWindow));
        actions.bindKeys(content);
        frame.setContentPane(content);
        refreshActions();
    }

    private FormPanel newForm() {
        return new FormPanel(new FormContext(desk, memory, words, language, this::droppedOnField, this::droppedOnWindow));
    }

    private JPanel generateRow() {
        JButton generate = new KeyButton(actions.of(UserAction.GENERATE), words.say("action.generate"),
                Actions.keyText(UserAction.GENERATE.key()), true);
        generate.setName("generate");
        generate.setToolTipText(actions.tooltip(UserAction.GENERATE));
        JPanel row = new JPanel(new MigLayout("insets 12 16 12 16, novisualpadding, fill", "[grow,fill]", "[36!]"));
        row.setBorder(new Hairline(1, 0, 0, 0));
        row.add(generate, "h 36!");
        return row;
    }

    private void place() {
        Place place = memory.get().place();
        Rectangle screens = new Rectangle();
        for (GraphicsDevice device : GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices()) {
            screens = screens.union(device.getDefaultConfiguration().getBounds());
        }
        Rectangle wanted = new Rectangle(place.x(), place.y(), place.width(), place.height());
        // A screen that is no longer there must not keep the window out of sight.
        if (place.isKnown() && screens.intersection(wanted).width > 100 && screens.intersection(wanted).height > 100) {
            frame.setBounds(within(wanted));
        } else {
            Rectangle most = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
            frame.setSize(Math.min(FIRST_SIZE.width, most.width), Math.min(FIRST_SIZE.height, most.height));
            frame.setLocationRelativeTo(null);
        }
        if (place.maximized()) {
            frame.setExtendedState(Frame.MAXIMIZED_BOTH);
        }
        strip.setLow(frame.getHeight() < LOW_WINDOW);
    }

    /** Moved and made smaller until it fits the screen it lies on: a window from a larger screen must not hang over. */
    private static Rectangle within(Rectangle wanted) {
        Rectangle room = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
        for (GraphicsDevice device : GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices()) {
            GraphicsConfiguration screen = device.getDefaultConfiguration();
            if (screen.getBounds().contains(wanted.getCenterX(), wanted.getCenterY())) {
                Insets taken = Toolkit.getDefaultToolkit().getScreenInsets(screen);
                Rectangle all = screen.getBounds();
                room = new Rectangle(all.x + taken.left, all.y + taken.top, all.width - taken.left - taken.right, all.height - taken.top - taken.bottom);
            }
        }
        int width = Math.min(wanted.width, room.width);
        int height = Math.min(wanted.height, room.height);
        return new Rectangle(Math.clamp(wanted.x, room.x, room.x + room.width - width), Math.clamp(wanted.y, room.y, room.y + room.height - height), width, height);
    }

    private void rememberPlace() {
        if (frame.isShowing()) {
            boolean maximized = (frame.getExtendedState() & Frame.MAXIMIZED_BOTH) == Frame.MAXIMIZED_BOTH;
            Place old = memory.get().place();
            Place now = maximized ? new Place(old.x(), old.y(), old.width(), old.height(), true)
                    : new Place(frame.getX(), frame.getY(), frame.getWidth(), frame.getHeight(), false);
            memory.change(s -> s.with(now));
        }
    }

    private void lookChanged() {
        boolean dark = memory.get().look().isDark();
        if (dark != Appearance.isDark()) {
            Appearance.wear(dark);
            topBar.showTheme();
        }
        if (memory.get().look().spoken() != language) {
            if (popover != null) {
                popover.close();
            }
            // The window is a view: another language is another view of the same desk.
            build();
            frame.revalidate();
            form.focusWords();
        }
    }

    private void raise() {
        if ((frame.getExtendedState() & Frame.ICONIFIED) != 0) {
            frame.setExtendedState(frame.getExtendedState() & ~Frame.ICONIFIED);
        }
        frame.toFront();
        frame.requestFocus();
    }

    // The desk has news

    @Override
    public void documentChanged(boolean otherForm) {
        if (otherForm) {
            form = newForm();
            formScroll.setViewportView(form);
            topBar.showPresets();
        } else {
            form.show(desk.document());
        }
        refreshActions();
    }

    @Override
    public void runChanged() {
        rest.at(desk.queue().isEmpty());
        refreshActions();
        stage.refresh();
        strip.refresh();
        status.refresh();
        // Not before it has started for a job: asking would start it.
        if (devices == null && desk.loadedModel() != null) {
            devices = List.of();
            Task.of(setup.engine()::devices).whenFailed(_ -> {}).whenDone(there -> {
                devices = there;
                status.showDevices(there);
            });
        }
    }

    @Override
    public void shotsChanged() {
        runChanged();
    }

    @Override
    public void said(Notice notice) {
        status.say(notice);
    }

    private void refreshActions() {
        actions.refresh();
    }

    private void everySecond() {
        desk.tick();
        Task.of(setup.engineMemory()::getAsLong).whenDone(status::showMemory);
    }

    private void settingsNotSaved(IOException e) {
        said(Notice.of("notice.settings-not-saved", String.valueOf(e.getMessage())));
    }

    // Dropped and pasted

    private boolean droppedOnWindow(Incoming incoming) {
        Optional<Path> file = incoming.files().stream().findFirst();
        if (file.isPresent()) {
            opened(file.get());
            return true;
        }
        return startFrom(incoming);
    }

    private boolean droppedOnField(Incoming incoming) {
        Optional<Path> file = incoming.files().stream().filter(PictureFile::isNamedLikeOne).findFirst();
        file.ifPresent(desk::startFrom);
        return file.isPresent() || startFrom(incoming);
    }

    /** A picture of ours brings its settings back, another one becomes the start picture. */
    private void opened(Path file) {
        desk.openSettingsOf(file, () -> {
            if (PictureFile.isNamedLikeOne(file) && desk.takesPicture()) {
                desk.startFrom(file);
            } else {
                said(Notice.of("notice.not-a-picture", String.valueOf(file.getFileName())));
            }
        });
    }

    private boolean startFrom(Incoming incoming) {
        if (incoming.image() == null || !desk.takesPicture()) {
            return false;
        }
        Task.of(() -> assets.keep(incoming.image())).whenFailed(e -> said(Notice.of("notice.not-taken"))).whenDone(desk::startFrom);
        return true;
    }

    // The deeds

    private void mend(Mend mend) {
        if (mend == Mend.CHOOSE_FOLDER) {
            Choosing.folder(frame, words.say("settings.folder.title"), desk.pictures()).ifPresent(folder -> {
                desk.setPictures(folder);
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
        desk.generate();
    }

    @Override
    public boolean isWorking() {
        return desk.run().isBusy();
    }

    @Override
    public void cancel() {
        desk.cancel();
    }

    @Override
    public boolean canForceStop() {
        return desk.run() instanceof RunView.Working working && working.silent() >= (working.cancelling() ? SILENCE_AFTER_CANCEL : SILENCE);
    }

    @Override
    public void forceStop() {
        desk.forceStop();
    }

    @Override
    public boolean canUndo() {
        return desk.canUndo();
    }

    @Override
    public void undo() {
        desk.undo();
    }

    @Override
    public boolean canRedo() {
        return desk.canRedo();
    }

    @Override
    public void redo() {
        desk.redo();
    }

    @Override
    public boolean hasPicture() {
        return desk.selected() != null;
    }

    private void withPicture(Consumer<Shot> deed) {
        Shot shot = desk.selected();
        if (shot != null) {
            deed.accept(shot);
        }
    }

    @Override
    public void copyPicture() {
        withPicture(shot -> {
            BufferedImage at = desk.selectedPixels();
            Task.of(() -> at != null ? at : PictureFile.read(shot.file())).whenFailed(_ -> said(Notice.of("notice.unreadable", shot.file())))
                    .whenDone(image -> {
                        Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new ImageOut(image), null);
                        said(Notice.of("notice.copied"));
                    });
        });
    }

    @Override
    public void savePictureAs() {
        withPicture(shot -> Choosing.save(frame, words.say("save.title"), shot.file()).ifPresent(to -> {
            // Copied byte for byte: the picture keeps the texts it carries.
            Path target = to.getFileName().toString().contains(".") ? to : to.resolveSibling(to.getFileName() + ".png");
            Task.of(() -> target.equals(shot.file()) ? target : Files.copy(shot.file(), target, StandardCopyOption.REPLACE_EXISTING))
                    .whenFailed(e -> said(Notice.of("notice.not-written", target, String.valueOf(e.getMessage()))))
                    .whenDone(saved -> said(Notice.of("notice.saved", saved)));
        }));
    }

    @Override
    public void showPictureInFolder() {
        withPicture(shot -> Task.<Void>of(() -> {
            if (Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE_FILE_DIR)) {
                Desktop.getDesktop().browseFileDirectory(shot.file().toFile());
            } else {
                openFolder(shot.file().getParent());
            }
            return null;
        }).whenFailed(_ -> said(Notice.of("notice.folder-not-opened", shot.file().getParent()))).start());
    }

    @Override
    public void openPictureFolder() {
        Path folder = desk.pictures();
        Task.<Void>of(() -> {
            Files.createDirectories(folder);
            openFolder(folder);
            return null;
        }).whenFailed(_ -> said(Notice.of("notice.folder-not-opened", folder))).start();
    }

    private static void openFolder(Path folder) throws IOException {
        if (Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.OPEN)) {
            Desktop.getDesktop().open(folder.toFile());
        } else {
            new ProcessBuilder("xdg-open", folder.toString()).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        }
    }

    @Override
    public void useSettings() {
        withPicture(desk::useSettings);
    }

    @Override
    public boolean takesPicture() {
        return desk.takesPicture();
    }

    @Override
    public void useAsStart() {
        withPicture(shot -> desk.startFrom(shot.file()));
    }

    @Override
    public void removeFromStrip() {
        withPicture(desk::remove);
    }

    @Override
    public void zoom() {
        stage.zoom();
    }

    @Override
    public void chooseStartPicture() {
        Choosing.file(frame, words.say("form.picture.choose.title"), desk.pictures(), words.say("form.picture.files"),
                "png", "jpg", "jpeg", "bmp", "gif").ifPresent(desk::startFrom);
    }

    @Override
    public void toggleTheme() {
        Appearance other = Appearance.isDark() ? Appearance.LIGHT : Appearance.DARK;
        memory.change(s -> s.with(s.look().with(other)));
        lookChanged();
    }

    @Override
    public void openSettings() {
        if (popover != null && popover.isOpen()) {
            popover.close();
            return;
        }
        Preferences preferences = new Preferences(memory, words, desk::pictures, new Preferences.Consequences() {
            @Override
            public void lookChanged() {
                EaselWindow.this.lookChanged();
            }

            @Override
            public void folderChosen(Path folder) {
                desk.setPictures(folder);
            }

            @Override
            public void machineChanged() {
                status.refresh();
            }

            @Override
            public void askDevices(Consumer<List<Device>> there) {
                Task.of(setup.engine()::devices).whenFailed(_ -> there.accept(List.of())).whenDone(there);
            }
        });
        popover = Popover.open(topBar.settingsButton(), preferences, words.say("action.settings"));
    }

    @Override
    public void openMenu() {
        topBar.openMenu();
    }

    @Override
    public void focusPrompt() {
        form.focusWords();
    }

    @Override
    public void quit() {
        clock.stop();
        desk.close();
        memory.close();
        SingleWindow.stop();
        frame.dispose();
        closed.run();
    }
}
