package easel.ui;

import easel.graph.NodeId;
import easel.run.NodeState;
import easel.run.RunEvent;
import easel.ui.editor.GraphFace;
import easel.ui.form.FormContext;
import easel.ui.inspector.Inspector;
import easel.ui.library.Library;
import easel.ui.settings.Sides;
import easel.ui.widget.SidePane;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/** The panels round the nodes: the library at their left, the inspector at their right, as far as they are wanted and there is room. */
final class NodePanels {

    /** From these widths of the window on they are shown by themselves. */
    private static final int INSPECTOR_FROM = 1200;
    private static final int LIBRARY_FROM = 960;

    private final JPanel west;
    private final JPanel east;
    private final FormContext context;
    private final IntSupplier width;
    private final Consumer<Collection<NodeId>> goTo;
    private final Runnable letGo;
    private @Nullable GraphFace graph;
    private @Nullable Inspector inspector;
    private @Nullable SidePane inspectorPane;
    private @Nullable SidePane libraryPane;
    /** A narrow window hides a panel unless the person asks for it there. */
    private boolean inspectorAnyway;
    private boolean libraryAnyway;

    /**
     * @param west  whose west side the library stands at
     * @param east  whose east side the inspector stands at
     * @param width how wide the window is; 0 as long as nobody knows
     * @param goTo  selects nodes and brings them into view
     * @param letGo told when what had the keys is hidden
     */
    NodePanels(JPanel west, JPanel east, FormContext context, IntSupplier width, Consumer<Collection<NodeId>> goTo, Runnable letGo) {
        this.west = west;
        this.east = east;
        this.context = context;
        this.width = width;
        this.goTo = goTo;
        this.letGo = letGo;
    }

    private Sides sides() {
        return context.memory().get().sides();
    }

    private boolean isWide(int from) {
        return width.getAsInt() == 0 || width.getAsInt() >= from;
    }

    /** Shows what is wanted round these nodes; nothing round none. */
    void show(@Nullable GraphFace nodes) {
        graph = nodes;
        showLibrary();
        showInspector();
        east.revalidate();
    }

    private void showLibrary() {
        boolean shown = graph != null && sides().library() && (libraryAnyway || isWide(LIBRARY_FROM));
        if (shown && libraryPane == null) {
            Library library = new Library(context.desk(), context.memory(), context.words(), context.language(), graph.arrivals());
            libraryPane = new SidePane(library, true, sides().libraryWidth(), 160, 480, context.say("library.edge"),
                    wide -> context.memory().changeSides(s -> s.withLibraryWidth(wide)));
            west.add(libraryPane, BorderLayout.WEST);
        }
        if (libraryPane != null && libraryPane.isVisible() != shown) {
            libraryPane.setVisible(shown);
        }
    }

    private void showInspector() {
        boolean shown = graph != null && sides().inspector() && (inspectorAnyway || isWide(INSPECTOR_FROM));
        if (shown && inspectorPane == null) {
            inspector = new Inspector(context, goTo);
            inspectorPane = new SidePane(inspector, false, sides().inspectorWidth(), 232, 640, context.say("inspector.edge"),
                    wide -> context.memory().changeSides(s -> s.withInspectorWidth(wide)));
            east.add(inspectorPane, BorderLayout.EAST);
        }
        if (inspectorPane != null && inspectorPane.isVisible() != shown) {
            inspectorPane.setVisible(shown);
        }
        if (shown) {
            selected(graph.selection());
        }
    }

    /** Other nodes are selected. */
    void selected(Set<NodeId> nodes) {
        if (inspector != null && inspectorPane != null && inspectorPane.isVisible()) {
            inspector.show(context.desk().document(), nodes);
            showProgress();
        }
    }

    /** A selected node may be further than it was. */
    void showProgress() {
        if (inspector != null && inspectorPane != null && inspectorPane.isVisible() && graph != null) {
            Set<NodeId> selected = graph.selection();
            inspector.show(selected.size() != 1 ? null : context.desk().front().nodes().stream().filter(n -> selected.contains(n.node()))
                    .map(RunEvent.NodeChanged::state).filter(NodeState.Running.class::isInstance)
                    .map(s -> ((NodeState.Running) s).progress()).findFirst().orElse(null));
        }
    }

    /** Shows the library, or hides it. */
    void toggleLibrary() {
        boolean shown = libraryPane == null || !libraryPane.isVisible();
        boolean hadKeys = hasKeys(libraryPane);
        libraryAnyway = shown;
        context.memory().changeSides(s -> s.withLibrary(shown));
        show(graph);
        if (hadKeys) {
            letGo.run();
        }
    }

    /** Shows the inspector, or hides it. */
    void toggleInspector() {
        boolean shown = inspectorPane == null || !inspectorPane.isVisible();
        boolean hadKeys = hasKeys(inspectorPane);
        inspectorAnyway = shown;
        context.memory().changeSides(s -> s.withInspector(shown));
        show(graph);
        if (hadKeys) {
            letGo.run();
        }
    }

    private static boolean hasKeys(@Nullable Component panel) {
        Component owner = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        return panel != null && owner != null && SwingUtilities.isDescendingFrom(owner, panel);
    }
}
