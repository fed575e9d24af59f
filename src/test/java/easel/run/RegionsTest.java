package easel.run;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Failure;
import easel.engine.ImageRequest;
import easel.engine.Picture;
import easel.graph.InputRef;
import easel.graph.NodeId;
import easel.graph.OutputRef;
import easel.graph.Problem;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What works on regions of a picture: what the engine is asked, and what becomes of the rest. */
@Timeout(30)
class RegionsTest extends OnBench {

    private static final IntBinaryOperator TWO_PARTS = (x, y) -> x >= 20 && x < 40 && y >= 20 && y < 36 || x >= 200 && x < 232 && y >= 100 && y < 140 ? 255 : 0;

    private Sketch flow;
    private QueuedJob lastJob;

    @BeforeEach
    void a_model_and_prompts() throws Exception {
        flow = Sketch.withModel(folder.resolve("model.safetensors").toString());
    }

    // ---- Crop Region and Stitch Back

    @Test
    void what_is_done_to_a_region_shows_under_its_mask_alone() throws Exception {
        Picture before = Sketch.motley(256, 160, 4);
        pictures(before, (x, y) -> x >= 100 && x < 140 && y >= 60 && y < 90 ? 255 : 0);
        cropped("grow=0", "feather=0", "around=8", "side=0").add("change", "invert", "image<crop.part").add("stitch", "stitch-back", "part<change.image", "region<crop.region");
        masked("crop");
        run();
        Picture after = result("stitch");
        for (int at = 0; at < 256 * 160; at++) {
            int x = at % 256;
            int y = at / 256;
            boolean inside = x >= 100 && x < 140 && y >= 60 && y < 90;
            int shown = 255 - (255 * (255 - before.at(x, y, 3)) + before.at(x, y, 0) * before.at(x, y, 3) + 127) / 255;
            assertThat(after.at(x, y, 0)).as("%d, %d", x, y).isEqualTo(inside ? shown : before.at(x, y, 0));
            assertThat(after.at(x, y, 3)).isEqualTo(inside ? 255 : before.at(x, y, 3));
        }
    }

    @Test
    void a_region_comes_in_its_working_size_and_may_be_put_back_in_another() throws Exception {
        Picture before = Sketch.motley(300, 200, 3);
        pictures(before, (_, _) -> 0);
        cropped("x=250", "y=10", "width=32", "height=16", "grow=0", "feather=0", "around=8", "side=192")
                .add("larger", "resize", "picture<crop.part", "width=384", "height=256", "fit=stretch").add("stitch", "stitch-back", "part<larger.picture", "region<crop.region");
        run();
        // 242 ... 290 by 2 ... 34, as Inpaint takes it.
        assertThat(sides(result("crop"))).containsExactly(192, 128);
        Picture after = result("stitch");
        assertThat(sides(after)).containsExactly(300, 200);
        for (int at = 0; at < 300 * 200; at++) {
            if (!(at % 300 >= 250 && at % 300 < 282 && at / 300 >= 10 && at / 300 < 26)) {
                assertThat(after.at(at % 300, at / 300, 0)).isEqualTo(before.at(at % 300, at / 300, 0));
            }
        }
    }

    @Test
    void inpainting_a_cropped_region_asks_for_what_inpaint_does_by_itself() throws Exception {
        pictures(Sketch.motley(300, 200, 3), (x, y) -> x >= 250 && x < 282 && y >= 10 && y < 26 ? 255 : 0);
        cropped("grow=4", "feather=8", "around=32", "side=128").add("painted", "inpaint", Sketch.SMALL).set("painted", "picture<crop.part", "mask<crop.part_mask", "grow=0", "feather=0")
                .add("stitch", "stitch-back", "part<painted.painted", "region<crop.region").add("inpaint", "inpaint", Sketch.SMALL)
                .set("inpaint", "picture<picture.picture", "only_masked=true", "grow=4", "feather=8", "around=32", "side=128");
        masked("crop");
        masked("inpaint");
        run();
        assertThat(bench.engine.painted).hasSize(1);
        for (int at = 0; at < 300 * 200; at++) {
            int x = at % 300;
            int y = at / 300;
            int far = Math.max(Math.max(250 - x, x - 281), Math.max(10 - y, y - 25));
            // Between them the fading edge differs by what the part was around its own mask.
            if (far <= 0 || far > 12) {
                assertThat(result("stitch").at(x, y, 1)).as("%d, %d", x, y).isEqualTo(result("inpaint").at(x, y, 1));
            }
        }
    }

