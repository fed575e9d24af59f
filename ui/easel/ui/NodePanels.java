package easel.ui;

import easel.graph.NodeId;
import easel.graph.Schema;
import easel.run.NodeState;
import easel.run.RunEvent;
import easel.ui.desk.Seen;
import easel.ui.desk.Tab;
import easel.ui.editor.GraphFace;
import easel.ui.form.FormContext;
import easel.ui.inspector.Inspector;
import easel.ui.library.Library;
import easel.ui.search.KindLook;
import easel.ui.search.NodeKind;
import easel.ui.settings.Sides;
import easel.ui.theme.Icons;
import easel.ui.widget.Rail;
import easel.ui.widget.SidePane;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/** The panels round the nodes: the library at their left, the inspector at their right, as far as they are wanted and there is room. */
final class NodePanels {

    /** From these widths of the window on they are shown by themselves; below, a rail is. */
    private static final int INSPECTOR_FROM = 1200;
    private static final int LIBRARY_FROM = 960;

    /** Each holds a panel, or the rail that is left of it. */
    private final JPanel west = new JPanel(new BorderLayout());
    private final JPanel east = new JPanel(new BorderLayout());
    private final FormContext context;
    private final IntSupplier width;
    private final Consumer<Collection<NodeId>> goTo;
    private final Runnable letGo;
    private @Nullable GraphFace graph;
    private @Nullable Inspector inspector;
    private @Nullable SidePane inspectorPane;
    private @Nullable SidePane libraryPane;
    private @Nullable Library library;
    private @Nullable Rail inspectorRail;
    private @Nullable Rail libraryRail;
    /** A narrow window hides a panel unless the person asks for it there. */
    private boolean inspectorAnyway;
    private boolean libraryAnyway;

    /**
     * @param width how wide the window is; 0 as long as nobody knows
     * @param goTo  selects nodes and brings them into view
     * @param letGo told when what had the keys is hidden
     */
    NodePanels(FormContext context, IntSupplier width, Consumer<Collection<NodeId>> goTo, Runnable letGo) {
        this.context = context;
        this.width = width;
        this.goTo = goTo;
        this.letGo = letGo;
    }

    /** For the window's left. */
    JComponent west() {
        return west;
    }

    /** For the window's right. */
    JComponent east() {
        return east;
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
        west.revalidate();
        east.revalidate();
    }

    private void showLibrary() {
        boolean shown = graph != null && sides().library() && (libraryAnyway || isWide(LIBRARY_FROM));
        if (shown && libraryPane == null) {
            library = new Library(context.desk(), context.memory(), context.words(), context.language(), graph.arrivals());
            libraryPane = new SidePane(library, true, sides().libraryWidth(), 160, 480, context.say("library.edge"),
                    wide -> context.memory().changeSides(s -> s.withLibraryWidth(wide)));
            west.add(libraryPane, BorderLayout.CENTER);
        }
        if (libraryPane != null && libraryPane.isVisible() != shown) {
            libraryPane.setVisible(shown);
        }
        boolean rail = graph != null && sides().library() && !shown;
        if (rail && libraryRail == null) {
            libraryRail = libraryRail();
            west.add(libraryRail, BorderLayout.WEST);
        }
        if (libraryRail != null) {
            libraryRail.setVisible(rail);
        }
    }

    /** The kinds of nodes, each of which opens the library at its shelf. */
    private Rail libraryRail() {
        Rail rail = new Rail(true);
        rail.setName("library.rail");
        rail.add(Icons.SIDE_LEFT.at(16), context.say("action.toggle-library"), this::toggleLibrary);
        for (Schema.Kind kind : Schema.Kind.values()) {
            if (NodeKind.all(context.desk().document(), context.language()).stream().anyMatch(k -> k.schema().kind() == kind)) {
                rail.add(KindLook.icon(kind).at(16), context.say("kind." + kind.name().toLowerCase(Locale.ROOT)), () -> {
                    toggleLibrary();
                    if (library != null) {
                        library.open(kind);
                    }
                });
            }
        }
        return rail;
    }

    private void showInspector() {
        boolean shown = graph != null && sides().inspector() && (inspectorAnyway || isWide(INSPECTOR_FROM));
        if (shown && inspectorPane == null) {
            inspector = new Inspector(context.nodes(), graph.groups(), here -> goTo.accept(here.stream().map(context.desk().front().level()::whole).toList()));
            inspectorPane = new SidePane(inspector, false, sides().inspectorWidth(), 232, 640, context.say("inspector.edge"),
                    wide -> context.memory().changeSides(s -> s.withInspectorWidth(wide)));
            east.add(inspectorPane, BorderLayout.CENTER);
        }
        if (inspectorPane != null && inspectorPane.isVisible() != shown) {
            inspectorPane.setVisible(shown);
        }
        boolean rail = graph != null && sides().inspector() && !shown;
        if (rail && inspectorRail == null) {
            inspectorRail = new Rail(false);
            inspectorRail.setName("inspector.rail");
            inspectorRail.add(Icons.SIDE_RIGHT.at(16), context.say("action.toggle-inspector"), this::toggleInspector);
            east.add(inspectorRail, BorderLayout.EAST);
        }
        if (inspectorRail != null) {
            inspectorRail.setVisible(rail);
        }
        if (shown) {
            selected(graph.selection());
        }
    }

    /** Other nodes are selected. */
    void selected(Set<NodeId> nodes) {
        if (library != null) {
            library.refresh();
        }
        if (inspector != null && inspectorPane != null && inspectorPane.isVisible()) {
            inspector.show(context.desk().shown(), nodes, graph == null ? Set.of() : graph.selectedGroups());
            showProgress();
        }
    }

    /** A selected node may be further than it was. */
    void showProgress() {
        if (inspector != null && inspectorPane != null && inspectorPane.isVisible() && graph != null) {
            Set<NodeId> selected = graph.selection();
            Tab tab = context.desk().front();
            inspector.show(selected.size() != 1 ? null : new Seen(tab.document(), tab.level()).nodes(tab.nodes()).stream().filter(n -> selected.contains(n.node()))
                    .map(RunEvent.NodeChanged::state).filter(NodeState.Running.class::isInstance)
                    .map(s -> ((NodeState.Running) s).progress()).findFirst().orElse(null));
        }
    }

    /** Whether the library is wanted. */
    boolean hasLibrary() {
        return sides().library();
    }

    /** Whether the inspector is wanted. */
    boolean hasInspector() {
        return sides().inspector();
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
