package easel.run;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Failure;
import easel.engine.Job;
import easel.engine.ModelFiles;
import easel.engine.Part;
import easel.engine.Picture;
import easel.engine.Preview;
import easel.engine.RequestCheck;
import easel.engine.Rung;
import easel.engine.VideoRequest;
import easel.engine.ffm.NativeView;
import easel.engine.weights.Family;
import easel.engine.weights.FamilyFiles;
import easel.engine.weights.ModelCheck;
import easel.engine.weights.ModelKind;
import easel.format.PictureFile;
import easel.format.PictureTexts;
import easel.graph.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jcodec.api.FrameGrab;
import org.jcodec.common.io.NIOUtils;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.scale.ColorUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From nodes to the engine's own struct, and from its frames to a file that plays. */
@Timeout(60)
class VideoTest extends OnBench {

    private Sketch flow;

    @BeforeEach
    void words_and_a_model() throws Exception {
        flow = new Sketch().add("model", "load-diffusion-model", "diffusion_model=" + Files.writeString(folder.resolve("wan.gguf"), "w"))
                .add("yes", "prompt", "text=a boat").add("no", "prompt", "text=fog")
                .add("video", "video", "model<model.model", "positive<yes.prompt", "negative<no.prompt", "width=64", "height=64", "frames=5", "fps=8", "steps=3", "cfg=6",
                        "seed=7", "sampler=euler", "scheduler=simple");
    }

    // ---- What the engine is asked

    @Test
    void a_video_from_words_is_one_request() throws Exception {
        assertThat(asked()).isEqualTo(Map.ofEntries(Map.entry("prompt", "a boat"), Map.entry("negative_prompt", "fog"), Map.entry("width", "64"), Map.entry("clip_skip", "-1"),
                Map.entry("height", "64"), Map.entry("video_frames", "5"), Map.entry("fps", "8"), Map.entry("seed", "7"),
                Map.entry("sample_params.sample_method", "0"), Map.entry("sample_params.scheduler", "6"), Map.entry("sample_params.sample_steps", "3"),
                Map.entry("sample_params.guidance.txt_cfg", "6"), Map.entry("high_noise_sample_params.sample_method", "0"),
                Map.entry("high_noise_sample_params.scheduler", "6"), Map.entry("high_noise_sample_params.guidance.txt_cfg", "6")));
    }

    @Test
    void the_first_and_the_last_picture_and_the_frames_to_follow_take_the_video_s_size() throws Exception {
        flow.add("a", "load-picture", "file=" + grey("a.png", 128, 10)).add("b", "load-picture", "file=" + grey("b.png", 32, 20))
                .add("c", "load-folder", "folder=" + folder("frames", 30, 40, 50))
                .set("video", "first<a.picture", "last<b.picture", "control<c.pictures", "control_strength=0.6");
        assertThat(asked()).containsEntry("init_image", "64x64x3:10").containsEntry("end_image", "64x64x3:20")
                .containsEntry("control_frames", "64x64x3:30 64x64x3:40 64x64x3:50").containsEntry("control_frames_size", "3").containsEntry("vace_strength", "0.6");
        assertThat(NativeView.of(bench.engine.filmed.getLast(), Rung.VAE_TILING)).as("large enough to encode them").containsEntry("vae_tiling_params.tile_size_x", "50");
    }

    @Test
    void a_pair_of_models_is_told_where_one_gives_way_to_the_other() throws Exception {
        flow.set("video", "boundary=0.9", "high_noise_steps=2", "high_noise_cfg=3.5");
        assertThat(asked()).containsEntry("moe_boundary", "0.9").containsEntry("high_noise_sample_params.sample_steps", "2")
                .containsEntry("high_noise_sample_params.guidance.txt_cfg", "3.5").containsEntry("sample_params.guidance.txt_cfg", "6");
    }

    @Test
    void a_lora_goes_on_either_of_a_pair_of_models_or_on_both() throws Exception {
        Path lora = Loras.write(folder.resolve("lora.safetensors"), "diffusion_model.blocks.0.x");
        flow.add("lora", "load-lora", "lora=" + lora, "strength=0.5", "on=high-noise", "model<model.model").set("video", "model<lora.patched_model");
        assertThat(bench.studio.check(flow.document())).containsExactly(Problem.at(easel.graph.InputRef.of("lora", "on"), Problem.Code.NO_HIGH_NOISE_MODEL));
        flow.set("model", "high_noise=" + Files.writeString(folder.resolve("high.gguf"), "h"));
        assertThat(asked()).containsEntry("loras", "lora.safetensors*0.5^high").containsEntry("lora_count", "1");
        flow.set("lora", "on=both");
        assertThat(asked()).containsEntry("loras", "lora.safetensors*0.5^high lora.safetensors*0.5");
        flow.set("lora", "on=model");
        assertThat(asked()).containsEntry("loras", "lora.safetensors*0.5");
    }

