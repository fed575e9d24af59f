package easel.run;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.ContextKey;
import easel.engine.Control;
import easel.engine.Execution;
import easel.engine.Hires;
import easel.engine.ImageRequest;
import easel.engine.Job;
import easel.engine.ModelFiles;
import easel.engine.Part;
import easel.engine.Picture;
import easel.engine.Preview;
import easel.engine.RequestCheck;
import easel.engine.Rung;
import easel.engine.Sampler;
import easel.engine.Sampling;
import easel.engine.Scheduler;
import easel.engine.Start;
import easel.engine.Tiling;
import easel.engine.ffm.NativeView;
import easel.engine.weights.Family;
import easel.engine.weights.FamilyFiles;
import easel.format.PictureFile;
import easel.format.PictureTexts;
import easel.graph.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nodes on the way of a model change in the engine's own struct, beside what a plain picture sets. */
@Timeout(60)
class ModelSettingsTest extends OnBench {

    private Sketch flow;

    @BeforeEach
    void a_sampler() throws Exception {
        flow = Sketch.withModel(folder.resolve("model.safetensors").toString()).add("paint", "sampler", Sketch.SMALL);
    }

    @Test
    void a_plain_picture_leaves_all_of_it_to_the_library() throws Exception {
        assertThat(asked()).isEmpty();
    }

    // ---- Guidance

    @Test
    void guidance_of_every_kind_reaches_the_library() throws Exception {
        through("guidance", "distilled=2.5", "picture_cfg=1.5", "skip_layers=7, 8 9", "skip_scale=3", "skip_from=0.05", "skip_to=0.5", "skip_on_negative=true",
                "apg_eta=0", "apg_momentum=-0.5", "apg_norm_threshold=15", "apg_norm_threshold_smoothing=1");
        assertThat(asked()).isEqualTo(Map.of(
                "sample_params.guidance.distilled_guidance", "2.5", "sample_params.guidance.img_cfg", "1.5",
                "sample_params.guidance.slg.layers", "7 8 9", "sample_params.guidance.slg.layer_count", "3", "sample_params.guidance.slg.scale", "3",
                "sample_params.guidance.slg.layer_start", "0.05", "sample_params.guidance.slg.layer_end", "0.5",
                "sample_params.extra_sample_args", "apg_eta=0,apg_momentum=-0.5,apg_norm_threshold=15,apg_norm_threshold_smoothing=1,slg_uncond=1"));
    }

