package easel.ui.canvas;

/**
 * What a person is used to.
 *
 * @param drag  what dragging on the empty canvas does; with Shift it always selects
 * @param wheel what the wheel does; with Ctrl it always zooms
 * @param wires how wires run
 * @param snap  what nodes and groups in the hand are drawn to
 */
public record Habits(Drag drag, Wheel wheel, WireShape wires, Snap snap) {

    /** Dragging selects, the wheel zooms, wires are curved, what is moved is drawn into line. */
    public static final Habits STANDARD = new Habits(Drag.SELECTS, Wheel.ZOOMS, WireShape.CURVED, Snap.LINES);

    /** What dragging on the empty canvas does. */
    public enum Drag { SELECTS, PANS }

    /** What the wheel does. */
    public enum Wheel { ZOOMS, PANS }

    /** What nodes and groups in the hand are drawn to. */
    public enum Snap {
        /** Nothing. */
        NOTHING,
        /** Edges and middles of what stands round about. */
        LINES,
        /** The same, and where there are none, the grid. */
        GRID
    }
}
