package easel.nodes.comfy;

import easel.engine.Sampler;
import easel.engine.Scheduler;
import easel.format.SafeName;
import java.util.Arrays;
import java.util.List;

/** What ComfyUI calls things; those that it has not keep the engine's own name. */
final class ComfyNames {

    /** More folders in one another than anybody asks for, and fewer than any system refuses. */
    private static final int DEEPEST = 8;

    private ComfyNames() {}

    static String of(Sampler sampler) {
        return switch (sampler) {
            case EULER_A -> "euler_ancestral";
            case DPM2 -> "dpm_2";
            case DPMPP_2S_A -> "dpmpp_2s_ancestral";
            case DPMPP_2M -> "dpmpp_2m";
            case EULER_A_CFG_PP -> "euler_ancestral_cfg_pp";
            case EULER_GE -> "gradient_estimation";
            case EULER, HEUN, DPMPP_2M_V2, IPNDM, IPNDM_V, LCM, DDIM_TRAILING, TCD, RES_MULTISTEP, RES_2S, ER_SDE, EULER_CFG_PP -> sampler.id();
        };
    }

    static String of(Scheduler scheduler) {
        return scheduler == Scheduler.DISCRETE ? "normal" : scheduler.id();
    }

    /** A prefix for file names, which may name folders below the one for pictures and never climbs out of it. */
    static String relative(String prefix) {
        List<String> parts = Arrays.stream(prefix.replace('\\', '/').split("/")).map(SafeName::folder).filter(part -> !part.isEmpty()).toList();
        if (parts.isEmpty()) {
            return "picture";
        }
        int folders = Math.min(parts.size() - 1, DEEPEST);
        return String.join("/", parts.subList(0, folders)) + (folders == 0 ? "" : "/") + String.join("-", parts.subList(folders, parts.size()));
    }
}
