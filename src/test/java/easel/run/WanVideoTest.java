package easel.run;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.ContextKey;
import easel.engine.Event;
import easel.engine.Execution;
import easel.engine.Failure;
import easel.engine.Job;
import easel.engine.ModelFiles;
import easel.engine.Outcome;
import easel.engine.Part;
import easel.engine.Phase;
import easel.engine.Picture;
import easel.engine.Preview;
import easel.engine.Result;
import easel.engine.Running;
import easel.engine.Sampler;
import easel.engine.Sampling;
import easel.engine.Scheduler;
import easel.engine.VideoRequest;
import easel.engine.weights.ModelCheck;
import easel.engine.worker.SparseUmt5;
import easel.engine.worker.SparseWan;
import easel.engine.worker.SparseWanVae;
import easel.engine.worker.WorkerEngine;
import easel.engine.worker.WorkerOptions;
import easel.graph.NodeId;
import easel.nodes.Image;
import easel.platform.Folders;
import easel.platform.Home;
import easel.support.Unexamined;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Videos of Wan 2.1's smaller model, painted for real on tiny pictures: its networks, its text encoder and both of its
 * autoencoders are as large as people have them, though nearly all of their weights are zero.
 */
@Tag("large")
@Timeout(900)
class WanVideoTest {

    private static final Execution CPU = Execution.cpu(2);
    /** Seconds that a busy machine may take for one video. */
    private static final int LONG = 600;
    /** What the worker may hold; it was seen to hold 2.7 GB, for the weights stay packed. */
    private static final long MOST_MEMORY = 6L << 30;

    @TempDir static Path folder;
    private static WorkerEngine engine;
    /** Reading the shortest prompt takes longer than all the rest; what is not about words goes without, which people may not. */
    private static WorkerEngine wordless;
    private static Path text;
    private static ModelFiles fromWords;
    private static ModelFiles decodedSmall;
    private static ModelFiles following;

    @BeforeAll
    static void write_the_models() throws Exception {
        text = SparseUmt5.write(folder.resolve("umt5-xxl.gguf"));
        Path small = SparseWanVae.small(folder.resolve("taew2_1.safetensors"));
        ModelFiles model = ModelFiles.none().with(Part.DIFFUSION_MODEL, SparseWan.fromWords(folder.resolve("wan2.1-t2v-1.3b.gguf")));
        fromWords = model.with(Part.T5XXL, text).with(Part.VAE, SparseWanVae.large(folder.resolve("wan_2.1_vae.safetensors")));
        decodedSmall = model.with(Part.TAESD, small);
        following = decodedSmall.with(Part.DIFFUSION_MODEL, SparseWan.vace(folder.resolve("wan2.1-vace-1.3b.gguf")));
        engine = new WorkerEngine(WorkerOptions.of(Home.library(), folder.resolve("state")), new ModelCheck());
        wordless = new WorkerEngine(WorkerOptions.of(Home.library(), folder.resolve("wordless")), new Unexamined());
    }

    @AfterAll
    static void close() {
        engine.close();
        wordless.close();
    }

    /** The whole way, from nodes to a file that plays, and the short one. */
    @Test
    void words_make_it_and_its_frames_come_in_their_order() throws Exception {
        List<Picture> day = throughNodes();
        assertThat(day).hasSize(5).allSatisfy(f -> assertThat(List.of(f.width(), f.height(), f.channels())).containsExactly(64, 64, 3));
        assertThatTheyRise(day);
        try (Stream<Path> saved = Files.list(folder.resolve("pictures"))) {
            List<Integer> greys = VideoTest.greys(saved.toList().getFirst());
            assertThat(greys).hasSize(5);
            assertThat(greys.subList(1, 5)).isSorted().doesNotHaveDuplicates();
        }
        Result.Filmed night = done(engine, film(fromWords, VideoRequest.text("night", "", 64, 64, 5, 8, sampling(2), 2)), _ -> { });
        assertThatTheyRise(night.frames());
        assertThat(brightness(day.getFirst())).isGreaterThan(brightness(night.frames().getFirst()) + 30);
        assertThat(night.peakBytes()).isLessThan(MOST_MEMORY);
    }

