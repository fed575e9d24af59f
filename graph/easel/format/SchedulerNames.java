package easel.format;

import easel.engine.Scheduler;

/** What the engine's schedulers are called elsewhere: by A1111 and its descendants, ComfyUI, and the engine itself. */
public final class SchedulerNames {

    private static final Spellings<Scheduler> NAMES = names();

    private SchedulerNames() {}

    /** The name A1111 knows it by; the engine's own where A1111 has no such scheduler. */
    public static String a1111(Scheduler scheduler) {
        return switch (scheduler) {
            case DISCRETE -> "Normal";
            case KARRAS -> "Karras";
            case EXPONENTIAL -> "Exponential";
            case AYS -> "Align Your Steps";
            case GITS -> "Align Your Steps GITS";
            case SGM_UNIFORM -> "SGM Uniform";
            case SIMPLE -> "Simple";
            case KL_OPTIMAL -> "KL Optimal";
            case SMOOTHSTEP, LCM, BONG_TANGENT, LTX2 -> scheduler.id();
        };
    }

    /** The scheduler that any of these tools means by {@code name}. */
    public static Spelled<Scheduler> read(String name) {
        return NAMES.read(name);
    }

    private static Spellings<Scheduler> names() {
        Spellings<Scheduler> names = new Spellings<>();
        for (Scheduler scheduler : Scheduler.values()) {
            names.same(scheduler, scheduler.id(), a1111(scheduler));
        }
        return names
                // "Automatic" and "Uniform": the steps the sampler itself would take, which here are these.
                .near(Scheduler.DISCRETE, "Automatic", "Uniform", "default", "Beta", "beta57")
                .near(Scheduler.EXPONENTIAL, "Polyexponential")
                .near(Scheduler.KARRAS, "Karras Exponential")
                .near(Scheduler.SIMPLE, "DDIM", "ddim_uniform", "linear_quadratic")
                .near(Scheduler.SGM_UNIFORM, "Turbo");
    }
}
