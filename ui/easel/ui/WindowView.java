package easel.ui;

import easel.engine.Device;
import easel.graph.NodeId;
import easel.graph.Position;
import easel.graph.Rim;
import easel.platform.Language;
import easel.platform.Words;
import easel.run.RunEvent;
import easel.ui.action.Actions;
import easel.ui.action.KeyPreset;
import easel.ui.action.Keymap;
import easel.ui.action.UserAction;
import easel.ui.canvas.Habits;
import easel.ui.canvas.WireShape;
import easel.ui.desk.Desk;
import easel.ui.desk.DeskListener;
import easel.ui.desk.Face;
import easel.ui.desk.LogBook;
import easel.ui.desk.Notice;
import easel.ui.desk.Tab;
import easel.ui.editor.GraphFace;
import easel.ui.form.FormContext;
import easel.ui.formeditor.FormEditor;
import easel.ui.settings.Hand;
import easel.ui.settings.Memory;
import easel.ui.tabs.FileBar;
import easel.ui.tabs.TabRow;
import easel.ui.theme.Motion;
import easel.ui.tour.TourBar;
import easel.ui.widget.Hint;
import easel.ui.widget.HoldsTyped;
import easel.ui.widget.Incoming;
import easel.ui.widget.Popover;
import java.awt.BorderLayout;
import java.awt.Component;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/** All that the window shows, in one language: two faces of the workflow in front, and what stands round them. On the EDT. */
final class WindowView implements DeskListener {

    /** Below this height the strip is low. */
    private static final int LOW_WINDOW = 760;

    private final JFrame frame;
    private final Desk desk;
    private final Memory memory;
    private final Drops drops;
    private final FormContext context;
    private final Actions actions;
    private final Overlays overlays;
    private final Hint hint;
    private final TopBar topBar;
    private final SimpleFace simple;
    private final NodePanels panels;
    private final LowerEdge lower;
    private final JPanel content = new JPanel(new BorderLayout());
    private final JPanel above = new JPanel(new BorderLayout());
    private final JPanel middle = new JPanel(new BorderLayout());
    /** Made when there is more than one form to be seen. */
    private @Nullable TabRow tabRow;
    /** Made when there is something to be said of a file. */
    private @Nullable FileBar fileBar;
    /** Made when it is first offered, or asked for. */
    private @Nullable TourBar tour;
    /** Made when nodes are first looked at: most people never do. */
    private @Nullable GraphFace graph;
    /** Whether all that stands round the picture or the nodes is hidden; no setting, for a start without it would frighten. */
    private boolean alone;
    /** There while the form is being edited. */
    private @Nullable FormEditor editor;

    WindowView(WindowDeeds.Window window, Language language) {
        frame = window.frame();
        desk = window.desk();
        memory = window.memory();
        drops = window.drops();
        Words words = Words.of(EaselWindow.class, language);
        Keymap keymap = new Keymap(KeyPreset.of(memory.get().keys().preset()), memory.get().keys().changed());
        WindowDeeds deeds = new WindowDeeds(window, this, words);
        actions = new Actions(words, deeds, keymap);
        overlays = new Overlays(words);
        hint = new Hint(frame.getRootPane());
        context = new FormContext(desk, memory, words, language, drops::onField, drops::onWindow);
        topBar = new TopBar(desk, memory, words, language, actions, drops::open, this::show);
        simple = new SimpleFace(context, actions, deeds::mend);
        lower = new LowerEdge(context, actions, this::goTo, this::beside, this::focus);
        JPanel west = new JPanel(new BorderLayout());
        panels = new NodePanels(context, frame::getWidth, this::goTo, this::focus);
        west.add(simple.left());
        west.add(panels.west(), BorderLayout.WEST);
        middle.add(above, BorderLayout.NORTH);
        middle.add(simple.stage(), BorderLayout.CENTER);
        middle.add(simple.below(), BorderLayout.SOUTH);
        content.add(topBar, BorderLayout.NORTH);
        content.add(west, BorderLayout.WEST);
        content.add(middle, BorderLayout.CENTER);
        content.add(panels.east(), BorderLayout.EAST);
        content.add(lower, BorderLayout.SOUTH);
        content.setTransferHandler(Incoming.handler(drops::onWindow));
        actions.bindKeys(content);
        Popover.home(frame.getRootPane(), this::focus);
        showBars();
        sized();
        showTabs();
        actions.refresh();
    }

