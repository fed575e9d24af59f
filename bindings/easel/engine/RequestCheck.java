package easel.engine;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What can be told of a job from its values alone, before any file is opened or process started.
 * The limits are the native library's own: outside them it aborts or divides by zero.
 */
public final class RequestCheck {

    /** Smallest side of a picture, in pixels: what a UNet's deepest layer still has room for. */
    public static final int MIN_SIDE = 64;
    /** Largest side of a picture, in pixels. */
    public static final int MAX_SIDE = 16_384;
    /** Most sampling steps. */
    public static final int MAX_STEPS = 1_000;
    /** Highest CFG scale. */
    public static final double MAX_CFG = 100;

    /** Most pictures of a video: the library holds all of them at once. */
    public static final int MAX_FRAMES = 1_024;
    /** Most pictures of one person: each takes a place of the prompt's 77. */
    public static final int MAX_PHOTOS = 16;
    /** How many pictures an editing model may look at: more than any is made for, and each takes memory of the engine's. */
    public static final int MAX_REFERENCES = 16;

    private static final Pattern MASK = Pattern.compile("([01](,[01])*)?");
    /** Reference pictures below this many pixels a side vanish when they are rounded. */
    private static final int MIN_REFERENCE = 16;

    /** The engine holds some forty bytes for each pixel meanwhile. */
    private static final int MAX_CANNY_PIXELS = 32 << 20;

    /** Most tiles of the VAE beside or below each other. */
    public static final int MAX_TILES = 64;

    private RequestCheck() {}

    /** The first value that is out of its range, if any. */
    public static Optional<Failure> check(Job job) {
        return Optional.ofNullable(switch (job) {
            case Job.Paint paint -> first(execution(paint.context().execution()), request(paint.request()));
            case Job.Film film -> first(execution(film.context().execution()), video(film.request()));
            case Job.Upscale upscale -> first(execution(upscale.execution()),
                    range("tile", upscale.tile(), 0, 4096), channels("picture", upscale.picture(), 3));
            case Job.Canny canny -> first(channels("picture", canny.picture(), 3), range("high", canny.high(), 0, 1), range("low", canny.low(), 0, 1),
                    range("pixels", canny.picture().width() * canny.picture().height(), 1, MAX_CANNY_PIXELS));
            case Job.Convert convert -> convert.type().isBlank() ? new Failure.BadValue("type", "", "f16, q8_0, q4_0 ...") : null;
        });
    }

    private static @Nullable Failure execution(Execution execution) {
        return range("threads", execution.threads(), 1, 512);
    }

    private static @Nullable Failure request(ImageRequest r) {
        Failure bad = first(
                range("width", r.width(), MIN_SIDE, MAX_SIDE),
                range("height", r.height(), MIN_SIDE, MAX_SIDE),
                sampling(r.sampling()),
                range("clipSkip", r.clipSkip(), -1, 64),
                seed(r.seed()), loras(r.loras()));
        if (r.start() != null) {
            bad = first(bad, range("strength", r.start().strength(), 0, 1), channels("picture", r.start().picture(), 3));
            if (r.start().mask() != null) {
                bad = first(bad, channels("mask", r.start().mask(), 1));
            }
        }
        if (r.control() != null) {
            bad = first(bad, range("controlStrength", r.control().strength(), -10, 10), channels("picture", r.control().picture(), 3));
        }
        bad = first(bad, range("references", r.references().size(), 0, MAX_REFERENCES));
        for (Picture reference : r.references()) {
            bad = first(bad, channels("picture", reference, 3), range("reference", Math.min(reference.width(), reference.height()), MIN_REFERENCE, MAX_SIDE));
        }
        if (!r.references().isEmpty() && r.sampling().finer().imageCfg() != null) {
            // The library keeps pointers to pictures that are gone.
            bad = first(bad, new Failure.BadValue("imageCfg", plain(r.sampling().finer().imageCfg()), "-"));
        }
        if (r.photo() != null) {
            bad = first(bad, range("photos", r.photo().pictures().size(), 1, MAX_PHOTOS), range("photoStyle", r.photo().style(), 0, 100));
            for (Picture photo : r.photo().pictures()) {
                bad = first(bad, channels("picture", photo, 3));
            }
        }
        if (r.hires() != null) {
            bad = first(bad, range("hiresSize", r.hires().width(), MIN_SIDE, MAX_SIDE), range("hiresSize", r.hires().height(), MIN_SIDE, MAX_SIDE),
                    range("steps", r.hires().steps(), 0, MAX_STEPS), range("strength", r.hires().strength(), 0.0001, 1));
        }
        return first(bad, tiling(r.tiling()), cache(r.cache()));
    }

    private static @Nullable Failure video(VideoRequest r) {
        Failure bad = first(
                range("width", r.width(), MIN_SIDE, MAX_SIDE),
                range("height", r.height(), MIN_SIDE, MAX_SIDE),
                range("frames", r.frames(), 1, MAX_FRAMES), range("fps", r.fps(), 1, 240),
                sampling(r.sampling()), r.highNoise() == null ? null : sampling(r.highNoise()),
                range("boundary", r.boundary(), 0, 1), range("controlStrength", r.following(), -10, 10),
                range("clipSkip", r.clipSkip(), -1, 64), seed(r.seed()), loras(r.loras()),
                range("frames", r.control().size(), 0, MAX_FRAMES), tiling(r.tiling()), cache(r.cache()));
        for (Picture picture : r.control()) {
            bad = first(bad, channels("picture", picture, 3));
        }
        return first(bad, r.first() == null ? null : channels("picture", r.first(), 3), r.last() == null ? null : channels("picture", r.last(), 3));
    }

