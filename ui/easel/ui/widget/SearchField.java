package easel.ui.widget;

import com.formdev.flatlaf.FlatClientProperties;
import easel.ui.theme.Icons;
import java.awt.Component;
import java.awt.Graphics;
import javax.swing.Icon;
import javax.swing.JTextField;

/** A line to search in something: a magnifier, what it searches in grey, a cross that empties it. */
public final class SearchField extends JTextField {

    private static final long serialVersionUID = 1;
    private static final int INSET = 7;

    public SearchField() {
        putClientProperty(FlatClientProperties.TEXT_FIELD_LEADING_ICON, new InsetIcon(Icons.SEARCH.at(12)));
        putClientProperty(FlatClientProperties.TEXT_FIELD_SHOW_CLEAR_BUTTON, true);
    }

    /** @param what what is searched, shown while the field is empty and read aloud */
    public void searches(String name, String what, Runnable typed) {
        setName(name);
        putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, what);
        getAccessibleContext().setAccessibleName(what);
        Typed.hear(this, typed);
    }

    /** The field's margin lies between its icon and its words; this one is between the edge and the icon. */
    private record InsetIcon(Icon icon) implements Icon {

        @Override
        public void paintIcon(Component c, Graphics g, int x, int y) {
            icon.paintIcon(c, g, x + INSET, y);
        }

        @Override
        public int getIconWidth() {
            return INSET + icon.getIconWidth();
        }

        @Override
        public int getIconHeight() {
            return icon.getIconHeight();
        }
    }
}
