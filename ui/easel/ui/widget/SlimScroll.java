package easel.ui.widget;

import easel.ui.theme.Tone;
import java.awt.Component;
import javax.swing.BorderFactory;
import javax.swing.JScrollPane;
import javax.swing.JViewport;
import javax.swing.ScrollPaneConstants;

/** Scrolls up and down; the bar lies in the content's margin, so that nothing moves aside when it comes. */
public final class SlimScroll extends JScrollPane {

    private static final long serialVersionUID = 1;

    public SlimScroll(Component view) {
        super(view, ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED, ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        setBorder(BorderFactory.createEmptyBorder());
        setOpaque(false);
        getViewport().setOpaque(false);
        // Copying pixels would drag the bar along that lies over them.
        getViewport().setScrollMode(JViewport.SIMPLE_SCROLL_MODE);
        getVerticalScrollBar().setUnitIncrement(24);
        getVerticalScrollBar().setOpaque(false);
        setComponentZOrder(getVerticalScrollBar(), 0);
    }

    /** Lets the bar's track wear the colour of what it lies on. */
    public SlimScroll on(Tone ground) {
        getVerticalScrollBar().putClientProperty("FlatLaf.style", "track: $" + ground.key() + "; hoverTrackColor: $" + ground.key());
        return this;
    }

    @Override
    public void doLayout() {
        super.doLayout();
        getViewport().setBounds(0, 0, getWidth(), getHeight());
    }

    @Override
    public boolean isOptimizedDrawingEnabled() {
        return false;
    }
}
