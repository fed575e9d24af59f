package easel.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import easel.engine.Picture;
import easel.engine.Rung;
import easel.format.PictureFile;
import easel.format.PictureTexts;
import easel.graph.Document;
import easel.graph.InputRef;
import easel.graph.LinkEdit;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.OutputRef;
import easel.graph.Problem;
import easel.graph.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Batches of pictures, and links that convert, while a workflow runs. */
@Timeout(30)
class BatchTest extends OnBench {

    private Node load(String id, Picture picture) throws Exception {
        return Node.of(id, "load-picture").with("file", Value.of(file(id + ".png", picture).toString()));
    }

    private static Picture grey(int width, int height, int value) {
        byte[] samples = new byte[width * height * 3];
        Arrays.fill(samples, (byte) value);
        return Picture.of(width, height, 3, samples);
    }

    /** A dark and a light picture of two sizes in a batch, scaled to 16 x 16 and saved. */
    private Document two() throws Exception {
        return Document.EMPTY.with(load("dark", grey(64, 32, 10))).with(load("light", grey(32, 32, 200)))
                .with(Node.of("batch", "image-batch").fedBy("image1", OutputRef.of("dark", "picture")).fedBy("image2", OutputRef.of("light", "picture")))
                .with(Node.of("scale", "image-scale").with("width", Value.of(16)).with("height", Value.of(16)).fedBy("image", OutputRef.of("batch", "batch")))
                .with(Node.of("save", "save-image").fedBy("images", OutputRef.of("scale", "scaled")));
    }

    private static Document by(Document document, String input, String conversion) {
        return new LinkEdit.Convert(Bench.ref(input), conversion).on(document);
    }

    @Test
    void a_cancelled_batch_ends_between_two_of_its_pictures() throws Exception {
        Document many = Document.EMPTY.with(load("dark", grey(8, 8, 10)))
                .with(Node.of("many", "repeat-image-batch").with("amount", Value.of(4000)).fedBy("image", OutputRef.of("dark", "picture")))
                .with(Node.of("save", "save-image").fedBy("images", OutputRef.of("many", "repeated")));
        bench.studio.listen(event -> {
            if (event instanceof RunEvent.NodeChanged changed && changed.node().text().equals("save") && changed.state() instanceof NodeState.Running) {
                bench.studio.cancelAll();
            }
        });
        assertThat(Bench.ending(bench.submit(many).jobs().getFirst())).isEqualTo(new Ending.Cancelled());
        assertThat(bench.saved()).hasSizeLessThan(4000);
    }

    private List<Integer> values(List<Path> files) throws Exception {
        List<Integer> values = new java.util.ArrayList<>();
        for (Path file : files) {
            values.add(PictureFile.read(file).picture().samples()[0] & 0xFF);
        }
        return values;
    }

    private NodeState.Done done(Submission submission, String node) {
        return (NodeState.Done) bench.last(submission.jobs().getFirst(), node);
    }

    @Test
    void what_takes_one_picture_runs_for_each_of_a_batch_and_every_one_is_saved() throws Exception {
        Submission first = bench.run(two());
        assertThat(first.problems()).isEmpty();
        assertThat(values(bench.saved())).containsExactlyInAnyOrder(10, 200);
        assertThat(done(first, "scale").images()).hasSize(2).allMatch(i -> i.picture().width() == 16);
        assertThat(done(first, "save").files()).hasSize(2).containsExactlyInAnyOrderElementsOf(bench.saved());
        assertThat(done(first, "batch").images()).as("the second in the size of the first").allMatch(i -> i.picture().width() == 64);
    }

    @Test
    void it_is_known_again_also_after_a_restart_and_one_file_that_is_gone_is_written_again() throws Exception {
        bench.run(two());
        bench.run(two());
        assertThat(bench.saved()).hasSize(2);
        restart();
        bench.run(two());
        assertThat(bench.saved()).hasSize(2);
        Submission known = bench.run(new easel.graph.Edit.RemoveNodes(java.util.Set.of(new NodeId("save"))).on(two()));
        assertThat(known.jobs()).hasSize(1);
        Files.delete(bench.saved().getFirst());
        bench.run(two());
        assertThat(values(bench.saved())).contains(10, 200);
    }

