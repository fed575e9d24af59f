package easel.run;

import static org.assertj.core.api.Assertions.assertThat;

import easel.bench.TinyLora;
import easel.engine.Picture;
import java.awt.Point;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Easel's own nodes that paint, on the real engine and the starter's weights: {@link easel.support.RealEngine}. */
class PaintedPicturesTest {

    @TempDir static Path folder;
    private static RealStudio studio;

    @BeforeAll
    static void start() {
        studio = new RealStudio(folder);
    }

    @AfterAll
    static void stop() {
        studio.close();
    }

    private static Sketch small() {
        return Sketch.withModel("starter").add("sampler", "sampler", Sketch.SMALL).set("sampler", "width=128", "height=128");
    }

    @Test
    void a_lora_of_strength_0_paints_the_same_picture_as_none_and_of_strength_1_another() throws Exception {
        Path file = TinyLora.write(folder.resolve("lora.safetensors"), 0.3);
        Picture none = studio.picture(small().document(), "sampler");
        Sketch with = small().add("lora", "load-lora", "lora=" + file, "strength=0", "model<model.model").set("sampler", "model<lora.patched_model");
        assertThat(studio.picture(with.document(), "sampler")).isEqualTo(none);
        Picture one = studio.picture(with.set("lora", "strength=1").document(), "sampler");
        assertThat(one).isNotEqualTo(none);
        // The same LoRA twice at half its strength is the LoRA once, but for rounding.
        Sketch twice = with.set("lora", "strength=0.5").add("again", "load-lora", "lora=" + file, "strength=0.5", "model<lora.patched_model")
                .set("sampler", "model<again.patched_model");
        assertThat(difference(studio.picture(twice.document(), "sampler"), one, 0, 0, 128, 128)).isLessThan(difference(none, one, 0, 0, 128, 128));
        assertThat(studio.picture(small().document(), "sampler")).isEqualTo(none);
    }

    @Test
    void inpainting_changes_what_the_mask_covers_and_no_sample_beyond_its_feather() throws Exception {
        Picture before = studio.picture(small().document(), "sampler");
        Picture mask = Sketch.grey(128, 128, (x, y) -> x >= 48 && x < 88 && y >= 40 && y < 80 ? 255 : 0);
        for (boolean onlyMasked : new boolean[] {false, true}) {
            Picture after = inpainted(before, mask, "strength=1", "grow=4", "feather=8", "only_masked=" + onlyMasked, "side=128", "around=16");
            // 4 pixels grown and 8 faded.
            assertThat(differing(before, after)).as("only masked: " + onlyMasked).isSubsetOf(rectangle(36, 28, 100, 92));
            assertThat(difference(before, after, 48, 40, 88, 80)).as("only masked: " + onlyMasked).isGreaterThan(5);
        }
    }

    @Test
    void a_detailer_repaints_each_part_of_a_mask_and_no_sample_beyond_their_feathers() throws Exception {
        Picture before = studio.picture(small().set("sampler", "width=192").document(), "sampler");
        Picture mask = Sketch.grey(192, 128, (x, y) -> y >= 48 && y < 72 && (x >= 24 && x < 56 || x >= 128 && x < 160) ? 255 : 0);
        Sketch sketch = Sketch.withModel("starter").add("before", "load-picture", "file=" + studio.file(before)).add("mask", "load-image", "image=" + studio.file(transparentUnder(mask)))
                .add("detail", "detailer", Sketch.SMALL)
                .set("detail", "picture<before.picture", "mask<mask.mask", "strength=0.8", "grow=2", "feather=6", "side=128", "around=16");
        Picture after = studio.picture(sketch.document(), "detail");
        Set<Point> allowed = rectangle(16, 40, 64, 80);
        allowed.addAll(rectangle(120, 40, 168, 80));
        assertThat(differing(before, after)).isSubsetOf(allowed);
        assertThat(difference(before, after, 24, 48, 56, 72)).isGreaterThan(2);
        assertThat(difference(before, after, 128, 48, 160, 72)).isGreaterThan(2);
    }

