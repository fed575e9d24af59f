package easel.ui.theme;

import com.formdev.flatlaf.FlatDarkLaf;

/** The dark theme; its colours are in {@code EaselDark.properties}, its measures in {@code FlatLaf.properties}. */
public final class EaselDark extends FlatDarkLaf {

    private static final long serialVersionUID = 1;

    @Override
    public String getName() {
        return "Easel dark";
    }
}
