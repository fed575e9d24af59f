package easel.format;

import easel.engine.Sampler;
import easel.engine.Scheduler;
import java.util.Optional;

/** What the engine's samplers are called elsewhere: by A1111 and its descendants, ComfyUI, and the engine itself. */
public final class SamplerNames {

    private static final Spellings<Sampler> NAMES = names();

    private SamplerNames() {}

    /** A sampler and, in old names such as "DPM++ 2M Karras", the scheduler that stands behind it. */
    public record WithScheduler(Spelled<Sampler> sampler, Spelled<Scheduler> scheduler) {}

    /** The name A1111 knows it by; the engine's own where A1111 has no such sampler. */
    public static String a1111(Sampler sampler) {
        return switch (sampler) {
            case EULER -> "Euler";
            case EULER_A -> "Euler a";
            case HEUN -> "Heun";
            case DPM2 -> "DPM2";
            case DPMPP_2S_A -> "DPM++ 2S a";
            case DPMPP_2M -> "DPM++ 2M";
            case LCM -> "LCM";
            case DDIM_TRAILING -> "DDIM";
            case DPMPP_2M_V2, IPNDM, IPNDM_V, TCD, RES_MULTISTEP, RES_2S, ER_SDE, EULER_CFG_PP, EULER_A_CFG_PP, EULER_GE ->
                    sampler.id();
        };
    }

    /** The sampler that any of these tools means by {@code name}. */
    public static Spelled<Sampler> read(String name) {
        return NAMES.read(name);
    }

    /** As {@link #read}, but a scheduler's name may follow the sampler's: it is empty where none does. */
    static Optional<WithScheduler> readFused(String name) {
        for (int i = name.length() - 1; i > 0; i--) {
            if (name.charAt(i) == ' ' || name.charAt(i) == '_') {
                Spelled<Sampler> sampler = read(name.substring(0, i));
                Spelled<Scheduler> scheduler = SchedulerNames.read(name.substring(i + 1));
                if (sampler.meant().isPresent() && scheduler.meant().isPresent()) {
                    return Optional.of(new WithScheduler(sampler, scheduler));
                }
            }
        }
        return Optional.empty();
    }

    private static Spellings<Sampler> names() {
        Spellings<Sampler> names = new Spellings<>();
        for (Sampler sampler : Sampler.values()) {
            names.same(sampler, sampler.id(), a1111(sampler));
        }
        return names
                .same(Sampler.EULER, "k_euler")
                .same(Sampler.EULER_A, "euler_ancestral", "k_euler_a", "k_euler_ancestral")
                .same(Sampler.HEUN, "k_heun")
                .same(Sampler.DPM2, "dpm_2", "k_dpm_2")
                .same(Sampler.DPMPP_2S_A, "dpmpp_2s_ancestral", "k_dpmpp_2s_a", "DPM++ 2S Ancestral")
                .same(Sampler.DPMPP_2M, "dpmpp_2m", "k_dpmpp_2m")
                .same(Sampler.DPMPP_2M_V2, "dpmpp2mv2")
                .same(Sampler.EULER_CFG_PP, "Euler CFG++")
                .same(Sampler.EULER_A_CFG_PP, "euler_ancestral_cfg_pp", "Euler a CFG++")
                .same(Sampler.EULER_GE, "gradient_estimation")
                // ddim_trailing spaces its steps otherwise than DDIM does elsewhere.
                .near(Sampler.DDIM_TRAILING, "DDIM", "DDIM CFG++")
                // Adams-Bashforth multistep methods, as ipndm is.
                .near(Sampler.IPNDM, "LMS", "k_lms", "PLMS", "deis")
                // The same solver, but without fresh noise at every step.
                .near(Sampler.DPMPP_2M, "DPM++ 2M SDE", "dpmpp_2m_sde", "dpm++2m_sde", "dpmpp_2m_sde_gpu", "DPM++ 2M SDE Heun",
                        "DPM++ 3M SDE", "dpmpp_3m_sde", "dpmpp_3m_sde_gpu", "UniPC", "uni_pc", "uni_pc_bh2",
                        "DPM fast", "dpm_fast", "DPM adaptive", "dpm_adaptive")
                // Of second order in single steps with fresh noise.
                .near(Sampler.DPMPP_2S_A, "DPM++ SDE", "dpmpp_sde", "dpmpp_sde_gpu", "DPM2 a", "dpm_2_ancestral", "k_dpm_2_a")
                .near(Sampler.HEUN, "heunpp2", "Restart")
                .near(Sampler.EULER_A, "ddpm");
    }
}