    private static @Nullable Failure sampling(Sampling s) {
        boolean needsTwoSteps = s.scheduler() == Scheduler.GITS || s.scheduler() == Scheduler.KARRAS || s.scheduler() == Scheduler.EXPONENTIAL;
        Failure bad = first(range("steps", s.steps(), needsTwoSteps ? 2 : 1, MAX_STEPS), range("cfgScale", s.cfgScale(), 0, MAX_CFG));
        if (s.guidance() != null) {
            bad = first(bad, range("guidance", s.guidance(), 0, 100));
        }
        if (s.flowShift() != null) {
            bad = first(bad, range("flowShift", s.flowShift(), 0.001, 100));
        }
        if (!s.sigmas().isEmpty()) {
            bad = first(bad, s.sigmas().size() == s.steps() + 1 ? null
                    : new Failure.BadValue("sigmas", Integer.toString(s.sigmas().size()), Integer.toString(s.steps() + 1)));
            for (double sigma : s.sigmas()) {
                bad = first(bad, range("sigmas", sigma, 0, 100_000));
            }
        }
        return first(bad, finer(s.finer()));
    }

    private static @Nullable Failure finer(Finer f) {
        Failure bad = range("shiftedTimestep", f.shiftedTimestep(), 0, 1000);
        if (f.eta() != null) {
            bad = first(bad, range("eta", f.eta(), 0, 100));
        }
        if (f.imageCfg() != null) {
            bad = first(bad, range("imageCfg", f.imageCfg(), 0, MAX_CFG));
        }
        if (f.skipLayers() != null) {
            SkipLayers skip = f.skipLayers();
            bad = first(bad, range("skipLayers", skip.layers().size(), 1, 1000), range("skipLayers", skip.from(), 0, 1), range("skipLayers", skip.to(), 0, 1),
                    range("skipLayers", skip.scale(), -100, 100));
            for (int layer : skip.layers()) {
                bad = first(bad, range("skipLayers", layer, 0, 999));
            }
        }
        for (var extra : f.extra().entrySet()) {
            bad = first(bad, Finer.NAMES.contains(extra.getKey()) ? range(extra.getKey(), extra.getValue(), -1000, 1000)
                    : new Failure.BadValue("extra", extra.getKey(), String.join(", ", new TreeSet<>(Finer.NAMES))));
        }
        return bad;
    }

    private static @Nullable Failure cache(@Nullable StepCache cache) {
        return switch (cache) {
            case null -> null;
            case StepCache.Steps s -> first(range("cache", s.threshold(), 0, 1000), range("cache", s.from(), 0, 0.999), range("cache", s.to(), s.from() + 0.001, 1),
                    range("cache", s.errorDecay(), 0, 1));
            case StepCache.Blocks b -> first(range("cache", b.front(), 0, 1000), range("cache", b.back(), 0, 1000), range("cache", b.threshold(), 0, 1000),
                    range("cache", b.warmup(), 0, 1000), range("cache", b.most(), -1, 1000), range("cache", b.inARow(), -1, 1000),
                    range("cache", b.derivatives(), 1, 2), range("cache", b.interval(), 1, 1000),
                    b.byDifference() || b.byTaylor() ? null : new Failure.BadValue("cache", "-", "DBCache, TaylorSeer"),
                    MASK.matcher(b.mask()).matches() ? null : new Failure.BadValue("cache", b.mask(), "1,0,1 ..."));
            case StepCache.Spectrum s -> first(range("cache", s.weight(), 0, 1), range("cache", s.degree(), 1, 10), range("cache", s.lambda(), 0.0001, 1000),
                    range("cache", s.window(), 1, 1000), range("cache", s.flex(), 0, 1000), range("cache", s.warmup(), 0, 1000), range("cache", s.stop(), 0, 1));
        };
    }

    private static @Nullable Failure tiling(@Nullable Tiling t) {
        return t == null ? null : first(range("tile", t.tileWidth(), 4, 4096), range("tile", t.tileHeight(), 4, 4096), range("overlap", t.overlap(), 0, 0.5),
                range("tiles", t.across(), 0, MAX_TILES), range("tiles", t.down(), 0, MAX_TILES));
    }

    private static @Nullable Failure seed(long seed) {
        return seed < 0 ? new Failure.BadValue("seed", Long.toString(seed), "0 - " + Long.MAX_VALUE) : null;
    }

    private static @Nullable Failure loras(List<Lora> loras) {
        return loras.stream().map(lora -> range("loraStrength", lora.strength(), -100, 100)).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static @Nullable Failure first(@Nullable Failure... all) {
        for (Failure failure : all) {
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }

    private static @Nullable Failure range(String field, double value, double least, double most) {
        // Written so that NaN is refused.
        if (value >= least && value <= most) {
            return null;
        }
        return new Failure.BadValue(field, plain(value), plain(least) + " - " + plain(most));
    }

    private static @Nullable Failure channels(String field, Picture picture, int channels) {
        if (picture.channels() == channels && picture.width() <= MAX_SIDE && picture.height() <= MAX_SIDE) {
            return null;
        }
        return new Failure.BadValue(field, picture.width() + " x " + picture.height() + " x " + picture.channels(),
                MAX_SIDE + " x " + MAX_SIDE + " x " + channels);
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
    }
}
