package easel.engine.ffm;

import easel.engine.Event;
import easel.engine.Phase;
import easel.engine.Picture;
import easel.sd.Sd;
import easel.sd.easel_log_cb;
import easel.sd.easel_preview_cb;
import easel.sd.easel_progress_cb;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the library calls while it works, turned into events. The stubs live as long as the process, since loader
 * threads may log at any time. An exception that left an upcall would end the process: each catches everything, keeps
 * the first one and asks the job to end.
 */
final class Callbacks {

    /** The shim's phases in its order. */
    private static final Phase[] PHASES = {
        Phase.LOADING_MODEL, Phase.READING_TEXT, Phase.ENCODING_PICTURE, Phase.SAMPLING, Phase.DECODING, Phase.UPSCALING, Phase.CONVERTING
    };

    private volatile @Nullable Consumer<Event> listener;
    private volatile @Nullable Throwable broken;
    private volatile long job = -1;

    Callbacks(MemorySegment lastWordsPath) {
        Arena forever = Arena.global();
        Sd.easel_start(lastWordsPath,
                easel_log_cb.allocate(this::onLog, forever),
                easel_progress_cb.allocate(this::onProgress, forever),
                easel_preview_cb.allocate(this::onPreview, forever),
                MemorySegment.NULL);
    }

    /** Who hears of what happens until {@link #end}. */
    void begin(long ofJob, Consumer<Event> hears) {
        broken = null;
        job = ofJob;
        listener = hears;
    }

    /** Nobody hears any more; gives what went wrong in a callback meanwhile, if anything. */
    @Nullable Throwable end() {
        listener = null;
        job = -1;
        return broken;
    }

    private void onLog(int level, MemorySegment text, int length, MemorySegment user) {
        try {
            Consumer<Event> hears = listener;
            if (hears != null) {
                byte[] bytes = text.reinterpret(length).toArray(ValueLayout.JAVA_BYTE);
                Event.Logged.Level[] levels = Event.Logged.Level.values();
                hears.accept(new Event.Logged(levels[Math.clamp(level, 0, levels.length - 1)], new String(bytes, StandardCharsets.UTF_8)));
            }
        } catch (Throwable t) {
            fail(t);
        }
    }

    private void onProgress(int phase, int step, int steps, float seconds, MemorySegment user) {
        try {
            Consumer<Event> hears = listener;
            if (hears != null && phase >= 0 && phase < PHASES.length) {
                hears.accept(steps == 0 ? new Event.PhaseBegan(PHASES[phase]) : new Event.Progress(PHASES[phase], step, steps, seconds));
            }
        } catch (Throwable t) {
            fail(t);
        }
    }

    private void onPreview(int step, int width, int height, MemorySegment rgb, MemorySegment user) {
        try {
            Consumer<Event> hears = listener;
            if (hears != null) {
                byte[] samples = rgb.reinterpret(3L * width * height).toArray(ValueLayout.JAVA_BYTE);   // the library frees them after this call
                hears.accept(new Event.PreviewPainted(step, Picture.of(width, height, 3, samples)));
            }
        } catch (Throwable t) {
            fail(t);
        }
    }

    private void fail(Throwable t) {
        if (broken == null) {
            broken = t;
        }
        if (job >= 0) {
            Sd.easel_cancel(job);
        }
    }
}
