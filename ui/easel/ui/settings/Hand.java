package easel.ui.settings;

import org.jspecify.annotations.Nullable;

/**
 * What a person is used to on the canvas.
 *
 * @param dragPans  whether dragging on the empty canvas moves it; else it selects
 * @param wheelPans whether the wheel moves it; else it zooms
 * @param wires     how wires run, by the canvas's name for it; null for its first
 * @param snap      what things in the hand are drawn to, by the canvas's name for it; null for its usual
 * @param noMap     whether the small picture of the whole canvas is hidden
 * @param still     whether nothing moves by itself; null follows the system
 */
public record Hand(boolean dragPans, boolean wheelPans, @Nullable String wires, @Nullable String snap, boolean noMap, @Nullable Boolean still) {

    static final Hand DEFAULT = new Hand(false, false, null, null, false, null);

    /** The same with another way of dragging. */
    public Hand withDragPans(boolean pans) {
        return new Hand(pans, wheelPans, wires, snap, noMap, still);
    }

    /** The same with another use of the wheel. */
    public Hand withWheelPans(boolean pans) {
        return new Hand(dragPans, pans, wires, snap, noMap, still);
    }

    /** The same with other wires. */
    public Hand withWires(String name) {
        return new Hand(dragPans, wheelPans, name, snap, noMap, still);
    }

    /** The same with things drawn to something else. */
    public Hand withSnap(String name) {
        return new Hand(dragPans, wheelPans, wires, name, noMap, still);
    }

    /** The same with the small picture of the canvas hidden or not. */
    public Hand withNoMap(boolean hidden) {
        return new Hand(dragPans, wheelPans, wires, snap, hidden, still);
    }

    /** The same with things that move or not; null follows the system. */
    public Hand withStill(@Nullable Boolean nothingMoves) {
        return new Hand(dragPans, wheelPans, wires, snap, noMap, nothingMoves);
    }
}