    @Test
    void a_link_takes_the_first_the_last_or_each_by_name() throws Exception {
        bench.run(by(two(), "scale.image", "first"));
        assertThat(values(bench.saved())).containsExactly(10);
        bench.run(by(two(), "scale.image", "last"));
        assertThat(values(bench.saved())).containsExactlyInAnyOrder(10, 200);
        Submission each = bench.run(by(two(), "scale.image", "each"));
        assertThat(done(each, "scale").images()).hasSize(2);
    }

    @Test
    void some_of_a_batch_and_how_many_there_are() throws Exception {
        Document document = two().with(Node.of("take", "image-from-batch").with("batch_index", Value.of(1)).with("length", Value.of(5)).fedBy("image", OutputRef.of("batch", "batch")))
                .with(Node.of("size", "image-size").fedBy("image", OutputRef.of("batch", "batch")))
                .with(Node.of("wide", "image-scale").with("height", Value.of(8)).fedBy("image", OutputRef.of("take", "taken")).fedBy("width", OutputRef.of("size", "batch_size")));
        Submission submission = bench.run(document);
        assertThat(submission.problems()).isEmpty();
        assertThat(done(submission, "take").images()).singleElement().satisfies(i -> assertThat(i.picture().samples()[0] & 0xFF).isEqualTo(200));
        assertThat(done(submission, "wide").images().getFirst().picture().width()).isEqualTo(2);
    }

