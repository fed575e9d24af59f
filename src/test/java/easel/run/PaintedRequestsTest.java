package easel.run;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Control;
import easel.engine.Hires;
import easel.engine.ImageRequest;
import easel.engine.Lora;
import easel.engine.Part;
import easel.engine.Picture;
import easel.engine.Sampler;
import easel.engine.Sampling;
import easel.engine.Scheduler;
import easel.engine.Start;
import easel.graph.InputRef;
import easel.graph.NodeId;
import easel.graph.Problem;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Easel's own nodes that paint: what the engine is asked, against requests written by hand, and what becomes of its answer. */
@Timeout(30)
class PaintedRequestsTest extends OnBench {

    private static final String WORDS = "mountains at sunset, purple sky, sun, clouds";
    private static final Sampling EULER_4 = new Sampling(Sampler.EULER, Scheduler.DISCRETE, 4, 4);

    private Sketch flow;

    @BeforeEach
    void a_model_and_prompts() throws Exception {
        flow = Sketch.withModel(folder.resolve("model.safetensors").toString());
    }

    // ---- LoRA

    @Test
    void loras_stand_one_behind_the_other() throws Exception {
        Path one = Files.writeString(folder.resolve("one.safetensors"), "1");
        Path two = Files.writeString(folder.resolve("two.safetensors"), "2");
        flow.add("one", "load-lora", "lora=" + one, "strength=0.8", "model<model.model").add("none", "load-lora", "model<one.patched_model")
                .add("off", "load-lora", "lora=" + one, "strength=0", "model<none.patched_model")
                .add("two", "load-lora", "lora=" + two, "strength=-0.5", "model<off.patched_model")
                .add("sampler", "sampler", Sketch.SMALL).set("sampler", "model<two.patched_model");
        run();
        assertThat(request().loras()).containsExactly(new Lora(one, 0.8), new Lora(two, -0.5));
    }

    @Test
    void a_lora_for_the_model_alone_must_have_nothing_for_the_text_encoder() throws Exception {
        Path both = Loras.write(folder.resolve("both.safetensors"), "lora_unet_x", "lora_te_text_model_y");
        flow.add("only", "lora-loader-model-only", "lora_name=" + both, "model<model.model").add("sampler", "sampler", Sketch.SMALL).set("sampler", "model<only.patched_model");
        assertThat(bench.studio.check(flow.document())).extracting(Problem::code).containsExactly(Problem.Code.LORA_HALVES);
        flow.add("lora", "load-lora", "lora=" + both, "model<model.model").set("sampler", "model<lora.patched_model");
        assertThat(bench.studio.check(flow.document())).extracting(Problem::code).doesNotContain(Problem.Code.LORA_HALVES);
    }

    // ---- Inpaint

    @Test
    void inpainting_asks_for_all_that_shows_and_lays_it_over_softly() throws Exception {
        Picture before = Sketch.motley(128, 64, 3);
        inpaint(before, Sketch.grey(128, 64, (x, _) -> x < 32 ? 255 : 0), "grow=3", "feather=4", "strength=0.7");
        run();
        // White up to 32, 3 grown, 4 faded.
        Start start = new Start(before, 0.7, Sketch.grey(128, 64, (x, _) -> x < 39 ? 255 : 0));
        assertThat(request()).isEqualTo(ImageRequest.text(WORDS, "fog", 128, 64, EULER_4, 7).from(start));
        Picture after = result("inpaint");
        int colour = FakeEngine.colour(request());
        for (int x = 0; x < 128; x++) {
            // A growth of 2 more and two means of 3: 1, 3, 6, 8 and 9 ninths.
            double shows = x < 35 ? 1 : x == 35 ? 8 / 9.0 : x == 36 ? 6 / 9.0 : x == 37 ? 3 / 9.0 : x == 38 ? 1 / 9.0 : 0;
            int expected = (int) Math.round(shows * colour + (1 - shows) * before.at(x, 9, 1));
            assertThat(after.at(x, 9, 1)).as("at %d", x).isBetween(expected - 1, expected + 1);
        }
    }

