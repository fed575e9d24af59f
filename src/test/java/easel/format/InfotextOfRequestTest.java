package easel.format;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Control;
import easel.engine.Finer;
import easel.engine.Hires;
import easel.engine.ImageRequest;
import easel.engine.Lora;
import easel.engine.Picture;
import easel.engine.Rng;
import easel.engine.Sampler;
import easel.engine.Sampling;
import easel.engine.Scheduler;
import easel.engine.SkipLayers;
import easel.engine.Start;
import easel.engine.StepCache;
import easel.engine.Tiling;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class InfotextOfRequestTest {

    private static final ImageRequest CAT = ImageRequest.text("a cat", "dog", 512, 768,
            new Sampling(Sampler.EULER_A, Scheduler.KARRAS, 20, 7.0), 42);

    @Test void text_to_image() {
        assertThat(Infotext.of(CAT, "v1-5-pruned", Rng.CUDA, "0.1.0").text()).isEqualTo("""
                a cat
                Negative prompt: dog
                Steps: 20, Sampler: Euler a, Schedule type: Karras, CFG scale: 7, Seed: 42, Size: 512x768, Model: v1-5-pruned, \
                RNG: NV, Version: Easel 0.1.0 (stable-diffusion.cpp)""");
    }

    @Test void image_to_image_names_its_strength() {
        Start start = new Start(Picture.of(1, 1, 3, new byte[3]), 0.75, null);
        assertThat(Infotext.of(CAT.from(start), "m", Rng.CPU, "1").text()).contains("Model: m, Denoising strength: 0.75, RNG: CPU");
    }

    @Test void loras_stand_in_the_prompt_once() {
        ImageRequest request = ImageRequest.text("a <lora:ink:0.5> cat", "", 8, 8, CAT.sampling(), 1)
                .with(List.of(new Lora(Path.of("loras", "ink.safetensors"), 0.5), new Lora(Path.of("山 v1.2.safetensors"), -1.25)));
        assertThat(Infotext.of(request, "m", Rng.CPU, "1").prompt()).isEqualTo("a <lora:ink:0.5> cat <lora:山 v1.2:-1.25>");
    }

    @Test void a_second_pass_is_described_as_a1111_does() {
        ImageRequest hires = new ImageRequest("a cat", "", 2, 512, 512, CAT.sampling(), 1, List.of(), null, null, List.of(),
                new Hires(Hires.Upscaler.LATENT_NEAREST_EXACT, null, 1024, 1024, 10, 0.5), null);
        assertThat(Infotext.of(hires, "m", Rng.CPU, "1").text()).contains(
                "Denoising strength: 0.5, Clip skip: 2, Hires resize: 1024x1024, Hires steps: 10, Hires upscaler: Latent (nearest-exact), RNG");
    }

    @Test void what_is_seldom_set_is_named_as_others_name_it_or_by_a_name_of_ours() {
        Sampling sampling = new Sampling(Sampler.EULER, Scheduler.SIMPLE, 8, 1, 3.5, 1.15, List.of(),
                new Finer(0.5, 250, 1.5, new SkipLayers(List.of(7, 8), 0.01, 0.2, 2.5, false), new TreeMap<>(Map.of("apg_eta", 0.5, "gamma", 2.0))));
        ImageRequest request = new ImageRequest("a cat", "", -1, 64, 64, sampling, 1, List.of(), null, new Control(Picture.of(1, 1, 3, new byte[3]), 0.8),
                List.of(Picture.of(1, 1, 3, new byte[3])), null, new Tiling(32, 48, 0.25), new StepCache.Steps(false, 0.2, 0, 1, 1, true, true), null);
        Infotext infotext = Infotext.of(request, "m", Rng.CPU, "1").with("Tiling", "True").with("Nothing", "");
        assertThat(infotext.text()).contains("Model: m, Distilled CFG Scale: 3.5, Shift: 1.15, Eta: 0.5, Image CFG scale: 1.5, Shifted timestep: 250, "
                + "Skip layers: 7 8, Skip layers scale: 2.5, Skip layers part: 0.01-0.2, Further sampling: apg_eta=0.5 gamma=2, Step cache: steps 0.2, "
                + "Control strength: 0.8, Reference pictures: 1, VAE tile: 32x48, VAE tile overlap: 0.25, RNG: CPU").endsWith("Tiling: True");
        assertThat(Infotext.parse(infotext.text())).isEqualTo(infotext);
    }

    @Test void a_request_comes_back_as_a_recipe() {
        ImageRequest request = CAT.from(new Start(Picture.of(1, 1, 3, new byte[3]), 0.6, null));
        Recipe recipe = Recipe.of(Infotext.parse(Infotext.of(request, "my model, v2", Rng.CUDA, "1").text()));
        assertThat(recipe).isEqualTo(new Recipe("a cat", "dog", OptionalInt.of(20),
                Optional.of(new Spelled<>("Euler a", Optional.of(Sampler.EULER_A), true)),
                Optional.of(new Spelled<>("Karras", Optional.of(Scheduler.KARRAS), true)),
                OptionalDouble.of(7), Optional.of("42"), Optional.of(new Recipe.Size(512, 768)), OptionalDouble.of(0.6),
                OptionalInt.empty(), Optional.of(Rng.CUDA), Optional.of("my model, v2")));
        assertThat(recipe.engineSeed()).isEqualTo(OptionalLong.of(42));
    }

    @Test void numbers_are_the_same_in_every_country() {
        Locale before = Locale.getDefault();
        try {
            for (String tag : new String[] {"de-DE", "tr-TR", "ar-EG", "hi-IN-u-nu-deva"}) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                ImageRequest request = ImageRequest.text("x", "", 512, 512, new Sampling(Sampler.DPMPP_2M, Scheduler.SIMPLE, 1000, 0.1 + 0.2), Long.MAX_VALUE);
                assertThat(Infotext.of(request, "m", Rng.CPU, "1").text())
                        .contains("Steps: 1000,", "CFG scale: 0.30000000000000004,", "Seed: 9223372036854775807,", "Size: 512x512,");
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
