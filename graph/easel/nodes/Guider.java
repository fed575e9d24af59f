package easel.nodes;

import org.jspecify.annotations.Nullable;

/** What leads a sampler: the model, the prompts, and how strongly they pull apart. */
public record Guider(Model model, Conditioning positive, @Nullable Conditioning negative, double cfg) {}