    @Test
    void only_the_masked_area_is_painted_larger_and_put_back() throws Exception {
        Picture before = Sketch.motley(300, 200, 3);
        inpaint(before, Sketch.grey(300, 200, (x, y) -> x >= 250 && x < 282 && y >= 10 && y < 26 ? 255 : 0), "grow=0", "feather=0", "only_masked=true", "around=8", "side=192");
        run();
        // 242 ... 290 by 2 ... 34, four times as large: 192 x 128, all multiples of 64.
        assertThat(List.of(request().width(), request().height())).containsExactly(192, 128);
        assertThat(request().start().mask()).isEqualTo(Sketch.grey(192, 128, (x, y) -> x >= 30 && x < 162 && y >= 30 && y < 98 ? 255 : 0));
        Picture after = result("inpaint");
        int colour = FakeEngine.colour(request());
        for (int at = 0; at < 300 * 200; at++) {
            boolean inside = at % 300 >= 250 && at % 300 < 282 && at / 300 >= 10 && at / 300 < 26;
            assertThat(after.at(at % 300, at / 300, 0)).isEqualTo(inside ? colour : before.at(at % 300, at / 300, 0));
        }
    }

    @Test
    void an_area_at_the_edge_is_moved_inside_and_keeps_its_own_size_at_0() throws Exception {
        Picture before = Sketch.motley(200, 100, 3);
        inpaint(before, Sketch.grey(200, 100, (x, y) -> x >= 190 && y >= 90 ? 255 : 0), "grow=0", "feather=0", "only_masked=true", "around=0", "side=0");
        run();
        assertThat(request().start().picture()).isEqualTo(part(before, 136, 36, 64, 64));
        assertThat(request().start().mask()).isEqualTo(Sketch.grey(64, 64, (x, y) -> x >= 54 && y >= 54 ? 255 : 0));
    }

    @Test
    void a_size_between_the_steps_goes_on_at_its_edges() throws Exception {
        Picture before = Sketch.motley(100, 64, 3);
        inpaint(before, Sketch.grey(100, 64, (x, _) -> x == 99 ? 255 : 0), "grow=0", "feather=0");
        run();
        assertThat(List.of(request().width(), request().height())).containsExactly(128, 64);
        assertThat(request().start().picture().at(127, 5, 2)).isEqualTo(before.at(99, 5, 2));
        assertThat(List.of(result("inpaint").width(), result("inpaint").height())).containsExactly(100, 64);
    }

    @Test
    void a_fill_takes_the_place_of_what_is_under_the_mask() throws Exception {
        Picture before = Sketch.grey(64, 64, (x, _) -> x < 32 ? 200 : 40);
        inpaint(before, Sketch.grey(64, 64, (x, _) -> x >= 48 ? 255 : 0), "grow=0", "feather=0", "fill=grey");
        run();
        assertThat(List.of(request().start().picture().at(47, 3, 0), request().start().picture().at(48, 3, 0))).containsExactly(40, 128);
        flow.set("inpaint", "fill=around");
        run();
        Picture around = bench.engine.painted.getLast().start().picture();
        assertThat(List.of(around.at(48, 3, 0), around.at(52, 60, 1))).containsExactly(40, 40);
    }

    @Test
    void what_was_transparent_outside_the_mask_stays_so_and_what_was_grey_becomes_colour() throws Exception {
        Picture before = Sketch.motley(64, 64, 4);
        inpaint(before, Sketch.grey(64, 64, (x, _) -> x < 16 ? 255 : 0), "grow=0", "feather=0");
        run();
        Picture after = result("inpaint");
        int colour = FakeEngine.colour(request());
        assertThat(List.of(after.at(15, 4, 0), after.at(15, 4, 3))).containsExactly(colour, 255);
        assertThat(part(after, 16, 0, 48, 64)).isEqualTo(part(before, 16, 0, 48, 64));
        file("picture.png", Sketch.motley(64, 64, 1));
        run();
        assertThat(result("inpaint").channels()).isEqualTo(3);
    }

