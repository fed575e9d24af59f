package easel.engine;

/**
 * How noise becomes a picture.
 *
 * @param steps    model evaluations, 1 to 1000
 * @param cfgScale how strongly the prompt pulls away from the negative prompt; 1 leaves the negative prompt out
 */
public record Sampling(Sampler sampler, Scheduler scheduler, int steps, double cfgScale) {}