    @Test
    void what_stands_on_the_way_of_the_model_counts_for_videos_too() throws Exception {
        flow.add("save", "step-saving", "model<model.model", "way=easycache").add("tiles", "vae-tiles", "model<save.patched_model")
                .set("video", "model<tiles.patched_model");
        assertThat(asked()).containsEntry("cache.mode", "1").containsEntry("vae_tiling_params.enabled", "true").containsEntry("vae_tiling_params.tile_size_x", "32");
    }

    @Test
    void reference_pictures_are_refused_before_it_runs() throws Exception {
        flow.add("a", "load-picture", "file=" + grey("a.png", 32, 10)).add("look", "reference-pictures", "prompt<yes.prompt", "pictures<a.picture")
                .set("video", "positive<look.looking");
        assertThat(bench.studio.check(flow.document())).extracting(Problem::code).containsExactly(Problem.Code.REFERENCES_WITH_VIDEO);
    }

    @Test
    void a_model_for_pictures_gives_no_video_and_one_for_videos_no_picture() throws Exception {
        ModelFiles wan = ModelFiles.none().with(Part.DIFFUSION_MODEL, FamilyFiles.of(Family.WAN2_2_TI2V, folder.resolve("wan.safetensors")))
                .with(Part.T5XXL, FamilyFiles.of(ModelKind.T5XXL, folder.resolve("t5.safetensors"))).with(Part.VAE, FamilyFiles.of(ModelKind.VAE, folder.resolve("vae.safetensors")));
        ModelFiles z = ModelFiles.none().with(Part.DIFFUSION_MODEL, FamilyFiles.of(Family.Z_IMAGE, folder.resolve("z.safetensors")))
                .with(Part.LLM, FamilyFiles.of(ModelKind.LLM, folder.resolve("llm.safetensors"))).with(Part.VAE, folder.resolve("vae.safetensors"));
        bench.run(flow.document());
        VideoRequest video = bench.engine.filmed.getFirst();
        easel.engine.ImageRequest picture = easel.engine.ImageRequest.text("", "", 64, 64, video.sampling(), 1);
        easel.engine.Execution cpu = easel.engine.Execution.cpu(1);
        assertThat(new ModelCheck().of(new Job.Film(easel.engine.ContextKey.of(wan, cpu), video, Preview.NONE))).isEmpty();
        assertThat(new ModelCheck().of(new Job.Film(easel.engine.ContextKey.of(z, cpu), video, Preview.NONE)))
                .contains(new Failure.UnsupportedFamily(folder.resolve("z.safetensors"), "PICTURE_AS_VIDEO"));
        assertThat(new ModelCheck().of(new Job.Paint(easel.engine.ContextKey.of(wan, cpu), picture, Preview.NONE)))
                .contains(new Failure.UnsupportedFamily(folder.resolve("wan.safetensors"), "VIDEO_AS_PICTURE"));
        assertThat(new ModelCheck().of(new Job.Paint(easel.engine.ContextKey.of(z, cpu), picture, Preview.NONE))).isEmpty();
    }

    // ---- What becomes of the frames

    @Test
    void the_node_shows_every_frame() throws Exception {
        Submission submission = bench.run(flow.document());
        NodeState.Done done = (NodeState.Done) bench.last(submission.jobs().getFirst(), "video");
        assertThat(done.images()).extracting(i -> i.picture().at(0, 0, 0)).containsExactly(0, 10, 20, 30, 40);
        assertThat(done.images()).allSatisfy(i -> assertThat(i.made().seed()).isEqualTo(7));
    }

    @Test
    void an_mp4_holds_the_frames_in_their_order() throws Exception {
        flow.add("save", "save-video", "frames<video.film", "fps=8", "name=boat");
        bench.run(flow.document());
        assertThat(bench.saved()).extracting(p -> p.getFileName().toString()).containsExactly("boat.mp4");
        assertThat(greys(bench.saved().getFirst())).hasSize(5).satisfies(greys -> {
            for (int i = 0; i < 5; i++) {
                assertThat(greys.get(i)).as("frame " + i).isBetween(i * 10 - 3, i * 10 + 3);
            }
        });
    }

    @Test
    void the_same_video_is_written_once_and_never_over_another() throws Exception {
        flow.add("save", "save-video", "frames<video.film", "name=boat");
        bench.run(flow.document());
        bench.run(flow.document());
        assertThat(bench.saved()).hasSize(1);
        bench.run(flow.set("video", "seed=8").document());
        assertThat(bench.saved()).hasSize(2);
    }

    @Test
    void an_animated_png_is_a_picture_with_the_workflow_whose_frames_follow_without_loss() throws Exception {
        flow.add("save", "save-video", "frames<video.film", "fps=8", "format=png", "name=boat");
        bench.run(flow.document());
        Path file = bench.saved().getFirst();
        PictureFile first = PictureFile.read(file);
        assertThat(first.picture().at(5, 5, 0)).isZero();
        assertThat(first.texts().infotext().orElseThrow().prompt()).isEqualTo("a boat");
        byte[] all = Files.readAllBytes(file);
        assertThat(chunks(all)).containsSubsequence("IHDR", "acTL", "fcTL", "IDAT", "fcTL", "fdAT", "fcTL", "fdAT", "fcTL", "fdAT", "fcTL", "fdAT", "IEND");
        assertThat(new String(all, java.nio.charset.StandardCharsets.ISO_8859_1)).contains("acTL\0\0\0\5");
    }