    @Test
    void a_mask_of_another_size_or_with_nothing_white_is_a_problem_with_a_sentence() throws Exception {
        inpaint(Sketch.motley(64, 64, 3), Sketch.grey(32, 64, (_, _) -> 255));
        assertThat(failure()).isEqualTo(new Problem(new NodeId("inpaint"), "mask", Problem.Code.MASK_OF_ANOTHER_SIZE, List.of(32, 64, 64, 64)));
        file("mask.png", Sketch.grey(64, 64, (_, _) -> 0));
        assertThat(failure()).isEqualTo(new Problem(new NodeId("inpaint"), "mask", Problem.Code.NOTHING_TO_PAINT, List.of()));
        assertThat(bench.engine.painted).isEmpty();
        flow = Sketch.withModel(folder.resolve("model.safetensors").toString()).add("inpaint", "inpaint", Sketch.SMALL);
        assertThat(bench.studio.check(flow.document())).contains(Problem.at(InputRef.of("inpaint", "picture"), Problem.Code.INPUT_MISSING, "picture"),
                Problem.at(InputRef.of("inpaint", "mask"), Problem.Code.INPUT_MISSING, "mask"));
    }

    @Test
    void a_photo_that_lies_on_its_side_is_inpainted_as_people_see_it() throws Exception {
        inpaint(Sketch.motley(64, 96, 3), Sketch.grey(64, 96, (_, y) -> y < 32 ? 255 : 0), "grow=0", "feather=0");
        flow.set("picture", "file=" + lyingJpeg(folder.resolve("photo.jpg"), 96, 64));
        run();
        assertThat(List.of(request().width(), request().height())).containsExactly(64, 128);
        assertThat(List.of(result("inpaint").width(), result("inpaint").height())).containsExactly(64, 96);
        file("mask.png", Sketch.grey(96, 64, (_, _) -> 255));
        assertThat(failure().arguments()).containsExactly(96, 64, 64, 96);
    }

    /** A JPEG whose Exif says that its left column is the top (orientation 6). */
    private static Path lyingJpeg(Path file, int width, int height) throws Exception {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpeg", plain);
        byte[] exif = HexFormat.of().parseHex("ffe10022" + "457869660000" + "49492a0008000000" + "0100" + "120103000100000006000000" + "00000000");
        ByteArrayOutputStream lying = new ByteArrayOutputStream();
        lying.write(plain.toByteArray(), 0, 2);
        lying.writeBytes(exif);
        lying.write(plain.toByteArray(), 2, plain.size() - 2);
        return Files.write(file, lying.toByteArray());
    }

    @Test
    void a_large_photo_that_is_inpainted_as_a_whole_is_warned_about_with_a_mend() throws Exception {
        inpaint(Sketch.motley(2048, 1025, 3), Sketch.grey(2048, 1025, (x, _) -> x < 32 ? 255 : 0));
        Problem warning = Problem.at(InputRef.of("inpaint", "only_masked"), Problem.Code.LARGE_PICTURE_WHOLE, 2048, 1025);
        assertThat(bench.studio.check(flow.document())).containsExactly(warning);
        var mends = easel.graph.Remedy.of(warning, flow.document(), easel.nodes.Catalogue::schema, _ -> new easel.graph.Position(0, 0));
        assertThat(mends).extracting(easel.graph.Remedy::kind).containsExactly(easel.graph.Remedy.Kind.ONLY_MASKED);
        assertThat(bench.studio.check(mends.getFirst().edit().on(flow.document()))).isEmpty();
        flow.set("inpaint", "only_masked=true", "side=1449");
        Problem part = Problem.at(InputRef.of("inpaint", "side"), Problem.Code.LARGE_PART, 1449L);
        assertThat(bench.studio.check(flow.document())).containsExactly(part);
        assertThat(easel.graph.Remedy.of(part, flow.document(), easel.nodes.Catalogue::schema, _ -> new easel.graph.Position(0, 0)))
                .extracting(easel.graph.Remedy::kind).containsExactly(easel.graph.Remedy.Kind.RESET_VALUE);
        flow.set("inpaint", "only_masked=false");
        file("picture.png", Sketch.motley(2048, 1024, 3));
        file("mask.png", Sketch.grey(2048, 1024, (_, _) -> 255));
        assertThat(bench.studio.check(flow.document())).isEmpty();
    }

