package easel.run;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Picture;
import easel.format.PictureFile;
import easel.graph.Document;
import easel.graph.InputRef;
import easel.graph.Problem;
import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pictures of unusual kinds on their way through picture nodes: each works, or is told in a sentence. */
@Timeout(60)
class OddPicturesTest extends OnBench {

    /** Scaled, sharpened, blended with its own edges, and saved. */
    private static Document through(Path file) {
        return new Sketch().add("load", "load-picture", "file=" + file).add("size", "resize", "picture<load.picture", "width=24", "height=24", "fit=stretch")
                .add("edges", "canny", "image<size.picture").add("blend", "blend", "under<size.picture", "over<edges.image", "mode=screen")
                .add("mask", "mask-from-brightness", "picture<blend.picture", "least=0").add("cut", "composite", "destination<size.picture", "source<blend.picture", "mask<mask.mask")
                .add("sharp", "sharpen", "picture<cut.image").add("save", "save-picture", "picture<sharp.picture", "name=odd-{counter}").document();
    }

    private Picture saved(Path file) throws Exception {
        int before = bench.saved().size();
        Submission submission = bench.run(through(file));
        assertThat(bench.last(submission.jobs().getFirst(), "save")).isInstanceOf(NodeState.Done.class);
        assertThat(bench.saved()).hasSize(before + 1);
        Picture picture = PictureFile.read(bench.saved().getLast()).picture();
        assertThat(List.of(picture.width(), picture.height())).containsExactly(24, 24);
        return picture;
    }

    private Path png(String name, BufferedImage image) throws Exception {
        Path file = folder.resolve(name);
        assertThat(ImageIO.write(image, "png", file.toFile())).isTrue();
        return file;
    }

    private static BufferedImage filled(BufferedImage image, int rgb) {
        for (int at = 0; at < image.getWidth() * image.getHeight(); at++) {
            image.setRGB(at % image.getWidth(), at / image.getWidth(), rgb);
        }
        return image;
    }

