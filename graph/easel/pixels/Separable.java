package easel.pixels;

import easel.engine.Picture;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Filters that go along rows first and then along columns, in single precision, a band of rows at a time, so that the
 * memory they need does not grow with the height. Colours count as much as they are opaque: what is fully
 * transparent does not shine into what is not.
 */
final class Separable {

    private final Picture from;
    private final int channels;
    private final int width;
    private final int height;
    private final Taps across;
    private final Taps down;
    private final @Nullable Away away;

    /**
     * What is made of a filtered sample beside the one of another picture, of the new size.
     *
     * @param amount    how many times as far the old sample is moved away from the filtered one
     * @param threshold how many levels they must differ by
     */
    record Away(Picture old, float amount, float threshold) {}

    private Separable(Picture from, Taps across, Taps down, @Nullable Away away) {
        this.from = from;
        this.away = away;
        this.channels = from.channels();
        this.width = across.at().length;
        this.height = down.at().length;
        this.across = across;
        this.down = down;
    }

    /** The picture that these taps make of one; its size is theirs. */
    static Picture filtered(Picture from, Taps across, Taps down, @Nullable Away away) {
        Separable filter = new Separable(from, across, down, away);
        byte[] samples = new byte[Math.multiplyExact(Math.multiplyExact(filter.width, filter.height), filter.channels)];
        Bands.each(filter.height, (first, end) -> filter.band(first, end, samples));
        return Picture.of(filter.width, filter.height, filter.channels, samples);
    }

    /** The old rows that are still needed, by their place; a band goes through them once. */
    private void band(int first, int end, byte[] samples) {
        float[][] rows = new float[from.height()][];
        float[] old = new float[from.width() * channels];
        float[] sum = new float[width * channels];
        int done = 0;
        for (int y = first; y < end; y++) {
            Arrays.fill(sum, 0);
            int[] at = down.at()[y];
            for (int least = Arrays.stream(at).min().orElse(done); done < least; done++) {
                rows[done] = null;
            }
            for (int k = 0; k < at.length; k++) {
                if (rows[at[k]] == null) {
                    rows[at[k]] = along(read(at[k], old));
                }
                add(sum, rows[at[k]], down.weights()[y][k]);
            }
            write(sum, samples, y * width * channels);
        }
    }

    private static void add(float[] sum, float[] row, float weight) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * row[i];
        }
    }

    private float[] read(int y, float[] into) {
        byte[] samples = from.samples();
        int start = y * into.length;
        for (int i = 0; i < into.length; i++) {
            into[i] = samples[start + i] & 0xFF;
        }
        if (channels == 4) {
            for (int i = 0; i < into.length; i += 4) {
                float opaque = into[i + 3] / 255;
                into[i] *= opaque;
                into[i + 1] *= opaque;
                into[i + 2] *= opaque;
            }
        }
        return into;
    }

    private float[] along(float[] old) {
        float[] made = new float[width * channels];
        float[] kernel = across.kernel();
        if (kernel != null) {
            convolve(old, made, kernel);
            return made;
        }
        switch (channels) {
            case 1 -> grey(old, made);
            case 3 -> colours(old, made);
            default -> all(old, made);
        }
        return made;
    }

    /** The same sum everywhere: tap by tap over the whole row, which the processor does many samples at a time. */
    private void convolve(float[] old, float[] made, float[] kernel) {
        int half = kernel.length / 2;
        float[] wide = new float[(width + 2 * half) * channels];
        System.arraycopy(old, 0, wide, half * channels, old.length);
        for (int x = 0; x < half; x++) {
            System.arraycopy(old, across.at()[0][x] * channels, wide, x * channels, channels);
            System.arraycopy(old, across.at()[width - 1][half + 1 + x] * channels, wide, (half + width + x) * channels, channels);
        }
        for (int k = 0; k < kernel.length; k++) {
            float weight = kernel[k];
            int from = k * channels;
            for (int i = 0; i < made.length; i++) {
                made[i] += weight * wide[from + i];
            }
        }
    }

    private void grey(float[] old, float[] made) {
        for (int x = 0; x < width; x++) {
            int[] at = across.at()[x];
            float[] weights = across.weights()[x];
            float sum = 0;
            for (int k = 0; k < at.length; k++) {
                sum += weights[k] * old[at[k]];
            }
            made[x] = sum;
        }
    }

    private void colours(float[] old, float[] made) {
        for (int x = 0; x < width; x++) {
            int[] at = across.at()[x];
            float[] weights = across.weights()[x];
            float red = 0;
            float green = 0;
            float blue = 0;
            for (int k = 0; k < at.length; k++) {
                int from = at[k] * 3;
                red += weights[k] * old[from];
                green += weights[k] * old[from + 1];
                blue += weights[k] * old[from + 2];
            }
            made[x * 3] = red;
            made[x * 3 + 1] = green;
            made[x * 3 + 2] = blue;
        }
    }

    private void all(float[] old, float[] made) {
        for (int x = 0; x < width; x++) {
            int[] at = across.at()[x];
            float[] weights = across.weights()[x];
            for (int c = 0; c < channels; c++) {
                float sum = 0;
                for (int k = 0; k < at.length; k++) {
                    sum += weights[k] * old[at[k] * channels + c];
                }
                made[x * channels + c] = sum;
            }
        }
    }

    private void write(float[] sum, byte[] samples, int start) {
        if (channels == 4) {
            for (int i = 0; i < sum.length; i += 4) {
                float opaque = sum[i + 3];
                float back = opaque <= 0 ? 0 : 255 / opaque;
                sum[i] *= back;
                sum[i + 1] *= back;
                sum[i + 2] *= back;
            }
        }
        if (away != null) {
            move(sum, away, start);
        }
        for (int i = 0; i < sum.length; i++) {
            samples[start + i] = (byte) Math.min(255, Math.max(0, (int) (sum[i] + 0.5f)));
        }
    }

    private void move(float[] sum, Away from, int start) {
        byte[] old = from.old.samples();
        for (int i = 0; i < sum.length; i++) {
            int sample = old[start + i] & 0xFF;
            float difference = sample - sum[i];
            boolean moves = Math.abs(difference) > from.threshold && !(channels == 4 && (i & 3) == 3);
            sum[i] = moves ? sample + from.amount * difference : sample;
        }
    }
}
