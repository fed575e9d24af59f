package easel.ui.strip;

import easel.engine.Phase;
import easel.platform.Words;
import easel.run.QueuedJob;
import easel.ui.action.Actions;
import easel.ui.action.UserAction;
import easel.ui.desk.Desk;
import easel.ui.desk.RunView;
import easel.ui.desk.Shot;
import easel.ui.image.SmallPreview;
import easel.ui.image.Thumbs;
import easel.ui.theme.Hairline;
import easel.ui.widget.Outgoing;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.datatransfer.Transferable;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;
import javax.swing.ScrollPaneConstants;
import javax.swing.TransferHandler;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * The pictures in a row, the newest first. Selecting one looks at it, the pointer over one shows what can be done with
 * it, dragging takes its file elsewhere. Only small images are kept.
 */
public final class Strip extends JPanel {

    private static final long serialVersionUID = 1;

    private static final int TALL = 112;
    private static final int LOW = 72;

    private final transient Desk desk;
    private final transient Actions actions;
    private final DefaultListModel<Item> model = new DefaultListModel<>();
    private final JList<Item> list = new JList<>(model);
    private final HoverBar hover;
    private final Cell cell;
    private boolean showing;
    private int height = TALL;
    private final transient SmallPreview preview = new SmallPreview(Thumbs.WIDTH, list::repaint);

    public Strip(Desk desk, Words words, Actions actions) {
        super(new MigLayout("insets 0 8 0 8, gap 8, novisualpadding, fill", "[grow,fill][28!]", "[grow,fill]"));
        this.desk = desk;
        this.actions = actions;
        setBorder(new Hairline(1, 0, 0, 0));
        cell = new Cell(desk, words, this);
        hover = new HoverBar(actions, this::hovered);
        list.setName("strip");
        list.setOpaque(false);
        list.setLayoutOrientation(JList.HORIZONTAL_WRAP);
        list.setVisibleRowCount(1);
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setCellRenderer(cell);
        list.putClientProperty("FlatLaf.style", "selectionArc: 0; selectionInsets: 0,0,0,0");
        list.getAccessibleContext().setAccessibleName(words.say("strip.name"));
        list.addListSelectionListener(_ -> selected());
        if (!GraphicsEnvironment.isHeadless()) {
            list.setDragEnabled(true);   // throws where there is no display, as in the rehearsal of a start
        }
        list.setTransferHandler(new Out());
        list.add(hover);
        Mouse mouse = new Mouse();
        list.addMouseListener(mouse);
        list.addMouseMotionListener(mouse);
        list.addKeyListener(new java.awt.event.KeyAdapter() {
            @Override
            public void keyPressed(KeyEvent e) {
                boolean menu = e.getKeyCode() == KeyEvent.VK_CONTEXT_MENU || e.getKeyCode() == KeyEvent.VK_F10 && e.isShiftDown();
                if (menu && list.getSelectedValue() instanceof Item.Finished) {
                    Rectangle bounds = list.getCellBounds(list.getSelectedIndex(), list.getSelectedIndex());
                    menu().show(list, bounds.x + 8, bounds.y + bounds.height - 8);
                    e.consume();
                } else if (e.getKeyCode() == KeyEvent.VK_DELETE) {
                    actions.perform(UserAction.REMOVE_FROM_STRIP);
                    e.consume();
                }
            }
        });
        JScrollPane scroll = new JScrollPane(list, ScrollPaneConstants.VERTICAL_SCROLLBAR_NEVER, ScrollPaneConstants.HORIZONTAL_SCROLLBAR_AS_NEEDED);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setOpaque(false);
        scroll.getViewport().setOpaque(false);
        scroll.getHorizontalScrollBar().setUnitIncrement(64);
        add(scroll, "wmin 0, hmin 0");
        add(actions.iconButton(UserAction.OPEN_PICTURE_FOLDER), "w 28!, h 28!, aligny center");
        refresh();
    }

    /** A low window has a low strip. */
    public void setLow(boolean low) {
        int wanted = low ? LOW : TALL;
        if (wanted != height) {
            height = wanted;
            refresh();
            revalidate();
        }
    }

    /** Looks at the desk anew. */
    public void refresh() {
        List<Item> items = new ArrayList<>();
        desk.jobs().coming().forEach(job -> items.add(new Item.Coming(job)));
        desk.results().all().forEach(shot -> items.add(new Item.Finished(shot)));
        setVisible(!items.isEmpty());
        showing = true;
        update(items);
        int at = desk.results().selected() == null ? (desk.jobs().coming().isEmpty() ? -1 : 0) : items.indexOf(new Item.Finished(desk.results().selected()));
        if (at != list.getSelectedIndex()) {
            if (at < 0) {
                list.clearSelection();
            } else {
                list.setSelectedIndex(at);
                list.ensureIndexIsVisible(at);
            }
        }
        showing = false;
        int pictureHeight = height == TALL ? 80 : 48;
        int width = Math.clamp((int) Math.round(widestShape(items) * pictureHeight), pictureHeight * 2 / 3, pictureHeight * 3 / 2);
        cell.size(width, pictureHeight);
        list.setFixedCellWidth(width + 8);
        list.setFixedCellHeight(pictureHeight + 8);
        list.setBorder(BorderFactory.createEmptyBorder((height - pictureHeight - 8) / 2 - 2, 0, 0, 0));
        hover.setVisible(false);
        list.repaint();
    }

