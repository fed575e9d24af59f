package easel.engine;

import org.jspecify.annotations.Nullable;

/**
 * The picture that painting starts from, three channels.
 *
 * @param strength denoising strength, 0 (leave it) to 1 (nothing of it stays)
 * @param mask     one channel, white where to paint; null paints everywhere
 */
public record Start(Picture picture, double strength, @Nullable Picture mask) {}
