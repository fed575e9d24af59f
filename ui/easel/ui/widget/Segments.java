package easel.ui.widget;

import com.formdev.flatlaf.util.HiDPIUtils;
import easel.ui.theme.Tone;
import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.ActionEvent;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.ButtonGroup;
import javax.swing.Icon;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** One of a few things, side by side in one rounded frame. The arrow keys move between them. */
public final class Segments<T> extends JPanel {

    private static final long serialVersionUID = 1;
    private static final int RADIUS = 6;
    private static final int HEIGHT = 28;

    /** One choice: an icon or a text is shown, the name is what a screen reader says and the tooltip shows. */
    public record Choice<T>(T value, @Nullable Icon icon, @Nullable String text, String name) {}

    private final transient List<Choice<T>> choices;
    private final List<Segment> segments = new ArrayList<>();
    private final ButtonGroup group = new ButtonGroup();

    /** @param chosen told on the EDT when the person has chosen */
    public Segments(List<Choice<T>> choices, Consumer<T> chosen) {
        super(new MigLayout("insets 0, gap 0, novisualpadding, fill", "", "[fill]"));
        this.choices = List.copyOf(choices);
        setOpaque(false);
        for (int i = 0; i < choices.size(); i++) {
            Choice<T> choice = choices.get(i);
            Segment segment = new Segment(choice.text(), choice.icon(), i == 0, i == choices.size() - 1);
            segment.getAccessibleContext().setAccessibleName(choice.name());
            if (choice.text() == null) {
                segment.setToolTipText(choice.name());
            }
            int at = i;
            segment.addActionListener(_ -> {
                rove(at);
                chosen.accept(choice.value());
            });
            moveOn(segment, "RIGHT", i + 1);
            moveOn(segment, "LEFT", i - 1);
            segments.add(segment);
            group.add(segment);
            add(segment, "grow, push, w 28:100:");
        }
        rove(0);
    }

    /** Tab comes to one of them, the chosen one; the arrow keys do the rest. */
    private void rove(int to) {
        for (int i = 0; i < segments.size(); i++) {
            segments.get(i).setFocusable(i == to);
        }
    }

    private void moveOn(Segment from, String key, int to) {
        from.getInputMap().put(KeyStroke.getKeyStroke(key), "move" + key);
        from.getActionMap().put("move" + key, new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent e) {
                if (to >= 0 && to < segments.size()) {
                    rove(to);
                    segments.get(to).requestFocusInWindow();
                    segments.get(to).doClick(0);
                }
            }
        });
    }

    /** Shows a value as chosen; one that is none of the choices leaves all of them free. */
    public void showValue(@Nullable T value) {
        group.clearSelection();
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).value().equals(value)) {
                segments.get(i).setSelected(true);
                if (segments.stream().noneMatch(Segment::isFocusOwner)) {
                    rove(i);
                }
            }
        }
    }

    /** Lets only these be chosen. */
    public void offer(Collection<T> some) {
        for (int i = 0; i < choices.size(); i++) {
            segments.get(i).setEnabled(isEnabled() && some.contains(choices.get(i).value()));
        }
    }

    /** Gives the keys to the chosen one. */
    public void focusChosen() {
        segments.stream().filter(Segment::isFocusable).findFirst().ifPresent(Segment::requestFocusInWindow);
    }

    @Override
    public void setEnabled(boolean enabled) {
        super.setEnabled(enabled);
        segments.forEach(s -> s.setEnabled(enabled));
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(super.getPreferredSize().width, HEIGHT);
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(segments.size() * HEIGHT, HEIGHT);
    }

    private static final class Segment extends JToggleButton {
        private static final long serialVersionUID = 1;
        private final boolean first;
        private final boolean last;

        Segment(@Nullable String text, @Nullable Icon icon, boolean first, boolean last) {
            super(text, icon);
            this.first = first;
            this.last = last;
            setContentAreaFilled(false);
            setBorderPainted(false);
            setFocusPainted(false);
            setOpaque(false);
            setRolloverEnabled(true);
            putClientProperty("JButton.buttonType", "none");
            setBorder(javax.swing.BorderFactory.createEmptyBorder(0, 8, 0, 8));
        }

        @Override
        protected void paintComponent(Graphics g) {
            Graphics2D g2 = (Graphics2D) g.create();
            HiDPIUtils.paintAtScale1x(g2, this, this::paintFrame);
            g2.dispose();
            super.paintComponent(g);
        }

        private void paintFrame(Graphics2D g, int x, int y, int w, int h, double scale) {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            double line = Math.max(1, Math.floor(scale));
            Area outer = shape(x, y, w, h, RADIUS * scale);
            Area inner = shape(x + (first ? line : 0), y + line, w - line - (first ? line : 0), h - 2 * line, RADIUS * scale - line);
            g.setColor((isEnabled() ? Tone.STRONG : Tone.LINE).color());
            Area frame = new Area(outer);
            frame.subtract(inner);
            g.fill(frame);
            Tone fill = !isEnabled() ? (isSelected() ? Tone.HOVER : Tone.PANEL)
                    : isSelected() ? Tone.SELECTION : getModel().isArmed() ? Tone.PRESS : getModel().isRollover() ? Tone.HOVER : Tone.PANEL;
            g.setColor(fill.color());
            g.fill(inner);
            if (isFocusOwner()) {
                double inset = scale;
                g.setColor(Tone.INK.color());
                g.setStroke(new BasicStroke((float) (2 * scale)));
                double r = 2 * (RADIUS - 1) * scale;
                g.draw(new RoundRectangle2D.Double(x + inset, y + inset, w - 2 * inset, h - 2 * inset, r, r));
            }
        }

        /** Rounded where the row ends, square inside it. */
        private Area shape(double x, double y, double w, double h, double r) {
            Area area = new Area(new RoundRectangle2D.Double(x, y, w, h, 2 * r, 2 * r));
            if (!first) {
                area.add(new Area(new Rectangle2D.Double(x, y, w / 2, h)));
            }
            if (!last) {
                area.add(new Area(new Rectangle2D.Double(x + w / 2, y, w - w / 2, h)));
            }
            return area;
        }
    }
}
