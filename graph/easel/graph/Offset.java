package easel.graph;

/** A way on the canvas, in its own pixels. */
public record Offset(double dx, double dy) {}
