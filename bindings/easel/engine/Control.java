package easel.engine;

/** The picture a ControlNet follows, three channels, and how strongly. */
public record Control(Picture picture, double strength) {}