    @Test
    void a_region_is_cropped_repainted_and_stitched_back() throws Exception {
        Picture before = studio.picture(small().document(), "sampler");
        Sketch sketch = Sketch.withModel("starter").add("before", "load-picture", "file=" + studio.file(before))
                .add("crop", "crop-region", "picture<before.picture", "x=32", "y=32", "width=48", "height=48", "grow=0", "feather=8", "around=8", "side=128")
                .add("again", "sampler", Sketch.SMALL).set("again", "start<crop.part", "width=128", "height=128", "strength=0.7")
                .add("stitch", "stitch-back", "part<again.picture", "region<crop.region");
        Picture after = studio.picture(sketch.document(), "stitch");
        assertThat(differing(before, after)).isNotEmpty().isSubsetOf(rectangle(24, 24, 88, 88));
        assertThat(difference(before, after, 32, 32, 80, 80)).isGreaterThan(2);
    }

    @Test
    void variations_are_near_the_picture_and_differ_from_each_other() throws Exception {
        Picture before = studio.picture(small().document(), "sampler");
        Sketch sketch = Sketch.withModel("starter").add("before", "load-picture", "file=" + studio.file(before)).add("vary", "variations", Sketch.SMALL)
                .set("vary", "picture<before.picture", "count=2", "strength=0.5", "seed=70").add("one", "image-from-batch", "image<vary.variations", "length=1")
                .add("two", "image-from-batch", "image<vary.variations", "batch_index=1", "length=1");
        Picture one = studio.picture(sketch.document(), "one");
        Picture two = studio.picture(sketch.document(), "two");
        Picture other = studio.picture(small().set("sampler", "seed=70").document(), "sampler");
        assertThat(difference(one, two, 0, 0, 128, 128)).isGreaterThan(1);
        assertThat(difference(one, before, 0, 0, 128, 128)).isLessThan(difference(other, before, 0, 0, 128, 128));
    }

    @Test
    void regions_are_painted_with_words_of_their_own() throws Exception {
        Sketch sketch = small().add("day", "prompt", "text=forest, green trees, blue sky, daylight")
                .add("right", "regional-prompt", "prompt<day.prompt", "left=50", "width=50", "strength=1")
                .add("paint", "regional-sampler", Sketch.SMALL).set("paint", "regions<right.regions", "width=128", "height=128", "feather=8", "unify=0");
        Picture whole = studio.picture(small().document(), "sampler");
        Picture painted = studio.picture(sketch.document(), "paint");
        // The region's mask begins 8 pixels before its half, soft.
        assertThat(differing(whole, painted)).isNotEmpty().isSubsetOf(rectangle(56, 0, 128, 128));
        assertThat(difference(whole, painted, 64, 0, 128, 128)).isGreaterThan(5);
        assertThat(differing(whole, studio.picture(sketch.set("paint", "unify=0.3").document(), "paint"))).hasSizeGreaterThan(128 * 128 / 2);
    }

    @Test
    void inpainting_a_picture_of_an_odd_size_keeps_the_size() throws Exception {
        Picture before = Sketch.motley(100, 70, 3);
        Picture after = inpainted(before, Sketch.grey(100, 70, (x, _) -> x > 80 ? 255 : 0), "feather=0", "grow=0", "fill=around");
        assertThat(differing(before, after)).isNotEmpty().isSubsetOf(rectangle(81, 0, 100, 70));
    }

    @Test
    void outpainting_makes_the_picture_larger_and_keeps_its_pixels() throws Exception {
        Picture before = studio.picture(small().document(), "sampler");
        Sketch sketch = Sketch.withModel("starter").add("before", "load-picture", "file=" + studio.file(before)).add("outpaint", "outpaint", Sketch.SMALL)
                .set("outpaint", "picture<before.picture", "left=64", "top=0", "right=0", "bottom=0", "feather=0");
        Picture after = studio.picture(sketch.document(), "outpaint");
        assertThat(List.of(after.width(), after.height())).containsExactly(192, 128);
        assertThat(part(after, 64)).isEqualTo(before);
        // What is new is painted, not drawn out: it goes up and down along its rows.
        assertThat(roughness(after)).isGreaterThan(0.3);
        Picture soft = studio.picture(sketch.set("outpaint", "feather=16").document(), "outpaint");
        assertThat(differing(part(soft, 64), before)).isNotEmpty().isSubsetOf(rectangle(0, 0, 16, 128));
    }

