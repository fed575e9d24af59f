package easel.ui.widget;

import java.awt.Dimension;
import java.util.List;
import javax.swing.JLabel;

/** A line of short items; where it is too narrow for all, the last ones are left out whole, none is cut. */
final class ItemsLabel extends JLabel {

    private static final long serialVersionUID = 1;

    private transient List<String> items = List.of();
    private String join = "";

    /** Shows these, {@code join} between them. */
    void show(List<String> all, String between) {
        items = List.copyOf(all);
        join = between;
        fit(getWidth());
        revalidate();
    }

    private void fit(int width) {
        int n = items.size();
        while (n > 0 && widthOf(first(n)) > width) {
            n--;
        }
        String text = first(n);
        if (!text.equals(getText())) {
            setText(text);
        }
    }

    private String first(int n) {
        return String.join(join, items.subList(0, n));
    }

    private int widthOf(String text) {
        return getFontMetrics(getFont()).stringWidth(text) + getInsets().left + getInsets().right;
    }

    @Override
    public void setBounds(int x, int y, int width, int height) {
        super.setBounds(x, y, width, height);
        fit(width);
    }

    /** As wide as all items: what is shown must not decide how much room there is. */
    @Override
    public Dimension getPreferredSize() {
        // The base class asks before the fields are there.
        return items == null ? super.getPreferredSize() : new Dimension(widthOf(first(items.size())), getFontMetrics(getFont()).getHeight());
    }
}
