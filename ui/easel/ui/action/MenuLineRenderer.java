package easel.ui.action;

import com.formdev.flatlaf.ui.FlatMenuItemRenderer;
import com.formdev.flatlaf.util.SystemInfo;
import java.awt.Font;
import javax.swing.Icon;
import javax.swing.JMenuItem;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;

/** Paints a menu's line; Swing would say Ctrl+Comma and Escape for Ctrl+, and Esc. */
final class MenuLineRenderer extends FlatMenuItemRenderer {

    MenuLineRenderer(JMenuItem line, @Nullable Icon check, @Nullable Icon arrow, Font font, String delimiter) {
        super(line, check, arrow, font, delimiter);
    }

    @Override
    protected String getTextForAccelerator(KeyStroke keys) {
        return SystemInfo.isMacOS ? super.getTextForAccelerator(keys) : Strokes.printed(keys);
    }
}
