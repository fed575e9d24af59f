package easel.ui.search;

import com.formdev.flatlaf.FlatClientProperties;
import easel.platform.Language;
import easel.platform.Words;
import easel.ui.theme.Icons;
import easel.ui.theme.Tone;
import easel.ui.widget.Ground;
import easel.ui.widget.SlimScroll;
import easel.ui.widget.Typed;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** Finds a kind of node to add: a field that has the keys, what was found under it, and what the chosen one does. */
public final class NodeSearchPanel extends JPanel {

    private static final long serialVersionUID = 1;
    private static final int WIDTH = 368;
    private static final int MOST_LIST = 300;

    /** What becomes of it. */
    public interface Deeds {

        /** One was chosen. */
        void add(NodeSearch.Found found);

        /** Nothing was. */
        void close();

        /** One became a favourite, or is none any more; gives what the person uses now. */
        Uses mark(String type, boolean favourite);
    }

    private final transient List<NodeKind> kinds;
    private final transient @Nullable Fit fit;
    private final transient Language language;
    private final transient Words words;
    private final transient Deeds deeds;
    private transient Uses uses;
    private int most = Integer.MAX_VALUE;
    private final JTextField field = new JTextField();
    private final DefaultListModel<SearchRow.Line> model = new DefaultListModel<>();
    private final JList<SearchRow.Line> list = new JList<>(model);
    private final JLabel help = new JLabel();
    private final SocketLine sockets;
    private final JLabel keys = new JLabel();
    private final JLabel count = new JLabel();
    private final String menu;

    /**
     * @param fit     what a wire needs, or null
     * @param menuKey how the key of commands is written, {@code Ctrl} or its sign on a Mac
     */
    public NodeSearchPanel(List<NodeKind> kinds, Uses uses, @Nullable Fit fit, Language language, String menuKey, int menuMask, Deeds deeds) {
        super(new BorderLayout());
        this.kinds = List.copyOf(kinds);
        this.uses = uses;
        this.fit = fit;
        this.language = language;
        this.words = Words.of(NodeSearchPanel.class, language);
        this.deeds = deeds;
        this.menu = menuKey;
        sockets = new SocketLine(language);
        setName("node-search");
        setOpaque(false);
        setBorder(BorderFactory.createEmptyBorder(1, 1, 1, 1));
        add(head(), BorderLayout.NORTH);
        add(body());
        add(foot(), BorderLayout.SOUTH);
        key(KeyStroke.getKeyStroke("UP"), () -> step(-1));
        key(KeyStroke.getKeyStroke("DOWN"), () -> step(1));
        key(KeyStroke.getKeyStroke("PAGE_UP"), () -> step(-8));
        key(KeyStroke.getKeyStroke("PAGE_DOWN"), () -> step(8));
        key(KeyStroke.getKeyStroke("ENTER"), this::take);
        key(KeyStroke.getKeyStroke("ESCAPE"), deeds::close);
        key(KeyStroke.getKeyStroke(java.awt.event.KeyEvent.VK_D, menuMask), this::mark);
        // What happens over it is not meant for what lies beneath.
        addMouseListener(new MouseAdapter() {});
        addMouseWheelListener(_ -> {});
        find();
    }

