package easel.engine.ffm;

import easel.engine.ContextKey;
import easel.engine.Event;
import easel.engine.Failure;
import easel.engine.ImageRequest;
import easel.engine.Job;
import easel.engine.Lora;
import easel.engine.LoraMode;
import easel.engine.Outcome;
import easel.engine.Phase;
import easel.engine.Picture;
import easel.engine.Preview;
import easel.engine.RequestCheck;
import easel.engine.Result;
import easel.engine.Rung;
import easel.engine.Timings;
import easel.engine.VideoRequest;
import easel.platform.ProcessMemory;
import easel.sd.Sd;
import easel.sd.easel_error;
import easel.sd.sd_image_t;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The library's calls as jobs, in this process and on the caller's thread, one at a time. Whoever calls must live with
 * the process ending at any moment: that is what {@code easel.engine.worker} is for.
 */
public final class NativeEngine {

    /** Part of the sampling time that previews through an autoencoder may take. */
    private static final float PREVIEW_SHARE = 0.25f;
    /** What the library's own program gives edges that hang on others, and strong ones. */
    private static final float WEAK = 0.8f;
    private static final float STRONG = 1;

    private final Library library;
    private final Callbacks callbacks;
    private @Nullable Loaded loaded;

    /** A context in memory and what it was made from. */
    private record Loaded(Identity identity, MemorySegment context) {}

    /** Equal identities can share a context: the key, the files as they are on the disk now, and LoRAs that were mixed in. */
    private record Identity(ContextKey key, List<FileStamp> files, List<Lora> mixedIn) {}

    /**
     * The engine on a loaded library; at most one a process, since the library's callbacks are the process's.
     *
     * @param lastWords a file that holds what the library said when it took the process down
     */
    public NativeEngine(Library library, Path lastWords) {
        this.library = library;
        try (Arena arena = Arena.ofConfined()) {
            callbacks = new Callbacks(ContextParameters.path(lastWords, arena));
        }
    }

    /** The library this engine calls. */
    public Library library() {
        return library;
    }

    /** Lets other programs of this machine go first. */
    public void lowerPriority() {
        Sd.easel_lower_priority();
    }

    /** Asks the job with this number to end at its next safe moment; from any thread, at any time. */
    public void cancel(long job) {
        Sd.easel_cancel(job);
    }

    /** Does a job on the calling thread, whose stack must be 16 MB or more. Events come on that thread too. */
    public Outcome run(long number, Job job, Consumer<Event> listener) {
        Optional<Failure> bad = RequestCheck.check(job);
        if (bad.isPresent()) {
            return new Outcome.Failed(bad.get());
        }
        Stopwatch watch = new Stopwatch(listener);
        callbacks.begin(number, watch);
        Outcome outcome;
        try (Arena arena = Arena.ofConfined()) {
            outcome = switch (job) {
                case Job.Paint paint -> paint(number, paint, watch, arena);
                case Job.Film film -> film(number, film, watch, arena);
                case Job.Upscale upscale -> upscale(number, upscale, watch, arena);
                case Job.Convert convert -> convert(convert, watch, arena);
                case Job.Canny canny -> canny(canny, watch, arena);
            };
        } finally {
            Throwable broken = callbacks.end();
            if (broken != null) {
                drop();
                throw new IllegalStateException("a callback failed", broken);
            }
        }
        if (outcome instanceof Outcome.Failed(Failure failure) && !survives(job, failure)) {
            drop();
        }
        return outcome;
    }

    /** Gives the model's memory back. */
    public void drop() {
        if (loaded != null) {
            Sd.easel_context_free(loaded.context);
            loaded = null;
        }
    }

    /** Whether a model is in memory. */
    public boolean hasModel() {
        return loaded != null;
    }

    /** A context is kept after a value was refused and after our own cancel, unless a ControlNet would keep its old hint. */
    private static boolean survives(Job job, Failure failure) {
        boolean hint = job instanceof Job.Paint paint && paint.request().control() != null;
        return failure instanceof Failure.BadValue || (failure instanceof Failure.Cancelled && !hint);
    }