    @Test
    void a_picture_becomes_a_mask_by_its_luminance_or_its_alpha() throws Exception {
        byte[] samples = new byte[64 * 64 * 4];
        for (int at = 0; at < 64 * 64; at++) {
            samples[at * 4] = (byte) 200;
            samples[at * 4 + 1] = 100;
            samples[at * 4 + 2] = 50;
            samples[at * 4 + 3] = (byte) (at < 64 ? 255 : 80);
        }
        Document document = masked(load("mask", Picture.of(64, 64, 4, samples)));
        assertThat(bench.studio.check(document)).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo(Problem.Code.CONVERSION_MISSING);
            assertThat(p.arguments().getLast()).isEqualTo("luminance, alpha");
        });
        assertThat(mask(by(document, "only.mask", "luminance"))[0] & 0xFF).isEqualTo(118);   // 0.2126 * 200 + 0.7152 * 100 + 0.0722 * 50 = 117.65
        byte[] alpha = mask(by(document, "only.mask", "alpha"));
        assertThat(List.of(alpha[0] & 0xFF, alpha[64] & 0xFF)).containsExactly(255, 80);
    }

    private byte[] mask(Document document) throws Exception {
        assertThat(bench.run(document).problems()).isEmpty();
        return bench.engine.painted.getLast().start().mask().samples();
    }

    private Document masked(Node mask) throws Exception {
        return Document.EMPTY.with(mask).with(load("start", grey(64, 64, 90)))
                .with(Node.of("load", "checkpoint-loader-simple").with("ckpt_name", Value.of(folder.resolve("model.safetensors").toString())))
                .with(Node.of("words", "clip-text-encode").with("text", Value.of("a boat")).fedBy("clip", OutputRef.of("load", "clip")))
                .with(Node.of("encode", "vae-encode").fedBy("pixels", OutputRef.of("start", "picture")).fedBy("vae", OutputRef.of("load", "vae")))
                .with(Node.of("only", "set-latent-noise-mask").fedBy("samples", OutputRef.of("encode", "latent")).fedBy("mask", OutputRef.of(mask.id().text(), "picture")))
                .with(Node.of("k", "k-sampler").with("seed", Value.Seed.fixed(7)).with("denoise", Value.of(0.5))
                        .fedBy("model", OutputRef.of("load", "model")).fedBy("positive", OutputRef.of("words", "conditioning"))
                        .fedBy("negative", OutputRef.of("words", "conditioning")).fedBy("latent_image", OutputRef.of("only", "masked")))
                .with(Node.of("decode", "vae-decode").fedBy("samples", OutputRef.of("k", "latent")).fedBy("vae", OutputRef.of("load", "vae")))
                .with(Node.of("look", "preview-image").fedBy("images", OutputRef.of("decode", "image")));
    }

    /** Two start pictures through one chain. */
    private Document paintedFromTwo() throws Exception {
        return new easel.graph.Edit.Connect(OutputRef.of("batch", "batch"), InputRef.of("encode", "pixels")).on(
                new easel.graph.Edit.Connect(OutputRef.of("encode", "latent"), InputRef.of("k", "latent_image")).on(
                        masked(load("other", grey(64, 64, 30)))
                                .with(Node.of("batch", "image-batch").fedBy("image1", OutputRef.of("start", "picture")).fedBy("image2", OutputRef.of("other", "picture")))));
    }

    @Test
    void a_chain_paints_once_for_each_picture_of_a_batch_and_its_sampler_shows_all_of_them() throws Exception {
        Document document = new easel.graph.Edit.RemoveNodes(java.util.Set.of(new NodeId("only"))).on(paintedFromTwo());
        Submission submission = bench.run(document);
        assertThat(bench.engine.painted).hasSize(2);
        assertThat(done(submission, "k").images()).hasSize(2);
        assertThat(done(submission, "decode").images()).hasSize(2);
        assertThat(done(submission, "look").images()).hasSize(2);
        bench.run(document);
        assertThat(bench.engine.painted).hasSize(2);
    }

    @Test
    void its_progress_is_one_course_and_says_at_which_picture_it_is() throws Exception {
        bench.run(new easel.graph.Edit.RemoveNodes(java.util.Set.of(new NodeId("only"))).on(paintedFromTwo()));
        List<Progress> course = List.copyOf(bench.events).stream().filter(RunEvent.NodeChanged.class::isInstance).map(e -> ((RunEvent.NodeChanged) e).state())
                .filter(NodeState.Running.class::isInstance).map(s -> ((NodeState.Running) s).progress()).filter(p -> p.steps() > 0).toList();
        assertThat(course).extracting(Progress::picture, Progress::pictures).containsSubsequence(tuple(1, 2), tuple(2, 2));
        assertThat(course).extracting(Progress::step).isSorted();
        assertThat(course.getFirst().steps()).as("two steps for each of two").isEqualTo(4);
    }

    @Test
    void a_batch_painted_where_memory_is_short_is_not_outdated_afterwards_and_not_painted_again() throws Exception {
        Document document = new easel.graph.Edit.RemoveNodes(java.util.Set.of(new NodeId("only"))).on(paintedFromTwo());
        bench.engine.tooMuch = job -> job.context().execution().rung() == Rung.AS_ASKED;
        bench.run(document);
        Key told = List.copyOf(bench.events).stream().filter(RunEvent.NodeChanged.class::isInstance).map(RunEvent.NodeChanged.class::cast)
                .filter(e -> e.node().text().equals("decode") && e.state() instanceof NodeState.Done).findFirst().orElseThrow().key();
        assertThat(bench.studio.keys(document, bench.options).get(new NodeId("decode"))).isEqualTo(told);
        int tried = bench.engine.contexts.size();
        bench.run(document);
        assertThat(bench.engine.contexts).hasSize(tried);
    }

    @Test
    void a_batch_of_which_one_was_written_before_a_crash_goes_on_with_the_other() throws Exception {
        Path written = folder.resolve("written.png");
        new PictureFile(grey(16, 16, 10), PictureTexts.none()).write(written);
        Map<String, Path> intended = new HashMap<>();
        Saves saves = new Saves() {
            @Override
            public Optional<Path> before(String node) {
                return node.equals("save#0") ? Optional.of(written) : Optional.empty();
            }

            @Override
            public void intend(String node, Path file, byte[] content) {
                intended.put(node, file);
            }
        };
        QueuedJob job = new QueuedJob(new JobId(1), two(), bench.options, 0, 1, new CompletableFuture<>());
        assertThat(bench.studio.running(job, saves).run()).isInstanceOf(Ending.Done.class);
        assertThat(intended.keySet()).containsExactly("save#1");
        assertThat(values(bench.saved())).containsExactly(200);
        assertThat(done(new Submission(two(), List.of(job), List.of()), "save").files()).containsExactly(written, bench.saved().getFirst());
    }
}