    @Test
    void an_upscaler_enlarges_by_its_factor_in_one_go_and_in_tiles() throws Exception {
        Picture before = Sketch.motley(80, 40, 3);
        for (int factor : new int[] {1, 2, 4}) {
            Path model = TinyEsrgan.write(folder.resolve("esrgan-" + factor + ".safetensors"), factor);
            for (String tile : new String[] {"tile=128", "tile=32"}) {
                Picture after = studio.picture(new Sketch().add("before", "load-picture", "file=" + studio.file(before))
                        .add("upscale", "upscale", "upscaler=" + model, tile, "picture<before.picture").document(), "upscale");
                assertThat(List.of(after.width(), after.height())).containsExactly(80 * factor, 40 * factor);
                for (int at = 0; at < after.samples().length; at++) {
                    int pixel = at / 3;
                    int expected = before.at(pixel % after.width() / factor, pixel / after.width() / factor, at % 3);
                    assertThat(after.samples()[at] & 0xFF).as("times %d, %s, sample %d", factor, tile, at).isBetween(expected - 1, expected + 1);
                }
            }
        }
    }

    @Test
    void a_hires_pass_paints_at_the_larger_size_by_every_upscaler() throws Exception {
        Path model = TinyEsrgan.write(folder.resolve("esrgan.safetensors"), 2);
        Set<Picture> all = new HashSet<>();
        for (String way : List.of("latent", "latent-bicubic", "lanczos", "model")) {
            Picture large = studio.picture(small().set("sampler", "steps=2", "hires=" + way, "hires_model=" + model, "hires_scale=1.5", "hires_strength=0.5").document(), "sampler");
            assertThat(List.of(large.width(), large.height())).as(way).containsExactly(192, 192);
            all.add(large);
        }
        assertThat(all).hasSize(4);
    }

    private static Picture part(Picture picture, int left) {
        int width = picture.width() - left;
        byte[] samples = new byte[width * picture.height() * 3];
        for (int y = 0; y < picture.height(); y++) {
            System.arraycopy(picture.samples(), (y * picture.width() + left) * 3, samples, y * width * 3, width * 3);
        }
        return Picture.of(width, picture.height(), 3, samples);
    }

    /** How much neighbours in a row differ, in the left 64 columns. */
    private static double roughness(Picture picture) {
        long sum = 0;
        for (Point p : rectangle(0, 0, 63, picture.height())) {
            sum += Math.abs(picture.at(p.x, p.y, 1) - picture.at(p.x + 1, p.y, 1));
        }
        return sum / (63.0 * picture.height());
    }

    private static Picture inpainted(Picture before, Picture mask, String... settings) throws Exception {
        Sketch sketch = Sketch.withModel("starter").add("before", "load-picture", "file=" + studio.file(before)).add("mask", "load-image", "image=" + studio.file(transparentUnder(mask)))
                .add("inpaint", "inpaint", Sketch.SMALL).set("inpaint", "picture<before.picture", "mask<mask.mask").set("inpaint", settings);
        return studio.picture(sketch.document(), "inpaint");
    }

    private static Picture transparentUnder(Picture mask) {
        byte[] samples = new byte[mask.samples().length * 4];
        for (int at = 0; at < mask.samples().length; at++) {
            samples[at * 4 + 3] = (byte) (255 - mask.samples()[at]);
        }
        return Picture.of(mask.width(), mask.height(), 4, samples);
    }

    private static Set<Point> differing(Picture a, Picture b) {
        assertThat(List.of(b.width(), b.height(), b.channels())).containsExactly(a.width(), a.height(), a.channels());
        Set<Point> differing = new HashSet<>();
        for (int at = 0; at < a.samples().length; at++) {
            if (a.samples()[at] != b.samples()[at]) {
                differing.add(new Point(at / a.channels() % a.width(), at / a.channels() / a.width()));
            }
        }
        return differing;
    }

    private static Set<Point> rectangle(int left, int top, int right, int bottom) {
        Set<Point> all = new HashSet<>();
        for (int at = 0; at < (right - left) * (bottom - top); at++) {
            all.add(new Point(left + at % (right - left), top + at / (right - left)));
        }
        return all;
    }

    private static double difference(Picture a, Picture b, int left, int top, int right, int bottom) {
        long sum = 0;
        for (Point p : rectangle(left, top, right, bottom)) {
            for (int c = 0; c < 3; c++) {
                sum += Math.abs(a.at(p.x, p.y, c) - b.at(p.x, p.y, c));
            }
        }
        return sum / (3.0 * (right - left) * (bottom - top));
    }
}
