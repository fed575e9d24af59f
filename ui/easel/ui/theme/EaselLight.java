package easel.ui.theme;

import com.formdev.flatlaf.FlatLightLaf;

/** The light theme; its colours are in {@code EaselLight.properties}, its measures in {@code FlatLaf.properties}. */
public final class EaselLight extends FlatLightLaf {

    private static final long serialVersionUID = 1;

    @Override
    public String getName() {
        return "Easel light";
    }
}
