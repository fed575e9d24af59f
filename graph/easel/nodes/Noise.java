package easel.nodes;

/** Where a sampler's noise comes from: its seed. */
public record Noise(long seed) {}
