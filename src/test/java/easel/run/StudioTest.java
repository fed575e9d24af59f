package easel.run;

import static easel.run.Bench.ending;
import static easel.run.Bench.seed;
import static easel.run.Bench.set;
import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Failure;
import easel.engine.ImageRequest;
import easel.engine.Phase;
import easel.engine.Picture;
import easel.format.PictureFile;
import easel.format.PictureTexts;
import easel.format.WorkflowFile;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.Mode;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.OutputRef;
import easel.graph.Problem;
import easel.graph.Value;
import easel.support.PlainPreset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StudioTest extends OnBench {

    @Test
    void paints_what_the_preset_says_and_saves_it_with_its_workflow() throws Exception {
        Submission submission = bench.run(bench.preset);
        assertThat(bench.engine.painted).hasSize(1);
        ImageRequest request = bench.engine.painted.getFirst();
        assertThat(request.prompt()).isEqualTo("mountains at sunset, purple sky, sun, clouds");
        assertThat(List.of(request.width(), request.height(), request.sampling().steps())).containsExactly(128, 128, 20);
        assertThat(request.sampling().cfgScale()).isEqualTo(4);
        assertThat(request.start()).isNull();
        assertThat(request.seed()).isEqualTo(seed(submission.document()));
        PictureFile file = PictureFile.read(bench.saved().getFirst());
        assertThat(file.texts().infotext().orElseThrow().settings()).containsEntry("Seed", Long.toString(request.seed()))
                .containsEntry("Model", "model").containsEntry("Size", "128x128");
        Document carried = WorkflowFile.parse(file.texts().get(PictureTexts.EASEL).orElseThrow());
        assertThat(seed(carried)).isEqualTo(request.seed());
        assertThat(carried).isEqualTo(bench.preset);
    }

    @Test
    void nothing_changed_and_a_fixed_seed_ask_nothing_of_the_engine() throws Exception {
        Document fixed = set(bench.preset, "sampler.seed", Value.Seed.fixed(7));
        bench.run(fixed);
        int questions = bench.engine.questions;
        Submission again = bench.run(fixed);
        assertThat(bench.engine.painted).hasSize(1);
        assertThat(bench.engine.questions).isEqualTo(questions);
        assertThat(bench.saved()).hasSize(1);
        assertThat(bench.last(again.jobs().getFirst(), "save")).isInstanceOfSatisfying(NodeState.Done.class, done -> {
            assertThat(done.fromCache()).isTrue();
            assertThat(done.file()).isEqualTo(saved());
        });
    }

    @Test
    void generate_again_draws_another_seed_and_an_edit_keeps_the_one_drawn() throws Exception {
        Document first = bench.run(bench.preset).document();
        Document edited = bench.run(set(first, "sampler.steps", Value.of(10))).document();
        assertThat(seed(edited)).isEqualTo(seed(first));
        Document again = bench.run(edited).document();
        assertThat(seed(again)).isNotEqualTo(seed(edited));
        assertThat(again).isEqualTo(edited);
        assertThat(bench.engine.painted).extracting(ImageRequest::seed).containsExactly(seed(first), seed(first), seed(again));
    }

    @Test
    void generate_while_the_same_is_on_its_way_draws_another_seed() throws Exception {
        bench.engine.gate = new CountDownLatch(1);
        Submission first = bench.submit(bench.preset);
        Submission second = bench.submit(first.document());
        assertThat(seed(second.document())).isNotEqualTo(seed(first.document()));
        bench.engine.gate.countDown();
        ending(second.jobs().getFirst());
        assertThat(bench.saved()).hasSize(2);
    }

    @Test
    void seeds_that_count_step_by_the_number_of_pictures() throws Exception {
        Document up = set(bench.preset, "sampler.seed", new Value.Seed(easel.graph.SeedMode.UP, java.util.OptionalLong.of(10))).withCount(2);
        Document next = bench.run(bench.run(up).document()).document();
        assertThat(seed(next)).isEqualTo(12);
        assertThat(bench.engine.painted).extracting(ImageRequest::seed).containsExactly(10L, 11L, 12L, 13L);
    }

    @Test
    void four_pictures_are_four_jobs_with_seeds_counting_up_and_each_file_carries_its_own() throws Exception {
        Submission four = bench.run(set(bench.preset, "sampler.seed", Value.Seed.fixed(Long.MAX_VALUE - 1)).withCount(4));
        assertThat(four.jobs()).hasSize(4);
        assertThat(bench.engine.painted).extracting(ImageRequest::seed).containsExactly(Long.MAX_VALUE - 1, Long.MAX_VALUE, 0L, 1L);
        Document last = WorkflowFile.parse(PictureFile.head(bench.saved().getLast()).texts().get(PictureTexts.EASEL).orElseThrow());
        assertThat(seed(last)).isEqualTo(1);
        assertThat(last.count()).isEqualTo(1);
    }

    @Test
    void a_file_that_is_gone_is_written_again_without_painting() throws Exception {
        Document fixed = set(bench.preset, "sampler.seed", Value.Seed.fixed(7));
        bench.run(fixed);
        byte[] before = PictureFile.read(saved()).picture().samples();
        Files.delete(saved());
        bench.run(fixed);
        assertThat(PictureFile.read(saved()).picture().samples()).isEqualTo(before);
        assertThat(bench.engine.painted).hasSize(1);
    }

    @Test
    void another_folder_gets_its_own_file_from_the_same_picture() throws Exception {
        Document fixed = set(bench.preset, "sampler.seed", Value.Seed.fixed(7));
        bench.run(fixed);
        bench.run(set(fixed, "save.folder", Value.of(folder.resolve("elsewhere").toString())));
        assertThat(folder.resolve("elsewhere")).isNotEmptyDirectory();
        assertThat(bench.saved()).hasSize(1);
        assertThat(bench.engine.painted).hasSize(1);
    }

    @Test
    void a_result_that_memory_had_no_room_for_is_not_missed_while_its_file_is_there() throws Exception {
        bench.close();
        bench = new Bench(folder, 1);
        Document seven = set(bench.preset, "sampler.seed", Value.Seed.fixed(7));
        bench.run(seven);
        bench.run(set(bench.preset, "sampler.seed", Value.Seed.fixed(8)));
        bench.run(seven);
        assertThat(bench.engine.painted).hasSize(2);
    }

    @Test
    void a_start_picture_makes_it_image_to_image_in_the_size_asked_for() throws Exception {
        Path start = folder.resolve("start.png");
        new PictureFile(easel.engine.Picture.of(200, 100, 3, new byte[60_000]), PictureTexts.none()).write(start);
        bench.run(set(set(bench.preset, "start.file", Value.of(start.toString())), "sampler.strength", Value.of(0.25)));
        ImageRequest request = bench.engine.painted.getFirst();
        assertThat(request.start().strength()).isEqualTo(0.25);
        assertThat(List.of(request.start().picture().width(), request.start().picture().height())).containsExactly(128, 128);
        assertThat(PictureFile.head(saved()).texts().infotext().orElseThrow().settings()).containsEntry("Denoising strength", "0.25");
    }

    @Test
    void a_failed_job_leaves_the_others_alone() throws Exception {
        bench.engine.failing = request -> request.seed() == 8 ? new Failure.EngineDied("aborted") : null;
        Submission three = bench.run(set(bench.preset, "sampler.seed", Value.Seed.fixed(7)).withCount(3));
        assertThat(ending(three.jobs().get(1))).isEqualTo(new Ending.Failed(new Trouble.OfEngine(new Failure.EngineDied("aborted"))));
        assertThat(ending(three.jobs().get(2))).isEqualTo(new Ending.Done());
        assertThat(bench.last(three.jobs().get(1), "sampler")).isInstanceOfSatisfying(NodeState.Failed.class,
                failed -> assertThat(failed.inputs()).containsEntry("steps", "20").containsEntry("model", "model.model"));
        assertThat(bench.last(three.jobs().get(1), "save")).isInstanceOf(NodeState.Skipped.class);
        assertThat(bench.saved()).hasSize(2);
    }

    @Test
    void a_start_picture_whose_pixels_are_damaged_fails_with_its_own_reason() throws Exception {
        Path picture = folder.resolve("start.png");
        new PictureFile(Picture.of(64, 64, 3, new byte[64 * 64 * 3]), PictureTexts.none()).write(picture);
        byte[] bytes = Files.readAllBytes(picture);
        bytes[bytes.length - 20] ^= 1;
        Files.write(picture, bytes);
        Submission submission = bench.run(set(bench.preset, "start.file", Value.of(picture.toString())));
        assertThat(ending(submission.jobs().getFirst())).isInstanceOfSatisfying(Ending.Failed.class,
                failed -> assertThat(failed.trouble().code()).isEqualTo("Damaged"));
        assertThat(bench.engine.painted).isEmpty();
    }

    @Test
    void cancel_takes_back_the_running_job_and_the_waiting_one_and_no_other() throws Exception {
        bench.engine.gate = new CountDownLatch(1);
        List<QueuedJob> jobs = bench.submit(bench.preset.withCount(3)).jobs();
        awaitPainting(1);
        assertThat(bench.studio.queue()).hasSize(3);
        bench.studio.cancel(jobs.get(1).id());
        bench.studio.cancel(jobs.get(0).id());
        assertThat(ending(jobs.get(0))).isEqualTo(new Ending.Cancelled());
        assertThat(ending(jobs.get(1))).isEqualTo(new Ending.Cancelled());
        bench.engine.gate.countDown();
        assertThat(ending(jobs.get(2))).isEqualTo(new Ending.Done());
        assertThat(bench.saved()).hasSize(1);
    }

    @Test
    void after_a_cancel_the_same_seed_is_painted() throws Exception {
        bench.engine.gate = new CountDownLatch(1);
        Submission first = bench.submit(bench.preset);
        awaitPainting(1);
        bench.studio.cancelAll();
        ending(first.jobs().getFirst());
        bench.engine.gate.countDown();
        assertThat(seed(bench.run(first.document()).document())).isEqualTo(seed(first.document()));
    }

    @Test
    void tells_progress_and_preview_on_the_sampler_under_its_key() throws Exception {
        Submission submission = bench.run(bench.preset);
        NodeId sampler = new NodeId("sampler");
        Key key = bench.studio.keys(submission.document(), bench.options).get(sampler);
        List<NodeState> states = bench.events.stream().filter(RunEvent.NodeChanged.class::isInstance).map(RunEvent.NodeChanged.class::cast)
                .filter(e -> e.node().equals(sampler)).peek(e -> assertThat(e.key()).isEqualTo(key)).map(RunEvent.NodeChanged::state).toList();
        assertThat(states.getFirst()).isInstanceOf(NodeState.Waiting.class);
        assertThat(states).anySatisfy(s -> assertThat(s).isInstanceOfSatisfying(NodeState.Running.class, r -> {
            assertThat(r.progress().phase()).isEqualTo(Phase.SAMPLING);
            assertThat(r.progress().step()).isEqualTo(1);
            assertThat(r.progress().secondsLeft()).isEqualTo(0.5);
            assertThat(r.progress().preview()).isNotNull();
        }));
        assertThat(states.getLast()).isInstanceOf(NodeState.Done.class);
        assertThat(bench.studio.images(key)).hasSize(1);
        assertThat(bench.events.getFirst()).isInstanceOf(RunEvent.Queued.class);
        assertThat(bench.events.getLast()).isInstanceOf(RunEvent.Ended.class);
    }

    @Test
    void a_problem_in_one_place_leaves_a_sound_place_running() throws Exception {
        Document two = bench.preset.with(Node.of("other", "sampler").fedBy("model", OutputRef.of("model", "model"))
                .fedBy("positive", OutputRef.of("prompt", "prompt")).with("steps", Value.of(0)));
        Submission submission = bench.run(two);
        assertThat(submission.problems()).extracting(Problem::code).containsExactly(Problem.Code.BAD_VALUE);
        assertThat(bench.engine.painted).hasSize(1);
    }

    @Test
    void a_document_that_cannot_run_queues_nothing_and_says_why() throws Exception {
        Submission gone = bench.submit(set(bench.preset, "model.checkpoint", Value.of(folder.resolve("no.gguf").toString())));
        assertThat(gone.jobs()).isEmpty();
        assertThat(gone.problems()).extracting(Problem::code).containsExactly(Problem.Code.MISSING_MODEL);
        assertThat(bench.submit(Document.EMPTY).problems()).extracting(Problem::code).containsExactly(Problem.Code.NOTHING_TO_RUN);
        Submission starter = bench.submit(PlainPreset.document());
        assertThat(starter.problems()).extracting(Problem::code).containsExactly(Problem.Code.MISSING_MODEL);
    }

    @Test
    void a_muted_save_leaves_the_picture_shown_and_unsaved() throws Exception {
        bench.run(new Edit.SetMode(Set.of(new NodeId("save")), Mode.MUTED).on(bench.preset));
        assertThat(bench.engine.painted).hasSize(1);
        assertThat(bench.saved()).isEmpty();
    }

    @Test
    void a_bypassed_sampler_saves_the_start_picture() throws Exception {
        Path start = folder.resolve("start.png");
        new PictureFile(easel.engine.Picture.of(2, 2, 3, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}), PictureTexts.none()).write(start);
        bench.run(new Edit.SetMode(Set.of(new NodeId("sampler")), Mode.BYPASSED).on(set(bench.preset, "start.file", Value.of(start.toString()))));
        assertThat(bench.engine.painted).isEmpty();
        assertThat(PictureFile.read(saved()).picture().samples()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    }

    @Test
    void a_file_that_goes_while_the_job_waits_fails_that_job_only() throws Exception {
        bench.engine.gate = new CountDownLatch(1);
        Path start = folder.resolve("start.png");
        new PictureFile(easel.engine.Picture.of(2, 2, 3, new byte[12]), PictureTexts.none()).write(start);
        bench.submit(bench.preset);
        awaitPainting(1);
        QueuedJob late = bench.submit(set(bench.preset, "start.file", Value.of(start.toString()))).jobs().getFirst();
        Files.delete(start);
        bench.engine.gate.countDown();
        assertThat(ending(late)).isInstanceOfSatisfying(Ending.Failed.class,
                failed -> assertThat(failed.trouble().code()).isEqualTo("NO_SUCH_FILE"));
    }

    @Test
    void closing_ends_what_runs() throws Exception {
        bench.engine.gate = new CountDownLatch(1);
        QueuedJob job = bench.submit(bench.preset).jobs().getFirst();
        awaitPainting(1);
        bench.studio.close();
        assertThat(ending(job)).isEqualTo(new Ending.Cancelled());
    }

    private void awaitPainting(int count) throws InterruptedException {
        while (bench.engine.painted.size() < count) {
            Thread.sleep(2);
        }
    }

    private Path saved() {
        try {
            return bench.saved().getFirst();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void a_document_names_the_pictures_it_begins_from() {
        Document from = set(bench.preset, "start.file", Value.of("/pictures/a/../boat.png"));
        assertThat(Studio.named(from)).containsExactly(Path.of("/pictures/boat.png"));
        assertThat(Studio.named(set(bench.preset, "prompt.text", Value.of("a boat \0 .png")))).isEmpty();
    }
}