    // ---- Outpaint

    @Test
    void outpainting_asks_for_what_lies_outside_and_keeps_every_pixel_without_a_feather() throws Exception {
        Picture before = Sketch.motley(64, 64, 3);
        flow.add("picture", "load-picture", "file=" + file("picture.png", before)).add("outpaint", "outpaint", Sketch.SMALL)
                .set("outpaint", "picture<picture.picture", "left=40", "top=0", "right=24", "bottom=30", "feather=0", "fill=grey");
        run();
        // 128 x 94, and rows to the next multiple of 64.
        assertThat(List.of(request().width(), request().height())).containsExactly(128, 128);
        Start start = request().start();
        assertThat(start.strength()).isEqualTo(1);
        assertThat(start.mask()).isEqualTo(Sketch.grey(128, 128, (x, y) -> x >= 40 && x < 104 && y < 64 ? 0 : 255));
        assertThat(part(start.picture(), 40, 0, 64, 64)).isEqualTo(before);
        assertThat(start.picture().at(39, 10, 0)).isEqualTo(128);
        Picture after = result("outpaint");
        assertThat(List.of(after.width(), after.height())).containsExactly(128, 94);
        assertThat(part(after, 40, 0, 64, 64)).isEqualTo(before);
        assertThat(List.of(after.at(39, 0, 0), after.at(104, 63, 1), after.at(60, 64, 2))).containsOnly(FakeEngine.colour(request()));
    }

    @Test
    void an_outpaint_fades_only_where_a_side_grew() throws Exception {
        Picture before = Sketch.motley(64, 64, 3);
        flow.add("picture", "load-picture", "file=" + file("picture.png", before)).add("outpaint", "outpaint", Sketch.SMALL)
                .set("outpaint", "picture<picture.picture", "left=0", "top=0", "right=64", "bottom=0", "feather=12", "fill=original");
        run();
        Picture after = result("outpaint");
        assertThat(part(after, 0, 0, 52, 64)).isEqualTo(part(before, 0, 0, 52, 64));
        assertThat(part(after, 52, 0, 12, 64)).isNotEqualTo(part(before, 52, 0, 12, 64));
        assertThat(request().start().mask()).isEqualTo(Sketch.grey(128, 64, (x, _) -> x < 52 ? 0 : 255));
        assertThat(part(request().start().picture(), 64, 0, 1, 64)).isEqualTo(part(before, 63, 0, 1, 64));
    }

    @Test
    void an_outpaint_by_nothing_is_a_problem_before_it_runs_and_one_too_large_when_it_does() throws Exception {
        flow.add("picture", "load-picture", "file=" + file("picture.png", Sketch.motley(64, 64, 3))).add("outpaint", "outpaint", Sketch.SMALL)
                .set("outpaint", "picture<picture.picture", "left=0", "top=0", "right=0", "bottom=0");
        assertThat(bench.studio.check(flow.document())).contains(Problem.at(InputRef.of("outpaint", "left"), Problem.Code.NOTHING_TO_PAINT));
        flow.set("outpaint", "left=16384");
        assertThat(failure()).isEqualTo(Problem.at(new NodeId("outpaint"), Problem.Code.PICTURE_TOO_LARGE, 16448L, 64L, 16384));
    }

    // ---- Upscale

