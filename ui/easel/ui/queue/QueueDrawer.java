package easel.ui.queue;

import easel.graph.NodeId;
import easel.platform.Words;
import easel.ui.action.Actions;
import easel.ui.action.UserAction;
import easel.ui.desk.Desk;
import easel.ui.desk.Face;
import easel.ui.desk.JobCard;
import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;
import javax.swing.ScrollPaneConstants;
import net.miginfocom.swing.MigLayout;

/** The jobs in a row: the one that runs, those that wait, and the last ones that are over. */
public final class QueueDrawer extends JPanel {

    private static final long serialVersionUID = 1;
    private static final int HEIGHT = CardCell.HEIGHT + 8;

    private final transient Desk desk;
    private final transient Words words;
    private final transient Consumer<Collection<NodeId>> goTo;
    private final DefaultListModel<JobCard> model = new DefaultListModel<>();
    private final JList<JobCard> list = new JList<>(model);
    private final CardCell cell;
    private final JLabel summary = new JLabel();
    private final JPanel tools = new JPanel(new MigLayout("insets 0, gap 12, novisualpadding, fill", "[]push[]", "[center]"));
    private final JButton pause;
    private final JButton cancelAll;
    private final CardLayout pages = new CardLayout();
    private final JPanel body = new JPanel(pages);

    /** @param goTo goes to nodes of the workflow in front */
    public QueueDrawer(Desk desk, Words words, Actions actions, Consumer<Collection<NodeId>> goTo) {
        super(new BorderLayout());
        this.goTo = goTo;
        this.desk = desk;
        this.words = words;
        setName("queue-drawer");
        setOpaque(false);
        cell = new CardCell(desk, words, list::repaint);
        summary.setName("queue.summary");
        summary.putClientProperty("FlatLaf.styleClass", "hint");
        cancelAll = actions.textButton(UserAction.CANCEL_ALL);
        cancelAll.setName("queue.cancel-all");
        cancelAll.putClientProperty("JButton.buttonType", "toolBarButton");
        cancelAll.putClientProperty("FlatLaf.style", "font: $small.font; margin: 2,8,2,8");
        pause = actions.textButton(UserAction.PAUSE_QUEUE);
        pause.setName("queue.pause");
        pause.putClientProperty("JButton.buttonType", "toolBarButton");
        pause.putClientProperty("FlatLaf.style", "font: $small.font; margin: 2,8,2,8");
        JPanel deeds = new JPanel(new MigLayout("insets 0, gap 4, novisualpadding, hidemode 3", "", "[22!]"));
        deeds.setOpaque(false);
        deeds.add(pause, "h 22!");
        deeds.add(cancelAll, "h 22!");
        tools.setOpaque(false);
        tools.add(summary, "wmin 0");
        tools.add(deeds);
        list.setName("queue");
        list.setOpaque(false);
        list.setLayoutOrientation(JList.HORIZONTAL_WRAP);
        list.setVisibleRowCount(1);
        list.setFixedCellWidth(CardCell.WIDTH);
        list.setFixedCellHeight(CardCell.HEIGHT);
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setCellRenderer(cell);
        list.putClientProperty("FlatLaf.style", "selectionArc: 0; selectionInsets: 0,0,0,0");
        list.getAccessibleContext().setAccessibleName(words.say("queue.name"));
        Mouse mouse = new Mouse();
        list.addMouseListener(mouse);
        list.addMouseMotionListener(mouse);
        list.addKeyListener(new KeyAdapter() {
            @Override
            public void keyPressed(KeyEvent e) {
                JobCard card = list.getSelectedValue();
                if (card != null && e.getKeyCode() == KeyEvent.VK_DELETE && card.isComing()) {
                    desk.jobs().cancel(card.job());
                    e.consume();
                } else if (card != null && e.getKeyCode() == KeyEvent.VK_ENTER && e.getModifiersEx() == 0) {
                    open(card);
                    e.consume();
                } else if (card != null && card.state() instanceof JobCard.Waiting && e.isAltDown()
                        && (e.getKeyCode() == KeyEvent.VK_LEFT || e.getKeyCode() == KeyEvent.VK_RIGHT)) {
                    desk.jobs().move(card.job(), e.getKeyCode() == KeyEvent.VK_LEFT ? -1 : 1);
                    e.consume();
                }
            }
        });
        JScrollPane scroll = new JScrollPane(list, ScrollPaneConstants.VERTICAL_SCROLLBAR_NEVER, ScrollPaneConstants.HORIZONTAL_SCROLLBAR_AS_NEEDED);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setOpaque(false);
        scroll.getViewport().setOpaque(false);
        scroll.getHorizontalScrollBar().setUnitIncrement(64);
        JLabel empty = new JLabel(words.say("queue.empty"));
        empty.putClientProperty("FlatLaf.styleClass", "hint");
        empty.setBorder(BorderFactory.createEmptyBorder(0, 12, 8, 12));
        empty.setVerticalAlignment(JLabel.TOP);
        body.setOpaque(false);
        body.add(scroll, "jobs");
        body.add(empty, "empty");
        add(body, BorderLayout.CENTER);
        refresh();
    }

