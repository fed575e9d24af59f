package easel.engine;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What of sampling is seldom touched.
 *
 * @param eta             how much noise samplers that add noise add; null as the sampler wants it
 * @param shiftedTimestep with how many timesteps an SDXL model was distilled that counts them anew (NitroFusion); 0 for others
 * @param imageCfg        how strongly a picture beside the prompt acts in models that take one; null for the engine's 1
 * @param skipLayers      or null
 * @param extra           further values by the engine's names of them, see {@link #NAMES}
 */
public record Finer(@Nullable Double eta, int shiftedTimestep, @Nullable Double imageCfg, @Nullable SkipLayers skipLayers, SortedMap<String, Double> extra) {

    /** All of it as the engine has it. */
    public static final Finer NONE = new Finer(null, 0, null, null, new TreeMap<>());

    /**
     * The engine's names of further values: adaptive projected guidance, the LCM sampler's noise, Euler GE's gamma, and
     * the shifts of LTX's scheduler.
     */
    public static final Set<String> NAMES = Set.of("apg_eta", "apg_momentum", "apg_norm_threshold", "apg_norm_threshold_smoothing",
            "noise_clip_std", "noise_scale_start", "noise_scale_end", "gamma", "max_shift", "base_shift", "terminal", "stretch");

    public Finer {
        extra = Collections.unmodifiableSortedMap(new TreeMap<>(extra == null ? Map.of() : extra));
    }
}
