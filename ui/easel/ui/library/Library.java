package easel.ui.library;

import com.formdev.flatlaf.FlatClientProperties;
import easel.graph.Document;
import easel.graph.Schema;
import easel.graph.SubgraphId;
import easel.platform.Language;
import easel.platform.Words;
import easel.run.Preset;
import easel.ui.desk.Desk;
import easel.ui.presets.PresetThumbs;
import easel.ui.presets.PresetTitle;
import easel.ui.search.NodeKind;
import easel.ui.search.NodeSearch;
import easel.ui.search.Uses;
import easel.ui.settings.Memory;
import easel.ui.theme.Hairline;
import easel.ui.theme.Icons;
import easel.ui.theme.Tone;
import easel.ui.widget.Popover;
import easel.ui.widget.SearchField;
import easel.ui.widget.SlimScroll;
import easel.ui.widget.Tip;
import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Toolkit;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.ButtonGroup;
import javax.swing.DefaultListCellRenderer;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JToggleButton;
import javax.swing.JTree;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import javax.swing.event.TreeExpansionEvent;
import javax.swing.event.TreeExpansionListener;
import javax.swing.tree.DefaultMutableTreeNode;
import javax.swing.tree.DefaultTreeModel;
import javax.swing.tree.TreePath;
import javax.swing.tree.TreeSelectionModel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** Every type of node on shelves by kind, found by typing, brought onto the canvas by dragging, Enter or a double click. */
public final class Library extends JPanel {

    private static final long serialVersionUID = 1;
    private static final int ROW = 24;
    private static final int PRESET_ROW = 36;
    private static final int STAR = 24;

    /** Who has the canvas. */
    public interface Host {

        /** Adds a node of a type in the middle of what is seen; whether it may. */
        boolean add(String type);

        /** A type is dragged over the window; null once it is not any more. */
        void drag(@Nullable String type, @Nullable MouseEvent at);

        /** A type was let go; whether it found a place. */
        boolean drop(String type, MouseEvent at);
    }

    private final transient Desk desk;
    private final transient Memory memory;
    private final transient Words words;
    private final transient Language language;
    private final transient Host host;
    private final SearchField search = new SearchField();
    private final DefaultMutableTreeNode root = new DefaultMutableTreeNode();
    private final DefaultTreeModel model = new DefaultTreeModel(root);
    private final JTree tree = new Rows();
    private final JLabel none = new JLabel();
    private final CardLayout pages = new CardLayout();
    private final JPanel body = new JPanel(pages);
    private final DefaultListModel<Preset> presets = new DefaultListModel<>();
    private final transient Runnable otherNodes = this::refresh;
    private final transient Runnable otherPresets = this::fill;
    /** Whether shelves that the person folded or unfolded are open. */
    private final transient Map<String, Boolean> open = new HashMap<>();
    private transient Document offered = Document.EMPTY;
    private boolean building;
    private int hovered = -1;

    public Library(Desk desk, Memory memory, Words words, Language language, Host host) {
        super(new BorderLayout());
        this.desk = desk;
        this.memory = memory;
        this.words = words;
        this.language = language;
        this.host = host;
        setName("library");
        JPanel head = new JPanel(new MigLayout("insets 4 4 4 4, gap 0, novisualpadding", "[][]push", "[24!]"));
        ButtonGroup group = new ButtonGroup();
        head.add(tab(group, "library.nodes", "nodes"), "h 24!");
        head.add(tab(group, "library.presets", "presets"), "h 24!");
        head.setBorder(new Hairline(0, 0, 1, 0));
        head.setOpaque(false);
        add(head, BorderLayout.NORTH);
        body.setOpaque(false);
        body.add(nodes(), "nodes");
        body.add(presets(), "presets");
        add(body);
        ((JToggleButton) head.getComponent(0)).doClick(0);
        build();
    }

    /** It hears of what the person keeps as long as it is in the window: another language makes another library. */
    @Override
    public void addNotify() {
        super.addNotify();
        desk.own().listen(otherNodes);
        desk.ownPresets().listen(otherPresets);
        refresh();
        fill();
    }

    @Override
    public void removeNotify() {
        desk.own().forget(otherNodes);
        desk.ownPresets().forget(otherPresets);
        super.removeNotify();
    }

