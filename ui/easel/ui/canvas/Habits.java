package easel.ui.canvas;

/**
 * What a person is used to.
 *
 * @param drag  what dragging on the empty canvas does; with Shift it always selects
 * @param wheel what the wheel does; with Ctrl it always zooms
 * @param wires how wires run
 */
public record Habits(Drag drag, Wheel wheel, WireShape wires) {

    /** Dragging selects, the wheel zooms, wires are curved. */
    public static final Habits STANDARD = new Habits(Drag.SELECTS, Wheel.ZOOMS, WireShape.CURVED);

    /** What dragging on the empty canvas does. */
    public enum Drag { SELECTS, PANS }

    /** What the wheel does. */
    public enum Wheel { ZOOMS, PANS }
}
