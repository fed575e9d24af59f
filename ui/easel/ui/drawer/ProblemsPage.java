package easel.ui.drawer;

import easel.graph.Document;
import easel.graph.Level;
import easel.graph.NodeId;
import easel.graph.Position;
import easel.graph.Problem;
import easel.nodes.Catalogue;
import easel.ui.form.FormContext;
import easel.ui.form.NodeFields;
import easel.ui.mending.Mends;
import easel.ui.theme.Icons;
import easel.ui.theme.Tone;
import easel.ui.widget.Column;
import easel.ui.widget.FocusRing;
import easel.ui.widget.SlimScroll;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Window;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;

/** What is wrong with the workflow in front, a line each: where, what, how to mend it, and a button where one can. */
public final class ProblemsPage extends JPanel {

    private static final long serialVersionUID = 1;
    private static final int ROW = 28;
    /** What nobody reads to the end. */
    private static final int MOST = 200;

    private final transient FormContext context;
    private final transient Consumer<Collection<NodeId>> goTo;
    private final transient Runnable away;
    private final transient Function<NodeId, Position> beside;
    private final transient Mends mends;
    private final Column body = new Column(
            new MigLayout("insets 0 0 8 0, gap 0, novisualpadding, fillx", "[grow,fill]"), ROW, ROW);
    private final JPanel tools = new JPanel(new MigLayout("insets 0", "push[]"));
    private transient List<Problem> shown = List.of();

    /**
     * @param goTo   selects nodes and brings them into view
     * @param away   takes the keys where no problem is left to have them
     * @param beside where a node goes that is joined to one, which is called as in the whole document
     */
    public ProblemsPage(FormContext context, Consumer<Collection<NodeId>> goTo, Function<NodeId, Position> beside, Runnable away) {
        super(new BorderLayout());
        this.context = context;
        this.away = away;
        this.goTo = goTo;
        this.beside = beside;
        this.mends = new Mends(context, beside, this);
        setName("problems");
        setOpaque(false);
        add(new SlimScroll(body));
        build(Document.EMPTY, List.of());
    }

    /** What stands in the drawer's head. */
    public JComponent tools() {
        return tools;
    }

    /** Shows the problems of a document. */
    public void show(Document document, List<Problem> problems) {
        if (!problems.equals(shown)) {
            shown = List.copyOf(problems);
            build(document, shown);
        }
    }

    private void build(Document document, List<Problem> problems) {
        Window window = SwingUtilities.getWindowAncestor(this);
        Component keys = window == null ? null : window.getMostRecentFocusOwner();
        boolean had = keys != null && SwingUtilities.isDescendingFrom(keys, body);
        body.removeAll();
        if (problems.isEmpty()) {
            JLabel none = new JLabel(context.say("problems.none"));
            none.putClientProperty("FlatLaf.styleClass", "hint");
            body.add(none, "gapleft 12, h " + ROW + "!");
        }
        for (Problem problem : problems.subList(0, Math.min(MOST, problems.size()))) {
            line(document, problem);
        }
        if (problems.size() > MOST) {
            JLabel more = new JLabel(context.say("problems.more", problems.size() - MOST));
            more.putClientProperty("FlatLaf.styleClass", "hint");
            body.add(more, "gapleft 12, h " + ROW + "!");
        }
        body.revalidate();
        body.repaint();
        if (had) {
            // What was pressed is gone: without this nothing would have the keys.
            Stream.of(body.getComponents()).filter(JPanel.class::isInstance).findFirst().map(row -> ((JPanel) row).getComponent(0)).ifPresentOrElse(Component::requestFocusInWindow, away);
        }
    }