    private JToggleButton tab(ButtonGroup group, String code, String page) {
        JToggleButton tab = new JToggleButton(words.say(code));
        tab.setName(code);
        tab.putClientProperty("JButton.buttonType", "toolBarButton");
        tab.putClientProperty(FlatClientProperties.STYLE, "font: $dense.font; margin: 2,8,2,8; foreground: $" + Tone.LABEL.key());
        tab.addActionListener(_ -> pages.show(body, page));
        tab.addItemListener(_ -> tab.putClientProperty(FlatClientProperties.STYLE,
                "margin: 2,8,2,8; toolbar.selectedBackground: $" + Tone.PANEL.key() + "; font: "
                + (tab.isSelected() ? "bold $dense.font; selectedForeground: $" + Tone.TEXT.key() : "$dense.font; foreground: $"
                        + Tone.LABEL.key())));
        group.add(tab);
        return tab;
    }

    /** Gives the keys to the search. */
    public void focus() {
        search.requestFocusInWindow();
        search.selectAll();
    }

    /** Shows the shelf of a kind, unfolded, at the top. */
    public void open(Schema.Kind kind) {
        search.setText("");
        for (int i = 0; i < root.getChildCount(); i++) {
            if (root.getChildAt(i) instanceof DefaultMutableTreeNode node && node.getUserObject() instanceof Shelf shelf
                    && shelf.isOf(kind)) {
                TreePath path = new TreePath(node.getPath());
                tree.expandPath(path);
                tree.setSelectionPath(path);
                Rectangle at = tree.getPathBounds(path);
                tree.scrollRectToVisible(new Rectangle(0, at == null ? 0 : at.y, 1, Math.max(1, tree.getVisibleRect().height)));
                tree.requestFocusInWindow();
                return;
            }
        }
    }

    // ---- nodes

    private JComponent nodes() {
        search.searches("library.search", words.say("library.search"), this::build);
        search.putClientProperty(FlatClientProperties.STYLE, "font: $dense.font; margin: 1,6,1,6");
        key(search, KeyStroke.getKeyStroke("DOWN"), () -> {
            tree.requestFocusInWindow();
            if (tree.getSelectionCount() == 0) {
                tree.setSelectionRow(firstLeaf());
            }
        });
        key(search, KeyStroke.getKeyStroke("ENTER"), () -> {
            if (tree.getSelectionCount() == 0) {
                tree.setSelectionRow(firstLeaf());
            }
            addChosen();
        });
        tree.setName("library.tree");
        tree.getAccessibleContext().setAccessibleName(words.say("library.nodes"));
        tree.setRootVisible(false);
        tree.setShowsRootHandles(true);
        tree.setOpaque(false);
        tree.setRowHeight(ROW);
        tree.setToggleClickCount(1);
        tree.getSelectionModel().setSelectionMode(TreeSelectionModel.SINGLE_TREE_SELECTION);
        tree.setCellRenderer(new Cell(words, this::isStarred));
        tree.putClientProperty(FlatClientProperties.STYLE, "showCellFocusIndicator: true; wideCellRenderer: true");
        key(tree, KeyStroke.getKeyStroke("ENTER"), this::addChosen);
        key(tree, KeyStroke.getKeyStroke("DELETE"), this::forget);
        int menu = java.awt.GraphicsEnvironment.isHeadless() ? InputEvent.CTRL_DOWN_MASK
                : Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx();
        key(tree, KeyStroke.getKeyStroke(KeyEvent.VK_D, menu), () -> {
            if (chosen() instanceof NodeKind kind) {
                star(kind.type());
            }
        });
        tree.addTreeExpansionListener(new TreeExpansionListener() {
            @Override
            public void treeExpanded(TreeExpansionEvent e) {
                folds(e.getPath(), false);
            }

            @Override
            public void treeCollapsed(TreeExpansionEvent e) {
                folds(e.getPath(), true);
            }
        });
        Mouse mouse = new Mouse();
        key(tree, KeyStroke.getKeyStroke("ESCAPE"), mouse::cancel);
        tree.addMouseListener(mouse);
        tree.addMouseMotionListener(mouse);
        none.putClientProperty("FlatLaf.styleClass", "hint");
        none.setBorder(BorderFactory.createEmptyBorder(0, 8, 8, 8));
        JPanel page = new JPanel(new BorderLayout());
        page.setOpaque(false);
        JPanel top = new JPanel(new MigLayout("insets 8, gap 0, novisualpadding, fillx, hidemode 3", "[grow,fill]", "[24!]8[]"));
        top.setOpaque(false);
        top.add(search, "h 24!, wmin 40, wrap");
        top.add(none);
        page.add(top, BorderLayout.NORTH);
        page.add(new SlimScroll(tree));
        return page;
    }