    JComponent content() {
        return content;
    }

    Language language() {
        return context.language();
    }

    Actions actions() {
        return actions;
    }

    TopBar topBar() {
        return topBar;
    }

    SimpleFace simple() {
        return simple;
    }

    /** The nodes; null as long as nobody has looked at them. */
    @Nullable GraphFace graph() {
        return graph;
    }

    NodePanels panels() {
        return panels;
    }

    LowerEdge lower() {
        return lower;
    }

    Overlays overlays() {
        return overlays;
    }

    /** Shows what is wanted above and below everything else. */
    void showBars() {
        topBar.setVisible(!alone && !memory.get().bars().noTop());
        lower.showStatus(!memory.get().bars().noStatus());
        lower.setVisible(!alone);
        content.revalidate();
    }

    /** Whether nothing but the picture, or the nodes, is shown. */
    boolean isAlone() {
        return alone;
    }

    /** Hides all that stands round the picture or the nodes, or shows it again. What must be answered stays. */
    void showAlone(boolean now) {
        takeTyped();
        hint.hide();
        alone = now;
        showBars();
        showPanels();
        showTabs();
        simple.setVisible(!isGraph() && !alone);
        actions.refresh();
        focus();
    }

    /** The window has another size. */
    void sized() {
        simple.setLow(frame.getHeight() > 0 && frame.getHeight() < LOW_WINDOW);
        showPanels();
    }

    private void showPanels() {
        panels.show(isGraph() && !alone ? graph : null);
    }

    // The faces

    boolean isGraph() {
        return desk.front().looks().face() == Face.GRAPH;
    }

    /** Turns a face of the workflow in front towards the person. */
    void show(Face face) {
        desk.look(desk.front(), desk.front().looks().with(face));
        focus();
    }

    /** Begins the tour of the nodes. */
    void beginTour() {
        tour().begin();
        focus();
    }

    private TourBar tour() {
        TourBar made = tour;
        if (made == null) {
            made = new TourBar(desk, memory, context.words(), actions.keyText(UserAction.GENERATE), this::focus);
            tour = made;
            above.add(made, BorderLayout.CENTER);
            above.revalidate();
        }
        return made;
    }

    boolean isEditingForm() {
        return editor != null;
    }

    /** Shows the lines of the form beside it, to be edited, or the picture again. */
    void editForm(boolean edits) {
        editor = edits ? new FormEditor(context, () -> editForm(false)) : null;
        showMiddle();
        actions.refresh();
        if (editor != null) {
            editor.focus();
        } else {
            focus();
        }
    }

    /** Gives the keys to the face that is shown. */
    void focus() {
        if (isGraph() && graph != null) {
            graph.focus();
        } else if (alone) {
            content.requestFocusInWindow();   // the prompt is hidden
        } else {
            simple.focus();
        }
    }

    /** Takes what is being typed, before somebody asks for the document, and closes what lies over the nodes. */
    void takeTyped() {
        takeValue();
        if (graph != null) {
            graph.take();
        }
    }

    @Override
    public void typedWanted() {
        takeTyped();
    }

    /** Takes a value that is being typed, and nothing else: a step back goes back from there. */
    void takeValue() {
        HoldsTyped.takeIn(frame);
        if (graph != null) {
            graph.takeValue();
        }
    }

    /** Selects nodes and brings them into view. */
    private void goTo(Collection<NodeId> nodes) {
        if (!isGraph()) {
            show(Face.GRAPH);
        }
        if (graph != null) {
            graph.goTo(nodes);
        }
    }

    private Position beside(NodeId node) {
        return graph == null ? Position.ORIGIN : graph.beside(node);
    }

    private void showTabs() {
        // One form alone needs no row of tabs.
        boolean row = !alone && (desk.tabs().size() > 1 || isGraph());
        if (row && tabRow == null) {
            tabRow = new TabRow(desk, context.words(), actions);
            above.add(tabRow, BorderLayout.NORTH);
        }
        if (tabRow != null) {
            tabRow.setVisible(row);
            tabRow.refresh();
        }
        if (desk.front().news() != null && fileBar == null) {
            fileBar = new FileBar(desk, context.words(), actions, this::focus);
            above.add(fileBar, BorderLayout.SOUTH);
            above.revalidate();
        }
        if (fileBar != null) {
            fileBar.refresh();
        }
        showFace();
    }