    @Test
    void a_prompt_s_own_guidance_comes_before_the_model_s() throws Exception {
        through("guidance", "distilled=2.5");
        flow.add("own", "flux-guidance", "guidance=4", "conditioning<yes.prompt").set("paint", "positive<own.guided");
        assertThat(asked()).isEqualTo(Map.of("sample_params.guidance.distilled_guidance", "4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"seven", "7, 5000", "-1"})
    void layers_that_are_no_numbers_are_named(String layers) throws Exception {
        through("guidance", "skip_layers=" + layers);
        assertThat(codes()).containsExactly(Problem.Code.NO_LAYERS);
    }

    // ---- Steps

    @Test
    void eta_shift_noise_and_further_values_reach_the_library() throws Exception {
        through("sampling-steps", "shift=3", "eta=0.5", "noise=cpu", "shifted_timestep=250", "extra=gamma=2, noise_clip_std = 2.5;stretch=1");
        assertThat(asked()).isEqualTo(Map.of("sample_params.flow_shift", "3", "sample_params.eta", "0.5", "sample_params.shifted_timestep", "250",
                "sample_params.extra_sample_args", "gamma=2,noise_clip_std=2.5,stretch=1"));
        assertThat(NativeView.of(bench.engine.contexts.getFirst())).containsEntry("rng_type", "2").containsEntry("sampler_rng_type", "2");
    }

    @Test
    void a_second_node_keeps_what_the_first_said_and_it_does_not() throws Exception {
        through("sampling-steps", "eta=0.5", "noise=cpu", "shifted_timestep=250");
        flow.add("then", "sampling-steps", "model<between.patched_model", "shift=3").set("paint", "model<then.patched_model");
        assertThat(asked()).isEqualTo(Map.of("sample_params.flow_shift", "3", "sample_params.eta", "0.5", "sample_params.shifted_timestep", "250"));
        assertThat(NativeView.of(bench.engine.contexts.getFirst())).containsEntry("rng_type", "2");
    }

    @Test
    void noise_levels_of_one_s_own_say_how_many_steps_there_are() throws Exception {
        through("sampling-steps", "sigmas=14.6, 6.3, 2.1, 0");
        assertThat(asked()).isEqualTo(Map.of("sample_params.custom_sigmas", "14.6 6.3 2.1 0.0", "sample_params.custom_sigmas_count", "4",
                "sample_params.sample_steps", "3"));
    }

    @Test
    void levels_that_rise_or_are_no_numbers_and_values_that_nobody_reads_are_named() throws Exception {
        for (String wrong : List.of("sigmas=1", "sigmas=1, 2", "sigmas=1, x", "sigmas=NaN, 0", "sigmas=2, -1")) {
            through("sampling-steps", wrong);
            assertThat(codes()).as(wrong).containsExactly(Problem.Code.NO_SIGMAS);
        }
        for (String wrong : List.of("extra=gama=2", "extra=gamma", "extra=gamma=x", "extra=slg_uncond=1")) {
            through("sampling-steps", wrong);
            assertThat(codes()).as(wrong).containsExactly(Problem.Code.NO_EXTRA);
        }
    }

    @Test
    void nodes_on_the_way_of_a_model_leave_what_they_do_not_set() throws Exception {
        through("guidance", "picture_cfg=1.5", "apg_eta=0");
        flow.add("second", "sampling-steps", "model<between.patched_model", "eta=0.2").set("paint", "model<second.patched_model");
        assertThat(asked()).isEqualTo(Map.of("sample_params.guidance.img_cfg", "1.5", "sample_params.eta", "0.2", "sample_params.extra_sample_args", "apg_eta=0"));
    }

    // ---- Saved steps, in the library's order: 1 easycache, 2 ucache, 3 dbcache, 4 taylorseer, 5 both, 6 spectrum

    @Test
    void every_way_to_save_steps_reaches_the_library_with_its_own_threshold() throws Exception {
        through("step-saving", "way=ucache");
        assertThat(asked()).isEqualTo(Map.of("cache.mode", "2", "cache.reuse_threshold", "1"));
        through("step-saving", "way=easycache");
        assertThat(asked()).isEqualTo(Map.of("cache.mode", "1", "cache.reuse_threshold", "0.2"));
        through("step-saving", "way=dbcache");
        assertThat(asked()).isEqualTo(Map.of("cache.mode", "3"));
        through("step-saving", "way=taylorseer");
        assertThat(asked()).isEqualTo(Map.of("cache.mode", "4"));
        through("step-saving", "way=cache-dit");
        assertThat(asked()).isEqualTo(Map.of("cache.mode", "5"));
        through("step-saving", "way=spectrum");
        assertThat(asked()).isEqualTo(Map.of("cache.mode", "6"));
        through("step-saving", "way=off");
        assertThat(asked()).isEmpty();
    }

    @Test
    void a_negative_prompt_that_the_cfg_scale_leaves_no_room_for_is_told_before_it_runs() throws Exception {
        Problem warning = Problem.at(new easel.graph.NodeId("paint"), Problem.Code.NEGATIVE_UNHEARD);
        flow.add("no", "prompt", "text=people").set("paint", "negative<no.prompt", "cfg=1");
        assertThat(bench.studio.check(flow.document())).contains(warning);
        flow.set("paint", "cfg=4");
        assertThat(bench.studio.check(flow.document())).doesNotContain(warning);
        flow.set("paint", "cfg=1").set("no", "text= ");
        assertThat(bench.studio.check(flow.document())).doesNotContain(warning);
    }

    @Test
    void a_way_to_save_steps_that_the_model_has_not_is_told_before_it_runs() throws Exception {
        bench.engine.unet = false;
        through("step-saving", "way=ucache");
        Problem warning = Problem.at(easel.graph.InputRef.of("between", "way"), Problem.Code.STEPS_NOT_SAVED);
        assertThat(bench.studio.check(flow.document())).contains(warning);
        bench.engine.unet = true;
        through("step-saving", "way=ucache");
        assertThat(bench.studio.check(flow.document())).doesNotContain(warning);
        through("step-saving", "way=easycache");
        assertThat(bench.studio.check(flow.document())).contains(warning);
        through("step-saving", "way=spectrum");
        assertThat(bench.studio.check(flow.document())).doesNotContain(warning);
        bench.engine.unet = null;
        through("step-saving", "way=ucache");
        assertThat(bench.studio.check(flow.document())).doesNotContain(warning);
    }

    @Test
    void all_that_can_be_said_of_saved_steps_reaches_the_library() throws Exception {
        through("step-saving", "way=ucache", "threshold=0.3", "from=0.1", "to=0.8", "error_decay=0.5", "relative=false", "resets=false");
        assertThat(asked()).isEqualTo(Map.of("cache.mode", "2", "cache.reuse_threshold", "0.3", "cache.start_percent", "0.1", "cache.end_percent", "0.8",
                "cache.error_decay_rate", "0.5", "cache.use_relative_threshold", "false", "cache.reset_error_on_compute", "false"));
        through("step-saving", "way=cache-dit", "threshold=0.2", "front_blocks=4", "back_blocks=2", "warmup=3", "most=9", "in_a_row=2", "mask=1,1,0,1",
                "dynamic=false", "derivatives=2", "interval=3");
        assertThat(asked()).containsEntry("cache.residual_diff_threshold", "0.2").containsEntry("cache.Fn_compute_blocks", "4")
                .containsEntry("cache.Bn_compute_blocks", "2").containsEntry("cache.max_warmup_steps", "3").containsEntry("cache.max_cached_steps", "9")
                .containsEntry("cache.max_continuous_cached_steps", "2").containsEntry("cache.scm_mask", "1,1,0,1").containsEntry("cache.scm_policy_dynamic", "false")
                .containsEntry("cache.taylorseer_n_derivatives", "2").containsEntry("cache.taylorseer_skip_interval", "3");
        through("step-saving", "way=spectrum", "weight=0.5", "degree=4", "smoothing=2", "window=3", "window_growth=0.25", "warmup=6", "stop=0.7");
        assertThat(asked()).containsEntry("cache.spectrum_w", "0.5").containsEntry("cache.spectrum_m", "4").containsEntry("cache.spectrum_lam", "2")
                .containsEntry("cache.spectrum_window_size", "3").containsEntry("cache.spectrum_flex_window", "0.25")
                .containsEntry("cache.spectrum_warmup_steps", "6").containsEntry("cache.spectrum_stop_percent", "0.7");
    }

    @Test
    void an_end_before_the_start_and_a_mask_of_other_signs_are_refused() throws Exception {
        through("step-saving", "way=ucache", "from=0.5", "to=0.4");
        assertThat(codes()).containsExactly(Problem.Code.BAD_VALUE);
        through("step-saving", "way=dbcache", "mask=1,2");
        assertThat(codes()).containsExactly(Problem.Code.BAD_VALUE);
    }

    // ---- Tiles, edges

    @Test
    void tiles_are_told_in_latent_pixels_and_edges_to_the_context() throws Exception {
        through("vae-tiles", "tile_width=256", "tile_height=128", "tile_overlap=0.25");
        assertThat(asked()).isEqualTo(Map.of("vae_tiling_params.enabled", "true", "vae_tiling_params.tile_size_x", "32", "vae_tiling_params.tile_size_y", "16",
                "vae_tiling_params.target_overlap", "0.25"));
        through("vae-tiles", "tile_width=256", "tiles_across=3", "tiles_down=2");
        assertThat(asked()).containsEntry("vae_tiling_params.rel_size_x", "3").containsEntry("vae_tiling_params.rel_size_y", "2");
        through("vae-tiles", "tiles_across=65");
        assertThat(codes()).containsExactly(Problem.Code.BAD_VALUE);
        through("seamless", "down=false");
        assertThat(asked()).isEmpty();
        assertThat(NativeView.of(bench.engine.contexts.getLast())).containsEntry("circular_x", "true").doesNotContainKey("circular_y");
    }

    // ---- Pictures beside the prompt

    @Test
    void reference_pictures_keep_their_order_over_several_nodes() throws Exception {
        flow.add("one", "load-picture", "file=" + grey("one.png", 32, 11)).add("two", "load-picture", "file=" + grey("two.png", 48, 22))
                .add("first", "reference-pictures", "prompt<yes.prompt", "pictures<one.picture")
                .add("second", "reference-pictures", "prompt<first.looking", "pictures<two.picture").set("paint", "positive<second.looking");
        assertThat(asked()).isEqualTo(Map.of("ref_images", "32x32x3:11 48x48x3:22", "ref_images_count", "2", "auto_resize_ref_image", "true"));
        flow.set("first", "apart=true");
        assertThat(asked()).containsEntry("increase_ref_index", "true").containsEntry("ref_images_count", "2");
    }

    @Test
    void comfyui_s_reference_latents_and_qwen_prompts_come_to_the_same() throws Exception {
        flow.add("one", "load-picture", "file=" + grey("one.png", 32, 11)).add("two", "load-picture", "file=" + grey("two.png", 48, 22))
                .add("load", "checkpoint-loader-simple", "ckpt_name=" + folder.resolve("model.safetensors"))
                .add("qwen", "text-encode-qwen-image-edit-plus", "clip<load.clip", "vae<load.vae", "image1<two.picture", "image3<one.picture", "prompt=make it winter")
                .set("paint", "positive<qwen.conditioning", "negative<qwen.conditioning");
        assertThat(asked()).containsEntry("ref_images", "48x48x3:22 32x32x3:11");
        assertThat(bench.engine.painted.getLast().prompt()).isEqualTo("make it winter");
        flow.add("encode", "vae-encode", "pixels<one.picture", "vae<load.vae").add("words", "clip-text-encode", "clip<load.clip", "text=a boat")
                .add("ref", "reference-latent", "conditioning<words.conditioning", "latent<encode.latent")
                .add("single", "text-encode-qwen-image-edit", "clip<load.clip", "image<two.picture", "prompt=x")
                .set("paint", "positive<ref.looking", "negative<words.conditioning");
        assertThat(asked()).containsEntry("ref_images", "32x32x3:11");
        flow.set("paint", "negative<single.conditioning");
        // Pictures are known when it runs.
        Ending ending = Bench.ending(bench.submit(flow.document()).jobs().getFirst());
        assertThat(((Trouble.OfDocument) ((Ending.Failed) ending).trouble()).problem().code()).isEqualTo(Problem.Code.PROMPTS_DISAGREE);
        flow.add("empty", "empty-latent-image").set("ref", "latent<empty.latent");
        assertThat(codes()).contains(Problem.Code.REFERENCE_NO_PICTURE);
    }

    @Test
    void a_batch_of_reference_pictures_is_taken_whole() throws Exception {
        Files.createDirectories(folder.resolve("refs"));
        grey("refs/a.png", 32, 1);
        grey("refs/b.png", 32, 2);
        grey("refs/c.png", 32, 3);
        flow.add("all", "load-folder", "folder=" + folder.resolve("refs")).add("look", "reference-pictures", "prompt<yes.prompt", "pictures<all.pictures")
                .set("paint", "positive<look.looking");
        assertThat(asked()).containsEntry("ref_images", "32x32x3:1 32x32x3:2 32x32x3:3");
    }

    @Test
    void a_person_s_pictures_and_the_file_that_knows_faces_go_together() throws Exception {
        Path maker = Files.writeString(folder.resolve("photomaker-v1.safetensors"), "p");
        Path face = Files.writeString(folder.resolve("face.bin"), "f");
        flow.add("who", "load-picture", "file=" + grey("who.png", 64, 9));
        through("photo-identity", "pictures<who.picture", "photo_maker=" + maker, "face_embedding=" + face, "style_strength=30");
        assertThat(codes()).containsExactly(Problem.Code.PHOTO_WORD_MISSING);
        flow.set("yes", "text={a man img|a boat}");
        assertThat(codes()).as("what will be drawn is not known yet").isEmpty();
        flow.set("yes", "text=女人 img 在山上");
        assertThat(codes()).isEmpty();
        flow.set("yes", "text=a man img in the mountains");
        assertThat(asked()).isEqualTo(Map.of("pm_params.id_images", "64x64x3:9", "pm_params.id_images_count", "1", "pm_params.id_embed_path", "face.bin",
                "pm_params.style_strength", "30"));
        assertThat(NativeView.of(bench.engine.contexts.getLast())).containsEntry("photo_maker_path", "photomaker-v1.safetensors");
    }

    /** The engine encodes in tiles 1.305 times as large as those it decodes in, and the borders of what it splits show. */
    @Test
    void where_memory_is_short_tiles_are_larger_if_there_are_pictures_to_encode() throws Exception {
        ImageRequest plain = ImageRequest.text("", "", 512, 512, new Sampling(Sampler.EULER, Scheduler.DISCRETE, 4, 4), 1);
        Picture picture = Sketch.motley(512, 512, 3);
        assertThat(tile(plain, Rung.AS_ASKED)).isEqualTo(0);
        assertThat(tile(plain, Rung.VAE_TILING)).isEqualTo(32);
        assertThat(tile(plain.from(new Start(picture, 0.5, null)), Rung.AS_ASKED)).isEqualTo(0);
        assertThat((int) (tile(plain.from(new Start(picture, 0.5, null)), Rung.VAE_TILING) * 1.30539f)).as("512 pixels").isGreaterThanOrEqualTo(512 / 8);
        ImageRequest looking = new ImageRequest("", "", -1, 512, 512, plain.sampling(), 1, List.of(), null, null, List.of(picture), null, null);
        assertThat(tile(looking, Rung.STREAMED)).isEqualTo(50);
        ImageRequest small = plain.sized(256, 256);
        assertThat(tile(twice(small, Hires.Upscaler.LANCZOS), Rung.VAE_TILING)).isEqualTo(50);
        assertThat(tile(twice(small, Hires.Upscaler.LATENT), Rung.VAE_TILING)).as("nothing is encoded").isEqualTo(32);
        Tiling asked = new Tiling(24, 24, 0.25);
        assertThat(tile(new ImageRequest("", "", -1, 512, 512, plain.sampling(), 1, List.of(), null, null, List.of(picture), null, asked), Rung.VAE_TILING))
                .as("as somebody wants them").isEqualTo(24);
    }

    @Test
    void larger_tiles_are_only_for_what_they_leave_whole() throws Exception {
        ImageRequest plain = ImageRequest.text("", "", 520, 520, new Sampling(Sampler.EULER, Scheduler.DISCRETE, 4, 4), 1);
        ImageRequest started = plain.from(new Start(Sketch.motley(520, 520, 3), 0.5, null));
        assertThat(tile(started, Rung.VAE_TILING)).isEqualTo(50);
        assertThat(tile(started.sized(528, 64), Rung.VAE_TILING)).as("split anyway").isEqualTo(32);
        assertThat(tile(twice(started, Hires.Upscaler.LANCZOS), Rung.VAE_TILING)).as("its second is").isEqualTo(32);
        ImageRequest looking = new ImageRequest("", "", -1, 512, 512, plain.sampling(), 1, List.of(), null, null, List.of(Sketch.motley(1600, 100, 3)), null, null);
        assertThat(tile(looking, Rung.VAE_TILING)).as("the engine makes it 2048 pixels wide").isEqualTo(32);
        ImageRequest following = new ImageRequest("", "", -1, 512, 512, plain.sampling(), 1, List.of(), null, new Control(Sketch.motley(512, 512, 3), 1), List.of(), null, null);
        ModelFiles flux = ModelFiles.checkpoint(FamilyFiles.of(Family.FLUX_CONTROLS, folder.resolve("controls.safetensors")));
        assertThat(tile(following, flux)).isEqualTo(50);
        assertThat(tile(following, ModelFiles.checkpoint(folder.resolve("m")).with(Part.CONTROL_NET, folder.resolve("net")))).as("nobody looks at its latent").isEqualTo(32);
        ModelFiles flux2 = ModelFiles.checkpoint(FamilyFiles.of(Family.FLUX2, folder.resolve("flux2.safetensors")));
        assertThat(tile(started.sized(1040, 1040), flux2)).as("one of a latent is 16 pixels").isEqualTo(50);
        assertThat(tile(started.sized(1056, 1040), flux2)).isEqualTo(32);
    }

    private static int tile(ImageRequest request, ModelFiles files) {
        ContextKey key = ContextKey.of(files, Execution.cpu(1)).on(Rung.VAE_TILING);
        return Integer.parseInt(NativeView.of(request, key).getOrDefault("vae_tiling_params.tile_size_x", "0"));
    }

    private static ImageRequest twice(ImageRequest plain, Hires.Upscaler by) {
        return new ImageRequest("", "", -1, plain.width(), plain.height(), plain.sampling(), 1, List.of(), plain.start(), null, List.of(),
                new Hires(by, null, 2 * plain.width(), 2 * plain.height(), 4, 0.5), null);
    }

    private static int tile(ImageRequest request, Rung rung) {
        return Integer.parseInt(NativeView.of(request, rung).getOrDefault("vae_tiling_params.tile_size_x", "0"));
    }

    // ---- Helpers

    private void through(String type, String... settings) {
        flow.add("between", type, "model<model.model").set("between", settings).set("paint", "model<between.patched_model");
    }

    /** What the last picture asked sets that a plain one does not. */
    private Map<String, String> asked() throws Exception {
        bench.run(flow.document());
        ImageRequest request = bench.engine.painted.getLast();
        assertThat(RequestCheck.check(new Job.Paint(bench.engine.contexts.getLast(), request, Preview.NONE))).isEmpty();
        ImageRequest plain = ImageRequest.text(request.prompt(), request.negativePrompt(), request.width(), request.height(),
                new Sampling(request.sampling().sampler(), request.sampling().scheduler(), 4, request.sampling().cfgScale()), request.seed());
        Map<String, String> all = new TreeMap<>(NativeView.of(request, Rung.AS_ASKED));
        all.entrySet().removeAll(NativeView.of(plain, Rung.AS_ASKED).entrySet());
        return all;
    }

    private List<Problem.Code> codes() throws Exception {
        return bench.submit(flow.document()).problems().stream().map(Problem::code).toList();
    }

    private Path grey(String name, int side, int level) throws Exception {
        byte[] samples = new byte[side * side * 3];
        java.util.Arrays.fill(samples, (byte) level);
        new PictureFile(Picture.of(side, side, 3, samples), PictureTexts.none()).write(folder.resolve(name));
        return folder.resolve(name);
    }
}
