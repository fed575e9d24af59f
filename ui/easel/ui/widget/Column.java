package easel.ui.widget;

import java.awt.Dimension;
import java.awt.LayoutManager;
import java.awt.Rectangle;
import javax.swing.JPanel;
import javax.swing.Scrollable;

/** What stands in a scroll pane as wide as that is, and scrolls up and down. */
public class Column extends JPanel implements Scrollable {

    private static final long serialVersionUID = 1;

    private final int unit;
    private final int kept;

    /**
     * An empty one that lets the ground under it through.
     *
     * @param unit how far a notch of the wheel scrolls, in pixels
     * @param kept how much of a page is still seen on the next
     */
    public Column(LayoutManager layout, int unit, int kept) {
        super(layout);
        this.unit = unit;
        this.kept = kept;
    }

    @Override
    public boolean isOpaque() {
        return false;
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return getPreferredSize();
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return unit;
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        return Math.max(unit, visible.height - kept);
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return false;
    }
}
