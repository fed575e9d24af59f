package easel.ui.closer;

import easel.ui.image.FullPicture;
import java.util.List;

/**
 * What is looked at.
 *
 * @param title  whose pictures they are
 * @param now    the pictures, at least one
 * @param before what was there instead after the run before; empty if nothing was
 * @param first  which is shown first
 */
public record Subject(String title, List<FullPicture> now, List<FullPicture> before, int first) {

    public Subject {
        now = List.copyOf(now);
        before = List.copyOf(before);
        first = Math.max(0, Math.min(first, now.size() - 1));
    }
}
