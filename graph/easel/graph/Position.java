package easel.graph;

/** A place on the canvas, in its own pixels, y downwards. */
public record Position(double x, double y) {

    /** The upper left corner of a fresh canvas. */
    public static final Position ORIGIN = new Position(0, 0);

    /** This place moved. */
    public Position plus(Offset by) {
        return new Position(x + by.dx(), y + by.dy());
    }
}
