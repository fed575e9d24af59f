package easel.ui.keys;

import easel.platform.Language;
import easel.platform.Words;
import easel.ui.action.KeyPreset;
import easel.ui.action.Keyed;
import easel.ui.action.Keymap;
import easel.ui.action.Strokes;
import easel.ui.theme.Icons;
import easel.ui.theme.Tone;
import easel.ui.widget.SearchField;
import easel.ui.widget.Segments;
import easel.ui.widget.SlimScroll;
import java.awt.Dimension;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * Which keys do what, to be found and changed. Enter or a double click on a line waits for keys, and what is pressed then
 * does it from now on; Backspace takes its keys away, Delete brings the preset's back.
 */
public final class KeyEditor extends JPanel {

    private static final long serialVersionUID = 1;
    private static final int ROW = 26;

    private final transient Words words;
    private final transient List<Named> all;
    private final transient Consumer<Keymap> changed;
    private final SearchField search = new SearchField();
    private final DefaultListModel<Named> model = new DefaultListModel<>();
    private final JList<Named> list = new JList<>(model);
    private final JLabel hint = new JLabel();
    private final Segments<KeyPreset> presets;
    private transient Keymap keymap;
    private transient @Nullable Named waiting;

    /** @param changed told each time that keys do something else */
    public KeyEditor(Words words, Language language, Keymap keymap, Consumer<Keymap> changed) {
        super(new MigLayout("insets 0, gap 8 8, novisualpadding, wrap 2", "[grow,fill][]", "[28!][28!][][20!]"));
        this.words = words;
        this.all = Named.all(words, language);
        this.keymap = keymap;
        this.changed = changed;
        setName("key-editor");
        setOpaque(false);
        presets = new Segments<>(Arrays.stream(KeyPreset.values()).map(p -> {
            String name = words.say("keys.preset." + p.name().toLowerCase(Locale.ROOT));
            return new Segments.Choice<>(p, null, name, name);
        }).toList(), preset -> take(this.keymap.in(preset)));
        presets.showValue(keymap.preset());
        JButton reset = new JButton(words.say("keys.reset-all"));
        reset.setName("keys.reset-all");
        reset.addActionListener(_ -> take(this.keymap.in(this.keymap.preset())));
        search.searches("keys.search", words.say("keys.search"), this::filter);
        search.addKeyListener(new KeyAdapter() {
            @Override
            public void keyPressed(KeyEvent e) {
                if (e.getKeyCode() == KeyEvent.VK_DOWN || e.getKeyCode() == KeyEvent.VK_ENTER) {
                    list.requestFocusInWindow();
                    e.consume();
                }
            }
        });
        add(search, "span 2, growx, h 28!");
        add(presets);
        add(reset, "h 28!");
        list.setName("keys.list");
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setFixedCellHeight(ROW);
        list.setCellRenderer(new KeyCell(words, this));
        list.getAccessibleContext().setAccessibleName(words.say("action.keys"));
        list.setFocusTraversalKeysEnabled(false);   // Tab can be a key; Esc leaves
        list.addKeyListener(new KeyAdapter() {
            @Override
            public void keyPressed(KeyEvent e) {
                pressed(e);
            }

            @Override
            public void keyTyped(KeyEvent e) {
                e.consume();   // no jumping to what begins with the letter
            }
        });
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent e) {
                if (e.getClickCount() == 2) {
                    await(list.getSelectedValue());
                }
            }
        });
        list.addListSelectionListener(_ -> {
            if (waiting != null && waiting != list.getSelectedValue()) {
                await(null);
            }
            tell();
        });
        SlimScroll scroll = new SlimScroll(list);
        scroll.setPreferredSize(new Dimension(520, 14 * ROW));
        add(scroll, "span 2, growx");
        hint.setName("keys.hint");
        add(hint, "span 2, wmin 0");
        filter();
    }

    /** The keys of an action as they are now, for its line. */
    String keys(Named of) {
        return of == waiting ? words.say("keys.press")
                : keymap.keys(of.action()).stream().map(Strokes::printed).collect(Collectors.joining("   "));
    }

    boolean isWaiting(Named of) {
        return of == waiting;
    }

    boolean isChanged(Named of) {
        return keymap.isChanged(of.action());
    }

    List<Named> conflicts(Named of) {
        List<Keyed> others = keymap.conflicts(of.action(), all.stream().map(Named::action).toList());
        return all.stream().filter(n -> others.contains(n.action())).toList();
    }

    private void filter() {
        Named before = list.getSelectedValue();
        String[] wanted = search.getText().toLowerCase(Locale.ROOT).strip().split("\\s+");
        model.clear();
        all.stream().filter(n -> Arrays.stream(wanted).allMatch((n.name() + " " + keys(n)).toLowerCase(Locale.ROOT)::contains)).forEach(model::addElement);
        list.setSelectedValue(before, true);
        if (list.getSelectedIndex() < 0 && !model.isEmpty()) {
            list.setSelectedIndex(0);
        }
        tell();
    }

    private void await(@Nullable Named action) {
        waiting = action;
        list.repaint();
        tell();
    }

    private void pressed(KeyEvent e) {
        Named selected = list.getSelectedValue();
        if (selected == null) {
            return;
        }
        int code = e.getKeyCode();
        if (waiting != null) {
            e.consume();
            if (code == KeyEvent.VK_ESCAPE && e.getModifiersEx() == 0) {
                await(null);
            } else if (!isModifier(code)) {
                waiting = null;
                take(keymap.with(selected.action(), List.of(KeyStroke.getKeyStrokeForEvent(e))));
            }
            return;
        }
        switch (code) {
            case KeyEvent.VK_ENTER -> await(selected);
            case KeyEvent.VK_BACK_SPACE -> take(keymap.with(selected.action(), List.of()));
            case KeyEvent.VK_DELETE -> take(keymap.reset(selected.action()));
            case KeyEvent.VK_TAB -> search.requestFocusInWindow();
            default -> {
                return;
            }
        }
        e.consume();
    }

    private static boolean isModifier(int code) {
        return switch (code) {
            case KeyEvent.VK_SHIFT, KeyEvent.VK_CONTROL, KeyEvent.VK_ALT, KeyEvent.VK_META, KeyEvent.VK_ALT_GRAPH, KeyEvent.VK_CAPS_LOCK,
                    KeyEvent.VK_UNDEFINED -> true;
            default -> false;
        };
    }

    private void take(Keymap other) {
        keymap = other;
        presets.showValue(other.preset());
        list.repaint();
        tell();
        changed.accept(other);
    }

    /** What the selected line's keys would do besides, else what can be done here. */
    private void tell() {
        Named selected = list.getSelectedValue();
        List<Named> others = selected == null ? List.of() : conflicts(selected);
        boolean conflict = !others.isEmpty() && waiting == null;
        hint.setText(waiting != null ? words.say("keys.waiting", waiting.name())
                : conflict ? words.say("keys.conflict", others.stream().map(Named::name).collect(Collectors.joining(", "))) : words.say("keys.hint"));
        hint.setIcon(conflict ? Icons.PROBLEM.at(14, Tone.WARNING) : null);
        hint.putClientProperty("FlatLaf.style", "font: $dense.font; foreground: $" + (conflict ? Tone.WARNING : Tone.HINT).key());
    }
}