    @Test
    void it_is_told_as_it_comes_and_what_the_model_cannot_make_is_rounded_with_a_warning() throws Exception {
        List<Event> events = new CopyOnWriteArrayList<>();
        VideoRequest odd = VideoRequest.text("", "", 72, 64, 7, 8, sampling(2), 2);
        List<Picture> frames = done(wordless, new Job.Film(ContextKey.of(decodedSmall, CPU), odd, Preview.LINEAR), events::add).frames();
        assertThat(frames).hasSize(5).allSatisfy(f -> assertThat(List.of(f.width(), f.height())).containsExactly(80, 64));
        assertThatTheyRise(frames);
        assertThat(events).contains(new Event.Warned("SizeRounded", List.of("16", "72 x 64", "80 x 64")),
                new Event.Warned("FramesRounded", List.of("7", "5")));
        assertThat(events.stream().filter(Event.PhaseBegan.class::isInstance).map(e -> ((Event.PhaseBegan) e).phase()))
                .containsSubsequence(Phase.READING_TEXT, Phase.SAMPLING, Phase.DECODING);
        assertThat(events.stream().filter(e -> e instanceof Event.Progress p && p.phase() == Phase.SAMPLING).map(e -> ((Event.Progress) e).step()))
                .containsExactly(0, 1, 2);
        assertThat(events.stream().filter(Event.PreviewPainted.class::isInstance).map(e -> ((Event.PreviewPainted) e).picture()))
                .isNotEmpty().allSatisfy(p -> assertThat(List.of(p.width(), p.height())).containsExactly(10, 8));
    }

    @Test
    void a_seed_makes_one_video_whether_or_not_another_was_cancelled_before() throws Exception {
        List<Picture> one = wordless(decodedSmall, 1);
        assertThat(wordless(decodedSmall, 2)).doesNotContainAnyElementsOf(one);
        cancelled();
        assertThat(wordless(decodedSmall, 1)).isEqualTo(one);
    }

    @Test
    void vace_follows_frames_place_by_place_and_looks_at_a_picture() throws Exception {
        List<Picture> shown = java.util.Collections.nCopies(5, grey(x -> x < 32 ? 0 : 255));
        Picture followed = done(wordless, film(following, from(null, shown)), _ -> { }).frames().getLast();
        assertThat(brightness(followed, 32, 64)).isGreaterThan(brightness(followed, 0, 32) + 30);
        Result.Filmed referred = done(wordless, film(following, from(grey(_ -> 255), shown)), _ -> { });
        assertThat(referred.frames()).hasSize(5);
        assertThatTheyRise(referred.frames());
        assertThat(brightness(referred.frames().getLast())).isGreaterThan(brightness(followed) + 10);
    }

    @Test
    void the_model_for_words_says_that_it_looks_at_no_pictures() throws Exception {
        Outcome outcome = engine.start(film(fromWords, from(grey(_ -> 255), List.of())), _ -> { }).outcome().get(60, TimeUnit.SECONDS);
        assertThat(outcome).isEqualTo(new Outcome.Failed(new Failure.PassedOver(fromWords.get(Part.DIFFUSION_MODEL).orElseThrow(), "FIRST_PICTURE")));
    }

