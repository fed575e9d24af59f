package easel.ui.search;

import easel.graph.Schema;
import easel.graph.SocketType;
import easel.nodes.Catalogue;
import easel.platform.Language;
import easel.ui.theme.Tone;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.List;
import javax.swing.JPanel;
import javax.swing.UIManager;
import org.jspecify.annotations.Nullable;

/** What a kind of node takes and gives, as coloured dots with names on one line. */
final class SocketLine extends JPanel {

    private static final long serialVersionUID = 1;
    private static final int DOT = 7;

    private final transient Language language;
    private transient @Nullable Schema schema;

    SocketLine(Language language) {
        this.language = language;
        setOpaque(false);
    }

    void show(@Nullable Schema other) {
        schema = other;
        getAccessibleContext().setAccessibleDescription(other == null ? "" : String.join(", ", names(other)));
        repaint();
    }

    private List<String> names(Schema of) {
        return java.util.stream.Stream.concat(of.inputs().stream().map(Schema.Input::name), of.outputs().stream().map(Schema.Output::name))
                .map(n -> Catalogue.label(of.type(), n, language)).toList();
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(100, 16);
    }

    @Override
    protected void paintComponent(Graphics g) {
        Schema of = schema;
        if (of == null) {
            return;
        }
        Graphics2D g2 = (Graphics2D) g.create();
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        Font small = UIManager.getFont("small.font");
        g2.setFont(small);
        int x = 0;
        FontMetrics metrics = g2.getFontMetrics();
        List<Integer> needed = of.inputs().stream().map(i -> width(Catalogue.label(of.type(), i.name(), language), metrics)).toList();
        int given = of.outputs().stream().mapToInt(o -> width(Catalogue.label(of.type(), o.name(), language), metrics)).sum()
                + metrics.stringWidth("\u2192") + 8;
        // What it gives is what people choose by: of what it takes the rest is left out where there is no room.
        int fit = fitting(needed, getWidth() - Math.min(given, getWidth() / 2), metrics.stringWidth("\u2026") + 8);
        for (Schema.Input in : of.inputs().subList(0, fit)) {
            x = socket(g2, Catalogue.label(of.type(), in.name(), language), in.type(), x);
        }
        if (fit < needed.size()) {
            g2.setColor(Tone.HINT.color());
            g2.drawString("\u2026", x, baseline(metrics));
            x += metrics.stringWidth("\u2026") + 8;
        }
        if (!of.outputs().isEmpty()) {
            g2.setColor(Tone.HINT.color());
            g2.drawString("\u2192", x, baseline(metrics));
            x += metrics.stringWidth("\u2192") + 8;
        }
        for (Schema.Output out : of.outputs()) {
            x = socket(g2, Catalogue.label(of.type(), out.name(), language), out.type(), x);
        }
        g2.dispose();
    }

    private static int width(String name, FontMetrics metrics) {
        return DOT + 4 + metrics.stringWidth(name) + 10;
    }

    /** How many of some widths fit into a room; where not all do, with room for a sign that says so. */
    static int fitting(List<Integer> widths, int room, int sign) {
        int all = widths.stream().mapToInt(Integer::intValue).sum();
        int left = all <= room ? room : room - sign;
        int fit = 0;
        while (fit < widths.size() && widths.get(fit) <= left) {
            left -= widths.get(fit++);
        }
        return fit;
    }

    private int socket(Graphics2D g, String name, SocketType type, int x) {
        FontMetrics metrics = g.getFontMetrics();
        g.setColor(KindLook.socket(type));
        g.fillOval(x, (getHeight() - DOT) / 2, DOT, DOT);
        g.setColor(Tone.HINT.color());
        String shown = SearchRow.cut(name, metrics, Math.max(0, getWidth() - x - DOT - 4));
        g.drawString(shown, x + DOT + 4, baseline(metrics));
        return x + DOT + 4 + metrics.stringWidth(shown) + 10;
    }

    private int baseline(FontMetrics metrics) {
        return (getHeight() + metrics.getAscent() - metrics.getDescent()) / 2;
    }
}
