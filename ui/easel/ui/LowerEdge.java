package easel.ui;

import easel.graph.Document;
import easel.graph.NodeId;
import easel.graph.Position;
import easel.graph.Problem;
import easel.ui.action.Actions;
import easel.ui.drawer.Drawer;
import easel.ui.drawer.LogPage;
import easel.ui.drawer.Page;
import easel.ui.drawer.ProblemsPage;
import easel.ui.form.FormContext;
import easel.ui.queue.QueueDrawer;
import easel.ui.status.StatusBar;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;

/** The status line, and over it the drawer with queue, problems and log, which is made when it is first opened. */
final class LowerEdge extends JPanel {

    private static final long serialVersionUID = 1;

    /** After so long without an edit the form's document is looked over, if somebody looks at problems. */
    private static final int LOOK_OVER_MS = 250;

    private final transient FormContext context;
    private final transient Actions actions;
    private final transient Consumer<Collection<NodeId>> goTo;
    private final transient Function<NodeId, Position> beside;
    private final transient Runnable letGo;
    private final StatusBar status;
    private final Timer lookOver = new Timer(LOOK_OVER_MS, _ -> lookOver());
    private @Nullable Drawer drawer;
    private @Nullable QueueDrawer queue;
    private @Nullable ProblemsPage problemsPage;
    /** What is wrong with the document in front, as far as somebody has looked. */
    private transient List<Problem> problems = List.of();
    /** Nodes are looked over by those who show them. */
    private boolean nodesShown;

    /**
     * @param goTo   selects nodes and brings them into view
     * @param beside where a node goes that is joined to one
     * @param letGo  told when what had the keys is hidden
     */
    LowerEdge(FormContext context, Actions actions, Consumer<Collection<NodeId>> goTo, Function<NodeId, Position> beside, Runnable letGo) {
        super(new BorderLayout());
        this.context = context;
        this.actions = actions;
        this.goTo = goTo;
        this.beside = beside;
        this.letGo = letGo;
        status = new StatusBar(context.desk(), context.words(), context.language(), actions);
        add(status, BorderLayout.SOUTH);
        lookOver.setRepeats(false);
        showDrawer(context.memory().get().work().queueOpen());
    }

    /** Shows the status line, or hides it. */
    void showStatus(boolean shown) {
        status.setVisible(shown);
    }

    StatusBar status() {
        return status;
    }

    private Page wanted() {
        return Page.of(context.memory().get().sides().drawer());
    }

    private void showDrawer(boolean open) {
        Page page = wanted();
        if (open && drawer == null) {
            make(page);
        }
        if (drawer != null && queue != null) {
            drawer.turn(page);
            queue.refresh();
            drawer.setVisible(open);
            revalidate();
            if (open && page == Page.PROBLEMS && !nodesShown) {
                lookOver.restart();
            }
        }
    }

    private void make(Page page) {
        queue = new QueueDrawer(context.desk(), context.words(), actions, goTo);
        problemsPage = new ProblemsPage(context, goTo, beside, () -> {
            if (drawer != null) {
                drawer.focus();
            }
        });
        problemsPage.show(context.desk().document(), problems);
        LogPage log = new LogPage(context.desk().jobs().log(), context.words());
        drawer = new Drawer(context.words(), Map.of(Page.QUEUE, new Drawer.Content(queue, queue.tools()),
                Page.PROBLEMS, new Drawer.Content(problemsPage, problemsPage.tools()), Page.LOG, new Drawer.Content(log, log.tools())),
                page, turned -> open(true, turned), () -> open(false, wanted()));
        drawer.count(Page.PROBLEMS, problems.size());
        add(drawer, BorderLayout.NORTH);
    }

    private void open(boolean open, Page page) {
        Component owner = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        boolean hadKeys = drawer != null && owner != null && SwingUtilities.isDescendingFrom(owner, drawer);
        context.memory().changeWork(w -> w.withQueue(open));
        context.memory().changeSides(s -> s.withDrawer(page.code()));
        showDrawer(open);
        if (!open && hadKeys) {
            letGo.run();
        }
    }

    /** Whether the drawer is open at a page. */
    boolean has(Page page) {
        return drawer != null && drawer.isVisible() && drawer.page() == page;
    }

    /** Shows a page of the drawer, or hides it if it is shown. */
    void toggle(Page page) {
        open(!has(page), page);
    }

    /** Whether the nodes are shown, and not the form. */
    void showFace(boolean nodes) {
        nodesShown = nodes;
        if (!nodes) {
            status.showNodes(-1, 0);
        }
    }

    /** The document is another. */
    void documentChanged() {
        boolean counted = !problems.isEmpty();   // and the status line says how many: those may be gone
        if (!nodesShown && (counted || drawer != null && drawer.isVisible() && drawer.page() == Page.PROBLEMS)) {
            lookOver.restart();
        }
    }

    /** The run of some tab went on. */
    void runChanged() {
        status.refresh();
        if (queue != null && drawer != null && drawer.isVisible()) {
            queue.refresh();
        }
    }

    /** The form's document is looked over only while somebody looks at what is wrong with it, or is told how much that is. */
    private void lookOver() {
        Document document = context.desk().document();
        context.desk().inspect(document, findings -> {
            if (context.desk().document() == document) {
                found(findings.problems());
            }
        });
    }

    /** Shows what is wrong with the document in front. */
    void found(List<Problem> now) {
        problems = now;
        int errors = (int) now.stream().filter(p -> p.severity() == Problem.Severity.ERROR).count();
        boolean had = now.isEmpty() && status.isAtProblems();
        status.showProblems(errors, now.size() - errors);
        if (had) {
            letGo.run();   // what had the keys is gone, and they would go to the menu
        }
        if (drawer != null && problemsPage != null) {
            drawer.count(Page.PROBLEMS, now.size());
            problemsPage.show(context.desk().document(), now);
        }
    }
}
