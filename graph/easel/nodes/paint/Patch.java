package easel.nodes.paint;

import easel.engine.Picture;
import easel.graph.InputRef;
import easel.graph.Problem;
import easel.graph.SocketType;
import easel.nodes.Held;
import easel.nodes.Mask;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.Unfoldable;
import easel.pixels.Around;
import easel.pixels.Extent;
import easel.pixels.Feather;
import easel.pixels.Inpainting;
import easel.pixels.Pictures;
import easel.pixels.Resample;
import easel.pixels.Sizing;
import java.util.Optional;

/**
 * The area of a picture that is painted anew, in the size that it is painted in, and the way back: the engine rounds
 * masks and sizes, so soft edges and the rest of the picture are ours.
 */
final class Patch implements Held {

    /** The way from where one is cut out to where it is put back. */
    static final Port<Patch> PORT = new Port<>(new SocketType.Foreign("REGION"), Patch.class);

    /** Pixels that are better not painted at once: twice what the largest usual models are made for. */
    static final long LARGE = 2 * 1024 * 1024;

    /** What every family's sizes are multiples of. */
    private static final int STEP = 64;

    private final Picture picture;
    private final Picture shown;
    private final int x;
    private final int y;
    private final Sizing.Size area;
    private final Sizing.Size painted;

    /** What lies under the mask when painting begins. */
    enum Fill {
        /** What is there. */
        ORIGINAL,
        /** The colours around it. */
        AROUND,
        /** Middle grey. */
        GREY
    }

    private Patch(Picture picture, Picture shown, int x, int y, Sizing.Size area, Sizing.Size painted) {
        this.picture = picture;
        this.shown = shown;
        this.x = x;
        this.y = y;
        this.area = area;
        this.painted = painted;
    }

    /**
     * All of a picture, in its own size; its edges go on to the next size that can be painted.
     *
     * @param shown how much of the new shows where
     */
    static Patch whole(Picture picture, Picture shown) {
        Sizing.Size size = new Sizing.Size(up(picture.width()), up(picture.height()));
        return new Patch(picture, shown, 0, 0, size, size);
    }

    /**
     * What shows and some pixels around it, its longer side painted {@code side} pixels long.
     *
     * @param side 0 for its own
     */
    static Patch around(Picture picture, Picture shown, int pixels, int side) {
        Extent extent = Extent.of(shown).orElseThrow().grown(pixels, picture.width(), picture.height());
        int left = extent.left();
        int top = extent.top();
        int right = left + extent.width();
        int bottom = top + extent.height();
        double scale = side == 0 ? 1 : (double) side / Math.max(right - left, bottom - top);
        Sizing.Size painted = new Sizing.Size(up((right - left) * scale), up((bottom - top) * scale));
        Sizing.Size area = new Sizing.Size((int) Math.round(painted.width() / scale), (int) Math.round(painted.height() / scale));
        return new Patch(picture, shown, begin(left, right, area.width(), picture.width()), begin(top, bottom, area.height(), picture.height()), area, painted);
    }

    private static int up(double pixels) {
        return Math.max(1, (int) Math.ceil(pixels / STEP - 1e-9)) * STEP;
    }

    /** Where an area of a length begins that is to lie evenly around a part, inside the picture as far as it can. */
    private static int begin(int from, int to, int length, int all) {
        int evenly = from - (length - (to - from)) / 2;
        return length > all ? (all - length) / 2 : Math.clamp(evenly, 0, all - length);
    }

    /**
     * How much of the new shows where: the white of a mask, grown and with a soft edge.
     *
     * @throws Unfoldable if the mask is of another size or black
     */
    static Picture shown(Mask mask, Picture picture, int grow, int feather) {
        Picture where = mask.picture();
        if (where.width() != picture.width() || where.height() != picture.height()) {
            throw Unfoldable.at("mask", Problem.Code.MASK_OF_ANOTHER_SIZE, where.width(), where.height(), picture.width(), picture.height());
        }
        Picture shown = Feather.of(where, grow, feather);
        if (Pictures.isBlack(shown)) {
            throw Unfoldable.at("mask", Problem.Code.NOTHING_TO_PAINT);
        }
        return shown;
    }

    /** @throws Unfoldable if a mask is known to be of another size than the picture before either is there */
    static void foretold(Optional<Sizing.Size> picture, Optional<Sizing.Size> mask) {
        if (picture.isPresent() && mask.isPresent() && !picture.equals(mask)) {
            throw Unfoldable.at("mask", Problem.Code.MASK_OF_ANOTHER_SIZE, mask.get().width(), mask.get().height(), picture.get().width(), picture.get().height());
        }
    }

    /** A warning, if what is painted larger than it is may become as large as few models paint. */
    static Optional<Problem> largePart(Run run, Param<Integer> side) {
        long longest = run.get(side);
        return longest * longest <= LARGE ? Optional.empty()
                : Optional.of(Problem.at(new InputRef(run.node(), side.name()), Problem.Code.LARGE_PART, longest));
    }

    @Override
    public long bytes() {
        return (long) picture.samples().length + shown.samples().length;
    }

    /** The size that it is painted in. */
    Sizing.Size painted() {
        return painted;
    }

    /** Where the engine paints. */
    Picture mask() {
        Picture cut = Feather.touched(Pictures.cut(shown, x, y, area.width(), area.height()));
        boolean smaller = painted.width() < area.width();
        return Feather.touched((smaller ? Resample.AREA : Resample.BILINEAR).to(cut, painted.width(), painted.height()));
    }

    /** What the engine begins from. */
    Picture start(Fill fill) {
        Picture cut = Pictures.cut(Pictures.opaque(picture), x, y, area.width(), area.height());
        Picture touched = Feather.touched(Pictures.cut(shown, x, y, area.width(), area.height()));
        Picture filled = switch (fill) {
            case ORIGINAL -> cut;
            case AROUND -> Around.filled(cut, touched);
            case GREY -> Inpainting.grey(cut, touched);
        };
        return Resample.LANCZOS.to(filled, painted.width(), painted.height());
    }

    /** The picture with what was painted laid over it: where nothing of it shows, every sample is as it was. */
    Picture with(Picture made) {
        Picture fresh = Resample.LANCZOS.to(made, area.width(), area.height());
        int channels = picture.channels() == 4 ? 4 : 3;
        Picture under = channels == 4 ? picture : Pictures.opaque(picture);
        byte[] samples = under.samples().clone();
        for (int row = Math.max(0, y); row < Math.min(picture.height(), y + area.height()); row++) {
            for (int column = Math.max(0, x); column < Math.min(picture.width(), x + area.width()); column++) {
                int over = shown.at(column, row, 0);
                if (over != 0) {
                    lay(samples, (row * picture.width() + column) * channels, channels, over, fresh, column - x, row - y);
                }
            }
        }
        return Picture.of(picture.width(), picture.height(), channels, samples);
    }

    /** One pixel over another, straight alpha: Porter and Duff's "over". */
    private static void lay(byte[] samples, int at, int channels, int over, Picture fresh, int column, int row) {
        int under = (255 - over) * (channels == 4 ? samples[at + 3] & 0xFF : 255);
        int all = over * 255 + under;
        for (int c = 0; c < 3; c++) {
            samples[at + c] = (byte) ((fresh.at(column, row, c) * over * 255L + (samples[at + c] & 0xFF) * (long) under + all / 2) / all);
        }
        if (channels == 4) {
            samples[at + 3] = (byte) ((all + 127) / 255);
        }
    }
}
