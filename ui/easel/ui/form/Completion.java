package easel.ui.form;

import easel.platform.Words;
import easel.prompt.Lexicon;
import easel.ui.task.Edt;
import easel.ui.task.Task;
import easel.ui.theme.Tone;
import easel.ui.widget.Ground;
import easel.ui.widget.ListRow;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Point;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Rectangle2D;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JLayeredPane;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JRootPane;
import javax.swing.SwingUtilities;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.BadLocationException;

/**
 * Names of wildcards, LoRAs and embeddings under a prompt while one is being written: after {@code __}, after {@code <}, or
 * where a word begins like an embedding. Arrows choose, Enter or Tab takes it, Esc goes on without.
 */
public final class Completion {

    private static final int ROW = 26;

    private final PromptArea area;
    private final Words words;
    private final Panel panel = new Panel();
    private final DefaultListModel<Named.Offer> offers = new DefaultListModel<>();
    private final JList<Named.Offer> list = new JList<>(offers);
    private Named named = Named.NOTHING;
    private int from;
    /** Nothing is offered to what this class writes itself. */
    private boolean taking;
    /** Whether Tab leaves the prompt while nothing is offered. */
    private boolean tabLeaves;

    private Completion(PromptArea area, Words words) {
        this.area = area;
        this.words = words;
    }

    /** Gives it to a prompt. */
    public static void on(PromptArea area, Lexicon lexicon, Words words) {
        Completion completion = new Completion(area, words);
        completion.dress();
        area.addFocusListener(new FocusAdapter() {
            @Override
            public void focusGained(FocusEvent e) {
                Task.of(() -> Named.in(lexicon)).whenDone(names -> completion.named = names);
            }

            @Override
            public void focusLost(FocusEvent e) {
                completion.hide();
            }
        });
        area.addKeyListener(completion.keys());
        area.getDocument().addDocumentListener(completion.typing());
        area.addHierarchyListener(_ -> {
            if (!area.isShowing()) {
                completion.hide();
            }
        });
    }

    private void dress() {
        panel.setName("names");
        list.setName("names.found");
        list.setFocusable(false);
        list.setOpaque(false);
        list.setFixedCellHeight(ROW);
        list.setCellRenderer(new ListRow<>(12, offer -> new ListRow.Content(offer.name(), null, words.say(offer.kind().code()))));
        list.getAccessibleContext().setAccessibleName(words.say("form.names"));
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent e) {
                list.setSelectedIndex(list.locationToIndex(e.getPoint()));
                take();
            }
        });
        panel.add(list);
    }

    private DocumentListener typing() {
        return new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent e) {
                // A whole prompt that is put in is not being written; the caret moves after the words did.
                if (e.getLength() == 1 || panel.isShowing()) {
                    Edt.later(Completion.this::offer);
                }
            }

            @Override
            public void removeUpdate(DocumentEvent e) {
                if (panel.isShowing()) {
                    Edt.later(Completion.this::offer);
                }
            }

            @Override
            public void changedUpdate(DocumentEvent e) {
                // Plain text has nothing but its words.
            }
        };
    }

    private KeyAdapter keys() {
        return new KeyAdapter() {
            @Override
            public void keyPressed(KeyEvent e) {
                if (!panel.isShowing() || e.getModifiersEx() != 0) {
                    return;
                }
                switch (e.getKeyCode()) {
                    case KeyEvent.VK_UP -> step(-1);
                    case KeyEvent.VK_DOWN -> step(1);
                    case KeyEvent.VK_ENTER, KeyEvent.VK_TAB -> take();
                    case KeyEvent.VK_ESCAPE -> hide();
                    case KeyEvent.VK_LEFT, KeyEvent.VK_RIGHT, KeyEvent.VK_HOME, KeyEvent.VK_END -> {
                        hide();
                        return;
                    }
                    default -> {
                        return;
                    }
                }
                e.consume();
            }
        };
    }

    private void step(int by) {
        list.setSelectedIndex(Math.floorMod(list.getSelectedIndex() + by, offers.size()));
    }

    private void offer() {
        if (taking || !area.isFocusOwner() || !area.isEditable()) {
            return;
        }
        named.asked(area.getText(), area.getCaretPosition()).ifPresentOrElse(asked -> {
            from = asked.from();
            offers.clear();
            offers.addAll(asked.offers());
            list.setSelectedIndex(0);
            show();
        }, this::hide);
    }

    private void take() {
        Named.Offer offer = list.getSelectedValue();
        hide();
        if (offer != null) {
            taking = true;
            area.select(from, area.getCaretPosition());
            area.replaceSelection(offer.written());
            Edt.later(() -> taking = false);
        }
    }

    private void show() {
        JRootPane root = SwingUtilities.getRootPane(area);
        if (root == null) {
            return;
        }
        JLayeredPane layers = root.getLayeredPane();
        Rectangle2D line;
        try {
            line = area.modelToView2D(from);
        } catch (BadLocationException e) {
            return;
        }
        Dimension size = panel.getPreferredSize();
        Point below = SwingUtilities.convertPoint(area, (int) line.getX(), (int) line.getMaxY() + 2, layers);
        boolean fits = below.y + size.height <= layers.getHeight();
        int y = fits ? below.y : Math.max(0, below.y - 4 - (int) line.getHeight() - size.height);
        panel.setBounds(Math.clamp(below.x, 0, Math.max(0, layers.getWidth() - size.width)), y, size.width, size.height);
        if (panel.getParent() != layers) {
            layers.add(panel, JLayeredPane.POPUP_LAYER);
            tabLeaves = area.getFocusTraversalKeysEnabled();
            area.setFocusTraversalKeysEnabled(false);
        }
        panel.validate();
        panel.repaint();
    }

    private void hide() {
        if (panel.getParent() instanceof JLayeredPane layers) {
            layers.remove(panel);
            area.setFocusTraversalKeysEnabled(tabLeaves);
            layers.repaint(panel.getBounds());
        }
    }

    private final class Panel extends JPanel {

        private static final long serialVersionUID = 1;

        Panel() {
            super(new BorderLayout());
            setOpaque(false);
            setBorder(BorderFactory.createEmptyBorder(5, 1, 5, 1));
        }

        @Override
        public Dimension getPreferredSize() {
            int width = 180;
            for (int i = 0; i < offers.size(); i++) {
                width = Math.max(width, getFontMetrics(getFont()).stringWidth(offers.get(i).name() + words.say(offers.get(i).kind().code())) + 56);
            }
            return new Dimension(Math.min(width, 420), offers.size() * ROW + 10);
        }

        @Override
        protected void paintComponent(Graphics g) {
            Ground.paint(g, this, Tone.POPUP, Tone.STRONG);
        }
    }
}