    @Test
    void a_batch_is_cropped_and_put_back_picture_by_picture() throws Exception {
        pictures(Sketch.motley(64, 64, 3), (_, _) -> 0);
        flow.add("twice", "repeat-image-batch", "image<picture.picture", "amount=2");
        flow.add("crop", "crop-region", "picture<twice.repeated", "x=8", "y=8", "width=16", "height=16").add("stitch", "stitch-back", "part<crop.part", "region<crop.region")
                .add("look", "preview-image", "images<stitch.whole");
        run();
        assertThat(((NodeState.Done) bench.last(lastJob, "look")).images()).hasSize(2);
    }

    @Test
    void a_region_that_is_none_and_a_part_of_another_shape_are_told_in_a_sentence() throws Exception {
        pictures(Sketch.motley(64, 64, 3), (_, _) -> 0);
        cropped("x=64", "y=8").add("wide", "resize", "picture<crop.part", "width=128", "height=32", "fit=stretch")
                .add("stitch", "stitch-back", "part<wide.picture", "region<crop.region").add("look", "preview-image", "images<stitch.whole");
        assertThat(bench.studio.check(flow.document())).containsExactly(Problem.at(InputRef.of("crop", "x"), Problem.Code.BOX_OUTSIDE, 64, 64));
        flow.set("crop", "x=0", "side=64");
        assertThat(failure()).isEqualTo(Problem.at(InputRef.of("stitch", "part"), Problem.Code.PICTURE_OF_ANOTHER_SIZE, 128, 32, 64, 64));
        masked("crop");
        assertThat(failure()).isEqualTo(Problem.at(InputRef.of("crop", "mask"), Problem.Code.NOTHING_TO_PAINT));
        Files.delete(folder.resolve("mask.png"));
        file("mask.png", Sketch.grey(64, 32, (_, _) -> 255));
        assertThat(failure()).isEqualTo(Problem.at(InputRef.of("crop", "mask"), Problem.Code.MASK_OF_ANOTHER_SIZE, 64, 32, 64, 64));
    }

    // ---- Detailer

    @Test
    void each_part_of_a_mask_is_painted_larger_with_a_seed_of_its_own() throws Exception {
        Picture before = Sketch.motley(256, 192, 3);
        detailed(before, TWO_PARTS, "grow=0", "feather=0", "around=6", "side=128", "strength=0.3");
        run();
        assertThat(bench.engine.painted).hasSize(2);
        assertThat(bench.engine.painted).extracting(ImageRequest::seed).containsExactly(7L, 8L);
        assertThat(bench.engine.painted).allSatisfy(r -> assertThat(r.start().strength()).isEqualTo(0.3));
        // 14 ... 46 by 14 ... 42 and 194 ... 238 by 94 ... 146, the longer sides 128.
        assertThat(sides(bench.engine.painted.get(0).start().picture())).containsExactly(128, 128);
        assertThat(sides(bench.engine.painted.get(1).start().picture())).containsExactly(128, 128);
        Picture after = result("detail");
        int first = FakeEngine.colour(bench.engine.painted.get(0));
        int second = FakeEngine.colour(bench.engine.painted.get(1));
        for (int at = 0; at < 256 * 192; at++) {
            int x = at % 256;
            int y = at / 256;
            int expected = TWO_PARTS.applyAsInt(x, y) == 0 ? before.at(x, y, 1) : x < 128 ? first : second;
            assertThat(after.at(x, y, 1)).as("%d, %d", x, y).isEqualTo(expected);
        }
    }

    @Test
    void parts_that_fade_into_each_other_are_one_and_specks_are_none() throws Exception {
        detailed(Sketch.motley(256, 64, 3), (x, y) -> y == 30 && (x >= 20 && x < 40 || x >= 48 && x < 60 || x >= 100 && x < 103) ? 255 : 0, "grow=0", "feather=12", "side=64");
        run();
        assertThat(bench.engine.painted).hasSize(1);
        flow.set("detail", "feather=2", "smallest=1");
        run();
        assertThat(bench.engine.painted).hasSize(4);
    }