    @Test
    void a_picture_is_enlarged_by_the_file_and_keeps_what_was_transparent() throws Exception {
        Path model = TinyEsrgan.write(folder.resolve("esrgan.safetensors"), 2);
        Picture before = Sketch.motley(10, 6, 4);
        before.samples()[3] = 0;
        flow.add("picture", "load-picture", "file=" + file("picture.png", before)).add("upscale", "upscale", "upscaler=" + model, "tile=64", "picture<picture.picture");
        run();
        easel.engine.Job.Upscale asked = bench.engine.upscaled.getFirst();
        assertThat(List.of(asked.model(), asked.tile(), asked.picture().channels())).containsExactly(model, 64, 3);
        assertThat(asked.picture().at(5, 3, 1)).isEqualTo(before.at(5, 3, 1));
        // What nobody sees takes the colours around it.
        assertThat(asked.picture().at(0, 0, 0)).isNotEqualTo(before.at(0, 0, 0));
        Picture after = result("upscale");
        assertThat(List.of(after.width(), after.height(), after.channels())).containsExactly(20, 12, 4);
        assertThat(after.at(11, 7, 1)).isEqualTo(before.at(5, 3, 1));
    }

    @Test
    void the_engine_s_edges_are_asked_for_on_white_and_with_its_own_thresholds() throws Exception {
        Picture before = Sketch.motley(10, 6, 4);
        before.samples()[3] = 0;
        flow.add("picture", "load-picture", "file=" + file("picture.png", before))
                .add("edges", "canny", "image<picture.picture", "method=engine", "low_threshold=0.08", "high_threshold=0.2");
        run();
        assertThat(bench.engine.edged).singleElement().satisfies(asked -> {
            assertThat(List.of(asked.high(), asked.low())).containsExactly(0.2, 0.08);
            assertThat(asked.picture().channels()).isEqualTo(3);
            assertThat(asked.picture().at(0, 0, 0)).isEqualTo(255);
        });
    }

    @Test
    void where_memory_is_too_short_it_is_enlarged_in_smaller_tiles_until_they_are_too_small() throws Exception {
        Path model = TinyEsrgan.write(folder.resolve("esrgan.safetensors"), 2);
        flow.add("picture", "load-picture", "file=" + file("picture.png", Sketch.motley(300, 200, 3)))
                .add("loader", "upscale-model-loader", "model_name=" + model)
                .add("upscale", "image-upscale-with-model", "upscale_model<loader.upscale_model", "image<picture.picture")
                .add("look", "preview-image", "images<upscale.upscaled");
        bench.engine.largestTile = 100;
        run();
        assertThat(bench.engine.upscaled).extracting(easel.engine.Job.Upscale::tile).containsExactly(512, 150, 75);
        assertThat(result("upscale").width()).isEqualTo(600);
        bench.engine.largestTile = 16;
        flow.set("picture", "file=" + file("other.png", Sketch.motley(300, 201, 3)));
        bench.run(flow.document());
        assertThat(bench.engine.upscaled.subList(3, bench.engine.upscaled.size())).extracting(easel.engine.Job.Upscale::tile).containsExactly(512, 150, 75, 37);
    }

    @Test
    void a_file_that_is_no_upscaler_is_a_problem_before_it_runs_and_a_picture_too_large_when_it_does() throws Exception {
        Path lora = Loras.write(folder.resolve("lora.safetensors"), "lora_unet_x");
        flow.add("picture", "load-picture", "file=" + file("picture.png", Sketch.motley(5000, 4, 3))).add("upscale", "upscale", "upscaler=" + lora, "picture<picture.picture");
        assertThat(bench.studio.check(flow.document())).containsExactly(Problem.at(InputRef.of("upscale", "upscaler"), Problem.Code.UNFIT_MODEL,
                new easel.engine.Failure.WrongKind(lora, "LORA", "UPSCALER")));
        flow.set("upscale", "upscaler=" + TinyEsrgan.write(folder.resolve("esrgan.safetensors"), 4));
        assertThat(failure()).isEqualTo(Problem.at(new NodeId("upscale"), Problem.Code.PICTURE_TOO_LARGE, 20000L, 16L, 16384));
    }

