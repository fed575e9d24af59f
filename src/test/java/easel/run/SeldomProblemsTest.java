package easel.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import easel.engine.weights.Starter;
import easel.graph.Document;
import easel.graph.InputRef;
import easel.graph.NodeId;
import easel.graph.Problem;
import easel.nodes.Catalogue;
import easel.platform.Language;
import easel.platform.WholeFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Problems that few people meet, on the way on which those meet them. */
@Timeout(60)
class SeldomProblemsTest extends OnBench {

    /** What a run ends with. */
    private Problem ended(Sketch sketch) throws Exception {
        Submission run = bench.run(sketch.document());
        assertThat(run.problems()).isEmpty();
        Ending ending = Bench.ending(run.jobs().getFirst());
        return ((Trouble.OfDocument) ((Ending.Failed) ending).trouble()).problem();
    }

    /** What stands in the sentence that people read, in both languages. */
    private static void says(Problem problem, Document document, String... figures) {
        for (Language language : Language.values()) {
            assertThat(Catalogue.sentence(problem, document, language)).isNotBlank().doesNotContain("{", problem.code().name()).satisfies(said -> {
                for (String figure : figures) {
                    assertThat(said).contains(figure);
                }
            });
        }
    }

    @Test
    void a_picture_or_a_mask_of_16384_by_16384_is_refused_before_any_of_it_is_made() throws Exception {
        for (String[] maker : new String[][] {{"empty-image", "image", "preview-image", "images"}, {"solid-mask", "mask", "mask-to-picture", "mask"}}) {
            Sketch sketch = new Sketch().add("it", maker[0], "width=16384", "height=16384").add("see", maker[2], maker[3] + "<it." + maker[1]);
            if (maker[2].equals("mask-to-picture")) {
                sketch.add("look", "preview-image", "images<see.image");
            }
            Problem told = Problem.at(new NodeId("it"), Problem.Code.PICTURE_OF_TOO_MANY_PIXELS, 16384L, 16384L, 100);
            assertThat(bench.studio.check(sketch.document())).containsExactly(told);
            says(told, sketch.document(), "16384", "100");
            assertThat(bench.studio.check(sketch.set("it", "height=6103").document())).as("just below").isEmpty();
            assertThat(bench.studio.check(sketch.set("it", "height=6104").document())).as("just above").hasSize(1);
        }
    }

    @Test
    void a_large_picture_on_the_way_to_a_smaller_one_is_let_be() throws Exception {
        Path model = TinyEsrgan.write(folder.resolve("tiny.safetensors"), 4);
        for (int[] side : new int[][] {{2600, 0}, {4097, 1}}) {
            Path picture = file("large" + side[0] + ".png", Sketch.grey(side[0], side[1] == 0 ? 2600 : 8, (_, _) -> 7));
            Sketch sketch = new Sketch().add("load", "load-picture", "file=" + picture).add("by", "load-upscaler", "upscaler=" + model)
                    .add("it", "image-upscale-with-model", "upscale_model<by.loaded", "image<load.picture").add("half", "image-scale-by", "image<it.upscaled", "scale_by=0.5")
                    .add("look", "preview-image", "images<half.scaled");
            assertThat(bench.studio.check(sketch.document())).as("of %d pixels a side", side[0] * 4).extracting(Problem::code)
                    .isEqualTo(side[1] == 0 ? List.of() : List.of(Problem.Code.PICTURE_TOO_LARGE));
        }
    }

    @Test
    void a_picture_fed_by_what_only_the_run_knows_is_refused_in_the_run() throws Exception {
        Sketch sketch = new Sketch().add("small", "empty-image", "width=16", "height=16384").add("size", "image-size", "image<small.image")
                .add("it", "empty-image", "width<size.height", "height<size.height").add("see", "preview-image", "images<it.image");
        assertThat(ended(sketch).code()).isEqualTo(Problem.Code.PICTURE_OF_TOO_MANY_PIXELS);
    }

    @Test
    void what_memory_is_too_short_for_fails_one_node_and_says_how_much_there_is() throws Exception {
        bench.engine.tooMuch = _ -> {
            throw new OutOfMemoryError("Java heap space");
        };
        Sketch sketch = new Sketch().add("model", "load-diffusion-model", "diffusion_model=" + Files.writeString(folder.resolve("wan.gguf"), "w"))
                .add("yes", "prompt", "text=a boat").add("video", "video", "model<model.model", "positive<yes.prompt", "width=64", "height=64", "frames=5", "seed=7")
                .add("save", "save-video", "frames<video.film");
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        assertThat(ended(sketch)).isEqualTo(Problem.at(new NodeId("video"), Problem.Code.PICTURES_TOO_MUCH, megabytes));
        says(ended(sketch), sketch.document(), "-Xmx");
        bench.engine.tooMuch = _ -> false;
        assertThat(Bench.ending(bench.run(sketch.document()).jobs().getFirst())).as("the next job runs").isEqualTo(new Ending.Done());
    }

