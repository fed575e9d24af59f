package easel.engine;

/** The picture that a ControlNet, or a model that does so itself, follows, three channels, and how strongly. */
public record Control(Picture picture, double strength) {}
