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
        dress(button, name, tip, "", deed);
    }

    /**
     * The same for one that a key stands for, too.
     *
     * @param key as it is printed on the keyboard, shown with the tip; empty for none
     */
    public static void dress(AbstractButton button, String name, String tip, String key, Runnable deed) {
        button.setName(name);
        button.putClientProperty("JButton.buttonType", "toolBarButton");
        button.setToolTipText(tip(tip, key));
        button.getAccessibleContext().setAccessibleName(tip);
        button.addActionListener(_ -> deed.run());
    }

    /** What something does, and its key if it has one. */
    public static String tip(String tip, String key) {
        return key.isEmpty() ? tip : tip + "  " + key;
    }
}