    // ---- Hires pass

    @Test
    void a_hires_pass_is_part_of_the_request() throws Exception {
        flow.add("sampler", "sampler", Sketch.SMALL).set("sampler", "width=128", "height=192", "hires=latent-bicubic", "hires_scale=1.5", "hires_steps=3", "hires_strength=0.4");
        run();
        ImageRequest plain = ImageRequest.text(WORDS, "fog", 128, 192, EULER_4, 7);
        assertThat(request().hires()).isEqualTo(new Hires(Hires.Upscaler.LATENT_BICUBIC, null, 192, 288, 3, 0.4));
        assertThat(request().withSeed(7)).isEqualTo(new ImageRequest(WORDS, "fog", -1, 128, 192, EULER_4, 7, List.of(), null, null, List.of(), request().hires(), null));
        Path model = Files.writeString(folder.resolve("esrgan.safetensors"), "e");
        flow.set("sampler", "hires=model", "hires_model=" + model);
        run();
        assertThat(bench.engine.painted.getLast().hires()).isEqualTo(new Hires(Hires.Upscaler.MODEL, model, 192, 288, 3, 0.4));
        flow.set("sampler", "hires=off");
        run();
        assertThat(bench.engine.painted.getLast()).isEqualTo(plain);
    }

    @Test
    void every_upscaler_of_the_engine_can_be_chosen() {
        easel.graph.Rule.Choice ways = (easel.graph.Rule.Choice) easel.nodes.Catalogue.schema("sampler").orElseThrow().parameter("hires").orElseThrow().rule();
        assertThat(ways.ids().stream().skip(1).map(id -> id.replace('-', '_').toUpperCase(java.util.Locale.ROOT)))
                .containsExactlyElementsOf(java.util.Arrays.stream(Hires.Upscaler.values()).map(Enum::name).toList());
    }

    @Test
    void a_hires_pass_without_its_model_or_behind_a_controlnet_is_a_problem() throws Exception {
        flow.add("sampler", "sampler", Sketch.SMALL).set("sampler", "hires=model");
        assertThat(bench.studio.check(flow.document())).containsExactly(Problem.at(InputRef.of("sampler", "hires_model"), Problem.Code.HIRES_WITHOUT_MODEL));
        controlled();
        flow.set("sampler", "hires=lanczos");
        assertThat(bench.studio.check(flow.document())).containsExactly(Problem.at(new NodeId("sampler"), Problem.Code.HIRES_WITH_CONTROL));
    }

    // ---- ControlNet

    @Test
    void a_controlnet_follows_a_picture_in_the_short_form_too() throws Exception {
        flow.add("sampler", "sampler", Sketch.SMALL);
        controlled();
        run();
        assertThat(request().control()).isEqualTo(new Control(Sketch.motley(64, 64, 3), 0.6));
        assertThat(bench.engine.contexts.getFirst().files().get(Part.CONTROL_NET)).contains(folder.resolve("net.safetensors"));
    }

    private void controlled() throws Exception {
        Path net = Files.writeString(folder.resolve("net.safetensors"), "n");
        flow.add("net", "control-net-loader", "control_net_name=" + net).add("edges", "load-picture", "file=" + file("edges.png", Sketch.motley(64, 64, 3)))
                .add("apply", "control-net-apply", "strength=0.6", "conditioning<yes.prompt", "control_net<net.control_net", "image<edges.picture")
                .set("sampler", "positive<apply.applied");
    }

    // ---- Load Mask