    @Test
    void tiles_cover_the_picture_each_beginning_from_what_the_last_one_left() throws Exception {
        detailed(Sketch.motley(128, 64, 3), (_, _) -> 0, "regions=grid", "columns=2", "rows=1", "feather=8", "around=16", "side=0", "grow=0");
        flow.with(flow.document().node(new NodeId("detail")).orElseThrow().unfed("mask"));
        run();
        int first = FakeEngine.colour(bench.engine.painted.get(0));
        int second = FakeEngine.colour(bench.engine.painted.get(1));
        // 48 ... 128, and to the next multiple of 64 on its left.
        assertThat(bench.engine.painted.get(1).start().picture().at(20, 10, 0)).isEqualTo(first);
        Picture after = result("detail");
        assertThat(List.of(after.at(0, 5, 0), after.at(55, 5, 0), after.at(64, 5, 0), after.at(127, 63, 2))).containsExactly(first, first, second, second);
    }

    @Test
    void with_a_mask_only_the_tiles_that_it_touches_are_painted_and_only_under_it() throws Exception {
        Picture before = Sketch.motley(128, 128, 4);
        detailed(before, (x, y) -> x < 20 && y < 100 ? 255 : 0, "regions=grid", "columns=4", "rows=4", "feather=0", "grow=0", "side=64");
        run();
        assertThat(bench.engine.painted).hasSize(4);
        Picture after = result("detail");
        for (int at = 0; at < 128 * 128; at++) {
            int x = at % 128;
            int y = at / 128;
            int expected = x < 20 && y < 100 ? FakeEngine.colour(bench.engine.painted.get(y / 32)) : before.at(x, y, 2);
            assertThat(after.at(x, y, 2)).as("%d, %d", x, y).isEqualTo(expected);
        }
    }

    @Test
    void progress_counts_over_all_regions() throws Exception {
        detailed(Sketch.motley(256, 192, 3), TWO_PARTS, "side=64");
        run();
        List<Progress> sampling = bench.events.stream().filter(RunEvent.NodeChanged.class::isInstance).map(RunEvent.NodeChanged.class::cast)
                .filter(e -> e.node().text().equals("detail")).map(RunEvent.NodeChanged::state).filter(NodeState.Running.class::isInstance)
                .map(s -> ((NodeState.Running) s).progress()).filter(p -> p.steps() > 0 && p.preview() == null).toList();
        // Of the fake engine's two steps it tells the first alone, so one is what the first region took.
        assertThat(sampling).extracting(p -> p.step() + " of " + p.steps()).containsExactly("1 of 4", "2 of 3");
    }

    @Test
    void more_regions_than_are_allowed_are_a_sentence_before_anything_is_painted() throws Exception {
        detailed(Sketch.motley(256, 192, 3), TWO_PARTS, "most=1");
        assertThat(failure()).isEqualTo(Problem.at(InputRef.of("detail", "most"), Problem.Code.TOO_MANY_REGIONS, 2, 1));
        flow.with(flow.document().node(new NodeId("detail")).orElseThrow().unfed("mask")).set("detail", "regions=grid", "columns=5", "rows=5", "most=16");
        assertThat(bench.studio.check(flow.document())).contains(Problem.at(InputRef.of("detail", "most"), Problem.Code.TOO_MANY_REGIONS, 25, 16));
        flow.set("detail", "regions=parts");
        assertThat(bench.studio.check(flow.document())).contains(Problem.at(InputRef.of("detail", "mask"), Problem.Code.INPUT_MISSING, "mask"));
        assertThat(bench.engine.painted).isEmpty();
    }

    @Test
    void regions_that_are_painted_far_larger_than_models_are_made_for_are_warned_about() throws Exception {
        detailed(Sketch.motley(256, 192, 3), TWO_PARTS, "side=1448");
        assertThat(bench.studio.check(flow.document())).isEmpty();
        flow.set("detail", "side=2048");
        assertThat(bench.studio.check(flow.document())).containsExactly(Problem.at(InputRef.of("detail", "side"), Problem.Code.LARGE_PART, 2048L));
    }

    @Test
    void a_mask_whose_size_only_the_run_knows_is_told_of_then() throws Exception {
        detailed(Sketch.motley(64, 64, 3), (_, _) -> 255);
        flow.add("small", "resize", "picture<picture.picture", "width=32", "height=32").set("detail", "picture<small.picture");
        assertThat(bench.studio.check(flow.document())).isEmpty();
        assertThat(failure()).isEqualTo(Problem.at(InputRef.of("detail", "mask"), Problem.Code.MASK_OF_ANOTHER_SIZE, 64, 64, 32, 32));
    }

