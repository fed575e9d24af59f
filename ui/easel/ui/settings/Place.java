package easel.ui.settings;

/** Where the window was, in logical pixels; a width of 0 means nowhere yet. */
public record Place(int x, int y, int width, int height, boolean maximized) {

    static final Place DEFAULT = new Place(0, 0, 0, 0, false);

    /** Whether the window has been anywhere. */
    public boolean isKnown() {
        return width > 0 && height > 0;
    }
}
