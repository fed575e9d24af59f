package easel.ui.form;

import easel.graph.Control;
import easel.graph.Document;
import easel.graph.Field;
import easel.graph.Value;
import easel.ui.desk.FormFields;
import easel.ui.widget.FocusRing;
import easel.ui.widget.Incoming;
import easel.ui.widget.Typed;
import easel.ui.widget.WeightKeys;
import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.ScrollPaneConstants;
import org.jspecify.annotations.Nullable;

/** Words on one line or on several; several grow with what is written, up to a height, and scroll then. */
final class WordsView implements FieldView {

    private static final int LEAST_ROWS = 3;
    private static final int MOST_ROWS = 12;

    private final Field field;
    private final FormContext context;
    private final JTextArea area;
    private final Frame frame;
    private final Typed typed;
    private final boolean wide;
    private boolean showing;
    /** What is shown by its beginning alone. */
    private @Nullable String tooLong;

    WordsView(Field field, Control.Words words, FormContext context) {
        this.field = field;
        this.context = context;
        area = words.lines() ? new PromptArea() : new JTextArea();
        wide = words.lines() || !context.isDense();
        area.setLineWrap(words.lines());
        if (context.isDense()) {
            area.putClientProperty("FlatLaf.style", "font: $dense.font; margin: 3,5,3,5");
        }
        area.setWrapStyleWord(true);
        // Tab goes to the next control: a prompt has no use for tabs, and keys alone must get out of it.
        area.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        area.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        area.setTransferHandler(Incoming.beside(area.getTransferHandler(), context.dropped()));
        area.setName(field.name());
        area.getAccessibleContext().setAccessibleName(field.label().in(context.language()));
        area.getAccessibleContext().setAccessibleDescription(field.help().in(context.language()));
        area.addFocusListener(new java.awt.event.FocusAdapter() {
            @Override
            public void focusGained(java.awt.event.FocusEvent e) {
                frame().repaint();
            }

            @Override
            public void focusLost(java.awt.event.FocusEvent e) {
                frame().repaint();
            }
        });
        frame = new Frame(area, words.lines() ? LEAST_ROWS : 1, words.lines() ? MOST_ROWS : 1);
        if (words.lines()) {
            WeightKeys.on(area);
            Completion.on((PromptArea) area, context.desk().lexicon(), context.words());
        }
        typed = Typed.hear(area, () -> {
            if (!showing) {
                context.set(field, Value.of(area.getText()));
            }
            frame.grow();
        });
    }

    @Override
    public JComponent component() {
        return frame;
    }

    private Frame frame() {
        return frame;
    }

    @Override
    public JComponent focus() {
        return area;
    }

    JTextArea area() {
        return area;
    }

    @Override
    public void show(Document document) {
        String text = FormFields.text(document, field);
        if (text.equals(tooLong)) {
            return;
        }
        tooLong = null;
        if (!typed.isComposing() && !text.equals(area.getText())) {
            showing = true;
            int caret = area.isFocusOwner() ? Math.min(area.getCaretPosition(), text.length()) : text.length();
            if (area instanceof PromptArea prompt && !prompt.show(text, () -> context.say("form.words.long", text.length()))) {
                tooLong = text;
            } else {
                if (!(area instanceof PromptArea)) {
                    area.setText(text);
                }
                area.setCaretPosition(caret);
            }
            showing = false;
        }
    }

    @Override
    public boolean isWide() {
        return wide;
    }

    private static final class Frame extends JScrollPane {
        private static final long serialVersionUID = 1;
        private final JTextArea area;
        private final int least;
        private final int most;
        private int shown;

        Frame(JTextArea area, int least, int most) {
            super(area, most == 1 ? ScrollPaneConstants.VERTICAL_SCROLLBAR_NEVER : ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED,
                    ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
            this.area = area;
            this.least = least;
            this.most = most;
        }

        void grow() {
            int height = getPreferredSize().height;
            if (height != shown) {
                shown = height;
                revalidate();
            }
        }

        @Override
        public Dimension getPreferredSize() {
            int row = area.getFontMetrics(area.getFont()).getHeight();
            int frame = area.getInsets().top + area.getInsets().bottom + getInsets().top + getInsets().bottom;
            // Only the count of rows is asked of a long text: its height beyond the most rows does not matter.
            int text = area.getWidth() <= 0 || area.getDocument().getLength() > 4000
                    ? (area.getDocument().getLength() > 4000 ? most * row : least * row)
                    : area.getPreferredSize().height - area.getInsets().top - area.getInsets().bottom;
            return new Dimension(100, Math.clamp(text, least * row, most * row) + frame);
        }

        @Override
        public Dimension getMinimumSize() {
            return new Dimension(40, getPreferredSize().height);
        }

        /** The ring lies on the words' edge: when they are painted anew, so is it. */
        @Override
        protected boolean isPaintingOrigin() {
            return true;
        }

        // FlatLaf gives scroll panes a thinner ring than fields.
        @Override
        public void paint(java.awt.Graphics g) {
            super.paint(g);
            if (area.isFocusOwner()) {
                FocusRing.paint(g, this);
            }
        }

        @Override
        public void doLayout() {
            super.doLayout();
            // The wrapped height is only known once the width is.
            grow();
        }
    }
}