    @Test
    void a_mask_of_another_size_or_black_or_of_specks_is_a_sentence() throws Exception {
        detailed(Sketch.motley(64, 64, 3), (_, _) -> 0);
        assertThat(failure()).isEqualTo(Problem.at(InputRef.of("detail", "mask"), Problem.Code.NOTHING_TO_PAINT));
        file("mask.png", Sketch.grey(64, 64, (x, y) -> x == y && x < 4 ? 255 : 0));
        assertThat(failure()).isEqualTo(Problem.at(InputRef.of("detail", "mask"), Problem.Code.NOTHING_TO_PAINT));
        file("mask.png", Sketch.grey(32, 64, (_, _) -> 255));
        assertThat(failure()).isEqualTo(Problem.at(InputRef.of("detail", "mask"), Problem.Code.MASK_OF_ANOTHER_SIZE, 32, 64, 64, 64));
        flow.set("detail", "regions=grid");
        assertThat(bench.studio.check(flow.document())).containsExactly(Problem.at(InputRef.of("detail", "mask"), Problem.Code.MASK_OF_ANOTHER_SIZE, 32, 64, 64, 64));
    }

    // ---- Variations

    @Test
    void variations_begin_from_the_picture_with_one_seed_after_another() throws Exception {
        Picture before = Sketch.motley(100, 70, 4);
        pictures(before, (_, _) -> 0);
        flow.add("vary", "variations", Sketch.SMALL).set("vary", "picture<picture.picture", "count=3", "strength=0.25", "seed=" + Long.MAX_VALUE);
        run();
        assertThat(bench.engine.painted).extracting(ImageRequest::seed).containsExactly(Long.MAX_VALUE, 0L, 1L);
        assertThat(bench.engine.painted).allSatisfy(r -> {
            assertThat(r.start().strength()).isEqualTo(0.25);
            assertThat(r.start().mask()).isNull();
            assertThat(sides(r.start().picture())).containsExactly(128, 128);
        });
        List<easel.nodes.Image> all = ((NodeState.Done) bench.last(lastJob, "vary")).images();
        assertThat(all).extracting(i -> sides(i.picture())).containsOnly(List.of(100, 70));
        assertThat(all).extracting(i -> i.picture().at(50, 30, 0)).containsExactlyElementsOf(bench.engine.painted.stream().map(FakeEngine::colour).toList());
        assertThat(all).extracting(i -> i.made().seed()).containsExactly(Long.MAX_VALUE, 0L, 1L);
    }

    @Test
    void variations_of_a_batch_are_one_batch() throws Exception {
        pictures(Sketch.motley(64, 64, 1), (_, _) -> 0);
        flow.add("twice", "repeat-image-batch", "image<picture.picture", "amount=2").add("vary", "variations", Sketch.SMALL).set("vary", "picture<twice.repeated", "count=3");
        run();
        assertThat(((NodeState.Done) bench.last(lastJob, "vary")).images()).hasSize(6);
    }

    // ---- Regional prompts

    private void regional(String... settings) {
        flow.add("left", "prompt", "text=a lake").add("right", "prompt", "text=a tower")
                .add("one", "regional-prompt", "prompt<left.prompt", "width=50", "strength=0.8")
                .add("two", "regional-prompt", "prompt<right.prompt", "before<one.regions", "left=75", "width=25", "height=50", "strength=0.6")
                .add("paint", "regional-sampler", Sketch.SMALL).set("paint", "regions<two.regions", "width=128", "height=64", "feather=0").set("paint", settings);
    }

    @Test
    void regions_are_painted_over_the_whole_in_their_order_with_their_own_words() throws Exception {
        regional("unify=0");
        run();
        List<ImageRequest> asked = bench.engine.painted;
        assertThat(asked).extracting(ImageRequest::prompt).containsExactly("mountains at sunset, purple sky, sun, clouds", "a lake", "a tower");
        assertThat(asked).extracting(ImageRequest::negativePrompt).containsOnly("fog");
        assertThat(asked).extracting(ImageRequest::seed).containsExactly(7L, 8L, 9L);
        assertThat(asked.get(0).start()).isNull();
        assertThat(asked.get(1).start().strength()).isEqualTo(0.8);
        assertThat(asked.get(1).start().mask()).isEqualTo(Sketch.grey(128, 64, (x, _) -> x < 64 ? 255 : 0));
        assertThat(asked.get(2).start().mask()).isEqualTo(Sketch.grey(128, 64, (x, y) -> x >= 96 && y < 32 ? 255 : 0));
        Picture after = result("paint");
        assertThat(List.of(after.at(10, 60, 0), after.at(80, 10, 0), after.at(100, 10, 0), after.at(100, 40, 0)))
                .containsExactly(FakeEngine.colour(asked.get(1)), FakeEngine.colour(asked.get(0)), FakeEngine.colour(asked.get(2)), FakeEngine.colour(asked.get(0)));
    }