    @Test
    void a_mask_is_taken_from_brightness_or_from_what_is_transparent() throws Exception {
        Picture file = Sketch.motley(64, 64, 4);
        flow.add("picture", "load-picture", "file=" + file("picture.png", Sketch.grey(64, 64, (_, _) -> 0))).add("mask", "load-mask", "file=" + file("mask.png", file))
                .add("inpaint", "inpaint", Sketch.SMALL).set("inpaint", "picture<picture.picture", "mask<mask.mask", "grow=0", "feather=0");
        shows("brightness", false, (x, y) -> (int) Math.round(0.2126 * file.at(x, y, 0) + 0.7152 * file.at(x, y, 1) + 0.0722 * file.at(x, y, 2)));
        shows("alpha", false, (x, y) -> file.at(x, y, 3));
        shows("transparency", false, (x, y) -> 255 - file.at(x, y, 3));
        shows("alpha", true, (x, y) -> 255 - file.at(x, y, 3));
        flow.set("mask", "file=" + Files.writeString(folder.resolve("words.png"), "no picture"));
        assertThat(bench.studio.check(flow.document())).containsExactly(Problem.at(InputRef.of("mask", "file"), Problem.Code.UNFIT_PICTURE,
                new easel.format.PictureFailure.NotAPicture(folder.resolve("words.png"))));
    }

    /** Over black, what is painted shows as strongly as the mask says. */
    private void shows(String from, boolean inverted, java.util.function.IntBinaryOperator mask) throws Exception {
        flow.set("mask", "from=" + from, "inverted=" + inverted);
        run();
        Picture after = result("inpaint");
        int colour = FakeEngine.colour(request());
        assertThat(part(after, 0, 0, 64, 64)).isEqualTo(opaque(Sketch.grey(64, 64, (x, y) -> (int) Math.round(colour * mask.applyAsInt(x, y) / 255.0))));
    }

    private static Picture opaque(Picture grey) {
        byte[] samples = new byte[grey.samples().length * 3];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = grey.samples()[at / 3];
        }
        return Picture.of(grey.width(), grey.height(), 3, samples);
    }

    // ---- Helpers

    private QueuedJob lastJob;

    private void inpaint(Picture picture, Picture mask, String... settings) throws Exception {
        flow.add("picture", "load-picture", "file=" + file("picture.png", picture)).add("mask", "load-picture", "file=" + file("mask.png", mask))
                .add("inpaint", "inpaint", Sketch.SMALL).set("inpaint", "picture<picture.picture").set("inpaint", settings);
        easel.graph.Node node = flow.document().node(new NodeId("inpaint")).orElseThrow();
        flow.with(node.fedBy("mask", easel.graph.OutputRef.of("mask", "picture"), easel.graph.Conversion.LUMINANCE.id()));
    }

    private static Picture part(Picture picture, int left, int top, int width, int height) {
        int channels = picture.channels();
        byte[] samples = new byte[width * height * channels];
        for (int at = 0; at < samples.length; at++) {
            int pixel = at / channels;
            samples[at] = (byte) picture.at(left + pixel % width, top + pixel / width, at % channels);
        }
        return Picture.of(width, height, channels, samples);
    }

    private void run() throws Exception {
        Submission submission = bench.run(flow.document());
        assertThat(submission.jobs()).as(submission.problems().toString()).hasSize(1);
        lastJob = submission.jobs().getFirst();
        assertThat(Bench.ending(lastJob)).isEqualTo(new Ending.Done());
    }

    /** Why it does not run: told before if that was known then. */
    private Problem failure() throws Exception {
        Submission submission = bench.submit(flow.document());
        return submission.jobs().isEmpty() ? submission.problems().stream().filter(p -> p.severity() == Problem.Severity.ERROR).findFirst().orElseThrow()
                : ((Trouble.OfDocument) ((Ending.Failed) Bench.ending(submission.jobs().getFirst())).trouble()).problem();
    }

    private ImageRequest request() {
        return bench.engine.painted.getFirst();
    }

    private Picture result(String node) {
        return ((NodeState.Done) bench.last(lastJob, node)).images().getFirst().picture();
    }
}
