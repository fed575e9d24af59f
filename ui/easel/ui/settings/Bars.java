package easel.ui.settings;

/**
 * What stands above and below everything else in the window.
 *
 * @param noTop    whether the bar with the menu is hidden
 * @param noStatus whether the status line is hidden
 */
public record Bars(boolean noTop, boolean noStatus) {

    static final Bars DEFAULT = new Bars(false, false);

    /** The same with the upper bar hidden or not. */
    public Bars withNoTop(boolean hidden) {
        return new Bars(hidden, noStatus);
    }

    /** The same with the status line hidden or not. */
    public Bars withNoStatus(boolean hidden) {
        return new Bars(noTop, hidden);
    }
}