    /** What stands in the drawer's head. */
    public JComponent tools() {
        return tools;
    }

    /** Looks at the desk anew. */
    public void refresh() {
        List<JobCard> cards = desk.jobs().cards();
        boolean same = cards.size() == model.size();
        for (int i = 0; same && i < cards.size(); i++) {
            same = cards.get(i).job().id().equals(model.get(i).job().id());
        }
        if (same) {
            for (int i = 0; i < cards.size(); i++) {
                if (!cards.get(i).equals(model.get(i))) {
                    model.set(i, cards.get(i));
                }
            }
        } else {
            JobCard selected = list.getSelectedValue();
            model.clear();
            model.addAll(cards);
            for (int i = 0; selected != null && i < cards.size(); i++) {
                if (cards.get(i).job().id().equals(selected.job().id())) {
                    list.setSelectedIndex(i);
                }
            }
        }
        long waiting = cards.stream().filter(c -> c.state() instanceof JobCard.Waiting).count();
        boolean paused = desk.jobs().isPaused();
        summary.setText(paused ? words.say("queue.paused", waiting) : waiting == 0 ? "" : words.say("queue.summary", waiting));
        boolean coming = cards.stream().anyMatch(JobCard::isComing);
        cancelAll.setVisible(coming);
        pause.setVisible(coming || paused);
        pause.setText(words.say(paused ? "queue.resume" : "queue.pause"));
        pages.show(body, cards.isEmpty() ? "empty" : "jobs");
        list.repaint();
    }

    /** Goes to the workflow, and if that shows its nodes, to the one where the job is or ended, at whatever level. */
    private void open(JobCard card) {
        desk.raise(card.tab());
        if (card.tab().looks().face() == Face.GRAPH) {
            card.place().ifPresent(node -> goTo.accept(List.of(node)));
        }
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(200, HEIGHT);
    }

    private final class Mouse extends MouseAdapter {

        private int at(MouseEvent e) {
            int at = list.locationToIndex(e.getPoint());
            Rectangle bounds = at < 0 ? null : list.getCellBounds(at, at);
            return bounds != null && bounds.contains(e.getPoint()) ? at : -1;
        }

        @Override
        public void mouseMoved(MouseEvent e) {
            int at = at(e);
            cell.hover(at);
            JobCard card = at < 0 ? null : model.get(at);
            list.setToolTipText(card == null ? null : onCross(e, at) && card.isComing() ? words.say("queue.cancel")
                    : card.state() instanceof JobCard.Failed(String sentence) ? sentence : cell.title(card) + ", " + cell.detail(card));
            list.repaint();
        }

        @Override
        public void mouseExited(MouseEvent e) {
            cell.hover(-1);
            list.repaint();
        }

        private boolean onCross(MouseEvent e, int at) {
            Point corner = list.getCellBounds(at, at).getLocation();
            Rectangle cross = CardCell.crossOf();
            cross.translate(corner.x, corner.y);
            return cross.contains(e.getPoint());
        }

        @Override
        public void mouseReleased(MouseEvent e) {
            int at = at(e);
            if (at < 0 || e.getButton() != MouseEvent.BUTTON1) {
                return;
            }
            JobCard card = model.get(at);
            if (card.isComing() && onCross(e, at)) {
                desk.jobs().cancel(card.job());
            } else if (e.getClickCount() == 2) {
                open(card);
            }
        }
    }
}
