package easel.graph;

/** A rectangle on the canvas, in its own pixels; {@code at} is its upper left corner. */
public record Area(Position at, Size size) {

    /** The rectangle between these. */
    public static Area of(double left, double top, double width, double height) {
        return new Area(new Position(left, top), new Size(width, height));
    }

    /** Its right edge. */
    public double right() {
        return at.x() + size.width();
    }

    /** Its lower edge. */
    public double bottom() {
        return at.y() + size.height();
    }

    /** Whether all of {@code other} lies in it. */
    public boolean contains(Area other) {
        return at.x() <= other.at.x() && at.y() <= other.at.y() && other.right() <= right() && other.bottom() <= bottom();
    }

    /** Whether a point lies in it. */
    public boolean contains(Position point) {
        return at.x() <= point.x() && point.x() <= right() && at.y() <= point.y() && point.y() <= bottom();
    }

    /** Whether they have more than an edge in common. */
    public boolean overlaps(Area other) {
        return at.x() < other.right() && other.at.x() < right() && at.y() < other.bottom() && other.at.y() < bottom();
    }

    /** The smallest rectangle around both. */
    public Area with(Area other) {
        double left = Math.min(at.x(), other.at.x());
        double top = Math.min(at.y(), other.at.y());
        return of(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    /** The point in its middle. */
    public Position middle() {
        return new Position(at.x() + size.width() / 2, at.y() + size.height() / 2);
    }

    /** The rectangle moved. */
    public Area plus(Offset by) {
        return new Area(at.plus(by), size);
    }
}
