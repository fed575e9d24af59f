package easel.nodes;

import easel.engine.Picture;
import org.jspecify.annotations.Nullable;

/**
 * What should be followed, and how strongly.
 *
 * @param net the ControlNet that follows it, or null for a model that does so itself
 */
public record ControlHint(@Nullable ControlNet net, Picture picture, double strength) {}
