package easel.engine;

/**
 * How LoRAs reach the weights. {@link #AT_RUNTIME} leaves the weights as they are, so that another set may follow on
 * the same context; {@link #IMMEDIATELY} mixes them in, faster a step, and the context is good for that one set only.
 */
public enum LoraMode { AT_RUNTIME, IMMEDIATELY }
