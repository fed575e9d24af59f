package easel.ui.widget;

import javax.swing.AbstractButton;

/** The look of buttons in bars: flat until the pointer is over them. */
public final class ToolButton {

    private ToolButton() {}

    /**
     * Dresses a button.
     *
     * @param name what tests and helpers find it by
     * @param tip  what it does, shown beside the pointer and read aloud
     */
    public static void dress(AbstractButton button, String name, String tip, Runnable deed) {
        button.setName(name);
        button.putClientProperty("JButton.buttonType", "toolBarButton");
        button.setToolTipText(tip);
        button.getAccessibleContext().setAccessibleName(tip);
        button.addActionListener(_ -> deed.run());
    }
}