    private void showFace() {
        boolean nodes = isGraph();
        topBar.showFace(nodes);
        if (nodes) {
            if (graph == null) {
                graph = new GraphFace(desk, context.words(), context.language(), context, actions.keymap(), this::selected, lower::found);
                showHabits();
            }
            graph.refresh();
        }
        showPanels();
        if (nodes) {
            editor = null;
        }
        if (nodes && !memory.get().shown().tour()) {
            tour();
        }
        if (tour != null) {
            tour.refresh();
            if (!nodes) {
                tour.setVisible(false);
            }
        }
        showMiddle();
    }

    private void showMiddle() {
        boolean nodes = isGraph();
        JComponent wanted = nodes && graph != null ? graph : editor != null ? editor : simple.stage();
        Component now = ((BorderLayout) middle.getLayout()).getLayoutComponent(BorderLayout.CENTER);
        if (wanted != now) {
            boolean had = frame.getFocusOwner() != null && SwingUtilities.isDescendingFrom(frame.getFocusOwner(), frame.getContentPane());
            middle.remove(now);
            middle.add(wanted, BorderLayout.CENTER);
            simple.setVisible(!nodes && !alone);
            middle.revalidate();
            middle.repaint();
            lower.showFace(nodes);
            if (had) {
                focus();
            }
        }
    }

    private void selected(Set<NodeId> nodes) {
        lower.status().showNodes((int) desk.shown().nodes().stream().filter(n -> !Rim.is(n)).count(), nodes.size());
        panels.selected(nodes);
    }

    // What was set

    /** What the person is used to on the canvas. */
    void showHabits() {
        Motion.choose(memory.get().hand().still());
        if (graph != null) {
            Hand hand = memory.get().hand();
            WireShape wires = Arrays.stream(WireShape.values()).filter(w -> w.name().equals(hand.wires())).findFirst().orElse(WireShape.CURVED);
            Habits.Snap snap = Arrays.stream(Habits.Snap.values()).filter(s -> s.name().equals(hand.snap())).findFirst().orElse(Habits.STANDARD.snap());
            graph.setHabits(new Habits(hand.dragPans() ? Habits.Drag.PANS : Habits.Drag.SELECTS, hand.wheelPans() ? Habits.Wheel.PANS : Habits.Wheel.ZOOMS, wires, snap));
        }
    }

    /** Another theme is on; the face that is not seen just now is in no window, so nobody else tells it. */
    void wearBehind() {
        topBar.showTheme();
        simple.wearBehind();
        if (graph != null) {
            if (graph.getParent() == null) {
                SwingUtilities.updateComponentTreeUI(graph);
            }
            graph.wearBehind();
        }
    }

    /** What the engine can work on. */
    void showDevices(List<Device> devices) {
        lower.status().showDevices(devices);
    }

    // The desk has news

    @Override
    public void documentChanged(boolean otherForm) {
        if (otherForm) {
            renewForm();
            topBar.showPresets();
        } else {
            if (simple.isOf(desk.document())) {
                simple.refresh();
            } else {
                renewForm();
            }
            if (tabRow != null) {
                tabRow.refresh();
            }
        }
        if (isGraph() && graph != null) {
            graph.refresh();
        }
        if (editor != null) {
            editor.show(desk.document());
        }
        lower.documentChanged();
        topBar.showCount();
        actions.refresh();
    }

    private void renewForm() {
        Component owner = frame.getMostRecentFocusOwner();
        boolean lost = simple.renew(owner == frame || owner != null && !owner.isShowing() ? null : owner);
        if (lost && !isGraph()) {
            simple.focus();
        }
    }

    @Override
    public void nodesChanged(Tab tab, List<RunEvent.NodeChanged> nodes) {
        if (graph != null) {
            graph.tell(tab, nodes);
        }
        if (tab == desk.front()) {
            panels.showProgress();
        }
    }

    @Override
    public void tabsChanged() {
        showTabs();
        topBar.showPresets();
        actions.refresh();
    }

    @Override
    public void runChanged() {
        actions.refresh();
        topBar.runChanged();
        simple.runChanged();
        lower.runChanged();
    }

    @Override
    public void shotsChanged() {
        runChanged();
    }

    @Override
    public void said(Notice notice) {
        String said = lower.status().say(notice);
        desk.jobs().log().write(LogBook.Level.INFO, said);
        if (alone || memory.get().bars().noStatus()) {
            hint.show(said);   // the line that says such things is hidden
        }
    }
}
