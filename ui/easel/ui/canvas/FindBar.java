package easel.ui.canvas;

import com.formdev.flatlaf.FlatClientProperties;
import easel.graph.NodeId;
import easel.ui.theme.Icons;
import easel.ui.theme.Tone;
import easel.ui.widget.Ground;
import easel.ui.widget.Typed;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.util.List;
import java.util.Set;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** Words to be found on the canvas, in its upper right corner: what has them is selected and brought into view, one after the other. */
final class FindBar {

    private static final int AIR = 16;

    private final CanvasView view;
    private final JComponent sheet;
    private @Nullable Bar bar;
    private String last = "";

    FindBar(CanvasView view, JComponent sheet) {
        this.view = view;
        this.sheet = sheet;
    }

    boolean isOpen() {
        return bar != null;
    }

    @Nullable JTextField field() {
        Bar open = bar;
        return open == null ? null : open.field;
    }

    /** What is said of what was found; empty where nothing is sought. */
    String count() {
        Bar open = bar;
        return open == null ? "" : open.count.getText();
    }

    /** Opens it with what was sought last, or gives it the keys again. */
    void open() {
        Bar open = bar;
        if (open == null) {
            open = new Bar(last);
            bar = open;
            sheet.add(open);
            place();
        }
        open.field.selectAll();
        open.field.requestFocusInWindow();
    }

    /** Opens it with words that a node has. */
    void open(String words, NodeId from) {
        close();
        last = words;
        open();
        Bar open = bar;
        if (open != null) {
            open.goTo(from);
        }
    }

    /** Puts it where it belongs in a canvas of another size. */
    void place() {
        Bar open = bar;
        if (open != null) {
            Dimension size = open.getPreferredSize();
            int width = Math.min(size.width, Math.max(0, sheet.getWidth() - 2 * AIR));
            open.setBounds(sheet.getWidth() - AIR - width, AIR, width, size.height);
            CanvasShot.layOut(open);
            sheet.repaint(open.getBounds());
        }
    }

    /** Whether it was open. */
    boolean close() {
        Bar open = bar;
        if (open == null) {
            return false;
        }
        bar = null;
        last = open.field.getText();
        boolean had = open.field.isFocusOwner();
        sheet.remove(open);
        sheet.repaint(open.getBounds());
        if (had) {
            sheet.requestFocusInWindow();
        }
        return true;
    }

    private final class Bar extends JPanel {

        private static final long serialVersionUID = 1;

        private final JTextField field = new JTextField();
        private final JLabel count = new JLabel("", JLabel.TRAILING);
        private transient Finder.Found found = Finder.Found.NOTHING;
        private int at = -1;

        Bar(String text) {
            super(new MigLayout("insets 2 10 2 2, gap 0, novisualpadding", "[]8[200!,fill]4[84!,fill]4[28!][28!][28!]", "[28!]"));
            setName("find");
            setOpaque(false);
            field.setName("find.field");
            field.setText(text);
            field.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, say("find.placeholder"));
            field.setBorder(BorderFactory.createEmptyBorder());
            field.setOpaque(false);
            field.getAccessibleContext().setAccessibleName(say("action.FIND"));
            Typed.hear(field, this::typed);
            count.putClientProperty("FlatLaf.style", "font: $small.font; foreground: $" + Tone.HINT.key());
            add(new JLabel(Icons.SEARCH.at(14)));
            add(field, "h 28!");
            add(count);
            add(button(Icons.PREVIOUS, "find.previous", () -> step(-1)));
            add(button(Icons.NEXT, "find.next", () -> step(1)));
            add(button(Icons.REMOVE, "find.close", FindBar.this::close));
            key("ENTER", () -> step(1));
            key("shift ENTER", () -> step(-1));
            key("ESCAPE", FindBar.this::close);
            // What happens over it is not meant for what lies beneath.
            addMouseListener(new MouseAdapter() {});
            addMouseWheelListener(_ -> {});
        }

        private String say(String code) {
            return view.scene().say().words(code);
        }

        private JButton button(Icons icon, String code, Runnable deed) {
            JButton button = new JButton(icon.at(14));
            button.setName(code);
            button.putClientProperty("JButton.buttonType", "toolBarButton");
            button.setFocusable(false);
            button.setToolTipText(say(code));
            button.getAccessibleContext().setAccessibleName(say(code));
            button.addActionListener(_ -> deed.run());
            return button;
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

        private void typed() {
            at = -1;
            found = Finder.find(view.scene(), view.host().whole(), field.getText());
            at = found.hits().isEmpty() ? -1 : 0;
            reveal(true);
            if (at >= 0 && found.hits().getFirst() instanceof Finder.Hit.Elsewhere) {
                at = -1;   // Enter goes there
            }
        }

        /** Goes on from what was shown last, in the document as it is now. */
        private void step(int by) {
            Finder.Hit before = at >= 0 && at < found.hits().size() ? found.hits().get(at) : null;
            found = Finder.find(view.scene(), view.host().whole(), field.getText());
            int size = found.hits().size();
            int from = before == null ? -1 : found.hits().indexOf(before);
            at = size == 0 ? -1 : before == null ? by > 0 ? 0 : size - 1 : Math.floorMod(from + by, size);
            reveal(false);
        }

        /** Begins at a node that is shown. */
        void goTo(NodeId node) {
            found = Finder.find(view.scene(), view.host().whole(), field.getText());
            at = found.hits().stream().filter(h -> h instanceof Finder.Hit.OfNode(NodeView there) && there.id().equals(node)).findFirst()
                    .map(found.hits()::indexOf).orElse(-1);
            reveal(true);
        }

        private void reveal(boolean stays) {
            int size = found.hits().size();
            count.setText(field.getText().isBlank() ? "" : size == 0 ? say("find.none")
                    : view.scene().say().words("find.count", Math.floorMod(found.before() + at, size) + 1, size));
            if (at < 0) {
                return;
            }
            switch (found.hits().get(at)) {
                case Finder.Hit.OfNode(NodeView node) -> view.chosen().only(Set.of(node));
                case Finder.Hit.OfGroup(GroupView group) -> view.chosen().only(Set.of(), Set.of(group));
                case Finder.Hit.Elsewhere _ when stays -> {
                    return;   // whoever types wants to see what is here, not be carried off with every letter
                }
                case Finder.Hit.Elsewhere(NodeId node) -> {
                    String words = field.getText();
                    FindBar.this.close();
                    view.host().find(node, words);
                    return;
                }
            }
            view.sight().flyTo(found.hits().get(at).box());
        }

        @Override
        protected void paintComponent(Graphics g) {
            Ground.paint(g, this, Tone.POPUP, Tone.STRONG);
        }
    }
}
