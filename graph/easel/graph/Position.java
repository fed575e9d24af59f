package easel.graph;

/** A place on the canvas, in its own pixels, y downwards. */
public record Position(double x, double y) {

    public Position {
        x += 0.0;   // a file has no -0
        y += 0.0;
    }

    /** The upper left corner of a fresh canvas. */
    public static final Position ORIGIN = new Position(0, 0);

    /** This place moved. */
    public Position plus(Offset by) {
        return new Position(x + by.dx(), y + by.dy());
    }
}
