package easel.nodes;

import easel.engine.Picture;

/** What a ControlNet should follow, and how strongly. */
public record ControlHint(ControlNet net, Picture picture, double strength) {}
