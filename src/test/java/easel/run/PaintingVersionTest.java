package easel.run;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.ContextKey;
import easel.engine.Execution;
import easel.engine.ImageRequest;
import easel.engine.ModelFiles;
import easel.engine.Part;
import easel.engine.Rung;
import easel.engine.Sampler;
import easel.engine.Sampling;
import easel.engine.Scheduler;
import easel.engine.Start;
import easel.engine.ffm.NativeView;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Results that lie on disk are current as long as their key is, and that does not hold how Easel asks the engine. */
class PaintingVersionTest {

    /** If this fails, pixels may change: raise {@link Machine#PAINTING} and write the new answers beside it. */
    @Test
    void whoever_changes_what_is_asked_of_the_engine_raises_the_version_that_stands_in_every_key() {
        Map<String, String> asked = new TreeMap<>();
        ModelFiles small = ModelFiles.checkpoint(Path.of("m")).with(Part.TAESD, Path.of("small"));
        asked.put("small beside a VAE", NativeView.of(key(small.with(Part.VAE, Path.of("vae")), Rung.AS_ASKED)).toString());
        asked.put("small alone", NativeView.of(key(small, Rung.AS_ASKED)).toString());
        ImageRequest plain = ImageRequest.text("a", "b", 512, 512, new Sampling(Sampler.EULER, Scheduler.DISCRETE, 4, 4), 1);
        ImageRequest started = plain.from(new Start(Sketch.motley(512, 512, 3), 0.5, null));
        for (Rung rung : new Rung[] {Rung.AS_ASKED, Rung.VAE_TILING, Rung.CPU}) {
            asked.put(rung + " from nothing", tiles(plain, rung));
            asked.put(rung + " from 512 pixels", tiles(started, rung));
            asked.put(rung + " from 1024 pixels", tiles(started.sized(1024, 1024), rung));
        }
        assertThat(Map.of(Machine.PAINTING, asked)).isEqualTo(Map.of(2, new TreeMap<>(Map.ofEntries(
                Map.entry("small beside a VAE", "{backend=CPU, lora_apply_mode=2, model_path=m, n_threads=1, sampler_rng_type=1, tae_preview_only=true, taesd_path=small, vae_path=vae}"),
                Map.entry("small alone", "{backend=CPU, lora_apply_mode=2, model_path=m, n_threads=1, sampler_rng_type=1, taesd_path=small}"),
                Map.entry("AS_ASKED from nothing", "0"), Map.entry("AS_ASKED from 512 pixels", "0"), Map.entry("AS_ASKED from 1024 pixels", "0"),
                Map.entry("VAE_TILING from nothing", "32"), Map.entry("VAE_TILING from 512 pixels", "50"), Map.entry("VAE_TILING from 1024 pixels", "32"),
                Map.entry("CPU from nothing", "32"), Map.entry("CPU from 512 pixels", "50"), Map.entry("CPU from 1024 pixels", "32")))));
    }

    @Test
    void the_version_stands_in_every_key() throws Exception {
        try (FakeEngine engine = new FakeEngine()) {
            assertThat(Machine.of(engine).salt(Execution.cpu(2))).contains(" painting " + Machine.PAINTING + " ");
        }
    }

    private static ContextKey key(ModelFiles files, Rung rung) {
        return ContextKey.of(files, Execution.cpu(1)).on(rung);
    }

    private static String tiles(ImageRequest request, Rung rung) {
        return NativeView.of(request, rung).getOrDefault("vae_tiling_params.tile_size_x", "0");
    }
}