    private JPanel head() {
        field.setName("node-search.field");
        field.putClientProperty("FlatLaf.style", "font: +2");
        field.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, words.say("search.placeholder"));
        field.setBorder(BorderFactory.createEmptyBorder());
        field.setOpaque(false);
        field.getAccessibleContext().setAccessibleName(words.say("search.name"));
        Typed.hear(field, this::find);
        JPanel head = new JPanel(new MigLayout("insets 0 15 0 15, gap 9, novisualpadding, fill", "[][grow,fill][]", "[40!]"));
        head.setOpaque(false);
        head.add(new JLabel(Icons.SEARCH.at(15)));
        head.add(field, "h 40!, wmin 80");
        if (fit != null) {
            JLabel chip = new JLabel(words.say(fit.input() ? "search.takes" : "search.gives", KindLook.words(fit.type(), language)), new Dot(KindLook.socket(fit.type())), JLabel.LEADING);
            chip.putClientProperty("FlatLaf.style", "font: $small.font; foreground: $" + Tone.LABEL.key());
            head.add(chip);
        }
        head.setBorder(BorderFactory.createMatteBorder(0, 0, 1, 0, Tone.LINE.color()));
        return head;
    }

    private SlimScroll body() {
        list.setName("node-search.found");
        list.setFocusable(false);
        list.setOpaque(false);
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setCellRenderer(new SearchRow());
        list.setBorder(BorderFactory.createEmptyBorder(4, 0, 4, 0));
        list.getAccessibleContext().setAccessibleName(words.say("search.name"));
        list.addListSelectionListener(_ -> explain());
        MouseAdapter mouse = new MouseAdapter() {
            @Override
            public void mouseReleased(MouseEvent e) {
                int at = at(e);
                if (at >= 0) {
                    list.setSelectedIndex(at);
                    if (e.getX() > list.getWidth() - SearchRow.STAR) {
                        mark();
                    } else {
                        take();
                    }
                }
            }

            @Override
            public void mouseMoved(MouseEvent e) {
                int at = at(e);
                if (at >= 0) {
                    list.setSelectedIndex(at);
                }
            }
        };
        list.addMouseListener(mouse);
        list.addMouseMotionListener(mouse);
        SlimScroll scroll = new SlimScroll(list).on(Tone.POPUP);
        scroll.setOpaque(false);
        scroll.getViewport().setOpaque(false);
        return scroll;
    }

    private int at(MouseEvent e) {
        int at = list.locationToIndex(e.getPoint());
        return at >= 0 && list.getCellBounds(at, at).contains(e.getPoint()) && model.get(at) instanceof SearchRow.Line.Kind ? at : -1;
    }

    private JPanel foot() {
        JPanel foot = new JPanel(new MigLayout("insets 8 15 8 15, gap 4, novisualpadding, fillx", "[grow,fill][]", "[32!,top][16!][16!]"));
        foot.setOpaque(false);
        foot.setBorder(BorderFactory.createMatteBorder(1, 0, 0, 0, Tone.LINE.color()));
        help.setName("node-search.help");
        help.putClientProperty("FlatLaf.style", "font: $dense.font; foreground: $" + Tone.LABEL.key());
        help.setVerticalAlignment(JLabel.TOP);
        foot.add(help, "w 0:100:, growx, span 2, h 32!, wrap");
        foot.add(sockets, "wmin 0, span 2, growx, wrap");
        for (JLabel label : List.of(keys, count)) {
            label.putClientProperty("FlatLaf.style", "font: $small.font; foreground: $" + Tone.HINT.key());
        }
        keys.setText(words.say(fit == null ? "search.keys" : "search.keys.wire", menu));
        foot.add(keys, "wmin 0");
        foot.add(count);
        return foot;
    }

    private void key(KeyStroke key, Runnable deed) {
        field.getInputMap().put(key, key.toString());
        field.getActionMap().put(key.toString(), new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent e) {
                deed.run();
            }
        });
    }

    /** What takes the keys. */
    public JTextField field() {
        return field;
    }

    /** What was found, best first. */
    public List<NodeSearch.Found> found() {
        List<NodeSearch.Found> found = new ArrayList<>();
        for (int i = 0; i < model.size(); i++) {
            if (model.get(i) instanceof SearchRow.Line.Kind kind) {
                found.add(kind.found());
            }
        }
        return found;
    }

    /** What Enter would add; empty if nothing was found. */
    public Optional<NodeSearch.Found> chosen() {
        return list.getSelectedValue() instanceof SearchRow.Line.Kind kind ? Optional.of(kind.found()) : Optional.empty();
    }

    private void find() {
        List<NodeSearch.Found> found = new NodeSearch(kinds, uses).find(field.getText(), fit);
        boolean asked = !field.getText().isBlank();
        List<SearchRow.Line> lines = new ArrayList<>();
        NodeSearch.Part part = null;
        for (NodeSearch.Found one : found) {
            if (one.part() != part) {
                part = one.part();
                lines.add(new SearchRow.Line.Heading(words.say(heading(part, asked))));
            }
            String also = !one.name().isEmpty() ? one.name() : one.kind().alias();
            lines.add(new SearchRow.Line.Kind(one, also.equals(one.kind().title()) ? "" : also, uses.isFavourite(one.kind().type())));
        }
        model.clear();
        model.addAll(lines);
        list.setSelectedIndex(found.isEmpty() ? -1 : 1);
        list.ensureIndexIsVisible(0);
        count.setText(found.isEmpty() ? "" : words.say("search.count", found.size(), kinds.size()));
        explain();
        grow();
    }

    /** As high as what was found needs, from where it stands downwards. */
    private void grow() {
        if (getParent() != null) {
            setSize(getWidth(), Math.min(getPreferredSize().height, most));
            revalidate();
            repaint();
            getParent().repaint(getX(), getY(), getWidth(), most);
        }
    }

    /** It is never higher than that. */
    public void setMost(int height) {
        most = height;
    }

    private String heading(NodeSearch.Part part, boolean asked) {
        return switch (part) {
            case FAVOURITE -> "search.favourites";
            case USED -> "search.used";
            case BEST -> "search.best";
            case OTHER -> fit != null ? "search.alsoFits" : asked ? "search.also" : "search.all";
        };
    }

    private void explain() {
        Optional<NodeSearch.Found> chosen = chosen();
        String text = chosen.map(f -> f.kind().help()).orElse(words.say(fit == null ? "search.none" : "search.none.wire"));
        help.setText("<html>" + text.replace("&", "&amp;").replace("<", "&lt;"));
        help.getAccessibleContext().setAccessibleName(text);
        sockets.show(chosen.map(f -> f.kind().schema()).orElse(null));
    }

    private void step(int by) {
        int at = list.getSelectedIndex();
        int left = Math.abs(by);
        int way = Integer.signum(by);
        int last = at;
        for (int i = at + way; i >= 0 && i < model.size() && left > 0; i += way) {
            if (model.get(i) instanceof SearchRow.Line.Kind) {
                last = i;
                left--;
            }
        }
        if (last >= 0) {
            list.setSelectedIndex(last);
            list.ensureIndexIsVisible(last == 1 ? 0 : last);
        }
    }

    private void take() {
        chosen().ifPresent(deeds::add);
    }

    private void mark() {
        chosen().ifPresent(found -> {
            String type = found.kind().type();
            uses = deeds.mark(type, !uses.isFavourite(type));
            find();
            for (int i = 0; i < model.size(); i++) {
                if (model.get(i) instanceof SearchRow.Line.Kind kind && kind.found().kind().type().equals(type)) {
                    list.setSelectedIndex(i);
                    list.ensureIndexIsVisible(i);
                }
            }
        });
    }

    @Override
    public Dimension getPreferredSize() {
        Dimension head = getComponent(0).getPreferredSize();
        Dimension foot = getComponent(2).getPreferredSize();
        int lines = Math.min(MOST_LIST, list.getPreferredSize().height);
        return new Dimension(WIDTH, 2 + head.height + lines + foot.height);
    }

    @Override
    protected void paintComponent(Graphics g) {
        Ground.paint(g, this, Tone.POPUP, Tone.STRONG);
    }

    /** A dot in a socket's colour. */
    private record Dot(Color colour) implements javax.swing.Icon {
        @Override
        public void paintIcon(java.awt.Component c, Graphics g, int x, int y) {
            Graphics2D g2 = (Graphics2D) g.create();
            g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g2.setColor(colour);
            g2.fillOval(x, y, 9, 9);
            g2.dispose();
        }

        @Override
        public int getIconWidth() {
            return 9;
        }

        @Override
        public int getIconHeight() {
            return 9;
        }
    }
}
