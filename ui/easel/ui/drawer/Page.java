package easel.ui.drawer;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A page of the drawer. */
public enum Page {
    QUEUE, PROBLEMS, LOG;

    /** The code of its words, and what settings call it. */
    public String code() {
        return "drawer." + name().toLowerCase(Locale.ROOT);
    }

    /** The page that settings mean. */
    public static Page of(@Nullable String code) {
        for (Page page : values()) {
            if (page.code().equals(code)) {
                return page;
            }
        }
        return QUEUE;
    }
}