    @Test
    void a_video_of_more_pixels_than_are_packed_is_refused_with_how_many_have_room() throws Exception {
        Sketch sketch = new Sketch().add("many", "empty-image", "width=1024", "height=1024", "batch_size=600").add("save", "save-video", "frames<many.image");
        Problem told = ended(sketch);
        assertThat(told).isEqualTo(Problem.at(InputRef.of("save", "frames"), Problem.Code.TOO_MANY_PIXELS, 572L, 600L));
        says(told, sketch.document(), "572", "600");
        assertThat(bench.saved()).isEmpty();
    }

    @Test
    void more_pictures_than_a_sheet_has_rows_for_ask_for_more_columns() throws Exception {
        Sketch sketch = new Sketch().add("many", "empty-image", "width=8", "height=8", "batch_size=101").add("grid", "grid", "pictures<many.image", "columns=1")
                .add("look", "preview-image", "images<grid.sheet");
        assertThat(ended(sketch)).isEqualTo(Problem.at(InputRef.of("grid", "columns"), Problem.Code.TOO_MANY_ON_A_SHEET, 101, 100));
        says(ended(sketch), sketch.document(), "101", "100");
        assertThat(Bench.ending(bench.run(sketch.set("grid", "columns=2").document()).jobs().getFirst())).isEqualTo(new Ending.Done());
    }

    @Test
    void a_mask_on_which_nothing_is_drawn_is_a_warning_until_something_is() throws Exception {
        Sketch sketch = new Sketch().add("under", "empty-image").add("draw", "draw-mask", "picture<under.image").add("see", "mask-to-picture", "mask<draw.mask")
                .add("look", "preview-image", "images<see.image");
        Problem told = Problem.at(InputRef.of("draw", "shapes"), Problem.Code.NOTHING_DRAWN);
        assertThat(bench.studio.check(sketch.document())).containsExactly(told);
        assertThat(told.severity()).isEqualTo(Problem.Severity.WARNING);
        says(told, sketch.document());
        assertThat(bench.studio.check(sketch.set("draw", "shapes=[{\"rectangle\":[0,0,1,0.5]}]").document())).isEmpty();
    }

    @Test
    void a_folder_where_a_file_should_be_and_a_file_that_cannot_be_read_are_told_where_they_were_chosen() throws Exception {
        Sketch sketch = new Sketch().add("load", "load-picture", "file=" + folder).add("look", "preview-image", "images<load.picture");
        Problem noFile = Problem.at(InputRef.of("load", "file"), Problem.Code.NOT_A_FILE, folder);
        assertThat(bench.studio.check(sketch.document())).containsExactly(noFile);
        says(noFile, sketch.document(), folder.toString());
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device), "a device that is no file");
        Problem unread = bench.studio.check(sketch.set("load", "file=" + device).document()).getFirst();
        assertThat(unread.input()).isEqualTo("file");
        assertThat(unread.code()).isEqualTo(Problem.Code.UNREADABLE_FILE);
        says(unread, sketch.document(), device.toString());
    }

    @Test
    void a_lora_that_comes_with_easel_is_left_out_with_another_model_and_that_is_said() throws Exception {
        String lora = Starter.names(Starter.Kind.LORA)[0];
        WholeFile.write(folder.resolve("home/starter").resolve(lora + ".safetensors.gz"), new byte[1]);   // nobody unpacks it here
        Sketch sketch = Sketch.withModel(Files.writeString(folder.resolve("other.safetensors"), "w").toString())
                .add("lora", "load-lora", "lora=" + lora, "model<model.model")
                .add("sampler", "sampler", "model<lora.patched_model", "positive<yes.prompt", "seed=1").add("save", "save-picture", "picture<sampler.picture");
        Problem told = Problem.at(InputRef.of("lora", "lora"), Problem.Code.LORA_OF_ANOTHER_MODEL);
        assertThat(bench.studio.check(sketch.document())).contains(told);
        says(told, sketch.document());
        bench.run(sketch.document());
        assertThat(bench.engine.painted.getLast().loras()).isEmpty();
    }
}
