package easel.ui.settings;

import easel.run.Studio;
import java.io.IOException;
import java.nio.file.Path;

/**
 * How much is kept on the disk, in gigabytes of 10^9 bytes.
 *
 * @param cache    results that can be made again
 * @param pictures finished pictures that nobody saved
 */
public record Bounds(double cache, double pictures) {

    /** 2 GB and 5 GB. */
    public static final Bounds DEFAULT = new Bounds(Studio.Limits.STANDARD.cacheBytes() / 1e9,
            Studio.Limits.STANDARD.keptBytes() / 1e9);

    private static final double LEAST = 0.1;
    private static final double MOST = 100_000;

    public Bounds {
        cache = sensible(cache, Studio.Limits.STANDARD.cacheBytes() / 1e9);
        pictures = sensible(pictures, Studio.Limits.STANDARD.keptBytes() / 1e9);
    }

    /** What is missing in a file is 0, and none at all was not meant. */
    private static double sensible(double gigabytes, double otherwise) {
        return gigabytes > 0 ? Math.clamp(gigabytes, LEAST, MOST) : otherwise;
    }

    /** In bytes. */
    public Studio.Limits limits() {
        return new Studio.Limits((long) (cache * 1e9), (long) (pictures * 1e9));
    }

    /** Those of a user's settings file, for who only reads it; the defaults if it cannot be. */
    public static Bounds in(Path file) {
        try {
            return SettingsFile.read(file).map(Settings::bounds).orElse(DEFAULT);
        } catch (IOException e) {
            return DEFAULT;
        }
    }
}
