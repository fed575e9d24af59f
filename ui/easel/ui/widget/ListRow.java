package easel.ui.widget;

import easel.ui.theme.Tone;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.function.Function;
import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** A row of a list that lies over something else: a name, a note at its end, and a rounded ground where it is chosen. */
public final class ListRow<T> extends JPanel implements ListCellRenderer<T> {

    private static final long serialVersionUID = 1;

    private final transient Function<T, Content> content;
    private final JLabel name = new JLabel();
    private final JLabel note = new JLabel();
    private boolean chosen;

    /** What stands in it. */
    public record Content(String name, @Nullable Icon icon, String note) {}

    /** @param gap between name and note, in pixels */
    public ListRow(int gap, Function<T, Content> content) {
        super(new MigLayout("insets 0 12 0 12, gap " + gap + ", novisualpadding, fill", "[grow,fill][]", "[center]"));
        this.content = content;
        setOpaque(false);
        name.setIconTextGap(8);
        note.putClientProperty("FlatLaf.styleClass", "hint");
        add(name, "wmin 0");
        add(note);
    }

    @Override
    public Component getListCellRendererComponent(JList<? extends T> of, T item, int at, boolean isChosen, boolean focus) {
        Content shown = content.apply(item);
        name.setText(shown.name());
        name.setIcon(shown.icon());
        note.setText(shown.note());
        chosen = isChosen;
        getAccessibleContext().setAccessibleName(shown.name());
        return this;
    }

    @Override
    protected void paintComponent(Graphics g) {
        if (chosen) {
            Graphics2D g2 = (Graphics2D) g.create();
            g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g2.setColor(Tone.SELECTION.color());
            g2.fillRoundRect(4, 0, getWidth() - 8, getHeight(), 8, 8);
            g2.dispose();
        }
    }
}
