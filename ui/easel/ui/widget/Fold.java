package easel.ui.widget;

import easel.ui.theme.Icons;
import java.awt.Dimension;
import java.awt.Graphics;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JLabel;
import net.miginfocom.swing.MigLayout;

/** The head of a section that folds: a chevron, a title and, while it is folded, what is inside in a few words. */
public final class Fold extends JButton {

    private static final long serialVersionUID = 1;

    private final JLabel chevron = new JLabel();
    private final ItemsLabel summary = new ItemsLabel();
    private final transient Consumer<Boolean> changed;
    private boolean open;

    /** @param changed told on the EDT when the person has folded or unfolded it */
    public Fold(String title, boolean open, Consumer<Boolean> changed) {
        this.changed = changed;
        this.open = open;
        setLayout(new MigLayout("insets 0 2 0 2, gap 8, novisualpadding", "[][]8:push[0::,shrink 200,right]", "[28!,center]"));
        setContentAreaFilled(false);
        setBorderPainted(false);
        setFocusPainted(false);
        putClientProperty("JButton.buttonType", "none");
        setBorder(javax.swing.BorderFactory.createEmptyBorder());
        JLabel head = new JLabel(title);
        head.putClientProperty("FlatLaf.styleClass", "semibold");
        summary.putClientProperty("FlatLaf.styleClass", "hint");
        add(chevron);
        add(head);
        add(summary, "wmin 0");
        getAccessibleContext().setAccessibleName(title);
        addActionListener(_ -> {
            setOpen(!this.open);
            changed.accept(this.open);
        });
        setOpen(open);
    }

    /** What is inside, shown while folded as far as there is room. */
    public void summarise(List<String> items, String join) {
        summary.show(items, join);
        getAccessibleContext().setAccessibleDescription(String.join(join, items));
    }

    /** Shows it open or folded. */
    public void setOpen(boolean nowOpen) {
        open = nowOpen;
        chevron.setIcon((open ? Icons.CHEVRON_DOWN : Icons.CHEVRON_RIGHT).at(12));
        summary.setVisible(!open);
    }

    /** Whether it is open. */
    public boolean isOpen() {
        return open;
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(getLayout().preferredLayoutSize(this).width, 28);
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(40, 28);
    }

    @Override
    protected void paintComponent(Graphics g) {
        if (isFocusOwner()) {
            FocusRing.paint(g, this);
        }
    }
}
