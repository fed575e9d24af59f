package easel.engine;

import java.util.Optional;
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

    private RequestCheck() {}

    /** The first value that is out of its range, if any. */
    public static Optional<Failure> check(Job job) {
        return Optional.ofNullable(switch (job) {
            case Job.Paint paint -> first(execution(paint.context().execution()), request(paint.request()));
            case Job.Upscale upscale -> first(execution(upscale.execution()),
                    range("tile", upscale.tile(), 0, 4096), channels("picture", upscale.picture(), 3));
            case Job.Convert convert -> convert.type().isBlank() ? new Failure.BadValue("type", "", "f16, q8_0, q4_0 ...") : null;
        });
    }

    private static @Nullable Failure execution(Execution execution) {
        return range("threads", execution.threads(), 1, 512);
    }

    private static @Nullable Failure request(ImageRequest r) {
        Sampling s = r.sampling();
        boolean needsTwoSteps = s.scheduler() == Scheduler.GITS || s.scheduler() == Scheduler.KARRAS || s.scheduler() == Scheduler.EXPONENTIAL;
        Failure bad = first(
                range("width", r.width(), MIN_SIDE, MAX_SIDE),
                range("height", r.height(), MIN_SIDE, MAX_SIDE),
                range("steps", s.steps(), needsTwoSteps ? 2 : 1, MAX_STEPS),
                range("cfgScale", s.cfgScale(), 0, MAX_CFG),
                range("clipSkip", r.clipSkip(), -1, 64),
                r.seed() < 0 ? new Failure.BadValue("seed", Long.toString(r.seed()), "0 - " + Long.MAX_VALUE) : null);
        if (s.guidance() != null) {
            bad = first(bad, range("guidance", s.guidance(), 0, 100));
        }
        if (s.flowShift() != null) {
            bad = first(bad, range("flowShift", s.flowShift(), 0.001, 100));
        }
        if (!s.sigmas().isEmpty()) {
            bad = first(bad, s.sigmas().size() == s.steps() + 1 ? null : new Failure.BadValue("sigmas", Integer.toString(s.sigmas().size()), Integer.toString(s.steps() + 1)));
            for (double sigma : s.sigmas()) {
                bad = first(bad, range("sigmas", sigma, 0, 100_000));
            }
        }
        for (Lora lora : r.loras()) {
            bad = first(bad, range("loraStrength", lora.strength(), -100, 100));
        }
        if (r.start() != null) {
            bad = first(bad, range("strength", r.start().strength(), 0, 1), channels("picture", r.start().picture(), 3));
            if (r.start().mask() != null) {
                bad = first(bad, channels("mask", r.start().mask(), 1));
            }
        }
        if (r.control() != null) {
            bad = first(bad, range("controlStrength", r.control().strength(), -10, 10), channels("picture", r.control().picture(), 3));
        }
        for (Picture reference : r.references()) {
            bad = first(bad, channels("picture", reference, 3));
        }
        if (r.hires() != null) {
            bad = first(bad, range("hiresSize", r.hires().width(), MIN_SIDE, MAX_SIDE), range("hiresSize", r.hires().height(), MIN_SIDE, MAX_SIDE),
                    range("steps", r.hires().steps(), 0, MAX_STEPS), range("strength", r.hires().strength(), 0.0001, 1));
        }
        if (r.tiling() != null) {
            bad = first(bad, range("tile", r.tiling().tileWidth(), 4, 4096), range("tile", r.tiling().tileHeight(), 4, 4096),
                    range("overlap", r.tiling().overlap(), 0, 0.5));
        }
        return bad;
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
