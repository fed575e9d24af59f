package easel.ui.image;

import easel.engine.Picture;
import easel.ui.task.Task;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/**
 * The preview of the picture that is painted, small enough for a row of small pictures. A preview of 512 x 512 drawn smaller
 * on the event thread, which sends all of it to the display, was seen to take 100 ms while the engine works; so it is made
 * smaller elsewhere, the one before being shown meanwhile.
 */
public final class SmallPreview {

    private final int edge;
    private final Runnable made;
    private @Nullable Picture of;
    private @Nullable BufferedImage small;
    private boolean making;

    /** One within {@code edge} x {@code edge} pixels; {@code made} is told, on the event thread, when there is another. */
    public SmallPreview(int edge, Runnable made) {
        this.edge = edge;
        this.made = made;
    }

    /** The small one of {@code preview}, or of the one before it, or null; null for null, and then nothing is remembered. */
    public @Nullable BufferedImage of(@Nullable Picture preview) {
        if (preview == null) {
            of = null;
            small = null;
        } else if (preview != of && !making) {
            making = true;
            Task.of(() -> Scaling.within(Pixels.of(preview), edge, edge)).whenDone(done -> {
                making = false;
                of = preview;
                small = done;
                made.run();
            });
        }
        return small;
    }
}
