package easel.ui.action;

import com.formdev.flatlaf.ui.FlatMenuItemRenderer;
import com.formdev.flatlaf.ui.FlatMenuItemUI;
import javax.swing.JComponent;
import javax.swing.plaf.ComponentUI;

/** A menu's line with its keys as they are printed on the keyboard; named in the theme's properties. */
public final class MenuLineUI extends FlatMenuItemUI {

    /** Called by Swing. */
    public static ComponentUI createUI(JComponent line) {
        return new MenuLineUI();
    }

    @Override
    protected FlatMenuItemRenderer createRenderer() {
        return new MenuLineRenderer(menuItem, checkIcon, arrowIcon, acceleratorFont, acceleratorDelimiter);
    }
}
