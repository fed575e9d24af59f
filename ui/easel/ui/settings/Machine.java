package easel.ui.settings;

import org.jspecify.annotations.Nullable;

/**
 * What does the work.
 *
 * @param device  the engine's name of a device; null lets Easel choose
 * @param threads on the processor; 0 lets Easel choose
 */
public record Machine(@Nullable String device, int threads) {

    static final Machine DEFAULT = new Machine(null, 0);

    public Machine {
        device = device == null || device.isBlank() ? null : device;
        threads = Math.clamp(threads, 0, 1024);
    }
}
