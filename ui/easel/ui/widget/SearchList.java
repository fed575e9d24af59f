package easel.ui.widget;

import com.formdev.flatlaf.FlatClientProperties;
import easel.ui.theme.Icons;
import easel.ui.theme.Tone;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JSeparator;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import org.jspecify.annotations.Nullable;

/**
 * Some things to choose from under a field that finds them: words of the label in any order, what begins with them
 * first. The keys stay in the field; arrows and Enter choose.
 */
public final class SearchList<T> extends JPanel {

    private static final long serialVersionUID = 1;
    private static final int ROW = 28;
    private static final int MOST_ROWS = 9;

    /**
     * A thing to choose.
     *
     * @param note said at the right, quietly; may be empty
     */
    public record Item<T>(T value, String label, String note, @Nullable Icon icon) {

        /** One with nothing but its label. */
        public static <T> Item<T> of(T value, String label) {
            return new Item<>(value, label, "", null);
        }
    }

    private final transient List<Item<T>> all;
    private final transient Consumer<T> picked;
    private final JTextField field = new JTextField();
    private final DefaultListModel<Item<T>> model = new DefaultListModel<>();
    private final JList<Item<T>> list = new JList<>(model);

    /**
     * @param chosen what is chosen now, or null
     * @param name   what is chosen here, for people who do not see it
     * @param picked told on the EDT what the person chose
     */
    public SearchList(List<Item<T>> items, @Nullable T chosen, String name, String placeholder, Consumer<T> picked) {
        super(new BorderLayout());
        this.all = List.copyOf(items);
        this.picked = picked;
        setOpaque(false);
        setBorder(BorderFactory.createEmptyBorder(1, 1, 5, 1));
        field.setName("search-list");
        field.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, placeholder);
        field.setBorder(BorderFactory.createEmptyBorder(0, 8, 0, 12));
        field.setOpaque(false);
        field.getAccessibleContext().setAccessibleName(name);
        Typed.hear(field, this::filter);
        key("UP", () -> step(-1));
        key("DOWN", () -> step(1));
        key("PAGE_UP", () -> step(-MOST_ROWS));
        key("PAGE_DOWN", () -> step(MOST_ROWS));
        key("ENTER", this::pick);
        list.setName("search-list.found");
        list.setFocusable(false);
        list.setOpaque(false);
        list.setFixedCellHeight(ROW);
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setCellRenderer(new ListRow<>(8, item -> new ListRow.Content(item.label(), item.icon(), item.note())));
        list.getAccessibleContext().setAccessibleName(name);
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseReleased(MouseEvent e) {
                int at = list.locationToIndex(e.getPoint());
                if (at >= 0 && list.getCellBounds(at, at).contains(e.getPoint())) {
                    list.setSelectedIndex(at);
                    pick();
                }
            }
        });
        list.addMouseMotionListener(new MouseAdapter() {
            @Override
            public void mouseMoved(MouseEvent e) {
                list.setSelectedIndex(list.locationToIndex(e.getPoint()));
            }
        });
        JPanel head = new JPanel(new BorderLayout());
        head.setOpaque(false);
        field.setPreferredSize(new Dimension(100, 34));
        JLabel glass = new JLabel(Icons.SEARCH.at(14));
        glass.setBorder(BorderFactory.createEmptyBorder(0, 12, 0, 0));
        head.add(glass, BorderLayout.WEST);
        head.add(field);
        head.add(new JSeparator(), BorderLayout.SOUTH);
        add(head, BorderLayout.NORTH);
        SlimScroll scroll = new SlimScroll(list).on(Tone.POPUP);
        scroll.setBorder(BorderFactory.createEmptyBorder(4, 0, 0, 0));
        add(scroll);
        filter();
        for (int i = 0; i < model.size(); i++) {
            if (model.get(i).value().equals(chosen)) {
                list.setSelectedIndex(i);
            }
        }
    }

    /** What takes the keys. */
    public JTextField field() {
        return field;
    }

    private void key(String key, Runnable deed) {
        field.getInputMap().put(KeyStroke.getKeyStroke(key), key);
        field.getActionMap().put(key, new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent e) {
                deed.run();
            }
        });
    }

    private void step(int by) {
        if (!model.isEmpty()) {
            int to = Math.clamp(list.getSelectedIndex() + by, 0, model.size() - 1);
            list.setSelectedIndex(to);
            list.ensureIndexIsVisible(to);
        }
    }

    private void pick() {
        Item<T> item = list.getSelectedValue();
        if (item != null) {
            picked.accept(item.value());
        }
    }

    private void filter() {
        String[] words = field.getText().strip().toLowerCase(Locale.ROOT).split("\\s+");
        List<Item<T>> first = new ArrayList<>();
        List<Item<T>> then = new ArrayList<>();
        for (Item<T> item : all) {
            String label = (item.label() + " " + item.note()).toLowerCase(Locale.ROOT);
            boolean found = true;
            for (String word : words) {
                found &= label.contains(word);
            }
            if (found) {
                (label.startsWith(words[0]) ? first : then).add(item);
            }
        }
        model.clear();
        model.addAll(first);
        model.addAll(then);
        if (!model.isEmpty()) {
            list.setSelectedIndex(0);
        }
        list.repaint();
    }

    /** Scrolls to what is chosen; to be called once it has its size. */
    public void showChosen() {
        int at = list.getSelectedIndex();
        if (at >= 0) {
            Rectangle cell = list.getCellBounds(at, at);
            if (cell != null) {
                list.scrollRectToVisible(cell);
            }
        }
    }

    @Override
    public Dimension getPreferredSize() {
        int width = 160;
        for (Item<T> item : all.subList(0, Math.min(all.size(), 200))) {
            int note = item.note().isEmpty() ? 0 : getFontMetrics(getFont()).stringWidth(item.note()) + 16;
            width = Math.max(width, getFontMetrics(getFont()).stringWidth(item.label()) + note + (item.icon() == null ? 0 : 28)
                    + 40);
        }
        return new Dimension(Math.min(width, 360), 1 + 35 + 4 + Math.clamp(all.size(), 1, MOST_ROWS) * ROW + 5);
    }

    @Override
    protected void paintComponent(Graphics g) {
        Ground.paint(g, this, Tone.POPUP, Tone.STRONG);
    }
}