    private void line(Document document, Problem problem) {
        Optional<NodeId> node = seen(document, problem);
        Problem named = Catalogue.named(problem, document, context.language());
        String where = node.map(id -> where(document, id)).orElse(context.say("problems.whole"));
        Way way = new Way(problem.severity(), where, named.sentence(context.language()), named.mend(context.language()));
        way.addActionListener(_ -> node.ifPresent(id -> goTo.accept(List.of(id))));
        JPanel row = new JPanel(new MigLayout("insets 0 4 0 8, gap 4, novisualpadding, fill", "[grow,fill][]", "[" + ROW
                + "!,center]"));
        row.setOpaque(false);
        row.add(way, "wmin 0, h 26!");
        buttons(document, problem).forEach(b -> row.add(b, "h 22!"));
        body.add(row, "growx, wmin 0, wrap");
    }

    /** What mends it: at the level where the node is. */
    private List<JButton> buttons(Document document, Problem problem) {
        Level level = problem.node() == null ? Level.TOP : Level.of(problem.node());
        if (level.isTop() || !level.isIn(document)) {
            return mends.of(document, problem);
        }
        Problem here = new Problem(level.here(problem.node()).orElseThrow(), problem.input(), problem.code(), problem.arguments());
        return new Mends(context.at(level), id -> beside.apply(level.whole(id)), this).of(level.of(document), here);
    }

    /** The node, and before it those that it is inside of. */
    private String where(Document document, NodeId node) {
        return Stream.concat(Level.of(node).way().stream().flatMap(l -> Stream.ofNullable(l.path())), Stream.of(node))
                .map(id -> document.node(id).map(n -> n.title().isEmpty() ? NodeFields.title(document, n.type(), context.language()) : n.title()).orElse(id.text()))
                .collect(Collectors.joining(" \u203a "));
    }

    /** The node where people see it: what is inside a subgraph is at its instance. */
    private static Optional<NodeId> seen(Document document, Problem problem) {
        if (problem.node() == null) {
            return Optional.empty();
        }
        String path = problem.node().text();
        while (document.node(new NodeId(path)).isEmpty() && path.contains("/")) {
            path = path.substring(0, path.lastIndexOf('/'));
        }
        return Optional.of(new NodeId(path)).filter(id -> document.node(id).isPresent());
    }

    /** What is wrong, as a button that goes there. */
    private static final class Way extends JButton {

        private static final long serialVersionUID = 1;

        Way(Problem.Severity severity, String where, String sentence, String mend) {
            setLayout(new MigLayout("insets 0 8 0 8, gap 8, novisualpadding, fill", "[][][][grow,fill]", "[center]"));
            setContentAreaFilled(false);
            setBorderPainted(false);
            setFocusPainted(false);
            setRolloverEnabled(true);
            putClientProperty("JButton.buttonType", "none");
            setBorder(BorderFactory.createEmptyBorder());
            JLabel title = new JLabel(where);
            title.putClientProperty("FlatLaf.style", "font: bold $dense.font");
            JLabel what = new JLabel(sentence);
            what.putClientProperty("FlatLaf.style", "font: $dense.font");
            JLabel how = new JLabel(mend);
            how.putClientProperty("FlatLaf.style", "font: $dense.font; foreground: $" + Tone.HINT.key());
            add(new JLabel(Icons.PROBLEM.at(14, severity == Problem.Severity.ERROR ? Tone.PROBLEM : Tone.WARNING)));
            add(title);
            add(what, "wmin 40");
            add(how, "wmin 0");
            getAccessibleContext().setAccessibleName(where + ": " + sentence + " " + mend);
            setToolTipText("<html>" + escaped(sentence) + "<br>" + escaped(mend));
            setName("problem");
        }

        private static String escaped(String text) {
            return text.replace("&", "&amp;").replace("<", "&lt;");
        }

        @Override
        protected void paintComponent(Graphics g) {
            if (getModel().isRollover() || getModel().isArmed()) {
                Graphics2D g2 = (Graphics2D) g.create();
                g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
                g2.setColor((getModel().isArmed() ? Tone.PRESS : Tone.HOVER).color());
                g2.fillRoundRect(0, 0, getWidth(), getHeight(), 8, 8);
                g2.dispose();
            }
            if (isFocusOwner()) {
                FocusRing.paint(g, this);
            }
        }
    }
}
