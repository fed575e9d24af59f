package easel.ui.canvas;

import easel.ui.task.Task;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The pictures in nodes, scaled for the screen as it is now: a bounded number of pixels, made away from the event thread. */
final class Pictures {

    private record Want(Thumb thumb, int width, int height) {}

    /** Eight million pixels are 32 MB: what a screen of 3840 x 2160 can show at once. */
    private static final long MOST_PIXELS = 8_000_000;
    /** While a zoom goes on, sizes are out of date before they are made. */
    private static final int MOST_AWAITED = 8;

    private final Runnable arrived;
    /** Whether to make what is missing at once: for pictures that are painted once and never again. */
    private final boolean patient;
    private final Set<Want> awaited = new HashSet<>();
    private final Set<Want> gone = new HashSet<>();
    private final LinkedHashMap<Want, BufferedImage> exact = new LinkedHashMap<>(64, 0.75f, true);
    private long pixels;

    Pictures(boolean patient, Runnable arrived) {
        this.patient = patient;
        this.arrived = arrived;
    }

    /** An image of a picture that is exactly so large, or null: then {@link Thumb#level} is what there is. */
    @Nullable BufferedImage exact(Thumb thumb, int width, int height) {
        Want want = new Want(thumb, width, height);
        BufferedImage image = exact.get(want);
        if (image == null && !gone.contains(want)) {
            ask(want);
            image = exact.get(want);
        }
        return image;
    }

    /** Sees to it that a picture's small images are made. */
    void load(Thumb thumb) {
        if (!thumb.mustBeLoaded()) {
            return;
        }
        if (patient) {
            thumb.load();
        } else {
            Task.of(() -> {
                thumb.load();
                return thumb;
            }).whenDone(_ -> arrived.run());
        }
    }

    private void ask(Want want) {
        if (patient) {
            put(want, Optional.ofNullable(want.thumb.exact(want.width, want.height)));
        } else if (awaited.size() < MOST_AWAITED && awaited.add(want)) {
            Task.of(() -> Optional.ofNullable(want.thumb.exact(want.width, want.height))).whenFailed(_ -> {
                awaited.remove(want);
                gone.add(want);
            }).whenDone(image -> {
                awaited.remove(want);
                put(want, image);
                arrived.run();
            });
        }
    }

    private void put(Want want, Optional<BufferedImage> image) {
        if (image.isEmpty()) {
            gone.add(want);
            return;
        }
        if (exact.put(want, image.get()) == null) {
            pixels += (long) want.width * want.height;
        }
        Iterator<Map.Entry<Want, BufferedImage>> oldest = exact.entrySet().iterator();
        while (pixels > MOST_PIXELS && exact.size() > 1) {
            Want first = oldest.next().getKey();
            pixels -= (long) first.width * first.height;
            oldest.remove();
        }
    }
}
