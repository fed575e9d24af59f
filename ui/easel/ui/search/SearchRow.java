package easel.ui.search;

import easel.ui.theme.Icons;
import easel.ui.theme.Tone;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;
import javax.swing.UIManager;
import org.jspecify.annotations.Nullable;

/** A line of the search: a heading, or a kind of node with what it is also called and the mark of a favourite. */
final class SearchRow extends JPanel implements ListCellRenderer<SearchRow.Line> {

    private static final long serialVersionUID = 1;
    static final int ROW = 28;
    static final int HEADING = 24;
    /** From the right edge, in logical pixels, where a click marks a favourite. */
    static final int STAR = 32;

    /** What stands in a line. */
    sealed interface Line {
        record Heading(String words) implements Line {}

        record Kind(NodeSearch.Found found, String also, boolean favourite) implements Line {}
    }

    private transient @Nullable Line line;
    private boolean chosen;

    SearchRow() {
        setOpaque(false);
    }

    @Override
    public Component getListCellRendererComponent(JList<? extends Line> list, Line value, int index, boolean isChosen, boolean focused) {
        line = value;
        chosen = isChosen;
        if (value instanceof Line.Kind kind) {
            getAccessibleContext().setAccessibleName(kind.found.kind().title() + (kind.also.isEmpty() ? "" : ", " + kind.also));
        }
        return this;
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(200, line instanceof Line.Heading ? HEADING : ROW);
    }

    @Override
    protected void paintComponent(Graphics g) {
        Graphics2D g2 = (Graphics2D) g.create();
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        Object hints = java.awt.Toolkit.getDefaultToolkit().getDesktopProperty("awt.font.desktophints");
        if (hints instanceof java.util.Map<?, ?> map) {
            g2.addRenderingHints(map);
        } else {
            g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        }
        switch (line) {
            case Line.Heading heading -> text(g2, heading.words, font("small.font"), Tone.HINT.color(), 15, getWidth() - 30, false);
            case Line.Kind kind -> kind(g2, kind);
            case null -> { }
        }
        g2.dispose();
    }

    private void kind(Graphics2D g, Line.Kind kind) {
        if (chosen) {
            g.setColor(Tone.SELECTION.color());
            g.fillRoundRect(5, 0, getWidth() - 10, getHeight(), 8, 8);
        }
        icon(g, KindLook.icon(kind.found.kind().schema().kind()), 16, 15, KindLook.colour(kind.found.kind().schema().kind()));
        int end = getWidth() - 15;
        if (chosen || kind.favourite) {
            icon(g, kind.favourite ? Icons.STARRED : Icons.STAR, 13, end - 13, (kind.favourite ? Tone.WARNING : Tone.HINT).color());
            end -= 21;
        }
        String title = kind.found.kind().title();
        Font plain = UIManager.getFont("defaultFont");
        int from = 39;
        int wide = g.getFontMetrics(plain).stringWidth(title);
        text(g, title, plain, Tone.TEXT.color(), from, end - from, false);
        int room = end - from - wide - 16;
        if (room > 40) {
            text(g, kind.also, font("small.font"), Tone.HINT.color(), end - room, room, true);
        }
    }

    private void icon(Graphics2D g, Icons icon, int size, int x, Color colour) {
        Shape outline = AffineTransform.getTranslateInstance(x, (getHeight() - size) / 2.0).createTransformedShape(icon.outline(size));
        g.setColor(colour);
        g.fill(outline);
    }

    private static Font font(String key) {
        Font font = UIManager.getFont(key);
        return font == null ? UIManager.getFont("defaultFont") : font;
    }

    private void text(Graphics2D g, String text, Font font, Color colour, int x, int room, boolean right) {
        FontMetrics metrics = g.getFontMetrics(font);
        String shown = cut(text, metrics, room);
        g.setFont(font);
        g.setColor(colour);
        g.drawString(shown, right ? x + room - metrics.stringWidth(shown) : x, (getHeight() + metrics.getAscent() - metrics.getDescent()) / 2);
    }

    static String cut(String text, FontMetrics metrics, int room) {
        if (metrics.stringWidth(text) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 0 && metrics.stringWidth(text.substring(0, end) + "\u2026") > room) {
            end--;
        }
        return end == 0 ? "" : text.substring(0, end).stripTrailing() + "\u2026";
    }
}
