package easel.nodes.paint;

import easel.engine.Picture;
import easel.graph.SocketType;
import easel.nodes.Conditioning;
import easel.nodes.Held;
import easel.nodes.Mask;
import easel.nodes.Port;
import easel.pixels.Masks;
import easel.pixels.Resample;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What should be seen where, in the order in which it is painted. */
record Regional(List<Place> places) implements Held {

    static final Port<Regional> PORT = new Port<>(new SocketType.Foreign("REGIONAL_PROMPTS"), Regional.class);
    static final Regional NOWHERE = new Regional(List.of());

    /**
     * One of them.
     *
     * @param box      in parts of the picture, for one without a mask
     * @param strength denoising strength
     */
    record Place(Conditioning words, @Nullable Mask mask, Box box, double strength) {

        /** Its mask for a picture of this size; one of another size is scaled to it. */
        Picture in(int wide, int high) {
            return mask == null ? box.in(wide, high) : Resample.BILINEAR.to(mask.picture(), wide, high);
        }

        /** Whether it is known before the run, from its box, to have nothing of a picture of this size. */
        boolean misses(int wide, int high) {
            return mask == null && box.misses(wide, high);
        }
    }

    /** A rectangle in parts of a whole, 0 to 1. */
    record Box(double left, double top, double width, double height) {

        /** White in it, in a picture of this size. */
        Picture in(int wide, int high) {
            int x = (int) Math.round(left * wide);
            int y = (int) Math.round(top * high);
            return Masks.box(wide, high, x, y, (int) Math.round((left + width) * wide) - x, (int) Math.round((top + height) * high) - y);
        }

        /** Whether no pixel of a picture of this size lies in it. */
        boolean misses(int wide, int high) {
            return misses(left, width, wide) || misses(top, height, high);
        }

        private static boolean misses(double from, double length, int all) {
            long begin = Math.round(from * all);
            return begin >= all || Math.round((from + length) * all) <= begin;
        }
    }

    Regional {
        places = List.copyOf(places);
    }

    /** With one more, painted last. */
    Regional and(Place place) {
        List<Place> more = new ArrayList<>(places);
        more.add(place);
        return new Regional(more);
    }

    @Override
    public long bytes() {
        return places.stream().mapToLong(p -> p.mask == null ? 0 : p.mask.bytes()).sum();
    }
}
