package easel.ui.form;

import com.formdev.flatlaf.ui.FlatTextAreaUI;
import easel.ui.canvas.PromptInk;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.function.Supplier;
import javax.swing.JTextArea;
import javax.swing.UIManager;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.BadLocationException;
import javax.swing.text.Element;
import javax.swing.text.Segment;
import javax.swing.text.Utilities;
import javax.swing.text.View;
import javax.swing.text.WrappedPlainView;
import org.jspecify.annotations.Nullable;

/** A text area for prompts: weights, LoRAs and wildcards have their colours, as the canvas shows them. */
public final class PromptArea extends JTextArea {

    private static final long serialVersionUID = 1;
    /** Colours are found anew with every key; beyond so many characters that would be felt. */
    private static final int LONGEST = 8000;
    /** Swing wraps one line of ten times as much in ten seconds, with every key (measured). */
    private static final int LONGEST_EDITED = 150_000;
    private static final int SHOWN = 2_000;

    private transient Color @Nullable [] inks;

    public PromptArea() {
        setLineWrap(true);
        setWrapStyleWord(true);
        getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent e) {
                changed();
            }

            @Override
            public void removeUpdate(DocumentEvent e) {
                changed();
            }

            @Override
            public void changedUpdate(DocumentEvent e) {
                changed();
            }
        });
    }

    /**
     * Shows words. Of more than can be edited without a wait the beginning is shown, and cannot be changed.
     *
     * @param told what is said below that beginning
     * @return whether they can be edited
     */
    public boolean show(String words, Supplier<String> told) {
        boolean editable = words.length() <= LONGEST_EDITED;
        setEditable(editable);
        setText(editable ? words : words.substring(0, SHOWN) + "\u2026\n\n" + told.get());
        if (!editable) {
            setCaretPosition(0);
        }
        return editable;
    }

    private void changed() {
        inks = null;
        repaint();   // a bracket far away may have changed the colour of everything
    }

    @Override
    public void updateUI() {
        inks = null;
        setUI(new Look());
    }

    private Color[] inks() {
        Color[] known = inks;
        if (known == null) {
            known = getDocument().getLength() > LONGEST ? new Color[0] : PromptInk.colours(getText());
            inks = known;
        }
        return known;
    }

    private static final class Look extends FlatTextAreaUI {
        @Override
        public View create(Element element) {
            return getComponent() instanceof PromptArea area ? new Inked(element, area) : super.create(element);
        }
    }

    private static final class Inked extends WrappedPlainView {

        private final PromptArea area;

        Inked(Element element, PromptArea area) {
            super(element, true);
            this.area = area;
        }

        @Override
        protected float drawUnselectedText(Graphics2D g, float x, float y, int from, int to) throws BadLocationException {
            Color[] inks = area.isEnabled() ? area.inks() : new Color[0];
            if (inks.length < to - 1) {
                return super.drawUnselectedText(g, x, y, from, to);
            }
            // As Swing draws text itself: what runs of colours are drawn with knows no component.
            Object smooth = UIManager.get(RenderingHints.KEY_TEXT_ANTIALIASING);
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, smooth == null ? RenderingHints.VALUE_TEXT_ANTIALIAS_ON : smooth);
            float at = x;
            int start = from;
            Segment segment = new Segment();
            while (start < to) {
                Color ink = inks[Math.min(start, inks.length - 1)];
                int end = start + 1;
                while (end < to && inks[Math.min(end, inks.length - 1)].equals(ink)) {
                    end++;
                }
                getDocument().getText(start, end - start, segment);
                g.setColor(ink);
                at = Utilities.drawTabbedText(segment, at, y, g, this, start);
                start = end;
            }
            return at;
        }
    }
}
