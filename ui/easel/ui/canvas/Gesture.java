package easel.ui.canvas;

/** What the mouse does on the canvas; {@code docs/editor.md} says how each is done and which test does it. */
enum Gesture {
    PAN_WITH_MIDDLE_BUTTON,
    PAN_WITH_SPACE,
    PAN_BY_DRAGGING,
    PAN_WITH_WHEEL,
    ZOOM_WITH_WHEEL,
    SELECT_BY_CLICK,
    ADD_BY_CLICK,
    SELECT_NOTHING_BY_CLICK,
    SELECT_WITH_FRAME,
    ADD_WITH_FRAME,
    MOVE_BY_DRAGGING,
    DRAW_WIRE,
    DROP_WIRE_ON_NODE,
    DROP_WIRE_ON_PARAMETER,
    TAKE_WIRE_OFF,
    MOVE_ALL_WIRES,
    REROUTE,
    CUT_WIRES,
    INSERT_INTO_WIRE,
    LIGHT_WIRE,
    DRAG_NUMBER,
    DRAG_NUMBER_FINELY,
    CLICK_PARAMETER,
    CLICK_SWITCH,
    CLICK_DICE,
    CLICK_LOCK,
    CANCEL_DRAG
}
