package easel.run;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.ContextKey;
import easel.engine.Control;
import easel.engine.Execution;
import easel.engine.Hires;
import easel.engine.ImageRequest;
import easel.engine.Lora;
import easel.engine.ModelFiles;
import easel.engine.Part;
import easel.engine.Picture;
import easel.engine.Sampler;
import easel.engine.Sampling;
import easel.engine.Scheduler;
import easel.engine.Start;
import easel.engine.Tiling;
import easel.format.PictureFile;
import easel.format.PictureTexts;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.InputRef;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.OutputRef;
import easel.graph.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chains of ComfyUI's nodes: what the engine is asked in the end, against requests written by hand. */
@Timeout(30)
class DescribingTest extends OnBench {

    private static final Sampling EULER_8 = new Sampling(Sampler.EULER, Scheduler.DISCRETE, 20, 8);

    private Path model;
    private Document flow;

    @BeforeEach
    void text_to_image() throws Exception {
        model = folder.resolve("model.safetensors");
        flow = Document.EMPTY;
        add("load", "checkpoint-loader-simple", "ckpt_name=" + model);
        add("yes", "clip-text-encode", "text=a boat", "clip<load.clip");
        add("no", "clip-text-encode", "text=fog", "clip<load.clip");
        add("empty", "empty-latent-image", "width=256", "height=128");
        add("sampler", "k-sampler", "seed=7", "model<load.model", "positive<yes.conditioning", "negative<no.conditioning", "latent_image<empty.latent");
        add("decode", "vae-decode", "samples<sampler.latent", "vae<load.vae");
        add("save", "save-image", "images<decode.image", "filename_prefix=boats/one");
    }

    // ---- One pass

    @Test
    void text_to_image_is_one_plain_request_on_the_checkpoint() throws Exception {
        run();
        assertThat(bench.engine.painted).containsExactly(ImageRequest.text("a boat", "fog", 256, 128, EULER_8, 7));
        assertThat(bench.engine.contexts).containsExactly(ContextKey.of(ModelFiles.checkpoint(model), Execution.cpu(2)));
        assertThat(folder.resolve("pictures/boats/one_0001.png")).exists();
        assertThat(PictureFile.head(folder.resolve("pictures/boats/one_0001.png")).texts().infotext().orElseThrow().settings())
                .containsEntry("Seed", "7").containsEntry("Steps", "20").containsEntry("Size", "256x128");
    }

    @Test
    void sampler_and_scheduler_go_by_the_names_that_comfyui_gives_them() throws Exception {
        set("sampler", "sampler_name=euler_ancestral", "scheduler=normal");
        run();
        assertThat(request().sampling()).isEqualTo(new Sampling(Sampler.EULER_A, Scheduler.DISCRETE, 20, 8));
    }

    @Test
    void a_picture_and_half_denoise_take_the_last_steps_of_twice_as_many() throws Exception {
        Picture start = picture("start.png", 260, 130);
        add("image", "load-image", "image=" + folder.resolve("start.png"));
        add("encode", "vae-encode", "pixels<image.picture", "vae<load.vae");
        set("sampler", "denoise=0.5", "latent_image<encode.latent");
        run();
        // 260 x 130 loses two pixels on each side and one above and below: latents are eight pixels wide.
        byte[] cut = new byte[256 * 128 * 3];
        for (int y = 0; y < 128; y++) {
            System.arraycopy(start.samples(), ((y + 1) * 260 + 2) * 3, cut, y * 256 * 3, 256 * 3);
        }
        assertThat(bench.engine.painted).containsExactly(ImageRequest.text("a boat", "fog", 256, 128, new Sampling(Sampler.EULER, Scheduler.DISCRETE, 40, 8), 7)
                .from(new Start(Picture.of(256, 128, 3, cut), 19.5 / 40, null)));
    }

    @Test
    void no_denoise_at_all_leaves_nothing_to_decode() throws Exception {
        set("sampler", "denoise=0");
        assertThat(codes()).containsExactly(Problem.Code.NOTHING_SAMPLED);
    }

    @Test
    void clip_skip_and_a_vae_of_its_own_reach_the_engine() throws Exception {
        Path vae = Files.writeString(folder.resolve("vae.safetensors"), "vae");
        add("skip", "clip-set-last-layer", "stop_at_clip_layer=-2", "clip<load.clip");
        add("vae", "vae-loader", "vae_name=" + vae);
        set("yes", "clip<skip.set_clip");
        set("no", "clip<skip.set_clip");
        set("decode", "vae<vae.vae");
        run();
        assertThat(request().clipSkip()).isEqualTo(2);
        assertThat(bench.engine.contexts.getFirst().files()).isEqualTo(ModelFiles.checkpoint(model).with(Part.VAE, vae));
    }

