package easel.ui.theme;

import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.util.HiDPIUtils;
import javax.swing.InputMap;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.KeyStroke;
import javax.swing.UIManager;

/** What a person can choose for light and dark. */
public enum Appearance {
    /** As the system does. */
    SYSTEM,
    LIGHT,
    DARK;

    private static boolean prepared;

    /** Whether this means dark, given what the system prefers. */
    public boolean isDark(boolean systemPrefersDark) {
        return this == DARK || (this == SYSTEM && systemPrefersDark);
    }

    /** Puts a theme on; windows that are open already follow at once. On the EDT. */
    public static void wear(boolean dark) {
        if (!prepared) {
            prepared = true;
            FlatLaf.registerCustomDefaultsSource("easel.ui.theme");
            // Without it lines of one pixel vanish or double at 125 % and 150 %.
            HiDPIUtils.installHiDPIRepaintManager();
            if (System.getProperty("os.name", "").startsWith("Linux")) {
                JFrame.setDefaultLookAndFeelDecorated(true);
                JDialog.setDefaultLookAndFeelDecorated(true);
            }
        }
        boolean change = UIManager.getLookAndFeel() instanceof FlatLaf;
        FlatLaf.setup(dark ? new EaselDark() : new EaselLight());
        // They go from tab to tab here; scroll panes would take them for scrolling sideways.
        if (UIManager.get("ScrollPane.ancestorInputMap") instanceof InputMap keys) {
            keys.remove(KeyStroke.getKeyStroke("ctrl PAGE_UP"));
            keys.remove(KeyStroke.getKeyStroke("ctrl PAGE_DOWN"));
        }
        if (change) {
            FlatLaf.updateUI();
        }
    }

    /** Whether the dark theme is on. */
    public static boolean isDark() {
        return FlatLaf.isLafDark();
    }
}
