package easel.engine.ffm;

import easel.engine.Finer;
import easel.engine.Sampling;
import easel.engine.SkipLayers;
import easel.sd.sd_guidance_params_t;
import easel.sd.sd_sample_params_t;
import easel.sd.sd_slg_params_t;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/** {@link Sampling} in the struct that has been filled with the library's own values. */
final class SamplingParameters {

    private SamplingParameters() {}

    static void set(MemorySegment s, Sampling sampling, Arena arena) {
        MemorySegment guidance = sd_sample_params_t.guidance(s);
        sd_guidance_params_t.txt_cfg(guidance, (float) sampling.cfgScale());
        if (sampling.guidance() != null) {
            sd_guidance_params_t.distilled_guidance(guidance, sampling.guidance().floatValue());
        }
        sd_sample_params_t.sample_method(s, sampling.sampler().ordinal());
        sd_sample_params_t.scheduler(s, sampling.scheduler().ordinal());
        sd_sample_params_t.sample_steps(s, sampling.steps());
        if (sampling.flowShift() != null) {
            sd_sample_params_t.flow_shift(s, sampling.flowShift().floatValue());
        }
        if (!sampling.sigmas().isEmpty()) {
            MemorySegment sigmas = arena.allocate(ValueLayout.JAVA_FLOAT, sampling.sigmas().size());
            for (int i = 0; i < sampling.sigmas().size(); i++) {
                sigmas.setAtIndex(ValueLayout.JAVA_FLOAT, i, sampling.sigmas().get(i).floatValue());
            }
            sd_sample_params_t.custom_sigmas(s, sigmas);
            sd_sample_params_t.custom_sigmas_count(s, sampling.sigmas().size());
        }
        finer(s, sampling.finer(), arena);
    }

    private static void finer(MemorySegment s, Finer finer, Arena arena) {
        MemorySegment guidance = sd_sample_params_t.guidance(s);
        if (finer.eta() != null) {
            sd_sample_params_t.eta(s, finer.eta().floatValue());
        }
        if (finer.imageCfg() != null) {
            sd_guidance_params_t.img_cfg(guidance, finer.imageCfg().floatValue());
        }
        sd_sample_params_t.shifted_timestep(s, finer.shiftedTimestep());
        List<String> extra = new ArrayList<>();
        // Written so that no system's number format is in it; what is a yes or no there is read from 0 and 1.
        finer.extra().forEach((name, value) -> extra.add(name + "=" + (value == Math.rint(value) ? Long.toString(value.longValue()) : Double.toString(value))));
        SkipLayers skip = finer.skipLayers();
        if (skip != null) {
            MemorySegment slg = sd_guidance_params_t.slg(guidance);
            sd_slg_params_t.layers(slg, arena.allocateFrom(ValueLayout.JAVA_INT, skip.layers().stream().mapToInt(Integer::intValue).toArray()));
            sd_slg_params_t.layer_count(slg, skip.layers().size());
            sd_slg_params_t.layer_start(slg, (float) skip.from());
            sd_slg_params_t.layer_end(slg, (float) skip.to());
            sd_slg_params_t.scale(slg, (float) skip.scale());
            if (skip.onNegative()) {
                extra.add("slg_uncond=1");
            }
        }
        if (!extra.isEmpty()) {
            sd_sample_params_t.extra_sample_args(s, arena.allocateFrom(String.join(",", extra)));
        }
    }
}
