package easel.ui.widget;

import easel.ui.theme.Hairline;
import java.awt.Dimension;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** What is left of a panel at a side where there is no room for it: buttons that open it, one under the other. */
public final class Rail extends JPanel {

    private static final long serialVersionUID = 1;
    private static final int WIDTH = 40;

    /** @param left whether it stands at the window's left */
    public Rail(boolean left) {
        super(new MigLayout("insets 6 0 6 0, gap 0 2, novisualpadding, wrap, alignx center", "[center]", ""));
        setBorder(left ? new Hairline(0, 0, 0, 1) : new Hairline(0, 1, 0, 0));
    }

    /** Adds a button. */
    public void add(Icon icon, String name, Runnable deed) {
        JButton button = new JButton(icon);
        button.putClientProperty("JButton.buttonType", "toolBarButton");
        button.setToolTipText(name);
        button.getAccessibleContext().setAccessibleName(name);
        button.addActionListener(_ -> deed.run());
        add(button, "w 28!, h 28!");
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(WIDTH, 100);
    }
}