    @Test
    void pictures_of_any_origin_become_a_video_and_odd_sides_are_no_hindrance() throws Exception {
        Path pictures = Files.createDirectories(folder.resolve("odd"));
        for (int i = 0; i < 3; i++) {
            byte[] samples = new byte[33 * 17 * 3];
            Arrays.fill(samples, (byte) (60 + 50 * i));
            new PictureFile(Picture.of(33, 17, 3, samples), PictureTexts.none()).write(pictures.resolve(i + ".png"));
        }
        Sketch odd = new Sketch().add("all", "load-folder", "folder=" + pictures).add("save", "save-video", "frames<all.pictures", "name=odd");
        bench.run(odd.document());
        assertThat(greys(bench.saved().getFirst())).hasSize(3).satisfies(greys -> assertThat(greys.get(2)).isBetween(157, 163));
    }

    /** The encoder's own room is a byte a pixel. */
    @Test
    void noise_is_packed_more_coarsely_rather_than_not() throws Exception {
        Path pictures = Files.createDirectories(folder.resolve("noise"));
        java.util.Random random = new java.util.Random(1);
        for (int i = 0; i < 3; i++) {
            byte[] samples = new byte[64 * 64 * 3];
            random.nextBytes(samples);
            new PictureFile(Picture.of(64, 64, 3, samples), PictureTexts.none()).write(pictures.resolve(i + ".png"));
        }
        Sketch noise = new Sketch().add("all", "load-folder", "folder=" + pictures).add("save", "save-video", "frames<all.pictures", "quality=100");
        bench.run(noise.document());
        assertThat(greys(bench.saved().getFirst())).hasSize(3);
    }

    @Test
    void pictures_of_two_sizes_are_no_video() throws Exception {
        flow.add("a", "load-picture", "file=" + grey("a.png", 32, 1)).add("b", "load-picture", "file=" + grey("b.png", 48, 2))
                .add("both", "image-batch", "image1<a.picture", "image2<b.picture");
        Path pictures = Files.createDirectories(folder.resolve("two"));
        Files.copy(folder.resolve("a.png"), pictures.resolve("a.png"));
        Files.copy(folder.resolve("b.png"), pictures.resolve("b.png"));
        Sketch two = new Sketch().add("all", "load-folder", "folder=" + pictures).add("save", "save-video", "frames<all.pictures");
        Submission submission = bench.run(two.document());
        assertThat(Bench.ending(submission.jobs().getFirst())).isInstanceOf(Ending.Failed.class);
        assertThat(bench.saved()).isEmpty();
    }

    // ---- Helpers

    private Map<String, String> asked() throws Exception {
        bench.run(flow.document());
        VideoRequest request = bench.engine.filmed.getLast();
        assertThat(RequestCheck.check(new Job.Film(bench.engine.contexts.getLast(), request, Preview.NONE))).isEmpty();
        return new TreeMap<>(NativeView.of(request));
    }

    private Path grey(String name, int side, int level) throws Exception {
        byte[] samples = new byte[side * side * 3];
        Arrays.fill(samples, (byte) level);
        new PictureFile(Picture.of(side, side, 3, samples), PictureTexts.none()).write(folder.resolve(name));
        return folder.resolve(name);
    }

    private Path folder(String name, int... levels) throws Exception {
        Files.createDirectories(folder.resolve(name));
        for (int i = 0; i < levels.length; i++) {
            grey(name + "/" + i + ".png", 64, levels[i]);
        }
        return folder.resolve(name);
    }

    /** The green of the middle of each frame, as a decoder sees it. */
    static List<Integer> greys(Path video) throws Exception {
        List<Integer> greys = new java.util.ArrayList<>();
        try (var channel = NIOUtils.readableChannel(video.toFile())) {
            FrameGrab grab = FrameGrab.createFrameGrab(channel);
            for (org.jcodec.common.model.Picture frame = grab.getNativeFrame(); frame != null; frame = grab.getNativeFrame()) {
                org.jcodec.common.model.Picture rgb = org.jcodec.common.model.Picture.create(frame.getWidth(), frame.getHeight(), ColorSpace.RGB);
                ColorUtil.getTransform(frame.getColor(), ColorSpace.RGB).transform(frame, rgb);
                greys.add(rgb.getPlaneData(0)[(8 * frame.getWidth() + 8) * 3 + 1] + 128);
            }
        }
        return greys;
    }

    private static List<String> chunks(byte[] png) {
        List<String> names = new java.util.ArrayList<>();
        java.nio.ByteBuffer all = java.nio.ByteBuffer.wrap(png).position(8);
        while (all.hasRemaining()) {
            int length = all.getInt();
            byte[] name = new byte[4];
            all.get(name);
            names.add(new String(name, java.nio.charset.StandardCharsets.US_ASCII));
            all.position(all.position() + length + 4);
        }
        return names;
    }
}