    private static List<Picture> throughNodes() throws Exception {
        Sketch flow = new Sketch().add("model", "load-diffusion-model", "diffusion_model=" + fromWords.get(Part.DIFFUSION_MODEL).orElseThrow(),
                        "text_encoder=" + text, "vae=" + fromWords.get(Part.VAE).orElseThrow())
                .add("yes", "prompt", "text=day").add("no", "prompt", "text=")
                .add("video", "video", "model<model.model", "positive<yes.prompt", "negative<no.prompt", "width=64", "height=64", "frames=5", "fps=8",
                        "steps=2", "cfg=1", "seed=1", "sampler=euler", "scheduler=simple")
                .add("save", "save-video", "frames<video.film", "fps=8", "name=day");
        Folders folders = new Folders(folder.resolve("config"), folder.resolve("data"), folder.resolve("cache"), folder.resolve("studio"));
        RunOptions options = new RunOptions(CPU, Preview.NONE, folder.resolve("pictures"));
        try (Studio studio = new Studio(engine, folders, Home.folder())) {
            Submission submission = studio.submit(flow.document(), options);
            assertThat(submission.jobs()).as(submission.problems().toString()).hasSize(1);
            assertThat(submission.jobs().getFirst().ending().get(LONG, TimeUnit.SECONDS)).isEqualTo(new Ending.Done());
            Key key = studio.keys(submission.document(), options).get(new NodeId("video"));
            return studio.images(key).stream().map(Image::picture).toList();
        }
    }

    private static void cancelled() throws Exception {
        CompletableFuture<Running> running = new CompletableFuture<>();
        List<Integer> steps = new CopyOnWriteArrayList<>();
        VideoRequest longer = VideoRequest.text("", "", 64, 64, 5, 8, sampling(500), 3);
        Running job = wordless.start(film(decodedSmall, longer), e -> {
            if (e instanceof Event.Progress p && p.phase() == Phase.SAMPLING) {
                steps.add(p.step());
                if (p.step() == 1) {
                    running.thenAccept(Running::cancel);
                }
            }
        });
        running.complete(job);
        assertThat(job.outcome().get(LONG, TimeUnit.SECONDS)).isEqualTo(new Outcome.Failed(new Failure.Cancelled()));
        assertThat(steps.getLast()).isLessThan(500);
    }

    /** Each of the four frames that one latent gives is brighter at every place than the one before. */
    private static void assertThatTheyRise(List<Picture> frames) {
        for (int i = 2; i < frames.size(); i++) {
            Picture before = frames.get(i - 1);
            Picture frame = frames.get(i);
            assertThat(brightness(frame)).as("frame " + i).isGreaterThan(brightness(before) + 3);
            for (int y = 0; y < frame.height(); y++) {
                for (int x = 0; x < frame.width(); x++) {
                    assertThat(frame.at(x, y, 0)).isGreaterThanOrEqualTo(before.at(x, y, 0));
                }
            }
        }
    }

    private static double brightness(Picture picture) {
        return brightness(picture, 0, picture.width());
    }

    private static double brightness(Picture picture, int from, int to) {
        long sum = 0;
        for (int y = 0; y < picture.height(); y++) {
            for (int x = from; x < to; x++) {
                sum += picture.at(x, y, 0);
            }
        }
        return (double) sum / picture.height() / (to - from);
    }

    private static VideoRequest from(Picture first, List<Picture> control) {
        return new VideoRequest("", "", -1, 64, 64, 5, 8, sampling(1), null, VideoRequest.BOUNDARY, 1, List.of(), first, null, control, 1, null, null);
    }

    private static Sampling sampling(int steps) {
        return new Sampling(Sampler.EULER, Scheduler.SIMPLE, steps, 1);
    }

    private static Picture grey(IntUnaryOperator levelAt) {
        byte[] samples = new byte[64 * 64 * 3];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = (byte) levelAt.applyAsInt(at / 3 % 64);
        }
        return Picture.of(64, 64, 3, samples);
    }

    private static List<Picture> wordless(ModelFiles files, long seed) throws Exception {
        return done(wordless, film(files, VideoRequest.text("", "", 64, 64, 5, 8, sampling(1), seed)), _ -> { }).frames();
    }

    private static Job.Film film(ModelFiles files, VideoRequest request) {
        return new Job.Film(ContextKey.of(files, CPU), request, Preview.NONE);
    }

    private static Result.Filmed done(WorkerEngine engine, Job.Film job, Consumer<Event> listener) throws Exception {
        Outcome outcome = engine.start(job, listener).outcome().get(LONG, TimeUnit.SECONDS);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return (Result.Filmed) ((Outcome.Done) outcome).result();
    }
}
