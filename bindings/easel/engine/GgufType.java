package easel.engine;

import java.util.Locale;

/** What weights a model can be converted to, largest first. Those that want a table of importances are not among them. */
public enum GgufType {
    F32, F16, BF16, Q8_0, Q6_K, Q5_K, Q5_1, Q5_0, Q4_K, Q4_1, Q4_0, Q3_K, Q2_K;

    /** The engine's name of it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