    private void update(List<Item> items) {
        // The list is told only of what changed: a new model would lose its place and the focus.
        int same = 0;
        while (same < items.size() && same < model.size() && items.get(items.size() - 1 - same).equals(model.get(model.size() - 1 - same))) {
            same++;
        }
        while (model.size() > same) {
            model.remove(0);
        }
        for (int i = items.size() - same - 1; i >= 0; i--) {
            model.add(0, items.get(i));
        }
    }

    private double widestShape(List<Item> items) {
        double widest = 0;
        for (Item item : items) {
            if (item instanceof Item.Finished(Shot shot)) {
                BufferedImage image = desk.results().thumbs().peek(shot.file());
                if (image != null) {
                    widest = Math.max(widest, (double) image.getWidth() / image.getHeight());
                } else if (shot.width() > 0) {
                    widest = Math.max(widest, (double) shot.width() / shot.height());
                }
            }
        }
        return widest == 0 ? 1 : widest;
    }

    @Nullable BufferedImage preview(QueuedJob job) {
        return desk.jobs().run() instanceof RunView.Working working && working.job().id().equals(job.id()) ? preview.of(working.preview()) : null;
    }

    double done(QueuedJob job) {
        if (desk.jobs().run() instanceof RunView.Working working && working.job().id().equals(job.id())) {
            return working.progress().phase() == Phase.SAMPLING && working.progress().steps() > 0
                    ? (double) working.progress().step() / working.progress().steps()
                    : working.progress().phase() == Phase.DECODING ? 1 : 0;
        }
        return -1;
    }

    private void selected() {
        if (showing || list.getValueIsAdjusting() && list.getSelectedIndex() < 0) {
            return;
        }
        switch (list.getSelectedValue()) {
            case Item.Finished(Shot shot) -> desk.results().select(shot);
            case Item.Coming _ -> desk.results().select(null);
            case null -> { }
        }
    }

    private void hovered(UserAction action) {
        int at = hover.index();
        if (at >= 0 && at < model.size() && model.get(at) instanceof Item.Finished(Shot shot)) {
            desk.results().select(shot);
            if (action == UserAction.MENU) {
                menu().show(hover, 0, hover.getHeight());
            } else {
                actions.perform(action);
            }
        }
    }

    private JPopupMenu menu() {
        JPopupMenu menu = new JPopupMenu();
        menu.add(actions.menuItem(UserAction.USE_SETTINGS));
        menu.add(actions.menuItem(UserAction.USE_AS_START));
        menu.addSeparator();
        menu.add(actions.menuItem(UserAction.COPY_PICTURE));
        menu.add(actions.menuItem(UserAction.SAVE_PICTURE_AS));
        menu.add(actions.menuItem(UserAction.SHOW_IN_FOLDER));
        menu.addSeparator();
        menu.add(actions.menuItem(UserAction.REMOVE_FROM_STRIP));
        return menu;
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(200, height);
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(100, height);
    }

    private final class Mouse extends MouseAdapter {
        @Override
        public void mouseMoved(MouseEvent e) {
            Point point = e.getPoint();
            int at = list.locationToIndex(point);
            Rectangle bounds = at < 0 ? null : list.getCellBounds(at, at);
            boolean over = bounds != null && bounds.contains(point) && model.get(at) instanceof Item.Finished;
            list.setToolTipText(over && model.get(at) instanceof Item.Finished(Shot shot) && shot.file().getFileName() != null
                    ? shot.file().getFileName().toString() : null);
            if (over) {
                hover.over(at, bounds);
            } else {
                hover.setVisible(false);
            }
        }

        @Override
        public void mouseExited(MouseEvent e) {
            if (!hover.getBounds().contains(e.getPoint())) {
                hover.setVisible(false);
            }
        }

        @Override
        public void mousePressed(MouseEvent e) {
            popup(e);
        }

        @Override
        public void mouseReleased(MouseEvent e) {
            popup(e);
        }

        private void popup(MouseEvent e) {
            int at = list.locationToIndex(e.getPoint());
            if (e.isPopupTrigger() && at >= 0 && list.getCellBounds(at, at).contains(e.getPoint()) && model.get(at) instanceof Item.Finished(Shot shot)) {
                desk.results().select(shot);
                menu().show(list, e.getX(), e.getY());
            }
        }
    }

    private static final class Out extends TransferHandler {
        private static final long serialVersionUID = 1;

        @Override
        public int getSourceActions(JComponent c) {
            return COPY;
        }

        @Override
        protected @Nullable Transferable createTransferable(JComponent c) {
            if (c instanceof JList<?> list && list.getSelectedValue() instanceof Item.Finished(Shot shot)) {
                return new Outgoing(shot.file());
            }
            return null;
        }
    }
}