    @Test
    void grey_palette_and_alpha_go_through() throws Exception {
        assertThat(saved(png("grey.png", filled(new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_GRAY), 0xFFFFFFFF))).at(12, 12, 0)).isEqualTo(255);
        assertThat(saved(png("indexed.png", filled(new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_INDEXED), 0xFFFF0000))).at(12, 12, 0)).isEqualTo(255);
        Picture half = saved(png("alpha.png", filled(new BufferedImage(40, 30, BufferedImage.TYPE_INT_ARGB), 0x80_10_20_30)));
        assertThat(half.channels()).isEqualTo(4);
        assertThat(half.at(12, 12, 3)).isBetween(0x80, 0xF0);
    }

    @Test
    void sixteen_bits_become_eight_with_a_warning() throws Exception {
        ColorModel model = new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, ColorModel.OPAQUE, DataBuffer.TYPE_USHORT);
        WritableRaster raster = model.createCompatibleWritableRaster(40, 30);
        for (int at = 0; at < 1200; at++) {
            raster.setPixel(at % 40, at / 40, new int[] {65_535, 32_768, 0});
        }
        Path deep = png("deep.png", new BufferedImage(model, raster, false, null));
        assertThat(bench.studio.check(through(deep))).containsExactly(Problem.at(InputRef.of("load", "file"), Problem.Code.DEEP_PICTURE));
        Document all = new Sketch().add("all", "load-folder", "folder=" + folder).add("look", "preview-image", "images<all.pictures").document();
        assertThat(bench.studio.check(all)).containsExactly(Problem.at(InputRef.of("all", "folder"), Problem.Code.DEEP_PICTURES, deep.getFileName()));
        Document rest = new Sketch().add("all", "load-folder", "folder=" + folder, "skip=1").add("look", "preview-image", "images<all.pictures").document();
        png("even.png", filled(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), 0xFFFF0000));
        assertThat(bench.studio.check(rest)).as("the deep one is left out").isEmpty();
        Picture picture = saved(deep);
        assertThat(List.of(picture.at(12, 12, 0), picture.at(12, 12, 1), picture.at(12, 12, 2))).containsExactly(255, 128, 0);
    }

    @Test
    void an_animation_gives_its_first_picture() throws Exception {
        Path file = folder.resolve("moving.gif");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (Color colour : new Color[] {Color.GREEN, Color.RED}) {
                BufferedImage frame = filled(new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_INDEXED), colour.getRGB());
                writer.writeToSequence(new IIOImage(frame, null, writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(frame), null)), null);
            }
            writer.endWriteSequence();
        }
        Picture first = saved(file);
        assertThat(List.of(first.at(12, 12, 0), first.at(12, 12, 1))).containsExactly(0, 255);
    }

    @Test
    void one_pixel_and_a_long_strip_go_through() throws Exception {
        assertThat(saved(png("one.png", filled(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), 0xFF808080))).at(5, 5, 0)).isEqualTo(128);
        saved(png("long.png", filled(new BufferedImage(16_384, 2, BufferedImage.TYPE_INT_RGB), 0xFF808080)));
    }

    @Test
    void what_is_no_picture_or_has_gone_is_told_before_it_runs() throws Exception {
        Path text = Files.writeString(folder.resolve("text.png"), "not a picture");
        assertThat(bench.studio.check(through(text))).extracting(Problem::code).contains(Problem.Code.UNFIT_PICTURE);
        assertThat(bench.studio.check(through(folder.resolve("gone.png")))).extracting(Problem::code).contains(Problem.Code.NO_SUCH_FILE);
    }

    @Test
    void a_mask_of_another_size_is_told_where_it_comes_in_when_it_runs() throws Exception {
        Path large = file("large.png", Sketch.motley(50, 40, 3));
        Document flow = Sketch.set(new Sketch().add("load", "load-picture", "file=" + large).add("mask", "solid-mask", "width=20", "height=20")
                .add("blend", "blend", "under<load.picture", "over<load.picture", "mask<mask.mask").add("look", "preview-image", "images<blend.picture").document(), "blend", "opacity=1");
        Submission submission = bench.run(flow);
        assertThat(bench.last(submission.jobs().getFirst(), "blend")).isInstanceOfSatisfying(NodeState.Failed.class,
                failed -> assertThat(failed.trouble().code()).isEqualTo("MASK_OF_ANOTHER_SIZE"));
    }

    // ---- through the nodes that paint on pictures

    /** A box cut out, turned around and put back, then tiles and a variation painted; all with an engine that paints one colour. */
    private static Document painted(Path file, String model) {
        return Sketch.withModel(model).add("load", "load-picture", "file=" + file)
                .add("crop", "crop-region", "picture<load.picture", "width=4", "height=4", "side=64", "around=0", "grow=0", "feather=0").add("turn", "invert", "image<crop.part")
                .add("stitch", "stitch-back", "part<turn.image", "region<crop.region")
                .add("detail", "detailer", Sketch.SMALL).set("detail", "picture<stitch.whole", "regions=grid", "columns=2", "rows=3", "side=64", "feather=0", "around=0")
                .add("vary", "variations", Sketch.SMALL).set("vary", "picture<detail.detailed", "count=1")
                .add("save", "save-picture", "picture<vary.variations", "name=odd-{counter}").document();
    }

    private void paints(Path file, int width, int height) throws Exception {
        Submission submission = bench.run(painted(file, folder.resolve("model.safetensors").toString()));
        assertThat(Bench.ending(submission.jobs().getFirst())).as(file.toString()).isEqualTo(new Ending.Done());
        Picture picture = PictureFile.read(bench.saved().getLast()).picture();
        assertThat(List.of(picture.width(), picture.height())).as(file.toString()).containsExactly(width, height);
    }

    @Test
    void pictures_of_every_kind_and_size_are_painted_on() throws Exception {
        paints(png("grey.png", new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_GRAY)), 40, 30);
        paints(png("indexed.png", new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_INDEXED)), 40, 30);
        paints(png("alpha.png", filled(new BufferedImage(40, 30, BufferedImage.TYPE_INT_ARGB), 0x80_10_20_30)), 40, 30);
        paints(png("deep.png", new BufferedImage(40, 30, BufferedImage.TYPE_USHORT_GRAY)), 40, 30);
        paints(png("dot.png", new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)), 1, 1);
        paints(png("strip.png", new BufferedImage(3000, 1, BufferedImage.TYPE_INT_RGB)), 3000, 1);
        paints(png("thread.png", new BufferedImage(2, 3000, BufferedImage.TYPE_INT_RGB)), 2, 3000);
    }

    @Test
    void what_is_transparent_outside_of_regions_stays_so() throws Exception {
        Path file = png("alpha.png", filled(new BufferedImage(40, 30, BufferedImage.TYPE_INT_ARGB), 0x80_10_20_30));
        Document flow = new Sketch().add("load", "load-picture", "file=" + file).add("crop", "crop-region", "picture<load.picture", "width=8", "height=8", "side=0", "grow=0", "feather=0")
                .add("stitch", "stitch-back", "part<crop.part", "region<crop.region").add("save", "save-picture", "picture<stitch.whole", "name=odd-{counter}").document();
        bench.run(flow);
        Picture picture = PictureFile.read(bench.saved().getLast()).picture();
        assertThat(List.of(picture.at(20, 20, 3), picture.at(20, 20, 0), picture.at(2, 2, 3))).containsExactly(0x80, 0x10, 255);
    }

    @Test
    void a_batch_of_pictures_or_of_masks_is_painted_one_by_one() throws Exception {
        Path file = png("one.png", new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB));
        Path mask = png("mask.png", filled(new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY), 0xFFFFFFFF));
        Document flow = Sketch.withModel(folder.resolve("model.safetensors").toString()).add("load", "load-picture", "file=" + file).add("mask", "load-mask", "file=" + mask)
                .add("twice", "repeat-image-batch", "image<load.picture", "amount=2")
                .add("detail", "detailer", Sketch.SMALL).set("detail", "picture<twice.repeated", "mask<mask.mask", "side=64")
                .add("many", "repeat-image-batch", "image<load.picture", "amount=3").add("masks", "mask-from-brightness", "picture<many.repeated", "least=0", "most=255")
                .add("place", "regional-prompt", "prompt<yes.prompt", "mask<masks.mask")
                .add("paint", "regional-sampler", Sketch.SMALL).set("paint", "regions<place.regions", "width=64", "height=64").document();
        Submission submission = bench.run(flow);
        assertThat(Bench.ending(submission.jobs().getFirst())).isEqualTo(new Ending.Done());
        assertThat(((NodeState.Done) bench.last(submission.jobs().getFirst(), "detail")).images()).hasSize(2);
        assertThat(((NodeState.Done) bench.last(submission.jobs().getFirst(), "paint")).images()).hasSize(3);
    }
}
