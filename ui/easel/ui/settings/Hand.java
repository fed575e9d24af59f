package easel.ui.settings;

import org.jspecify.annotations.Nullable;

/**
 * What a person is used to on the canvas.
 *
 * @param dragPans  whether dragging on the empty canvas moves it; else it selects
 * @param wheelPans whether the wheel moves it; else it zooms
 * @param wires     how wires run, by the canvas's name for it; null for its first
 */
public record Hand(boolean dragPans, boolean wheelPans, @Nullable String wires) {

    static final Hand DEFAULT = new Hand(false, false, null);

    /** The same with another way of dragging. */
    public Hand withDragPans(boolean pans) {
        return new Hand(pans, wheelPans, wires);
    }

    /** The same with another use of the wheel. */
    public Hand withWheelPans(boolean pans) {
        return new Hand(dragPans, pans, wires);
    }

    /** The same with other wires. */
    public Hand withWires(String name) {
        return new Hand(dragPans, wheelPans, name);
    }
}
