package easel.engine;

/** What a model was trained to foretell, in the engine's own order; most files say it themselves. */
public enum Prediction { EPS, V, EDM_V, FLOW, FLUX_FLOW, FLUX2_FLOW }