    @Test
    void loras_on_model_and_clip_alike_are_the_request_s_loras() throws Exception {
        Path one = Files.writeString(folder.resolve("one.safetensors"), "1");
        Path two = Files.writeString(folder.resolve("two.safetensors"), "2");
        lora("one", "load", one, 0.8, 0.8);
        add("two", "lora-loader", "lora_name=" + two, "strength_model=0.5", "strength_clip=0.5", "model<one.patched_model", "clip<one.patched_clip");
        set("sampler", "model<two.patched_model");
        set("yes", "clip<two.patched_clip");
        set("no", "clip<two.patched_clip");
        run();
        assertThat(request().loras()).containsExactly(new Lora(one, 0.8), new Lora(two, 0.5));
        assertThat(bench.engine.contexts.getFirst().files()).isEqualTo(ModelFiles.checkpoint(model));
    }

    @Test
    void a_lora_for_the_model_alone_goes_where_its_file_has_nothing_for_the_text_encoder() throws Exception {
        Path unet = Loras.write(folder.resolve("unet.safetensors"), "lora_unet_x");
        add("only", "lora-loader-model-only", "lora_name=" + unet, "strength_model=0.7", "model<load.model");
        set("sampler", "model<only.patched_model");
        run();
        assertThat(request().loras()).containsExactly(new Lora(unet, 0.7));
        set("only", "lora_name=" + Loras.write(folder.resolve("both.safetensors"), "lora_unet_x", "lora_te_text_model_y"));
        assertThat(codes()).containsExactly(Problem.Code.LORA_HALVES);
    }

    @Test
    void guidance_and_shift_of_flow_models_are_the_sampling_s() throws Exception {
        add("shift", "model-sampling-sd3", "shift=2.5", "model<load.model");
        add("guide", "flux-guidance", "guidance=4", "conditioning<yes.conditioning");
        set("sampler", "model<shift.patched_model", "positive<guide.guided", "cfg=1");
        run();
        assertThat(request().sampling()).isEqualTo(new Sampling(Sampler.EULER, Scheduler.DISCRETE, 20, 1, 4.0, 2.5, List.of()));
    }

    @Test
    void flux_s_shift_lies_on_its_line() throws Exception {
        add("shift", "model-sampling-flux", "model<load.model", "width=1024", "height=1024");
        set("sampler", "model<shift.patched_model");
        run();
        set("shift", "width=256", "height=256");
        run();
        assertThat(bench.engine.painted).extracting(r -> r.sampling().flowShift()).containsExactly(1.15, 0.5);
    }

    @Test
    void parts_in_files_of_their_own_make_one_model() throws Exception {
        Path unet = Files.writeString(folder.resolve("flux.safetensors"), "u");
        Path vae = Files.writeString(folder.resolve("ae.safetensors"), "v");
        Path clip = Loras.writeTensors(folder.resolve("clip_l.safetensors"), "text_model.embeddings.token_embedding.weight", 10, 768);
        Path t5 = Loras.writeTensors(folder.resolve("t5.safetensors"), "enc.blk.0.attn_q.weight", 8, 8);
        add("unet", "unet-loader", "unet_name=" + unet);
        add("clips", "dual-clip-loader", "clip_name1=" + t5, "clip_name2=" + clip);
        add("vae", "vae-loader", "vae_name=" + vae);
        add("latent", "empty-sd3-latent-image", "width=512", "height=512");
        set("yes", "clip<clips.clip");
        set("no", "clip<clips.clip");
        set("sampler", "model<unet.model", "latent_image<latent.latent");
        set("decode", "vae<vae.vae");
        run();
        assertThat(bench.engine.contexts.getFirst().files()).isEqualTo(ModelFiles.none().with(Part.DIFFUSION_MODEL, unet).with(Part.CLIP_L, clip)
                .with(Part.T5XXL, t5).with(Part.VAE, vae));
        assertThat(List.of(request().width(), request().height())).containsExactly(512, 512);
    }

    @Test
    void one_and_three_text_encoders_are_told_apart_by_their_headers() throws Exception {
        Path clip = Loras.writeTensors(folder.resolve("a.safetensors"), "text_model.embeddings.token_embedding.weight", 10, 768);
        Path t5 = Loras.writeTensors(folder.resolve("b.safetensors"), "enc.blk.0.attn_q.weight", 8, 8);
        add("one", "clip-loader", "clip_name=" + clip);
        set("yes", "clip<one.clip");
        set("no", "clip<one.clip");
        run();
        assertThat(bench.engine.contexts.getFirst().files()).isEqualTo(ModelFiles.checkpoint(model).with(Part.CLIP_L, clip));
        add("three", "triple-clip-loader", "clip_name1=" + t5, "clip_name2=" + clip);
        set("yes", "clip<three.clip");
        set("no", "clip<three.clip");
        run();
        assertThat(bench.engine.contexts.getLast().files()).isEqualTo(ModelFiles.checkpoint(model).with(Part.CLIP_L, clip).with(Part.T5XXL, t5));
    }

