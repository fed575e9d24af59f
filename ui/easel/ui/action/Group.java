package easel.ui.action;

import java.util.Locale;

/** What actions are about, as lists of them are divided. */
public enum Group {
    RUN, WORKFLOW, PICTURE, WINDOW, CANVAS;

    /** The code of its name. */
    public String code() {
        return "group." + name().toLowerCase(Locale.ROOT);
    }
}