    private Outcome paint(long number, Job.Paint job, Stopwatch watch, Arena arena) {
        ImageRequest request = job.request();
        String prompt = EmbeddingWords.in(fit(request.prompt(), watch).text(), job.context().embeddings());
        String negative = EmbeddingWords.in(fit(request.negativePrompt(), watch).text(), job.context().embeddings());
        MemorySegment error = easel_error.allocate(arena);
        Optional<Failure> unloaded = load(job.context(), request.loras(), watch, arena, error);
        if (unloaded.isPresent()) {
            return new Outcome.Failed(unloaded.get());
        }
        MemorySegment context = loaded.context;
        MemorySegment parameters = ImageParameters.of(request, prompt, negative, job.context(), arena);
        MemorySegment image = sd_image_t.allocate(arena);
        int status = watch.inside(() -> Sd.easel_generate_image(context, parameters, number, mode(job.preview()), share(job.preview()), image, error));
        if (status != Sd.EASEL_OK()) {
            return new Outcome.Failed(failure(status, error, job.context().execution().rung(), watch));
        }
        Picture picture = take(image);
        return new Outcome.Done(new Result.Painted(picture, request.seed(), watch.timings(), ProcessMemory.ownPeak(), library.versions().buildId()));
    }

    private Outcome film(long number, Job.Film job, Stopwatch watch, Arena arena) {
        VideoRequest request = job.request();
        PromptText prompt = fit(request.prompt(), watch);
        PromptText negative = fit(request.negativePrompt(), watch);
        MemorySegment error = easel_error.allocate(arena);
        Optional<Failure> unloaded = load(job.context(), request.loras(), watch, arena, error);
        if (unloaded.isPresent()) {
            return new Outcome.Failed(unloaded.get());
        }
        MemorySegment context = loaded.context;
        Rung rung = job.context().execution().rung();
        MemorySegment parameters = VideoParameters.of(request, prompt.text(), negative.text(), job.context(), arena);
        MemorySegment place = arena.allocate(ValueLayout.ADDRESS);
        MemorySegment count = arena.allocate(ValueLayout.JAVA_INT);
        int status = watch.inside(() -> Sd.easel_generate_video(context, parameters, number, mode(job.preview()), share(job.preview()), place, count, error));
        if (status != Sd.EASEL_OK()) {
            return new Outcome.Failed(failure(status, error, rung, watch));
        }
        List<Picture> frames = takeAll(place.get(ValueLayout.ADDRESS, 0), count.get(ValueLayout.JAVA_INT, 0));
        if (frames.size() != request.frames()) {
            watch.accept(new Event.Warned("FramesRounded", List.of(Integer.toString(request.frames()), Integer.toString(frames.size()))));
        }
        return new Outcome.Done(new Result.Filmed(frames, request.fps(), request.seed(), watch.timings(), ProcessMemory.ownPeak(), library.versions().buildId()));
    }

    /** Sees to it that the model of a job is in memory. */
    private Optional<Failure> load(ContextKey key, List<Lora> loras, Stopwatch watch, Arena arena, MemorySegment error) {
        Identity identity = new Identity(key, FileStamp.ofAll(key), key.loraMode() == LoraMode.IMMEDIATELY ? loras : List.of());
        if (loaded == null || !loaded.identity.equals(identity)) {
            drop();
            MemorySegment place = arena.allocate(ValueLayout.ADDRESS);
            MemorySegment parameters = ContextParameters.of(key, arena);
            int status = watch.inside(() -> Sd.easel_context_new(parameters, place, error));
            if (status != Sd.EASEL_OK()) {
                return Optional.of(failure(status, error, key.execution().rung(), watch));
            }
            loaded = new Loaded(identity, place.get(ValueLayout.ADDRESS, 0));
        }
        return Optional.empty();
    }

