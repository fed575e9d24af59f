package easel.engine;

import java.util.Arrays;
import java.util.Optional;

/** The engine's schedulers, in its own order. */
public enum Scheduler {
    DISCRETE("discrete"), KARRAS("karras"), EXPONENTIAL("exponential"), AYS("ays"), GITS("gits"),
    SGM_UNIFORM("sgm_uniform"), SIMPLE("simple"), SMOOTHSTEP("smoothstep"), KL_OPTIMAL("kl_optimal"),
    LCM("lcm"), BONG_TANGENT("bong_tangent"), LTX2("ltx2");

    private final String id;

    Scheduler(String id) {
        this.id = id;
    }

    /** The engine's name of it. */
    public String id() {
        return id;
    }

    /** The scheduler the engine calls {@code id}, whatever the case of the letters. */
    public static Optional<Scheduler> named(String id) {
        return Arrays.stream(values()).filter(s -> s.id.equalsIgnoreCase(id)).findFirst();
    }
}
