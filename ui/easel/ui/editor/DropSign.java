package easel.ui.editor;

import easel.platform.Words;
import easel.ui.theme.Tone;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.RenderingHints;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import javax.swing.UIManager;
import org.jspecify.annotations.Nullable;

/** Over the canvas while a file is held over it: what letting go does, one place or two halves. */
final class DropSign extends JComponent {

    private static final long serialVersionUID = 1;
    private static final int AIR = 16;

    private final transient Words words;
    private boolean halves;
    private @Nullable Point at;

    DropSign(Words words) {
        this.words = words;
        setName("drop-sign");
        setVisible(false);
    }

    /** A file is held over a place; with a workflow in it there are two halves. */
    void hold(Point place, boolean workflow) {
        at = place;
        halves = workflow;
        getAccessibleContext().setAccessibleName(!workflow ? words.say("drop.here") : words.say(opens(place) ? "drop.open" : "drop.insert"));
        setVisible(true);
        repaint();
    }

    void leave() {
        halves = false;
        setVisible(false);
    }

    /** Whether there are halves and a place lies in the one that opens a tab. */
    boolean opens(Point place) {
        return halves && place.x < getWidth() / 2;
    }

    /** What letting go would do, for people who do not see it. */
    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new AccessibleJComponent() {
                private static final long serialVersionUID = 1;

                @Override
                public AccessibleRole getAccessibleRole() {
                    return AccessibleRole.LABEL;
                }
            };
        }
        return accessibleContext;
    }

    @Override
    protected void paintComponent(Graphics g) {
        Point place = at;
        if (place == null) {
            return;
        }
        Graphics2D g2 = (Graphics2D) g.create();
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        if (halves) {
            int half = getWidth() / 2;
            part(g2, AIR, half - AIR - AIR / 2, opens(place), words.say("drop.open"));
            part(g2, half + AIR / 2, getWidth() - half - AIR - AIR / 2, !opens(place), words.say("drop.insert"));
        } else {
            part(g2, AIR, getWidth() - 2 * AIR, true, words.say("drop.here"));
        }
        g2.dispose();
    }

    private void part(Graphics2D g, int x, int width, boolean meant, String text) {
        int height = getHeight() - 2 * AIR;
        g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, meant ? 0.9f : 0.75f));
        g.setColor((meant ? Tone.SELECTION : Tone.PANEL).color());
        g.fillRoundRect(x, AIR, width, height, 12, 12);
        g.setComposite(AlphaComposite.SrcOver);
        g.setColor((meant ? Tone.INK : Tone.STRONG).color());
        g.setStroke(new BasicStroke(meant ? 2 : 1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {6, 4}, 0));
        g.drawRoundRect(x, AIR, width - 1, height - 1, 12, 12);
        Color ink = (meant ? Tone.TEXT : Tone.LABEL).color();
        g.setColor(ink);
        g.setFont(UIManager.getFont("h3.font"));
        FontMetrics metrics = g.getFontMetrics();
        g.drawString(text, x + (width - metrics.stringWidth(text)) / 2, getHeight() / 2 + metrics.getAscent() / 2);
    }

    /** The canvas under it keeps the mouse. */
    @Override
    public boolean contains(int x, int y) {
        return false;
    }
}