    @Test
    void a_controlnet_is_part_of_the_model_and_its_picture_of_the_request() throws Exception {
        Path net = Files.writeString(folder.resolve("canny.safetensors"), "n");
        Picture edges = picture("edges.png", 64, 64);
        add("net", "control-net-loader", "control_net_name=" + net);
        add("edges", "load-image", "image=" + folder.resolve("edges.png"));
        add("apply", "control-net-apply", "strength=0.9", "conditioning<yes.conditioning", "control_net<net.control_net", "image<edges.picture");
        set("sampler", "positive<apply.applied");
        run();
        assertThat(request().control()).isEqualTo(new Control(edges, 0.9));
        assertThat(bench.engine.contexts.getFirst().files().get(Part.CONTROL_NET)).contains(net);
        add("both", "control-net-apply-advanced", "strength=0.4", "positive<yes.conditioning", "negative<no.conditioning", "control_net<net.control_net",
                "image<edges.picture");
        set("sampler", "positive<both.applied_positive", "negative<both.applied_negative");
        run();
        assertThat(bench.engine.painted.getLast().control()).isEqualTo(new Control(edges, 0.4));
        set("both", "end_percent=0.5");
        assertThat(codes()).containsExactly(Problem.Code.CONTROL_PARTLY);
        run();
        assertThat(bench.engine.painted.getLast().control()).as("it runs all the same, on every step").isEqualTo(new Control(edges, 0.4));
        set("both", "end_percent=1", "positive<apply.applied");
        assertThat(codes()).containsExactly(Problem.Code.TWO_CONTROLS);
        set("sampler", "positive<yes.conditioning", "negative<apply.applied");
        assertThat(codes()).contains(Problem.Code.CONTROL_ON_ONE);
    }

    @Test
    void tiles_are_told_in_latent_pixels() throws Exception {
        add("tiled", "vae-decode-tiled", "samples<sampler.latent", "vae<load.vae", "tile_size=256", "overlap=64");
        set("save", "images<tiled.image");
        flow = new Edit.RemoveNodes(Set.of(new NodeId("decode"))).on(flow);
        run();
        assertThat(request()).isEqualTo(new ImageRequest("a boat", "fog", -1, 256, 128, EULER_8, 7, List.of(), null, null, List.of(), null, new Tiling(32, 32, 0.25)));
        picture("start.png", 64, 64);
        add("image", "load-image", "image=" + folder.resolve("start.png"));
        add("encode", "vae-encode-tiled", "pixels<image.picture", "vae<load.vae", "tile_size=512", "overlap=128");
        add("plain", "vae-decode", "samples<sampler.latent", "vae<load.vae");
        set("sampler", "latent_image<encode.latent");
        set("save", "images<plain.image");
        flow = new Edit.RemoveNodes(Set.of(new NodeId("tiled"))).on(flow);
        run();
        assertThat(bench.engine.painted.getLast().tiling()).isEqualTo(new Tiling(64, 64, 0.25));
    }

    /** ComfyUI's workflows always say something about frames. */
    @Test
    void tiles_of_frames_are_told_to_be_of_no_use_to_a_picture() throws Exception {
        picture("start.png", 64, 64);
        add("image", "load-image", "image=" + folder.resolve("start.png"));
        add("encode", "vae-encode-tiled", "pixels<image.picture", "vae<load.vae");
        add("tiled", "vae-decode-tiled", "samples<sampler.latent", "vae<load.vae");
        set("sampler", "latent_image<encode.latent");
        set("save", "images<tiled.image");
        flow = new Edit.RemoveNodes(Set.of(new NodeId("decode"))).on(flow);
        assertThat(codes()).as("as they are by themselves").doesNotContain(Problem.Code.TILES_OF_FRAMES);
        set("tiled", "temporal_size=16");
        set("encode", "temporal_overlap=4");
        run();
        assertThat(bench.studio.check(flow)).contains(Problem.at(InputRef.of("tiled", "temporal_size"), Problem.Code.TILES_OF_FRAMES),
                Problem.at(InputRef.of("encode", "temporal_overlap"), Problem.Code.TILES_OF_FRAMES));
    }

    @Test
    void what_only_the_run_knows_of_tiles_hides_no_warning() throws Exception {
        add("tiled", "vae-decode-tiled", "samples<sampler.latent", "vae<load.vae");
        set("save", "images<tiled.image");
        set("sampler", "cfg=1");
        flow = new Edit.RemoveNodes(Set.of(new NodeId("decode"))).on(flow);
        assertThat(codes()).containsExactly(Problem.Code.NEGATIVE_UNHEARD);
        add("picture", "empty-image");
        add("size", "image-size", "image<picture.image");
        set("tiled", "temporal_size<size.width");
        assertThat(codes()).containsExactly(Problem.Code.NEGATIVE_UNHEARD);
        set("tiled", "tile_size<size.width");
        assertThat(codes()).containsExactly(Problem.Code.NEGATIVE_UNHEARD);
        set("tiled", "temporal_overlap=4");
        assertThat(codes()).containsExactlyInAnyOrder(Problem.Code.NEGATIVE_UNHEARD, Problem.Code.TILES_OF_FRAMES);
    }

