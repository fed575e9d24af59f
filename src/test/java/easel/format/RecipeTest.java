package easel.format;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Rng;
import easel.engine.Sampler;
import easel.engine.Scheduler;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RecipeTest {

    @Test void what_stable_diffusion_cpp_itself_writes() {
        Recipe recipe = recipe("Steps: 20, CFG scale: 7.000000, Guidance: 3.500000, Eta: 0.000000, Seed: 42, Size: 512x768, "
                + "Model: v1-5.safetensors, RNG: cuda, Sampler: dpm++2m karras, Version: stable-diffusion.cpp");
        assertThat(recipe.sampler().orElseThrow()).isEqualTo(new Spelled<>("dpm++2m karras".substring(0, 7), Optional.of(Sampler.DPMPP_2M), true));
        assertThat(recipe.scheduler().orElseThrow().meant()).contains(Scheduler.KARRAS);
        assertThat(recipe.cfgScale()).isEqualTo(OptionalDouble.of(7));
        assertThat(recipe.size()).contains(new Recipe.Size(512, 768));
        assertThat(recipe.rng()).contains(Rng.CUDA);
        assertThat(recipe.model()).contains("v1-5.safetensors");
    }

    @ParameterizedTest @CsvSource({
            "DPM++ 2M Karras, DPMPP_2M, true, KARRAS", "Euler a, EULER_A, true,", "euler_ancestral, EULER_A, true,", "euler_a discrete, EULER_A, true, DISCRETE",
            "DPM++ 2M SDE Karras, DPMPP_2M, false, KARRAS", "dpmpp_2m_sgm_uniform, DPMPP_2M, true, SGM_UNIFORM", "DPM++ 2M SGM Uniform, DPMPP_2M, true, SGM_UNIFORM",
            "LMS, IPNDM, false,", "DDIM, DDIM_TRAILING, false,", "UniPC, DPMPP_2M, false,", "Heun, HEUN, true,", "k_euler, EULER, true,",
            "euler_ancestral_cfg_pp, EULER_A_CFG_PP, true,", "gradient_estimation, EULER_GE, true,", "dpm++2s_a, DPMPP_2S_A, true,", "LCM, LCM, true,"})
    void samplers_in_all_spellings(String written, Sampler meant, boolean exact, Scheduler scheduler) {
        Recipe recipe = recipe("Steps: 1, Seed: 2, Sampler: " + written);
        assertThat(recipe.sampler().orElseThrow().meant()).contains(meant);
        assertThat(recipe.sampler().orElseThrow().exact()).isEqualTo(exact);
        assertThat(recipe.scheduler().flatMap(Spelled::meant)).isEqualTo(Optional.ofNullable(scheduler));
    }

    @ParameterizedTest @CsvSource({
            "Karras, KARRAS, true", "normal, DISCRETE, true", "Normal, DISCRETE, true", "discrete, DISCRETE, true", "SGM Uniform, SGM_UNIFORM, true",
            "sgm_uniform, SGM_UNIFORM, true", "Align Your Steps, AYS, true", "align_your_steps, AYS, true", "AlignYourSteps, AYS, true", "KL Optimal, KL_OPTIMAL, true",
            "Automatic, DISCRETE, false", "Beta, DISCRETE, false", "ddim_uniform, SIMPLE, false", "Polyexponential, EXPONENTIAL, false"})
    void schedulers_in_all_spellings(String written, Scheduler meant, boolean exact) {
        Spelled<Scheduler> read = recipe("Steps: 1, Seed: 2, Schedule type: " + written).scheduler().orElseThrow();
        assertThat(read).isEqualTo(new Spelled<>(written, Optional.of(meant), exact));
    }

    @Test void an_unknown_name_is_kept_and_means_nothing() {
        assertThat(recipe("Steps: 1, Seed: 2, Sampler: Warp Drive").sampler()).contains(new Spelled<>("Warp Drive", Optional.empty(), false));
    }

    @ParameterizedTest @EnumSource(Sampler.class)
    void every_sampler_of_ours_comes_back(Sampler sampler) {
        assertThat(SamplerNames.read(SamplerNames.a1111(sampler)).meant()).contains(sampler);
        assertThat(SamplerNames.read(sampler.id())).isEqualTo(new Spelled<>(sampler.id(), Optional.of(sampler), true));
    }

    @ParameterizedTest @EnumSource(Scheduler.class)
    void every_scheduler_of_ours_comes_back(Scheduler scheduler) {
        assertThat(SchedulerNames.read(SchedulerNames.a1111(scheduler)).meant()).contains(scheduler);
        assertThat(SchedulerNames.read(scheduler.id()).exact()).isTrue();
    }

    @Test void a_seed_beyond_the_engines_is_kept_as_text() {
        Recipe large = recipe("Steps: 1, Size: 8x8, Seed: 18446744073709551615");
        assertThat(large.seed()).contains("18446744073709551615");
        assertThat(large.engineSeed()).isEmpty();
        assertThat(recipe("Steps: 1, Size: 8x8, Seed: 9223372036854775807").engineSeed()).isEqualTo(OptionalLong.of(Long.MAX_VALUE));
        assertThat(recipe("Steps: 1, Size: 8x8, Seed: 9223372036854775808").engineSeed()).isEmpty();
    }

    @Test void nonsense_counts_as_not_said() {
        Recipe recipe = recipe("Steps: many, Sampler: , CFG scale: NaN, Seed: -1, Size: 512, Denoising strength: 1e999, Clip skip: 99999999999, RNG: dice, Model: ");
        assertThat(recipe).isEqualTo(new Recipe("x", "", OptionalInt.empty(), Optional.empty(), Optional.empty(), OptionalDouble.empty(),
                Optional.empty(), Optional.empty(), OptionalDouble.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty()));
    }

    @Test void the_strength_of_a_hires_pass_is_not_that_of_a_start_picture() {
        assertThat(recipe("Steps: 1, Seed: 2, Denoising strength: 0.5").strength()).isEqualTo(OptionalDouble.of(0.5));
        assertThat(recipe("Steps: 1, Denoising strength: 0.5, Hires upscale: 2").strength()).isEmpty();
    }

    private static Recipe recipe(String settings) {
        return Recipe.of(Infotext.parse("x\n" + settings));
    }
}
