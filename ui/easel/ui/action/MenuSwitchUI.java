package easel.ui.action;

import com.formdev.flatlaf.ui.FlatCheckBoxMenuItemUI;
import com.formdev.flatlaf.ui.FlatMenuItemRenderer;
import javax.swing.JComponent;
import javax.swing.plaf.ComponentUI;

/** {@link MenuLineUI} of a line that is on or off. */
public final class MenuSwitchUI extends FlatCheckBoxMenuItemUI {

    /** Called by Swing. */
    public static ComponentUI createUI(JComponent line) {
        return new MenuSwitchUI();
    }

    @Override
    protected FlatMenuItemRenderer createRenderer() {
        return new MenuLineRenderer(menuItem, checkIcon, arrowIcon, acceleratorFont, acceleratorDelimiter);
    }
}
