package easel.ui.theme;

import java.awt.Color;
import javax.swing.UIManager;

/** The colours of the design, by what they are for; each is asked for when painting, so that it follows the theme. */
public enum Tone {
    /** Behind the big picture. */
    STAGE("stage"),
    /** Window, bars and side panels. */
    PANEL("panel"),
    /** Inputs in panels. */
    FIELD("field"),
    /** Menus and popups. */
    POPUP("popup"),
    /** A row or button under the pointer. */
    HOVER("hover"),
    /** Pressed. */
    PRESS("press"),
    /** A selected row, segment or text. */
    SELECTION("sel"),
    /** Hairlines. */
    LINE("line"),
    /** Borders of inputs, tracks. */
    STRONG("strong"),
    /** Values and titles. */
    TEXT("text"),
    /** Labels and icons. */
    LABEL("text2"),
    /** Hints, units, counts. */
    HINT("text3"),
    /** Disabled. */
    DISABLED("dis"),
    /** The filled button. */
    ACCENT("accent"),
    /** The filled button under the pointer. */
    ACCENT_HOVER("accentH"),
    /** Text on the filled button. */
    ON_ACCENT("onacc"),
    /** The accent as a line: focus, selection, progress. */
    INK("ink"),
    /** A problem, as text or line. */
    PROBLEM("prob"),
    /** A warning. */
    WARNING("warn"),
    /** Done well. */
    OK("ok");

    private final String key;

    Tone(String token) {
        this.key = "Easel." + token;
    }

    /** The colour in the theme that is set now. */
    public Color color() {
        Color color = UIManager.getColor(key);
        if (color == null) {
            throw new IllegalStateException("the theme has no colour " + key);
        }
        return color;
    }

    /** The key of this colour among the look-and-feel's defaults, for style strings: {@code "$" + key()}. */
    public String key() {
        return key;
    }
}
