package easel.graph;

/** A node's size on the canvas, in its own pixels. */
public record Size(double width, double height) {}