    private static int mode(Preview preview) {
        return switch (preview) {
            case NONE -> Sd.PREVIEW_NONE();
            case LINEAR -> Sd.PREVIEW_PROJ();
            case TAE -> Sd.PREVIEW_TAE();
        };
    }

    private static float share(Preview preview) {
        return preview == Preview.TAE ? PREVIEW_SHARE : 1f;
    }

    private Outcome upscale(long number, Job.Upscale job, Stopwatch watch, Arena arena) {
        MemorySegment error = easel_error.allocate(arena);
        MemorySegment small = sd_image_t.allocate(arena);
        ImageParameters.image(small, job.picture(), arena);
        MemorySegment large = sd_image_t.allocate(arena);
        MemorySegment model = ContextParameters.path(job.model(), arena);
        MemorySegment device = arena.allocateFrom(job.execution().device());
        int status = watch.inside(() -> Sd.easel_upscale(model, device, job.execution().threads(), job.tile(), small, number, large, error));
        if (status != Sd.EASEL_OK()) {
            return new Outcome.Failed(failure(status, error, job.execution().rung(), watch));
        }
        return new Outcome.Done(new Result.Painted(take(large), 0, watch.timings(), ProcessMemory.ownPeak(), library.versions().buildId()));
    }

    /** The library writes over the picture it is given. Places that are steep enough for nothing keep their slope as a grey. */
    private Outcome canny(Job.Canny job, Stopwatch watch, Arena arena) {
        MemorySegment image = sd_image_t.allocate(arena);
        ImageParameters.image(image, job.picture(), arena);
        int done = watch.inside(() -> Sd.preprocess_canny(image, (float) job.high(), (float) job.low(), WEAK, STRONG, false) ? 1 : 0);
        return done == 0 ? new Outcome.Failed(new Failure.EngineFailed("preprocess_canny"))
                : new Outcome.Done(new Result.Painted(copy(image), 0, watch.timings(), ProcessMemory.ownPeak(), library.versions().buildId()));
    }

    private Outcome convert(Job.Convert job, Stopwatch watch, Arena arena) {
        // The library writes its K types with a large letter and everything else small.
        int type = Sd.str_to_sd_type(arena.allocateFrom(job.type().toLowerCase(Locale.ROOT).replace("_k", "_K")));
        if (type == Sd.SD_TYPE_COUNT()) {
            return new Outcome.Failed(new Failure.BadValue("type", job.type(), "f32, f16, bf16, q8_0, q6_k, q5_k, q4_k, q4_0 ..."));
        }
        drop();   // the whole model is read into memory
        MemorySegment error = easel_error.allocate(arena);
        MemorySegment model = ContextParameters.path(job.model(), arena);
        MemorySegment vae = job.vae() == null ? MemorySegment.NULL : ContextParameters.path(job.vae(), arena);
        MemorySegment to = ContextParameters.path(job.to(), arena);
        int status = watch.inside(() -> Sd.easel_convert(model, vae, to, type, error));
        if (status != Sd.EASEL_OK()) {
            return new Outcome.Failed(failure(status, error, Rung.AS_ASKED, watch));
        }
        return new Outcome.Done(new Result.Converted(job.to(), watch.timings()));
    }

    private static PromptText fit(String prompt, Stopwatch watch) {
        PromptText text = PromptText.of(prompt);
        if (text.cut()) {
            watch.accept(new Event.Warned("PromptCut", List.of(Integer.toString(text.kept()))));
        }
        if (text.mended()) {
            watch.accept(new Event.Warned("PromptMended", List.of()));
        }
        return text;
    }

    private static Picture take(MemorySegment image) {
        Picture picture = copy(image);
        Sd.easel_image_free(image);
        return picture;
    }

    private static List<Picture> takeAll(MemorySegment frames, int count) {
        MemorySegment array = frames.reinterpret(sd_image_t.sizeof() * count);
        try {
            return IntStream.range(0, count).mapToObj(i -> copy(sd_image_t.asSlice(array, i))).toList();
        } finally {
            Sd.easel_frames_free(frames, count);
        }
    }

