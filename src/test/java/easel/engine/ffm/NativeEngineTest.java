package easel.engine.ffm;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Event;
import easel.engine.Failure;
import easel.engine.Hires;
import easel.engine.ImageRequest;
import easel.engine.Job;
import easel.engine.Outcome;
import easel.engine.Phase;
import easel.engine.Picture;
import easel.engine.Preview;
import easel.engine.Result;
import easel.engine.Start;
import easel.platform.Home;
import easel.sd.Sd;
import easel.sd.sd_hires_params_t;
import easel.sd.sd_img_gen_params_t;
import easel.support.RealEngine;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NativeEngineTest {

    private static final AtomicLong JOBS = new AtomicLong();
    private static NativeEngine engine;

    @BeforeAll
    static void load_the_real_library() throws Exception {
        Path lastWords = Files.createTempFile("easel", ".words");
        engine = new NativeEngine(Library.load(Home.library()), lastWords);
    }

    @Test
    void structs_are_laid_out_as_the_compiler_of_the_library_does() {
        assertThat(Layouts.differing()).isEmpty();
        assertThat(Layouts.ofLibrary()).hasSizeGreaterThan(150);
    }

    @Test
    void a_layout_that_differs_is_found() {
        List<Layouts.Row> rows = new ArrayList<>(Layouts.ofLibrary());
        rows.replaceAll(r -> "steps".equals(r.field()) ? new Layouts.Row(r.structure(), r.field(), r.offset() + 4, r.size()) : r);
        rows.removeIf(r -> "sd_lora_t".equals(r.structure()) && "path".equals(r.field()));
        assertThat(Layouts.differing(rows)).hasSize(2);
    }

    @Test
    void samplers_and_schedulers_stand_in_the_library_s_order() {
        for (easel.engine.Sampler sampler : easel.engine.Sampler.values()) {
            assertThat(easel.sd.Sd.sd_sample_method_name(sampler.ordinal()).getString(0)).isEqualTo(sampler.id());
        }
        assertThat(easel.engine.Sampler.values()).hasSize(easel.sd.Sd.SAMPLE_METHOD_COUNT());
        for (easel.engine.Scheduler scheduler : easel.engine.Scheduler.values()) {
            assertThat(easel.sd.Sd.sd_scheduler_name(scheduler.ordinal()).getString(0)).isEqualTo(scheduler.id());
        }
        assertThat(easel.engine.Scheduler.values()).hasSize(easel.sd.Sd.SCHEDULER_COUNT());
    }

    @Test
    void each_way_to_enlarge_between_two_passes_is_the_one_that_the_library_calls_so() {
        Map<Hires.Upscaler, String> names = Map.of(Hires.Upscaler.LATENT, "Latent", Hires.Upscaler.LATENT_NEAREST, "Latent (nearest)",
                Hires.Upscaler.LATENT_NEAREST_EXACT, "Latent (nearest-exact)", Hires.Upscaler.LATENT_ANTIALIASED, "Latent (antialiased)",
                Hires.Upscaler.LATENT_BICUBIC, "Latent (bicubic)", Hires.Upscaler.LATENT_BICUBIC_ANTIALIASED, "Latent (bicubic antialiased)",
                Hires.Upscaler.LANCZOS, "Lanczos", Hires.Upscaler.NEAREST, "Nearest", Hires.Upscaler.MODEL, "Model");
        assertThat(names.keySet()).containsExactlyInAnyOrder(Hires.Upscaler.values());
        ImageRequest plain = RealEngine.smallJob(1, 1).request();
        for (Hires.Upscaler upscaler : Hires.Upscaler.values()) {
            ImageRequest request = new ImageRequest("", "", -1, 64, 64, plain.sampling(), 1, List.of(), null, null, List.of(),
                    new Hires(upscaler, null, 128, 128, 1, 0.5), null);
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment asked = sd_img_gen_params_t.hires(ImageParameters.of(request, "", "", RealEngine.starterOnCpu(), arena));
                String called = Sd.sd_hires_upscaler_name(sd_hires_params_t.upscaler(asked)).getString(0);
                assertThat(called).as(upscaler.name()).isEqualTo(names.get(upscaler));
            }
        }
        assertThat(Sd.SD_HIRES_UPSCALER_COUNT()).as("these, and none at all").isEqualTo(names.size() + 1);
    }

    @Test
    void the_processor_is_among_the_devices() {
        assertThat(engine.library().devices()).anySatisfy(d -> {
            assertThat(d.name()).isEqualTo("CPU");
            assertThat(d.totalBytes()).isPositive();
        });
    }

    @Test
    void the_same_seed_paints_the_same_picture_and_another_seed_another() {
        Picture first = painted(RealEngine.smallJob(4, 1));
        assertThat(painted(RealEngine.smallJob(4, 1))).isEqualTo(first);
        assertThat(painted(RealEngine.smallJob(4, 2))).isNotEqualTo(first);
        engine.drop();
        assertThat(painted(RealEngine.smallJob(4, 1))).isEqualTo(first);
    }

    @Test
    void a_job_tells_its_phases_and_every_step() {
        engine.drop();
        List<Event> events = new ArrayList<>();
        assertThat(run(RealEngine.smallJob(5, 3), events::add)).isInstanceOf(Outcome.Done.class);
        assertThat(events).filteredOn(Event.PhaseBegan.class::isInstance).extracting(e -> ((Event.PhaseBegan) e).phase())
                .contains(Phase.LOADING_MODEL, Phase.READING_TEXT, Phase.SAMPLING, Phase.DECODING);
        assertThat(events).filteredOn(Event.Progress.class::isInstance).extracting(Event.Progress.class::cast)
                .filteredOn(p -> p.phase() == Phase.SAMPLING).extracting(Event.Progress::step).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void a_preview_comes_after_the_first_step_in_the_size_of_its_kind() {
        assertThat(previews(Preview.LINEAR)).isNotEmpty().allSatisfy(p -> assertThat(p.picture().width()).isEqualTo(16));
        assertThat(previews(Preview.TAE)).isNotEmpty().allSatisfy(p -> assertThat(p.picture().width()).isEqualTo(128));
        assertThat(previews(Preview.TAE).getFirst().step()).isEqualTo(1);
        assertThat(previews(Preview.NONE)).isEmpty();
    }

    @Test
    void previews_do_not_change_the_picture() {
        Picture without = painted(RealEngine.smallJob(4, 9));
        Job.Paint job = RealEngine.smallJob(4, 9);
        assertThat(painted(new Job.Paint(job.context(), job.request(), Preview.TAE))).isEqualTo(without);
        assertThat(painted(new Job.Paint(job.context(), job.request(), Preview.LINEAR))).isEqualTo(without);
    }

    @Test
    void a_cancel_between_steps_ends_the_job_and_leaves_the_model_good() {
        Picture before = painted(RealEngine.smallJob(4, 5));
        List<Event> events = new ArrayList<>();
        Outcome outcome = runCancelledWhen(RealEngine.smallJob(50, 5), events, e -> e instanceof Event.Progress p && p.phase() == Phase.SAMPLING && p.step() == 2);
        assertThat(outcome).isEqualTo(new Outcome.Failed(new Failure.Cancelled()));
        assertThat(events).noneMatch(e -> e instanceof Event.Progress p && p.phase() == Phase.SAMPLING && p.step() > 2);
        assertThat(engine.hasModel()).isTrue();
        assertThat(painted(RealEngine.smallJob(4, 5))).isEqualTo(before);
    }

    @Test
    void a_cancel_while_weights_load_waits_for_a_safe_moment() {
        engine.drop();
        Outcome outcome = runCancelledWhen(RealEngine.smallJob(50, 5), new ArrayList<>(), e -> e instanceof Event.Progress p && p.phase() == Phase.LOADING_MODEL);
        assertThat(outcome).isEqualTo(new Outcome.Failed(new Failure.Cancelled()));
        assertThat(painted(RealEngine.smallJob(2, 5))).isNotNull();
    }

    @Test
    void a_cancel_of_another_job_changes_nothing() {
        engine.cancel(JOBS.get() + 1_000_000);
        assertThat(painted(RealEngine.smallJob(2, 1))).isNotNull();
    }

    @Test
    void a_listener_that_throws_ends_the_job_and_not_the_process() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> run(RealEngine.smallJob(20, 1), e -> {
            if (e instanceof Event.Progress p && p.step() == 1) {
                throw new UnsupportedOperationException("from a listener");
            }
        })).hasRootCauseInstanceOf(UnsupportedOperationException.class);
        assertThat(painted(RealEngine.smallJob(2, 1))).isNotNull();
    }

    @Test
    void a_start_picture_at_low_strength_stays_nearly_as_it_was() {
        Picture start = painted(RealEngine.smallJob(12, 21));
        Job.Paint job = RealEngine.smallJob(12, 22);
        Picture near = painted(new Job.Paint(job.context(), job.request().from(new Start(start, 0.1, null)), Preview.NONE));
        Picture far = painted(new Job.Paint(job.context(), job.request().from(new Start(start, 0.95, null)), Preview.NONE));
        assertThat(difference(start, near)).isLessThan(difference(start, far)).isLessThan(20);
    }

    @Test
    void prompt_weights_are_read_whatever_the_number_format_of_the_system() {
        java.util.Locale before = java.util.Locale.getDefault();
        try {
            java.util.Locale.setDefault(java.util.Locale.GERMANY);
            Job.Paint plain = RealEngine.smallJob(4, 1);
            Picture one = painted(new Job.Paint(plain.context(), RealEngine.request("mountains, (purple sky:1.0), sun", 4, 1), Preview.NONE));
            Picture more = painted(new Job.Paint(plain.context(), RealEngine.request("mountains, (purple sky:1.9), sun", 4, 1), Preview.NONE));
            assertThat(more).isNotEqualTo(one);
        } finally {
            java.util.Locale.setDefault(before);
        }
    }

    @Test
    void a_prompt_that_is_too_long_or_no_text_is_painted_with_what_fits_and_one_warning() {
        List<Event> events = new ArrayList<>();
        Job.Paint job = RealEngine.smallJob(1, 1);
        ImageRequest odd = RealEngine.request("sea, \0\uD800 sun, ".repeat(10_000), 1, 1);
        assertThat(run(new Job.Paint(job.context(), odd, Preview.NONE), events::add)).isInstanceOf(Outcome.Done.class);
        assertThat(events).filteredOn(Event.Warned.class::isInstance).extracting(e -> ((Event.Warned) e).code())
                .containsExactlyInAnyOrder("PromptCut", "PromptMended");
    }

    @Test
    void values_the_library_does_not_survive_are_refused_before_the_call() {
        Job.Paint job = RealEngine.smallJob(1, 1);
        for (ImageRequest bad : List.of(
                RealEngine.request("sea", 0, 1), RealEngine.request("sea", -1, 1), RealEngine.request("sea", 10_000, 1), RealEngine.request("sea", 1, -1),
                ImageRequest.text("sea", "", 0, 128, job.request().sampling(), 1), ImageRequest.text("sea", "", 128, -5, job.request().sampling(), 1),
                ImageRequest.text("sea", "", 7, 128, job.request().sampling(), 1), ImageRequest.text("sea", "", 100_000, 128, job.request().sampling(), 1),
                ImageRequest.text("sea", "", 128, 128, new easel.engine.Sampling(easel.engine.Sampler.EULER, easel.engine.Scheduler.DISCRETE, 1, Double.NaN), 1))) {
            assertThat(run(new Job.Paint(job.context(), bad, Preview.NONE), _ -> { }))
                    .isInstanceOfSatisfying(Outcome.Failed.class, f -> assertThat(f.failure()).isInstanceOf(Failure.BadValue.class));
        }
    }

    @Test
    void a_size_between_the_steps_of_the_model_is_rounded_with_a_warning() {
        List<Event> events = new ArrayList<>();
        Job.Paint job = RealEngine.smallJob(1, 1);
        Outcome outcome = run(new Job.Paint(job.context(), ImageRequest.text("sea", "", 100, 128, job.request().sampling(), 1), Preview.NONE), events::add);
        assertThat(((Result.Painted) ((Outcome.Done) outcome).result()).picture().width()).isEqualTo(128);
        assertThat(events).contains(new Event.Warned("SizeRounded", List.of("64", "100 x 128", "128 x 128")));
    }

    private static List<Event.PreviewPainted> previews(Preview mode) {
        List<Event> events = new ArrayList<>();
        Job.Paint job = RealEngine.smallJob(6, 1);
        assertThat(run(new Job.Paint(job.context(), job.request(), mode), events::add)).isInstanceOf(Outcome.Done.class);
        return events.stream().filter(Event.PreviewPainted.class::isInstance).map(Event.PreviewPainted.class::cast).toList();
    }

    private static double difference(Picture a, Picture b) {
        double sum = 0;
        for (int i = 0; i < a.samples().length; i++) {
            sum += Math.abs((a.samples()[i] & 0xFF) - (b.samples()[i] & 0xFF));
        }
        return sum / a.samples().length;
    }

    private static Picture painted(Job.Paint job) {
        Outcome outcome = run(job, _ -> { });
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Result.Painted) ((Outcome.Done) outcome).result()).picture();
    }

    private static Outcome runCancelledWhen(Job job, List<Event> events, Predicate<Event> moment) {
        long number = JOBS.incrementAndGet();
        return run(number, job, e -> {
            events.add(e);
            if (moment.test(e)) {
                engine.cancel(number);
            }
        });
    }

    private static Outcome run(Job job, Consumer<Event> listener) {
        return run(JOBS.incrementAndGet(), job, listener);
    }

    // The library's regular expressions need a deep stack.
    private static Outcome run(long number, Job job, Consumer<Event> listener) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        Thread thread = new Thread(null, () -> {
            try {
                outcome.complete(engine.run(number, job, listener));
            } catch (Throwable t) {
                outcome.completeExceptionally(t);
            }
        }, "engine", 16 << 20);
        thread.start();
        return outcome.join();
    }
}
