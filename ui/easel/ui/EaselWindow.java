package easel.ui;

import com.formdev.flatlaf.FlatClientProperties;
import easel.engine.Device;
import easel.graph.Document;
import easel.graph.NodeId;
import easel.graph.Position;
import easel.graph.Problem;
import easel.platform.Folders;
import easel.platform.Language;
import easel.platform.Processor;
import easel.platform.Words;
import easel.run.NodeState;
import easel.run.RunEvent;
import easel.ui.action.Actions;
import easel.ui.action.Command;
import easel.ui.action.Deeds;
import easel.ui.action.UserAction;
import easel.ui.canvas.Habits;
import easel.ui.canvas.WireShape;
import easel.ui.desk.Assets;
import easel.ui.desk.Desk;
import easel.ui.desk.DeskListener;
import easel.ui.desk.Face;
import easel.ui.desk.FormFields;
import easel.ui.desk.Journal;
import easel.ui.desk.LogBook;
import easel.ui.desk.Mend;
import easel.ui.desk.Notice;
import easel.ui.desk.RunView;
import easel.ui.desk.Tab;
import easel.ui.drawer.Drawer;
import easel.ui.drawer.LogPage;
import easel.ui.drawer.Page;
import easel.ui.drawer.ProblemsPage;
import easel.ui.editor.GraphFace;
import easel.ui.form.FormContext;
import easel.ui.form.FormPanel;
import easel.ui.image.PictureFile;
import easel.ui.inspector.Inspector;
import easel.ui.library.Library;
import easel.ui.preferences.Preferences;
import easel.ui.queue.QueueDrawer;
import easel.ui.settings.Bounds;
import easel.ui.settings.Hand;
import easel.ui.settings.Memory;
import easel.ui.settings.SettingsFile;
import easel.ui.stage.Stage;
import easel.ui.status.StatusBar;
import easel.ui.strip.Strip;
import easel.ui.tabs.FileBar;
import easel.ui.tabs.TabRow;
import easel.ui.task.Edt;
import easel.ui.task.Task;
import easel.ui.theme.Appearance;
import easel.ui.theme.Hairline;
import easel.ui.theme.SystemTheme;
import easel.ui.widget.Choosing;
import easel.ui.widget.Incoming;
import easel.ui.widget.KeyButton;
import easel.ui.widget.Popover;
import easel.ui.widget.SearchList;
import easel.ui.widget.SidePane;
import easel.ui.widget.SlimScroll;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import javax.swing.WindowConstants;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** The window: its parts put together, and the deeds behind every action. On the EDT, but for {@link #open}. */
public final class EaselWindow implements Deeds, DeskListener {

    private static final int FORM_WIDTH = 320;
    /** Below this height the strip is low. */
    private static final int LOW_WINDOW = 760;
    /** From these widths on the panels round the nodes are shown by themselves. */
    private static final int INSPECTOR_FROM = 1200;
    private static final int LIBRARY_FROM = 960;
    /** Seconds of silence after which ending the engine is offered, and after a cancel. */
    private static final double SILENCE = 20;
    private static final double SILENCE_AFTER_CANCEL = 3;

    /** After so long without an edit the form's document is looked over, if somebody looks at problems. */
    private static final int LOOK_OVER_MS = 250;

    private final Setup setup;
    private final Memory memory;
    private final Desk desk;
    private final Journal journal;
    private final PictureDeeds pictures;
    private final FileDeeds files;
    private final Assets assets;
    private final Runnable closed;
    private final JFrame frame = new JFrame();
    private final Timer clock = new Timer(1000, _ -> everySecond());
    private final Rest rest = new Rest();

    private Language language;
    private Words words;
    private Actions actions;
    private TopBar topBar;
    private JPanel above;
    /** Made when there is more than one form to be seen. */
    private @Nullable TabRow tabRow;
    /** Made when there is something to be said of a file. */
    private @Nullable FileBar fileBar;
    private FormPanel form;
    private JScrollPane formScroll;
    private Stage stage;
    private JPanel left;
    private JPanel right;
    private JPanel below;
    /** Made when nodes are first looked at: most people never do. */
    private @Nullable GraphFace graph;
    private @Nullable Inspector inspector;
    private @Nullable SidePane inspectorPane;
    private @Nullable SidePane libraryPane;
    /** A narrow window hides a panel unless the person asks for it there. */
    private boolean inspectorAnyway;
    private boolean libraryAnyway;
    private JPanel content;
    private Strip strip;
    private StatusBar status;
    private JPanel bottom;
    /** Made when it is first opened. */
    private @Nullable Drawer drawer;
    private @Nullable QueueDrawer queue;
    private @Nullable ProblemsPage problemsPage;
    /** What is wrong with the document in front, as far as somebody has looked. */
    private List<Problem> problems = List.of();
    private final Timer lookOver = new Timer(LOOK_OVER_MS, _ -> lookOver());
    /** What the engine can work on; null until it has run and was asked. */
    private @Nullable List<Device> devices;
    private @Nullable Popover popover;

    private EaselWindow(Setup setup, Prepared prepared, Runnable closed) {
        this.setup = setup;
        this.closed = closed;
        this.memory = new Memory(prepared.file(), prepared.loaded(), this::settingsNotSaved);
        this.journal = new Journal(journalIn(setup.folders()), e -> said(Notice.of("notice.not-kept", String.valueOf(e.getMessage()))));
        this.desk = new Desk(setup.studio(), memory, journal, setup.presets(), DefaultPictures::folder, prepared.kept());
        this.pictures = new PictureDeeds(frame, desk, () -> words, this::said);
        this.files = new FileDeeds(frame, desk, memory, () -> words, this::opened);
        this.assets = new Assets(setup.folders().data().resolve("assets"));
        frame.setTitle("Easel");
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
        frame.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent e) {
                strip.setLow(frame.getHeight() < LOW_WINDOW);
                showSides();
            }
        });
        build();
        new WindowPlace(frame, memory).restore();
        strip.setLow(frame.getHeight() < LOW_WINDOW);
        desk.listen(this);
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
            window.focusFace();
            window.afterFirstPaint(ready);
        });
    }

    /** What may take its time, once there is something to look at. */
    private void afterFirstPaint(Prepared ready) {
        if (ready.loaded().setAside() != null) {
            said(Notice.of("notice.settings-damaged", ready.loaded().setAside()));
        }
        ready.kept().lost().stream().findFirst().ifPresent(file -> said(Notice.of("notice.tab-damaged", file)));
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
        if (!memory.get().bounds().equals(Bounds.DEFAULT)) {
            bound();
        }
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
        topBar = new TopBar(desk, memory, words, language, actions, this::opened, this::show);
        tabRow = null;
        fileBar = null;
        stage = new Stage(desk, words, actions, this::mend);
        strip = new Strip(desk, words, actions);
        status = new StatusBar(desk, words, language, actions);
        if (devices != null && !devices.isEmpty()) {
            status.showDevices(devices);
        }
        strip.setLow(frame.getHeight() > 0 && frame.getHeight() < LOW_WINDOW);
        graph = null;
        inspector = null;
        inspectorPane = null;
        libraryPane = null;
        form = newForm();
        formScroll = new SlimScroll(form);

        left = new JPanel(new BorderLayout());
        left.setPreferredSize(new Dimension(FORM_WIDTH, 100));
        left.add(formScroll, BorderLayout.CENTER);
        left.add(generateRow(), BorderLayout.SOUTH);
        left.setBorder(new Hairline(0, 0, 0, 1));

        right = new JPanel(new BorderLayout());
        above = new JPanel(new BorderLayout());
        right.add(above, BorderLayout.NORTH);
        right.add(stage, BorderLayout.CENTER);
        below = new JPanel(new BorderLayout());
        below.add(strip);
        right.add(below, BorderLayout.SOUTH);

        content = new JPanel(new BorderLayout());
        content.add(topBar, BorderLayout.NORTH);
        JPanel west = new JPanel(new BorderLayout());
        west.add(left);
        content.add(west, BorderLayout.WEST);
        content.add(right, BorderLayout.CENTER);
        bottom = new JPanel(new BorderLayout());
        bottom.add(status, BorderLayout.SOUTH);
        queue = null;
        drawer = null;
        problemsPage = null;
        lookOver.setRepeats(false);
        showDrawer(memory.get().work().queueOpen());
        content.add(bottom, BorderLayout.SOUTH);
        content.setTransferHandler(Incoming.handler(this::droppedOnWindow));
        actions.bindKeys(content);
        frame.setContentPane(content);
        showTabs();
        refreshActions();
    }

    private void showTabs() {
        // One form alone needs no row of tabs.
        boolean row = desk.tabs().size() > 1 || isGraph();
        if (row && tabRow == null) {
            tabRow = new TabRow(desk, words, actions);
            above.add(tabRow, BorderLayout.NORTH);
        }
        if (tabRow != null) {
            tabRow.setVisible(row);
            tabRow.refresh();
        }
        if (desk.front().news() != null && fileBar == null) {
            fileBar = new FileBar(desk, words, actions);
            above.add(fileBar, BorderLayout.SOUTH);
            above.revalidate();
        }
        if (fileBar != null) {
            fileBar.refresh();
        }
        showFace();
    }

    private boolean isGraph() {
        return desk.front().looks().face() == Face.GRAPH;
    }

    private void showFace() {
        boolean nodes = isGraph();
        topBar.showFace(nodes);
        if (nodes) {
            if (graph == null) {
                graph = new GraphFace(desk, words, language, formContext(), this::selected, this::found);
                showHabits();
            }
            graph.refresh();
        }
        showSides();
        JComponent wanted = nodes ? graph : stage;
        if (wanted.getParent() != right) {
            boolean had = frame.getFocusOwner() != null && SwingUtilities.isDescendingFrom(frame.getFocusOwner(), frame.getContentPane());
            right.remove(nodes ? stage : graph == null ? stage : graph);
            right.add(wanted, BorderLayout.CENTER);
            left.setVisible(!nodes);
            below.setVisible(!nodes);
            if (!nodes) {
                status.showNodes(-1, 0);
            }
            right.revalidate();
            right.repaint();
            if (had) {
                focusFace();
            }
        }
    }

    /** The panels round the nodes, as far as they are wanted and there is room. */
    private void showSides() {
        showLibrary();
        boolean shown = isGraph() && memory.get().sides().inspector() && (inspectorAnyway || width() >= INSPECTOR_FROM);
        if (shown && inspectorPane == null) {
            inspector = new Inspector(formContext(), this::goTo);
            inspectorPane = new SidePane(inspector, false, memory.get().sides().inspectorWidth(), 232, 640, words.say("inspector.edge"),
                    width -> memory.changeSides(s -> s.withInspectorWidth(width)));
            content.add(inspectorPane, BorderLayout.EAST);
        }
        if (inspectorPane != null && inspectorPane.isVisible() != shown) {
            inspectorPane.setVisible(shown);
        }
        if (shown && graph != null) {
            selected(graph.selection());
        }
        content.revalidate();
    }

    private void showProgress() {
        if (inspector != null && inspectorPane != null && inspectorPane.isVisible() && graph != null) {
            Set<NodeId> selected = graph.selection();
            inspector.show(selected.size() != 1 ? null : desk.front().nodes().stream().filter(n -> selected.contains(n.node()))
                    .map(RunEvent.NodeChanged::state).filter(NodeState.Running.class::isInstance)
                    .map(s -> ((NodeState.Running) s).progress()).findFirst().orElse(null));
        }
    }

    private int width() {
        return frame.getWidth() == 0 ? INSPECTOR_FROM : frame.getWidth();
    }

    private void showLibrary() {
        boolean shown = isGraph() && graph != null && memory.get().sides().library() && (libraryAnyway || width() >= LIBRARY_FROM);
        if (shown && libraryPane == null) {
            libraryPane = new SidePane(new Library(desk, memory, words, language, graph.arrivals()), true, memory.get().sides().libraryWidth(), 160, 480,
                    words.say("library.edge"), width -> memory.changeSides(s -> s.withLibraryWidth(width)));
            left.getParent().add(libraryPane, BorderLayout.WEST);
        }
        if (libraryPane != null && libraryPane.isVisible() != shown) {
            libraryPane.setVisible(shown);
        }
    }

    private void selected(Set<NodeId> nodes) {
        status.showNodes(desk.document().size(), nodes.size());
        if (inspector != null && inspectorPane != null && inspectorPane.isVisible()) {
            inspector.show(desk.document(), nodes);
            showProgress();
        }
    }

    private void showHabits() {
        if (graph != null) {
            Hand hand = memory.get().hand();
            WireShape wires = Arrays.stream(WireShape.values()).filter(w -> w.name().equals(hand.wires())).findFirst().orElse(WireShape.CURVED);
            Habits.Snap snap = Arrays.stream(Habits.Snap.values()).filter(s -> s.name().equals(hand.snap())).findFirst().orElse(Habits.STANDARD.snap());
            graph.setHabits(new Habits(hand.dragPans() ? Habits.Drag.PANS : Habits.Drag.SELECTS, hand.wheelPans() ? Habits.Wheel.PANS : Habits.Wheel.ZOOMS, wires, snap));
        }
    }

    /** Making room may take a while. */
    private void bound() {
        Bounds bounds = memory.get().bounds();
        Task.<Void>of(() -> {
            setup.studio().limit(bounds.limits());
            return null;
        }).start();
    }

    private void focusFace() {
        if (isGraph() && graph != null) {
            graph.focus();
        } else {
            form.focusWords();
        }
    }

    private FormPanel newForm() {
        return new FormPanel(formContext());
    }

    private FormContext formContext() {
        return new FormContext(desk, memory, words, language, this::droppedOnField, this::droppedOnWindow);
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

    private void lookChanged() {
        boolean dark = memory.get().look().isDark();
        if (dark != Appearance.isDark()) {
            Appearance.wear(dark);
            topBar.showTheme();
            wearBehind();
        }
        if (memory.get().look().spoken() != language) {
            if (popover != null) {
                popover.close();
            }
            // The window is a view: another language is another view of the same desk.
            build();
            frame.revalidate();
            focusFace();
        }
    }

    /** The face that is not seen just now is in no window, so nobody tells it. */
    private void wearBehind() {
        if (stage.getParent() == null) {
            SwingUtilities.updateComponentTreeUI(stage);
        }
        if (graph != null) {
            if (graph.getParent() == null) {
                SwingUtilities.updateComponentTreeUI(graph);
            }
            graph.wearBehind();
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
            Component owner = frame.getMostRecentFocusOwner();
            boolean had = owner == null || owner == frame || SwingUtilities.isDescendingFrom(owner, formScroll);
            form = newForm();
            formScroll.setViewportView(form);
            topBar.showPresets();
            if (had && !isGraph()) {
                form.focusWords();   // what had the keys is gone, and keys that nobody has do nothing, not even Generate
            }
        } else {
            form.show(desk.document());
            if (tabRow != null) {
                tabRow.refresh();
            }
        }
        if (isGraph() && graph != null) {
            graph.refresh();
        } else if (drawer != null && drawer.isVisible() && drawer.page() == Page.PROBLEMS) {
            lookOver.restart();
        }
        topBar.showCount();
        refreshActions();
    }

    @Override
    public void nodesChanged(Tab tab, List<RunEvent.NodeChanged> nodes) {
        if (graph != null) {
            graph.tell(tab, nodes);
        }
        if (tab == desk.front()) {
            showProgress();
        }
    }

    @Override
    public void tabsChanged() {
        showTabs();
        topBar.showPresets();
        refreshActions();
    }

    @Override
    public void runChanged() {
        rest.at(desk.queue().isEmpty());
        refreshActions();
        stage.refresh();
        strip.refresh();
        status.refresh();
        if (queue != null && drawer != null && drawer.isVisible()) {
            queue.refresh();
        }
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
        desk.log().write(LogBook.Level.INFO, status.say(notice));
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
            incoming.files().forEach(this::dropped);
            return true;
        }
        return startFrom(incoming);
    }

    private boolean droppedOnField(Incoming incoming) {
        Optional<Path> file = incoming.files().stream().filter(PictureFile::isNamedLikeOne).findFirst();
        file.ifPresent(desk::startFrom);
        return file.isPresent() || startFrom(incoming);
    }

    /** What a drop does: a picture of ours brings its settings back, another one becomes the start picture. */
    private void dropped(Path file) {
        desk.openSettingsOf(file, () -> takePicture(file));
    }

    /** What opening does: a workflow, or a picture's, gets a tab; any other picture becomes the start picture. */
    private void opened(Path file) {
        desk.open(file, () -> takePicture(file));
    }

    private void takePicture(Path file) {
        if (PictureFile.isNamedLikeOne(file) && desk.takesPicture()) {
            desk.startFrom(file);
        } else {
            said(Notice.of("notice.not-a-picture", String.valueOf(file.getFileName())));
        }
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
        takeTyped();
        desk.generate();
    }

    private void takeTyped() {
        if (graph != null) {
            graph.take();
        }
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
    public boolean escapeCancels() {
        return !isGraph();
    }

    @Override
    public void turn() {
        takeTyped();
        show(isGraph() ? Face.SIMPLE : Face.GRAPH);
    }

    private void show(Face face) {
        desk.look(desk.front(), desk.front().looks().with(face));
        focusFace();
    }

    @Override
    public boolean hasJobs() {
        return !desk.queue().isEmpty();
    }

    @Override
    public void cancelAll() {
        desk.cancelAll();
    }

    @Override
    public boolean canPause() {
        return desk.isPaused() || !desk.queue().isEmpty();
    }

    @Override
    public void pauseQueue() {
        desk.pause(!desk.isPaused());
    }

    @Override
    public void toggleQueue() {
        toggle(Page.QUEUE);
    }

    @Override
    public void toggleProblems() {
        toggle(Page.PROBLEMS);
    }

    @Override
    public void toggleLog() {
        toggle(Page.LOG);
    }

    private void toggle(Page page) {
        boolean there = drawer != null && drawer.isVisible() && drawer.page() == page;
        openDrawer(!there, page);
    }

    private void openDrawer(boolean open, Page page) {
        memory.changeWork(w -> w.withQueue(open));
        memory.changeSides(s -> s.withDrawer(page.code()));
        boolean hadKeys = drawer != null && frame.getFocusOwner() != null && SwingUtilities.isDescendingFrom(frame.getFocusOwner(), drawer);
        showDrawer(open);
        if (!open && hadKeys) {
            focusFace();
        }
    }

    @Override
    public boolean hasPanels() {
        return isGraph();
    }

    @Override
    public void toggleLibrary() {
        boolean shown = libraryPane == null || !libraryPane.isVisible();
        libraryAnyway = shown;
        memory.changeSides(s -> s.withLibrary(shown));
        boolean hadKeys = libraryPane != null && frame.getFocusOwner() != null && SwingUtilities.isDescendingFrom(frame.getFocusOwner(), libraryPane);
        showSides();
        if (hadKeys) {
            focusFace();
        }
    }

    @Override
    public void toggleInspector() {
        boolean shown = inspectorPane == null || !inspectorPane.isVisible();
        inspectorAnyway = shown;
        memory.changeSides(s -> s.withInspector(shown));
        boolean hadKeys = inspectorPane != null && frame.getFocusOwner() != null && SwingUtilities.isDescendingFrom(frame.getFocusOwner(), inspectorPane);
        showSides();
        if (hadKeys) {
            focusFace();
        }
    }

    private void showDrawer(boolean open) {
        Page page = Page.of(memory.get().sides().drawer());
        if (open && drawer == null) {
            queue = new QueueDrawer(desk, words, actions);
            problemsPage = new ProblemsPage(formContext(), this::goTo, node -> graph == null ? Position.ORIGIN : graph.beside(node));
            problemsPage.show(desk.document(), problems);
            LogPage log = new LogPage(desk.log(), words);
            drawer = new Drawer(words, Map.of(Page.QUEUE, new Drawer.Content(queue, queue.tools()),
                    Page.PROBLEMS, new Drawer.Content(problemsPage, problemsPage.tools()), Page.LOG, new Drawer.Content(log, log.tools())),
                    page, turned -> openDrawer(true, turned), () -> openDrawer(false, Page.of(memory.get().sides().drawer())));
            drawer.count(Page.PROBLEMS, problems.size());
            bottom.add(drawer, BorderLayout.NORTH);
        }
        if (drawer != null && queue != null) {
            drawer.turn(page);
            queue.refresh();
            drawer.setVisible(open);
            bottom.revalidate();
            if (open && page == Page.PROBLEMS && !isGraph()) {
                lookOver.restart();
            }
        }
    }

    /** The form's document is looked over only while somebody looks at what is wrong with it. */
    private void lookOver() {
        Document document = desk.document();
        desk.inspect(document, findings -> {
            if (desk.document() == document) {
                found(findings.problems());
            }
        });
    }

    private void found(List<Problem> now) {
        problems = now;
        int errors = (int) now.stream().filter(p -> p.severity() == Problem.Severity.ERROR).count();
        status.showProblems(errors, now.size() - errors);
        if (drawer != null && problemsPage != null) {
            drawer.count(Page.PROBLEMS, now.size());
            problemsPage.show(desk.document(), now);
        }
    }

    /** Shows nodes, and what they are wrong with. */
    private void goTo(Collection<NodeId> nodes) {
        if (!isGraph()) {
            show(Face.GRAPH);
        }
        if (graph != null) {
            graph.goTo(nodes);
        }
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
    public Optional<String> undoable() {
        return desk.undoable();
    }

    @Override
    public void undo() {
        desk.undo();
    }

    @Override
    public Optional<String> redoable() {
        return desk.redoable();
    }

    @Override
    public void redo() {
        desk.redo();
    }

    @Override
    public void newTab() {
        takeTyped();
        desk.fresh();
        focusFace();
    }

    @Override
    public void open() {
        files.open();
    }

    @Override
    public void save() {
        takeTyped();
        files.save(desk.front());
    }

    @Override
    public void saveAs() {
        takeTyped();
        files.saveAs(desk.front());
    }

    @Override
    public void closeTab() {
        takeTyped();
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
        takeTyped();
        desk.raiseBeside(1);
    }

    @Override
    public void previousTab() {
        takeTyped();
        desk.raiseBeside(-1);
    }

    @Override
    public boolean hasPicture() {
        return desk.selected() != null;
    }

    @Override
    public void copyPicture() {
        pictures.copy();
    }

    @Override
    public void savePictureAs() {
        pictures.saveAs();
    }

    @Override
    public void showPictureInFolder() {
        pictures.showInFolder();
    }

    @Override
    public void openPictureFolder() {
        pictures.openFolder();
    }

    @Override
    public void useSettings() {
        pictures.with(desk::useSettings);
    }

    @Override
    public boolean takesPicture() {
        return desk.takesPicture();
    }

    @Override
    public void useAsStart() {
        pictures.with(shot -> desk.startFrom(shot.file()));
    }

    @Override
    public void removeFromStrip() {
        pictures.with(desk::remove);
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
            public void boundsChanged() {
                bound();
            }

            @Override
            public void handChanged() {
                showHabits();
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
    public void openCommands() {
        if (popover != null && popover.isOpen()) {
            popover.close();
            return;
        }
        List<Command> commands = new ArrayList<>(isGraph() && graph != null ? graph.commands() : List.of());
        commands.addAll(actions.commands());
        SearchList<Command> list = new SearchList<>(commands.stream().map(c -> new SearchList.Item<>(c, c.name(), c.key(), c.icon())).toList(),
                null, words.say("action.commands"), words.say("commands.placeholder"), this::perform);
        popover = Popover.openAtTop((JComponent) frame.getContentPane(), list, words.say("action.commands"));
    }

    private void perform(Command command) {
        if (popover != null) {
            popover.close();
        }
        // Once what had the keys has them again.
        EventQueue.invokeLater(command.deed());
    }

    @Override
    public void openMenu() {
        topBar.openMenu();
    }

    @Override
    public void focusPrompt() {
        if (isGraph()) {
            show(Face.SIMPLE);
        }
        form.focusWords();
    }

    @Override
    public void quit() {
        clock.stop();
        desk.close();
        memory.close();
        journal.close();
        SingleWindow.stop();
        frame.dispose();
        closed.run();
    }
}