    @Test
    void the_whole_is_unified_at_the_end_and_edges_are_soft() throws Exception {
        regional("unify=0.25", "feather=16");
        run();
        ImageRequest last = bench.engine.painted.getLast();
        assertThat(bench.engine.painted).hasSize(4);
        assertThat(last.prompt()).isEqualTo("mountains at sunset, purple sky, sun, clouds");
        assertThat(List.of(last.start().strength(), last.seed())).containsExactly(0.25, 10L);
        int whole = FakeEngine.colour(bench.engine.painted.get(0));
        int lake = FakeEngine.colour(bench.engine.painted.get(1));
        // Where the lake's half ends, at 64, it fades over 16 pixels.
        assertThat(last.start().picture().at(72, 60, 0)).isStrictlyBetween(Math.min(whole, lake), Math.max(whole, lake));
        assertThat(last.start().picture().at(80, 60, 0)).isEqualTo(whole);
    }

    @Test
    void a_regions_mask_of_another_size_is_scaled_and_a_black_one_told() throws Exception {
        pictures(Sketch.motley(64, 32, 3), (x, _) -> x < 16 ? 255 : 0);
        regional("unify=0");
        masked("one");
        run();
        assertThat(bench.engine.painted.get(1).start().mask().at(20, 40, 0)).isEqualTo(255);
        assertThat(bench.engine.painted.get(1).start().mask().at(40, 40, 0)).isZero();
        bench.engine.painted.clear();
        file("mask.png", Sketch.grey(64, 32, (_, _) -> 0));
        assertThat(failure()).isEqualTo(Problem.at(InputRef.of("paint", "regions"), Problem.Code.NOTHING_TO_PAINT));
        assertThat(bench.engine.painted).as("nothing was painted that would be lost").isEmpty();
        flow.set("two", "left=100");
        assertThat(bench.studio.check(flow.document())).contains(Problem.at(InputRef.of("two", "width"), Problem.Code.NOTHING_TO_PAINT));
    }

    @Test
    void a_box_without_a_pixel_is_told_before_anything_runs() throws Exception {
        regional("unify=0");
        Problem nothing = Problem.at(InputRef.of("paint", "regions"), Problem.Code.NOTHING_TO_PAINT);
        flow.set("two", "left=75", "width=0.3");
        assertThat(bench.studio.check(flow.document())).as("0.3 percent of 128 pixels").containsExactly(nothing);
        flow.set("two", "width=0.5");
        assertThat(bench.studio.check(flow.document())).as("a column").isEmpty();
        flow.set("two", "top=99.9");
        assertThat(bench.studio.check(flow.document())).as("below the last row").containsExactly(nothing);
    }

    // ---- Helpers

    @Test
    void a_detailer_that_was_cancelled_goes_on_behind_the_regions_it_had_painted() throws Exception {
        Picture photo = Sketch.motley(256, 160, 3);
        detailed(photo, (_, _) -> 255, "regions=grid", "columns=2", "rows=2", "seed=7");
        bench.engine.failing = request -> {
            if (bench.engine.painted.size() == 3) {
                bench.studio.cancelAll();
                return new Failure.Cancelled();
            }
            return null;
        };
        assertThat(Bench.ending(bench.submit(flow.document()).jobs().getFirst())).isEqualTo(new Ending.Cancelled());
        assertThat(bench.engine.painted).hasSize(3);
        bench.engine.failing = _ -> null;
        run();
        assertThat(bench.engine.painted).as("the third again, and the fourth").hasSize(5);
        List<ImageRequest> asked = List.copyOf(bench.engine.painted);
        Picture inTwo = result("detail");
        Picture atOnce;
        try (Bench other = new Bench(Files.createDirectories(folder.resolve("other")))) {
            QueuedJob job = other.run(flow.document()).jobs().getFirst();
            atOnce = ((NodeState.Done) other.last(job, "detail")).images().getFirst().picture();
            assertThat(other.engine.painted).as("each begins from what the ones before it left").containsExactly(asked.get(0), asked.get(1), asked.get(3), asked.get(4));
        }
        assertThat(inTwo).isEqualTo(atOnce);
    }