    @Test
    void a_painting_of_too_many_pixels_is_refused_before_the_engine_is_asked() throws Exception {
        set("empty", "width=16384", "height=16384");
        assertThat(bench.studio.check(flow)).containsExactly(Problem.at(new NodeId("decode"), Problem.Code.PICTURE_OF_TOO_MANY_PIXELS, 16384L, 16384L, 100));
        set("empty", "width=16384", "height=64");
        assertThat(codes()).isEmpty();
        add("picture", "empty-image", "width=16384", "height=8");
        add("size", "image-size", "image<picture.image");
        set("empty", "width<size.width", "height<size.width");
        assertThat(codes()).as("only the run knows").isEmpty();
        Ending.Failed failed = (Ending.Failed) Bench.ending(bench.run(flow).jobs().getFirst());
        assertThat(((Trouble.OfDocument) failed.trouble()).problem().code()).isEqualTo(Problem.Code.PICTURE_OF_TOO_MANY_PIXELS);
        assertThat(bench.engine.painted).isEmpty();
        for (String type : new String[] {"sampler", "regional-sampler"}) {
            Sketch sketch = Sketch.withModel(model.toString()).add("all", "solid-mask", "width=64", "height=64").add("region", "regional-prompt", "prompt<yes.prompt", "mask<all.mask").add("it", type, "model<model.model", "positive<yes.prompt", "seed=1", "width=16384", "height=16384")
                    .add("look", "preview-image", "images<it.picture");
            if (type.equals("regional-sampler")) {
                sketch.set("it", "regions<region.regions");
            }
            assertThat(bench.studio.check(sketch.document())).as(type).contains(Problem.at(new NodeId("it"), Problem.Code.PICTURE_OF_TOO_MANY_PIXELS, 16384L, 16384L, 100));
        }
    }

    @Test
    void a_mask_leaves_the_rest_of_the_picture() throws Exception {
        byte[] half = new byte[64 * 64 * 4];
        for (int at = 0; at < 64 * 64; at++) {
            half[at * 4 + 3] = (byte) (at % 64 < 32 ? 0 : 255);
        }
        new PictureFile(Picture.of(64, 64, 4, half), PictureTexts.none()).write(folder.resolve("half.png"));
        add("image", "load-image", "image=" + folder.resolve("half.png"));
        add("encode", "vae-encode", "pixels<image.picture", "vae<load.vae");
        add("masked", "set-latent-noise-mask", "samples<encode.latent", "mask<image.mask");
        set("sampler", "latent_image<masked.masked");
        run();
        Start start = request().start();
        assertThat(start.strength()).isEqualTo(1);
        assertThat(List.of(start.mask().at(31, 5, 0), start.mask().at(32, 5, 0))).containsExactly(255, 0);
        add("inpaint", "vae-encode-for-inpaint", "pixels<image.picture", "vae<load.vae", "mask<image.mask", "grow_mask_by=5");
        set("sampler", "latent_image<inpaint.latent");
        run();
        Start grown = bench.engine.painted.getLast().start();
        assertThat(List.of(grown.mask().at(33, 5, 0), grown.mask().at(34, 5, 0))).containsExactly(255, 0);
        assertThat(List.of(grown.picture().at(31, 5, 0), grown.picture().at(32, 5, 0))).containsExactly(128, 0);
    }

    // ---- A sampler taken apart

    @Test
    void the_parts_of_a_sampler_make_the_same_request_as_the_whole_one() throws Exception {
        add("noise", "random-noise", "noise_seed=7");
        add("guider", "cfg-guider", "cfg=8", "model<load.model", "positive<yes.conditioning", "negative<no.conditioning");
        add("which", "k-sampler-select", "sampler_name=euler");
        add("sigmas", "basic-scheduler", "scheduler=normal", "steps=20", "model<load.model");
        add("custom", "sampler-custom-advanced", "noise<noise.noise", "guider<guider.guider", "sampler<which.sampler", "sigmas<sigmas.sigmas",
                "latent_image<empty.latent");
        set("decode", "samples<custom.output");
        flow = new Edit.RemoveNodes(Set.of(new NodeId("sampler"))).on(flow);
        run();
        ImageRequest expected = ImageRequest.text("a boat", "fog", 256, 128, EULER_8, 7);
        assertThat(bench.engine.painted).containsExactly(expected);
        add("plain", "sampler-custom", "noise_seed=7", "model<load.model", "positive<yes.conditioning", "negative<no.conditioning", "sampler<which.sampler",
                "sigmas<sigmas.sigmas", "latent_image<empty.latent", "cfg=3");
        set("decode", "samples<plain.denoised_output");
        flow = new Edit.RemoveNodes(Set.of(new NodeId("custom"))).on(flow);
        run();
        assertThat(bench.engine.painted.getLast()).isEqualTo(ImageRequest.text("a boat", "fog", 256, 128, new Sampling(Sampler.EULER, Scheduler.DISCRETE, 20, 3), 7));
        set("plain", "add_noise=false");
        assertThat(codes()).contains(Problem.Code.STEPS_CUT);
    }

