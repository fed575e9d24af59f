package easel.run;

import static org.assertj.core.api.Assertions.assertThat;

import easel.bench.TinyLora;
import easel.engine.Picture;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Easel's own nodes that paint, on the real engine and the starter's weights. */
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
        Path file = TinyLora.write(folder.resolve("lora.safetensors"));
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
    void inpainting_a_picture_of_an_odd_size_keeps_the_size() throws Exception {
        Picture before = Sketch.motley(100, 70, 3);
        Picture after = inpainted(before, Sketch.grey(100, 70, (x, _) -> x > 80 ? 255 : 0), "feather=0", "grow=0", "fill=around");
        assertThat(differing(before, after)).isNotEmpty().isSubsetOf(rectangle(81, 0, 100, 70));
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

    private static java.util.Set<java.awt.Point> differing(Picture a, Picture b) {
        assertThat(java.util.List.of(b.width(), b.height(), b.channels())).containsExactly(a.width(), a.height(), a.channels());
        java.util.Set<java.awt.Point> differing = new java.util.HashSet<>();
        for (int at = 0; at < a.samples().length; at++) {
            if (a.samples()[at] != b.samples()[at]) {
                differing.add(new java.awt.Point(at / a.channels() % a.width(), at / a.channels() / a.width()));
            }
        }
        return differing;
    }

    private static java.util.Set<java.awt.Point> rectangle(int left, int top, int right, int bottom) {
        java.util.Set<java.awt.Point> all = new java.util.HashSet<>();
        for (int at = 0; at < (right - left) * (bottom - top); at++) {
            all.add(new java.awt.Point(left + at % (right - left), top + at / (right - left)));
        }
        return all;
    }

    private static double difference(Picture a, Picture b, int left, int top, int right, int bottom) {
        long sum = 0;
        for (java.awt.Point p : rectangle(left, top, right, bottom)) {
            for (int c = 0; c < 3; c++) {
                sum += Math.abs(a.at(p.x, p.y, c) - b.at(p.x, p.y, c));
            }
        }
        return sum / (3.0 * (right - left) * (bottom - top));
    }
}