    @Test
    void what_was_kept_of_regions_goes_once_the_picture_is_whole_and_other_settings_begin_anew() throws Exception {
        detailed(Sketch.motley(256, 160, 3), (_, _) -> 255, "regions=grid", "columns=2", "rows=1", "seed=7");
        bench.engine.failing = request -> bench.engine.painted.size() == 2 ? new Failure.EngineFailed("once") : null;
        assertThat(Bench.ending(bench.submit(flow.document()).jobs().getFirst())).isInstanceOf(Ending.Failed.class);
        bench.engine.failing = _ -> null;
        flow.set("detail", "seed=8");
        run();
        assertThat(bench.engine.painted).as("both anew").hasSize(4);
        flow.set("detail", "seed=7");
        run();
        assertThat(bench.engine.painted).as("the second alone").hasSize(5);
    }

    private Map<String, String> told(String node) {
        return ((NodeState.Done) bench.last(lastJob, node)).images().getFirst().made().infotext().settings();
    }

    @Test
    void a_detailed_picture_tells_how_it_was_painted_and_its_parts_as_adetailer_does() throws Exception {
        pictures(Sketch.motley(128, 128, 3), (x, y) -> x > 20 && x < 60 && y > 30 && y < 50 ? 255 : 0);
        flow.add("base", "sampler", Sketch.SMALL).set("base", "width=128", "height=128", "steps=9", "seed=3")
                .add("detail", "detailer", Sketch.SMALL).set("detail", "picture<base.picture", "strength=0.45", "grow=5", "feather=6", "around=24", "steps=5", "seed=4");
        masked("detail");
        run();
        assertThat(told("detail")).containsEntry("Steps", "9").containsEntry("Seed", "3").containsEntry("Size", "128x128").containsEntry("ADetailer denoising strength", "0.45")
                .containsEntry("ADetailer dilate erode", "5").containsEntry("ADetailer mask blur", "6").containsEntry("ADetailer inpaint only masked", "True")
                .containsEntry("ADetailer inpaint padding", "24").containsEntry("ADetailer use separate steps", "True").containsEntry("ADetailer steps", "5")
                .doesNotContainKeys("ADetailer prompt", "ADetailer use separate sampler", "Inpaint area");
    }

    @Test
    void a_picture_without_a_past_tells_of_its_parts_as_inpainting_does_and_variations_their_own_size() throws Exception {
        detailed(Sketch.motley(100, 90, 3), (x, y) -> x > 20 && x < 60 && y > 30 && y < 50 ? 255 : 0, "strength=0.45", "feather=6", "around=24", "seed=4");
        flow.add("vary", "variations", Sketch.SMALL).set("vary", "picture<picture.picture", "count=2", "strength=0.3", "seed=8");
        flow.add("out", "outpaint", Sketch.SMALL).set("out", "picture<picture.picture", "left=40", "top=0", "right=0", "bottom=0", "feather=5", "seed=8");
        run();
        assertThat(told("out")).containsEntry("Size", "140x90").containsEntry("Mask blur", "5").containsEntry("Masked content", "fill");
        assertThat(told("detail")).containsEntry("Inpaint area", "Only masked").containsEntry("Masked area padding", "24").containsEntry("Mask blur", "6")
                .containsEntry("Denoising strength", "0.45").containsEntry("Seed", "4").doesNotContainKey("Masked content");
        assertThat(told("vary")).containsEntry("Size", "100x90").containsEntry("Seed", "8").containsEntry("Denoising strength", "0.3").doesNotContainKey("Mask blur");
    }

    private void detailed(Picture picture, IntBinaryOperator mask, String... settings) throws Exception {
        pictures(picture, mask);
        flow.add("detail", "detailer", Sketch.SMALL).set("detail", "picture<picture.picture").set("detail", settings);
        masked("detail");
    }

    private Sketch cropped(String... settings) {
        return flow.add("crop", "crop-region", "picture<picture.picture").set("crop", settings);
    }

    private void pictures(Picture picture, IntBinaryOperator mask) throws Exception {
        flow.add("picture", "load-picture", "file=" + file("picture.png", picture))
                .add("mask", "load-picture", "file=" + file("mask.png", Sketch.grey(picture.width(), picture.height(), mask)));
    }

    private void masked(String id) {
        flow.with(flow.document().node(new NodeId(id)).orElseThrow().fedBy("mask", OutputRef.of("mask", "picture"), easel.graph.Conversion.LUMINANCE.id()));
    }

    private static List<Integer> sides(Picture picture) {
        return List.of(picture.width(), picture.height());
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

    private Picture result(String node) {
        return ((NodeState.Done) bench.last(lastJob, node)).images().getFirst().picture();
    }
}
