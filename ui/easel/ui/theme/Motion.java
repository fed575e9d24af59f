package easel.ui.theme;

import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import org.jspecify.annotations.Nullable;

/** Whether things move to show where they go, or are there at once. */
public final class Motion {

    private static volatile @Nullable Boolean chosen;

    private Motion() {}

    /** What the person wants; null follows the system. */
    public static void choose(@Nullable Boolean reduced) {
        chosen = reduced;
        System.setProperty("flatlaf.animation", Boolean.toString(!isReduced()));
    }

    /** Whether nothing is to move by itself. */
    public static boolean isReduced() {
        Boolean own = chosen;
        return own != null ? own : systemReduces();
    }

    /** GTK's settings tell; where no system says anything, things move. */
    private static boolean systemReduces() {
        return !GraphicsEnvironment.isHeadless() && Integer.valueOf(0).equals(Toolkit.getDefaultToolkit().getDesktopProperty("gnome.Gtk/EnableAnimations"));
    }
}