    @Test
    void one_prompt_alone_is_a_cfg_of_one_and_no_negative_prompt() throws Exception {
        add("noise", "random-noise", "noise_seed=7");
        add("guider", "basic-guider", "model<load.model", "conditioning<yes.conditioning");
        add("which", "k-sampler-select", "sampler_name=dpmpp_2m");
        add("sigmas", "karras-scheduler", "steps=3", "sigma_max=10", "sigma_min=0.1", "rho=7");
        add("custom", "sampler-custom-advanced", "noise<noise.noise", "guider<guider.guider", "sampler<which.sampler", "sigmas<sigmas.sigmas",
                "latent_image<empty.latent");
        set("decode", "samples<custom.output");
        flow = new Edit.RemoveNodes(Set.of(new NodeId("sampler"))).on(flow);
        run();
        Sampling sampling = request().sampling();
        assertThat(List.of(request().negativePrompt(), sampling.sampler(), sampling.steps(), sampling.cfgScale())).containsExactly("", Sampler.DPMPP_2M, 3, 1.0);
        // The middle one: ((10^(1/7) + 0.1^(1/7)) / 2)^7, with 1.389495 and 0.719686 for the roots.
        assertThat(sampling.sigmas()).hasSize(4);
        assertThat(sampling.sigmas().get(1)).isCloseTo(Math.pow((1.3894955 + 0.7196857) / 2, 7), org.assertj.core.api.Assertions.within(1e-4));
        assertThat(sampling.sigmas().getLast()).isZero();
        add("exponential", "exponential-scheduler", "steps=3", "sigma_max=10", "sigma_min=0.1");
        set("custom", "sigmas<exponential.sigmas");
        flow = new Edit.RemoveNodes(Set.of(new NodeId("sigmas"))).on(flow);
        run();
        assertThat(bench.engine.painted.getLast().sampling().sigmas()).satisfies(s -> assertThat(s.get(1)).isCloseTo(1, org.assertj.core.api.Assertions.within(1e-9)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"karras-scheduler", "exponential-scheduler"})
    void noise_levels_that_do_not_fall_or_end_at_none_are_refused(String scheduler) throws Exception {
        add("noise", "random-noise", "noise_seed=7");
        add("guider", "basic-guider", "model<load.model", "conditioning<yes.conditioning");
        add("which", "k-sampler-select");
        add("sigmas", scheduler, "sigma_max=10", "sigma_min=0");
        add("custom", "sampler-custom-advanced", "noise<noise.noise", "guider<guider.guider", "sampler<which.sampler", "sigmas<sigmas.sigmas",
                "latent_image<empty.latent");
        set("decode", "samples<custom.output");
        flow = new Edit.RemoveNodes(Set.of(new NodeId("sampler"))).on(flow);
        assertThat(codes()).contains(Problem.Code.NO_SIGMAS);
        set("sigmas", "sigma_min=11");
        assertThat(codes()).contains(Problem.Code.NO_SIGMAS);
        set("sigmas", "sigma_min=0.1");
        assertThat(codes()).isEmpty();
    }

    @Test
    void sigmas_made_for_another_model_are_refused() throws Exception {
        add("noise", "random-noise", "noise_seed=7");
        add("shifted", "model-sampling-sd3", "model<load.model");
        add("guider", "basic-guider", "model<load.model", "conditioning<yes.conditioning");
        add("which", "k-sampler-select");
        add("sigmas", "basic-scheduler", "model<shifted.patched_model");
        add("custom", "sampler-custom-advanced", "noise<noise.noise", "guider<guider.guider", "sampler<which.sampler", "sigmas<sigmas.sigmas",
                "latent_image<empty.latent");
        set("decode", "samples<custom.output");
        assertThat(codes()).contains(Problem.Code.SIGMAS_DISAGREE);
    }

    @Test
    void the_advanced_sampler_may_begin_late_but_not_end_early() throws Exception {
        picture("start.png", 128, 128);
        add("image", "load-image", "image=" + folder.resolve("start.png"));
        add("encode", "vae-encode", "pixels<image.picture", "vae<load.vae");
        add("late", "k-sampler-advanced", "noise_seed=7", "steps=20", "start_at_step=12", "model<load.model", "positive<yes.conditioning", "negative<no.conditioning",
                "latent_image<encode.latent");
        set("decode", "samples<late.latent");
        flow = new Edit.RemoveNodes(Set.of(new NodeId("sampler"))).on(flow);
        run();
        assertThat(request().sampling()).isEqualTo(EULER_8);
        assertThat(request().start().strength()).isEqualTo(7.5 / 20);
        set("late", "end_at_step=15");
        assertThat(codes()).contains(Problem.Code.STEPS_CUT);
        set("late", "end_at_step=10000", "add_noise=disable");
        assertThat(codes()).contains(Problem.Code.STEPS_CUT);
    }

    // ---- Two passes

    @Test
    void a_second_pass_that_agrees_folds_into_the_engine_s_hires_pass() throws Exception {
        second("latent-upscale", "width=512", "height=256", "upscale_method=bicubic");
        assertThat(codes()).isEmpty();
        run();
        ImageRequest one = request();
        assertThat(bench.engine.painted).hasSize(1);
        assertThat(List.of(one.width(), one.height(), one.sampling())).containsExactly(256, 128, EULER_8);
        Hires hires = one.hires();
        assertThat(List.of(hires.upscaler(), hires.width(), hires.height(), hires.steps())).containsExactly(Hires.Upscaler.LATENT_BICUBIC, 512, 256, 10);
        // 10 of 20 steps: between 10 / 21 and 10 / 20.
        assertThat(hires.strength()).isBetween(10.0 / 21, 10.0 / 20);
        assertThat(bench.last(lastJob, "second")).isInstanceOfSatisfying(NodeState.Done.class, d -> assertThat(d.images()).hasSize(1));
        assertThat(bench.last(lastJob, "sampler")).isInstanceOf(NodeState.Done.class);
    }

    @Test
    void a_second_pass_without_scaling_folds_too() throws Exception {
        second("latent-upscale-by", "scale_by=1.5");
        set("second", "latent_image<sampler.latent");
        flow = new Edit.RemoveNodes(Set.of(new NodeId("scale"))).on(flow);
        run();
        assertThat(List.of(request().hires().width(), request().hires().height())).containsExactly(256, 128);
    }

    @Test
    void a_second_pass_that_differs_goes_through_pixels_and_says_so() throws Exception {
        second("latent-upscale-by", "scale_by=2");
        set("second", "cfg=5");
        assertThat(bench.studio.check(flow)).containsExactly(Problem.at(new NodeId("second"), Problem.Code.THROUGH_PIXELS));
        run();
        assertThat(bench.engine.painted).hasSize(2);
        assertThat(request()).isEqualTo(ImageRequest.text("a boat", "fog", 256, 128, EULER_8, 7));
        ImageRequest second = bench.engine.painted.getLast();
        assertThat(List.of(second.width(), second.height(), second.start().strength(), second.sampling().steps(), second.sampling().cfgScale()))
                .containsExactly(512, 256, 9.5 / 20, 20, 5.0);
        assertThat(bench.last(lastJob, "sampler")).isInstanceOfSatisfying(NodeState.Done.class, d -> assertThat(d.images().getFirst().picture().width()).isEqualTo(256));
        assertThat(bench.last(lastJob, "second")).isInstanceOfSatisfying(NodeState.Done.class, d -> assertThat(d.images().getFirst().picture().width()).isEqualTo(512));
    }

    @Test
    void a_first_result_that_others_read_is_painted_once_and_not_folded() throws Exception {
        second("latent-upscale-by", "scale_by=2");
        run();
        assertThat(bench.engine.painted).hasSize(1);
        add("first", "vae-decode", "samples<sampler.latent", "vae<load.vae");
        add("look", "preview-image", "images<first.image");
        assertThat(codes()).containsExactly(Problem.Code.THROUGH_PIXELS);
        run();
        // What it comes to is another picture now, so its key is another one.
        assertThat(bench.engine.painted).hasSize(3);
        assertThat(bench.engine.painted).extracting(r -> r.hires() != null).containsExactly(true, false, false);
        assertThat(bench.last(lastJob, "look")).isInstanceOfSatisfying(NodeState.Done.class, d -> assertThat(d.images()).hasSize(1));
    }

    @Test
    void two_decodes_of_one_latent_ask_the_engine_once() throws Exception {
        add("again", "vae-decode", "samples<sampler.latent", "vae<load.vae");
        add("look", "preview-image", "images<again.image");
        run();
        assertThat(bench.engine.painted).hasSize(1);
    }

    // ---- Batches

    @Test
    void a_batch_of_noise_is_painted_one_after_the_other_each_with_the_next_seed() throws Exception {
        set("empty", "batch_size=3");
        set("sampler", "seed=" + Long.MAX_VALUE);
        assertThat(codes()).isEmpty();
        run();
        assertThat(bench.engine.painted).containsExactly(ImageRequest.text("a boat", "fog", 256, 128, EULER_8, Long.MAX_VALUE),
                ImageRequest.text("a boat", "fog", 256, 128, EULER_8, 0), ImageRequest.text("a boat", "fog", 256, 128, EULER_8, 1));
        assertThat(folder.resolve("pictures/boats/one_0003.png")).exists();
        assertThat(folder.resolve("pictures/boats/one_0004.png")).doesNotExist();
        assertThat(PictureFile.head(folder.resolve("pictures/boats/one_0002.png")).texts().infotext().orElseThrow().settings()).containsEntry("Seed", "0");
        for (String node : List.of("sampler", "decode")) {
            assertThat(states(node).getLast()).as(node).isInstanceOfSatisfying(NodeState.Done.class, done -> assertThat(done.images()).hasSize(3));
        }
        run();
        assertThat(bench.engine.painted).as("nothing changed").hasSize(3);
    }

    @Test
    void every_pass_over_a_batch_goes_on_with_the_seed_of_its_own() throws Exception {
        set("empty", "batch_size=2");
        second("latent-upscale-by", "scale_by=2");
        run();
        assertThat(bench.engine.painted).extracting(ImageRequest::seed).containsExactly(7L, 8L);
        assertThat(bench.engine.painted).as("both passes are one request").allSatisfy(request -> assertThat(request.hires()).isNotNull());
        set("second", "cfg=5");
        run();
        assertThat(bench.engine.painted.subList(2, 6)).extracting(ImageRequest::seed).containsExactly(7L, 7L, 8L, 8L);
    }

    @Test
    void a_batch_from_which_one_is_taken_is_painted_whole_as_comfyui_does() throws Exception {
        set("empty", "batch_size=2");
        add("one", "image-from-batch", "image<decode.image", "batch_index=1", "length=1");
        set("save", "images<one.taken");
        run();
        assertThat(bench.engine.painted).hasSize(2);
        assertThat(PictureFile.head(folder.resolve("pictures/boats/one_0001.png")).texts().infotext().orElseThrow().settings()).containsEntry("Seed", "8");
    }

    @Test
    void a_batch_that_memory_has_no_room_for_is_told_before_anything_is_painted() throws Exception {
        set("empty", "width=4096", "height=4096", "batch_size=4096");
        assertThat(bench.studio.check(flow)).singleElement().satisfies(problem -> {
            assertThat(new InputRef(problem.node(), problem.input())).isEqualTo(InputRef.of("empty", "batch_size"));
            assertThat(problem.code()).isEqualTo(Problem.Code.BATCH_TOO_LARGE);
        });
        set("empty", "width=16384", "height=16384", "batch_size=1");
        assertThat(codes()).as("a single one is the engine's to refuse").doesNotContain(Problem.Code.BATCH_TOO_LARGE);
    }

    // ---- What cannot be had

    @Test
    void what_cannot_be_folded_is_a_problem_before_anything_runs() throws Exception {
        set("sampler", "denoise=0.5");
        assertThat(bench.studio.check(flow)).contains(Problem.at(new NodeId("sampler"), Problem.Code.PARTLY_FROM_NOTHING));
        set("sampler", "denoise=1");
        add("skip", "clip-set-last-layer", "stop_at_clip_layer=-2", "clip<load.clip");
        set("no", "clip<skip.set_clip");
        assertThat(codes()).containsExactly(Problem.Code.PROMPTS_DISAGREE);
        set("sampler", "cfg=1");
        assertThat(codes()).containsExactly(Problem.Code.NEGATIVE_UNHEARD);   // nobody reads it, so nothing else is wrong with it
        set("no", "clip<load.clip");
        Path other = Files.writeString(folder.resolve("other.safetensors"), "o");
        add("other", "checkpoint-loader-simple", "ckpt_name=" + other);
        set("decode", "vae<other.vae");
        assertThat(codes()).containsExactly(Problem.Code.PARTS_DISAGREE);
        set("decode", "vae<load.vae", "samples<empty.latent");
        assertThat(codes()).contains(Problem.Code.NOTHING_SAMPLED, Problem.Code.LATENT_UNUSED);
        assertThat(bench.submit(flow).jobs()).isEmpty();
    }

    @Test
    void a_latent_that_nobody_decodes_asks_for_a_decode() throws Exception {
        flow = new Edit.RemoveNodes(Set.of(new NodeId("decode"), new NodeId("save"))).on(flow);
        assertThat(codes()).containsExactly(Problem.Code.LATENT_UNUSED, Problem.Code.NOTHING_TO_RUN);
    }

    @Test
    void a_mask_over_nothing_is_refused() throws Exception {
        picture("m.png", 64, 64);
        add("image", "load-image", "image=" + folder.resolve("m.png"));
        add("masked", "set-latent-noise-mask", "samples<empty.latent", "mask<image.mask");
        set("sampler", "latent_image<masked.masked");
        assertThat(codes()).containsExactly(Problem.Code.MASK_ON_NOTHING);
    }

    // ---- Events, keys, pictures

    @Test
    void the_sampler_shows_how_it_goes_and_the_decode_waits() throws Exception {
        run();
        List<NodeState> sampler = states("sampler");
        assertThat(sampler.getFirst()).isInstanceOf(NodeState.Waiting.class);
        assertThat(sampler).anyMatch(s -> s instanceof NodeState.Running(Progress p) && p.preview() != null);
        assertThat(sampler.getLast()).isInstanceOfSatisfying(NodeState.Done.class, d -> assertThat(d.images()).hasSize(1));
        List<NodeState> decode = states("decode");
        assertThat(decode).hasSize(2);
        assertThat(decode.getFirst()).isInstanceOf(NodeState.Waiting.class);
        assertThat(decode.getLast()).isInstanceOfSatisfying(NodeState.Done.class, d -> assertThat(d.images()).hasSize(1));
        assertThat(states("yes").getLast()).isEqualTo(new NodeState.Done(0, false, List.of(), null));
    }

    @Test
    void an_unchanged_chain_asks_nothing_and_a_word_changed_paints_again() throws Exception {
        run();
        run();
        assertThat(bench.engine.painted).hasSize(1);
        assertThat(states("sampler")).singleElement().isInstanceOfSatisfying(NodeState.Done.class, done -> {
            assertThat(done.fromCache()).isTrue();
            assertThat(done.images()).hasSize(1);
        });
        set("yes", "text=two boats");
        run();
        assertThat(bench.engine.painted).hasSize(2);
    }

    @Test
    void a_failure_is_the_sampler_s_and_the_decode_s() throws Exception {
        bench.engine.failing = _ -> new easel.engine.Failure.EngineDied("aborted");
        run();
        assertThat(states("sampler").getLast()).isInstanceOf(NodeState.Failed.class);
        assertThat(states("decode").getLast()).isInstanceOf(NodeState.Failed.class);
        assertThat(states("save").getLast()).isInstanceOf(NodeState.Skipped.class);
    }

    @Test
    void pictures_are_scaled_between_nodes() throws Exception {
        picture("start.png", 64, 32);
        add("image", "load-image", "image=" + folder.resolve("start.png"));
        add("to", "image-scale", "image<image.picture", "width=128", "height=0", "upscale_method=lanczos");
        add("by", "image-scale-by", "image<to.scaled", "scale_by=0.5");
        flow = new Edit.Connect(OutputRef.of("by", "scaled"), InputRef.of("save", "images")).on(flow);
        flow = new Edit.RemoveNodes(Set.of(new NodeId("decode"), new NodeId("sampler"))).on(flow);
        run();
        Picture saved = PictureFile.read(folder.resolve("pictures/boats/one_0001.png")).picture();
        assertThat(List.of(saved.width(), saved.height())).containsExactly(64, 32);
    }

    @Test
    void a_prefix_never_leaves_the_folder() throws Exception {
        set("save", "filename_prefix=../../../etc/x");
        run();
        assertThat(folder.resolve("pictures/etc/x_0001.png")).exists();
    }

    // ---- Helpers

    private QueuedJob lastJob;

    private void run() throws Exception {
        Submission submission = bench.run(flow);
        assertThat(submission.jobs()).as(submission.problems().toString()).hasSize(1);
        lastJob = submission.jobs().getFirst();
    }

    private ImageRequest request() {
        return bench.engine.painted.getFirst();
    }

    private List<Problem.Code> codes() {
        return bench.studio.check(flow).stream().map(Problem::code).toList();
    }

    private List<NodeState> states(String node) {
        List<NodeState> states = new ArrayList<>();
        synchronized (bench.events) {
            for (RunEvent event : bench.events) {
                if (event instanceof RunEvent.NodeChanged(var job, var id, _, NodeState state) && job.equals(lastJob.id()) && id.text().equals(node)) {
                    states.add(state);
                }
            }
        }
        return states;
    }

    /** A second sampler with half the steps behind a scaled latent, decoded in place of the first. */
    private void second(String scaling, String... values) {
        List<String> all = new ArrayList<>(List.of(values));
        all.add("samples<sampler.latent");
        add("scale", scaling, all.toArray(String[]::new));
        add("second", "k-sampler", "seed=7", "steps=10", "denoise=0.5", "model<load.model", "positive<yes.conditioning", "negative<no.conditioning",
                "latent_image<scale.scaled");
        set("decode", "samples<second.latent");
    }

    private void lora(String id, String from, Path file, double onModel, double onText) {
        add(id, "lora-loader", "lora_name=" + file, "strength_model=" + onModel, "strength_clip=" + onText, "model<" + from + ".model", "clip<" + from + ".clip");
    }

    private Picture picture(String name, int width, int height) throws Exception {
        byte[] samples = new byte[width * height * 3];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = (byte) (at * 7 % 251);
        }
        Picture picture = Picture.of(width, height, 3, samples);
        new PictureFile(picture, PictureTexts.none()).write(folder.resolve(name));
        return picture;
    }

    /** Adds a node: {@code parameter=value} and {@code input<node.output}. */
    private void add(String id, String type, String... settings) {
        flow = flow.with(Node.of(id, type));
        set(id, settings);
    }

    private void set(String id, String... settings) {
        flow = Sketch.set(flow, id, settings);
    }
}
