package easel.engine.ffm;

import easel.engine.StepCache;
import easel.sd.Sd;
import easel.sd.sd_cache_params_t;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** A {@link StepCache} in the struct that has been filled with the library's own values. */
final class CacheParameters {

    private CacheParameters() {}

    static void set(MemorySegment c, @Nullable StepCache cache, Arena arena) {
        switch (cache) {
            case null -> { }
            case StepCache.Steps s -> {
                sd_cache_params_t.mode(c, s.unet() ? Sd.SD_CACHE_UCACHE() : Sd.SD_CACHE_EASYCACHE());
                sd_cache_params_t.reuse_threshold(c, (float) s.threshold());
                sd_cache_params_t.start_percent(c, (float) s.from());
                sd_cache_params_t.end_percent(c, (float) s.to());
                sd_cache_params_t.error_decay_rate(c, (float) s.errorDecay());
                sd_cache_params_t.use_relative_threshold(c, s.relative());
                sd_cache_params_t.reset_error_on_compute(c, s.resets());
            }
            case StepCache.Blocks b -> {
                sd_cache_params_t.mode(c, b.byDifference() ? b.byTaylor() ? Sd.SD_CACHE_CACHE_DIT() : Sd.SD_CACHE_DBCACHE() : Sd.SD_CACHE_TAYLORSEER());
                sd_cache_params_t.Fn_compute_blocks(c, b.front());
                sd_cache_params_t.Bn_compute_blocks(c, b.back());
                sd_cache_params_t.residual_diff_threshold(c, (float) b.threshold());
                sd_cache_params_t.max_warmup_steps(c, b.warmup());
                sd_cache_params_t.max_cached_steps(c, b.most());
                sd_cache_params_t.max_continuous_cached_steps(c, b.inARow());
                if (!b.mask().isEmpty()) {
                    sd_cache_params_t.scm_mask(c, arena.allocateFrom(b.mask()));
                }
                sd_cache_params_t.scm_policy_dynamic(c, b.dynamic());
                sd_cache_params_t.taylorseer_n_derivatives(c, b.derivatives());
                sd_cache_params_t.taylorseer_skip_interval(c, b.interval());
            }
            case StepCache.Spectrum s -> {
                sd_cache_params_t.mode(c, Sd.SD_CACHE_SPECTRUM());
                sd_cache_params_t.spectrum_w(c, (float) s.weight());
                sd_cache_params_t.spectrum_m(c, s.degree());
                sd_cache_params_t.spectrum_lam(c, (float) s.lambda());
                sd_cache_params_t.spectrum_window_size(c, s.window());
                sd_cache_params_t.spectrum_flex_window(c, (float) s.flex());
                sd_cache_params_t.spectrum_warmup_steps(c, s.warmup());
                sd_cache_params_t.spectrum_stop_percent(c, (float) s.stop());
            }
        }
    }
}