    private static Picture copy(MemorySegment image) {
        int width = sd_image_t.width(image);
        int height = sd_image_t.height(image);
        int channels = sd_image_t.channel(image);
        return Picture.of(width, height, channels, sd_image_t.data(image).reinterpret((long) width * height * channels).toArray(ValueLayout.JAVA_BYTE));
    }

    private Failure failure(int status, MemorySegment error, Rung rung, Stopwatch watch) {
        if (status == Sd.EASEL_CANCELLED()) {
            return new Failure.Cancelled();
        }
        if (status == Sd.EASEL_BAD_VALUE()) {
            String field = easel_error.field(error).getString(0);
            String allowed = easel_error.allowed(error).getString(0);
            String value = easel_error.value(error).getString(0);
            return field.equals("backend") ? new Failure.NoSuchDevice(value, List.of(allowed.split(", ")))
                    : new Failure.BadValue(field, value, allowed);
        }
        String text = easel_error.text(error).getString(0);
        List<String> said = new ArrayList<>(watch.errors());
        said.add(text);
        if (said.stream().anyMatch(Failure.OutOfMemory::isSaidBy)) {
            return new Failure.OutOfMemory(rung, text);
        }
        return new Failure.EngineFailed(text.isBlank() ? "no reason given" : text);
    }

    /** Passes events on and adds up where the time goes. */
    private static final class Stopwatch implements Consumer<Event> {

        private static final Pattern PARTLY = Pattern.compile("Only \\((\\d+) / (\\d+)\\) LoRA tensors.*");
        private static final Pattern ROUNDED =
                Pattern.compile("align (?:generation request|hires target) up (\\d+)x(\\d+) to (\\d+)x(\\d+) \\(multiple=(\\d+)\\).*");

        private final Consumer<Event> listener;
        private final java.util.EnumMap<Phase, Double> seconds = new java.util.EnumMap<>(Phase.class);
        private final List<String> errors = new ArrayList<>();
        private final long start = System.nanoTime();
        private long inside;
        private @Nullable Phase phase;
        private long since = start;

        Stopwatch(Consumer<Event> listener) {
            this.listener = listener;
        }

        // Loader threads log while the caller's thread reports.
        @Override
        public synchronized void accept(Event event) {
            if (event instanceof Event.PhaseBegan(Phase began)) {
                turnTo(began);
            }
            if (event instanceof Event.Logged(Event.Logged.Level level, String text)) {
                if (level == Event.Logged.Level.ERROR && errors.size() < 100) {
                    errors.add(text);
                }
                if (level == Event.Logged.Level.WARN) {
                    warn(text);
                }
            }
            listener.accept(event);
        }

        /** Says in words what only the library's log tells. */
        private void warn(String text) {
            Matcher partly = PARTLY.matcher(text);
            if (partly.matches()) {
                listener.accept(new Event.Warned("LoraPartlyApplied", List.of(partly.group(1), partly.group(2))));
            }
            Matcher rounded = ROUNDED.matcher(text);
            if (rounded.matches()) {
                listener.accept(new Event.Warned("SizeRounded", List.of(rounded.group(5),
                        rounded.group(1) + " x " + rounded.group(2), rounded.group(3) + " x " + rounded.group(4))));
            }
        }

        synchronized List<String> errors() {
            return List.copyOf(errors);
        }

        int inside(java.util.function.IntSupplier call) {
            long before = System.nanoTime();
            try {
                return call.getAsInt();
            } finally {
                inside += System.nanoTime() - before;
            }
        }

        synchronized Timings timings() {
            turnTo(null);
            return new Timings(seconds, inside / 1e9, (System.nanoTime() - start) / 1e9);
        }

        private void turnTo(@Nullable Phase next) {
            long now = System.nanoTime();
            if (phase != null) {
                seconds.merge(phase, (now - since) / 1e9, Double::sum);
            }
            phase = next;
            since = now;
        }
    }
}