    private static void key(JComponent of, KeyStroke key, Runnable deed) {
        of.getInputMap().put(key, "library " + key);
        of.getActionMap().put("library " + key, new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent e) {
                deed.run();
            }
        });
    }

    private void folds(TreePath path, boolean now) {
        if (!building && search.getText().isBlank() && path.getLastPathComponent() instanceof DefaultMutableTreeNode node
                && node.getUserObject() instanceof Shelf shelf) {
            open.put(shelf.code(), !now);
        }
    }

    private void build() {
        building = true;
        root.removeAllChildren();
        boolean all = search.getText().isBlank();
        offered = desk.own().offered(desk.shown());
        List<NodeKind> kinds = NodeKind.all(offered, language).stream().filter(this::isMeant).toList();
        if (all) {
            List<Shelf> shelves = Shelf.all(kinds, memory.get().sides().favourites(), memory.get().sides().recent(), desk.own()::has);
            for (Shelf shelf : shelves) {
                DefaultMutableTreeNode node = new DefaultMutableTreeNode(shelf);
                shelf.kinds().forEach(k -> node.add(new DefaultMutableTreeNode(k)));
                root.add(node);
            }
        } else {
            Uses uses = new Uses(memory.get().sides().favourites(), memory.get().sides().added());
            new NodeSearch(kinds, uses).find(search.getText(), null).stream().map(NodeSearch.Found::kind).distinct()
                    .forEach(k -> root.add(new DefaultMutableTreeNode(k)));
        }
        none.setText(words.say("library.none"));
        none.setVisible(root.getChildCount() == 0);
        model.reload();
        for (int i = root.getChildCount() - 1; i >= 0; i--) {
            if (root.getChildAt(i) instanceof DefaultMutableTreeNode node && node.getUserObject() instanceof Shelf shelf
                    && open.getOrDefault(shelf.code(), shelf.isOpenAtFirst())) {
                tree.expandPath(new TreePath(node.getPath()));
            }
        }
        building = false;
    }

    /** What only stands inside a node of the person's own is not offered for itself. */
    private boolean isMeant(NodeKind kind) {
        return desk.own().has(kind.type()) || SubgraphId.of(kind.type()).filter(id -> desk.shown().subgraph(id).isEmpty()).isEmpty();
    }

    /** The workflow in front may have other subgraphs now, or the person other nodes. */
    public void refresh() {
        Document now = desk.own().offered(desk.shown());
        if (now != offered && !List.copyOf(now.subgraphs()).equals(List.copyOf(offered.subgraphs()))) {
            rebuilt();
        }
    }

    private void forget() {
        if (chosen() instanceof NodeKind kind && desk.own().has(kind.type())) {
            desk.own().remove(kind.type());
        }
    }

    private int firstLeaf() {
        for (int row = 0; row < tree.getRowCount(); row++) {
            if (at(row) instanceof NodeKind) {
                return row;
            }
        }
        return -1;
    }

    /** The shelf or type of a row. */
    private @Nullable Object at(int row) {
        TreePath path = tree.getPathForRow(row);
        return path != null && path.getLastPathComponent() instanceof DefaultMutableTreeNode node ? node.getUserObject() : null;
    }

    private @Nullable Object chosen() {
        return tree.getSelectionCount() == 0 ? null : at(tree.getLeadSelectionRow());
    }

    private void addChosen() {
        if (chosen() instanceof NodeKind kind) {
            if (host.add(kind.type())) {
                added(kind.type());
            }
        } else if (chosen() instanceof Shelf) {
            int row = tree.getLeadSelectionRow();
            if (tree.isExpanded(row)) {
                tree.collapseRow(row);
            } else {
                tree.expandRow(row);
            }
        }
    }

    /** A type was added, here or elsewhere: it is among the recent ones. */
    public void added(String type) {
        memory.changeSides(s -> s.withRecent(type));
        if (search.getText().isBlank()) {
            rebuilt();
        }
    }

    private boolean isStarred(String type) {
        return memory.get().sides().favourites().contains(type);
    }

    private void star(String type) {
        boolean is = isStarred(type);
        memory.changeSides(s -> s.withFavourite(type, !is));
        rebuilt();
    }

    /** What was chosen stays so, at its place among the kinds. */
    private void rebuilt() {
        Object before = chosen();
        build();
        for (int row = tree.getRowCount() - 1; row >= 0 && before != null; row--) {
            if (before.equals(at(row))) {
                tree.setSelectionRow(row);
                return;
            }
        }
    }

    /** The tree, with what stands at its right edge: how many are on a shelf, and the star of a type. */
    private final class Rows extends JTree {

        private static final long serialVersionUID = 1;

        Rows() {
            super(model);
        }

        @Override
        public boolean getScrollableTracksViewportWidth() {
            return true;
        }

        @Override
        protected void paintComponent(Graphics g) {
            super.paintComponent(g);
            Rectangle clip = g.getClipBounds();
            int right = (int) getVisibleRect().getMaxX() - 10;
            int first = Math.max(0, getClosestRowForLocation(0, clip.y));
            int last = getClosestRowForLocation(0, clip.y + clip.height);
            Graphics2D g2 = (Graphics2D) g.create();
            g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g2.setFont(UIManager.getFont("small.font") == null ? getFont() : UIManager.getFont("small.font"));
            g2.setColor(Tone.HINT.color());
            for (int row = first; row <= last; row++) {
                int y = getRowBounds(row).y;
                if (at(row) instanceof Shelf shelf) {
                    String count = String.valueOf(shelf.kinds().size());
                    FontMetrics metrics = g2.getFontMetrics();
                    g2.drawString(count, right - metrics.stringWidth(count), y + (ROW - metrics.getHeight()) / 2
                            + metrics.getAscent());
                } else if (at(row) instanceof NodeKind kind && (isStarred(kind.type()) || hovered == row)) {
                    (isStarred(kind.type()) ? Icons.STARRED : Icons.STAR).at(12, isStarred(kind.type()) ? Tone.INK
                            : Tone.HINT).paintIcon(this, g2, right - 12, y + (ROW - 12) / 2);
                }
            }
            g2.dispose();
        }
    }

    private final class Mouse extends MouseAdapter {

        private @Nullable String held;
        private Point pressedAt = new Point();
        private boolean drags;

        private int row(MouseEvent e) {
            int row = tree.getClosestRowForLocation(e.getX(), e.getY());
            Rectangle bounds = row < 0 ? null : tree.getRowBounds(row);
            return bounds != null && e.getY() >= bounds.y && e.getY() < bounds.y + bounds.height ? row : -1;
        }

        private boolean onStar(MouseEvent e) {
            return e.getX() >= tree.getVisibleRect().getMaxX() - STAR;
        }

        /** What can be done with a node of the person's own beside adding it. */
        private void popup(MouseEvent e) {
            int row = row(e);
            if (e.isPopupTrigger() && at(row) instanceof NodeKind kind && desk.own().has(kind.type())) {
                tree.setSelectionRow(row);
                JPopupMenu menu = new JPopupMenu();
                menu.add(words.say("library.forget")).addActionListener(_ -> forget());
                menu.show(tree, e.getX(), e.getY());
            }
        }

        @Override
        public void mousePressed(MouseEvent e) {
            popup(e);
            int row = row(e);
            held = SwingUtilities.isLeftMouseButton(e) && at(row) instanceof NodeKind kind ? kind.type() : null;
            pressedAt = e.getPoint();
            drags = false;
            if (held != null && onStar(e)) {
                star(held);
                held = null;
            } else if (held != null) {
                tree.setSelectionRow(row);
                if (e.getClickCount() == 2) {
                    addChosen();
                    held = null;
                }
            }
        }

        @Override
        public void mouseDragged(MouseEvent e) {
            if (held != null && (drags || pressedAt.distance(e.getPoint()) > 4)) {
                drags = true;
                host.drag(held, e);
            }
        }

        void cancel() {
            held = null;
            drags = false;
            host.drag(null, null);
        }

        @Override
        public void mouseReleased(MouseEvent e) {
            popup(e);
            String type = held;
            held = null;
            if (type != null && drags) {
                host.drag(null, null);
                if (host.drop(type, e)) {
                    added(type);
                }
            }
            drags = false;
        }

        @Override
        public void mouseMoved(MouseEvent e) {
            int row = row(e);
            if (row != hovered) {
                hovered = row;
                tree.repaint();
                tree.setToolTipText(at(row) instanceof NodeKind kind
                        ? Tip.of(Stream.of(kind.title(), kind.help()).filter(s -> !s.isEmpty()).toList()) : null);
            }
        }

        @Override
        public void mouseExited(MouseEvent e) {
            hovered = -1;
            tree.repaint();
        }
    }

    // ---- presets

    private void fill() {
        presets.clear();
        presets.addAll(desk.presets());
    }

    private JComponent presets() {
        JList<Preset> list = new JList<>(presets);
        fill();
        PresetThumbs thumbs = new PresetThumbs(desk.ownPresets(), list::repaint);
        list.setName("library.preset-list");
        list.getAccessibleContext().setAccessibleName(words.say("library.presets"));
        list.setFixedCellHeight(PRESET_ROW);
        list.setOpaque(false);
        list.setCellRenderer(new DefaultListCellRenderer() {
            private static final long serialVersionUID = 1;

            @Override
            public Component getListCellRendererComponent(JList<?> of, Object value, int at, boolean chosen, boolean focus) {
                super.getListCellRendererComponent(of, title((Preset) value), at, chosen, focus);
                setIcon(thumbs.icon((Preset) value, PRESET_ROW - 8));
                setIconTextGap(8);
                setBorder(BorderFactory.createEmptyBorder(0, 12, 0, 8));
                return this;
            }
        });
        list.putClientProperty(FlatClientProperties.STYLE, "font: $dense.font");
        Runnable open = () -> {
            if (list.getSelectedValue() != null) {
                desk.open(list.getSelectedValue());
            }
        };
        key(list, KeyStroke.getKeyStroke("ENTER"), open);
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent e) {
                menu(list, e);
            }

            @Override
            public void mouseReleased(MouseEvent e) {
                if (e.getClickCount() == 2) {
                    open.run();
                }
                menu(list, e);
            }
        });
        list.addMouseMotionListener(new MouseAdapter() {
            @Override
            public void mouseMoved(MouseEvent e) {
                int at = list.locationToIndex(e.getPoint());
                String help = at < 0 ? "" : presets.get(at).document().about().help().in(language);
                list.setToolTipText(help.isEmpty() ? null : help);
            }
        });
        SlimScroll scroll = new SlimScroll(list);
        scroll.setBorder(BorderFactory.createEmptyBorder(8, 0, 8, 0));
        return scroll;
    }

    /** What can be done to a preset of one's own. */
    private void menu(JList<Preset> list, MouseEvent e) {
        int at = list.locationToIndex(e.getPoint());
        if (!e.isPopupTrigger() || at < 0 || !desk.ownPresets().has(list.getModel().getElementAt(at))) {
            return;
        }
        Preset preset = list.getModel().getElementAt(at);
        list.setSelectedIndex(at);
        JPopupMenu menu = new JPopupMenu();
        JMenuItem rename = new JMenuItem(words.say("action.rename-preset"));
        rename.setName("library.preset.rename");
        rename.addActionListener(_ -> rename(list, list.getCellBounds(at, at), preset));
        menu.add(rename);
        JMenuItem remove = new JMenuItem(words.say("action.remove-preset"));
        remove.setName("library.preset.remove");
        remove.addActionListener(_ -> desk.ownPresets().remove(preset));
        menu.add(remove);
        menu.show(list, e.getX(), e.getY());
    }

    private void rename(JList<Preset> list, Rectangle at, Preset preset) {
        Popover[] popover = new Popover[1];
        popover[0] = Popover.openAt(list, at, new PresetTitle(words, title(preset), words.say("preset.rename"), title -> {
            popover[0].close();
            desk.ownPresets().rename(preset, title);
        }), words.say("action.rename-preset"));
    }

    private String title(Preset preset) {
        String title = preset.document().about().title().in(language);
        return title.isEmpty() ? preset.name() : title;
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(160, 100);
    }
}
