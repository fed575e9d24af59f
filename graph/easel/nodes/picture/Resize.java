package easel.nodes.picture;

import easel.engine.Picture;
import easel.engine.RequestCheck;
import easel.graph.Rule;
import easel.nodes.Param;
import easel.nodes.Run;
import easel.nodes.Unfoldable;
import easel.pixels.Pictures;
import easel.pixels.Resample;

/**
 * Scales a picture into a size: as it fits, covering it, or stretched. The scaling is {@link Resample}'s, smooth when
 * shrinking; with alpha, colours count as much as they are opaque.
 */
public final class Resize extends PictureChange {

    private static final Rule.Whole SIDE = new Rule.Whole(0, RequestCheck.MAX_SIDE, 1, Rule.Unit.PIXELS);

    private final Param<Integer> width = whole("width", 512, SIDE);
    private final Param<Integer> height = whole("height", 512, SIDE);
    private final Param<Way> way = choice("fit", Way.INSIDE);
    private final Param<Method> method = choice("method", Method.LANCZOS);
    private final Param<Integer> multiple = whole("multiple", 1, new Rule.Whole(1, 512, 1, Rule.Unit.PIXELS));

    private enum Way {
        /** All of it within the size, its ratio kept. */
        INSIDE,
        /** All of the size filled, its ratio kept, what stands out cut off evenly. */
        COVER,
        /** Exactly the size. */
        STRETCH
    }

    private enum Method {
        LANCZOS(Resample.LANCZOS),
        CUBIC(Resample.CUBIC),
        MEAN(Resample.MEAN),
        NEAREST(Resample.NEAREST);

        private final Resample resample;

        Method(Resample resample) {
            this.resample = resample;
        }
    }

    public Resize() {
        super("resize", "picture");
    }

    @Override
    protected Picture changed(Run run, Picture picture) {
        double wide = run.get(width) == 0 && run.get(height) == 0 ? picture.width() : run.get(width);
        double high = run.get(width) == 0 && run.get(height) == 0 ? picture.height() : run.get(height);
        wide = wide == 0 ? high * picture.width() / picture.height() : wide;
        high = high == 0 ? wide * picture.height() / picture.width() : high;
        if (run.get(way) == Way.INSIDE) {
            double scale = Math.min(wide / picture.width(), high / picture.height());
            wide = picture.width() * scale;
            high = picture.height() * scale;
        }
        int step = run.get(multiple);
        long w = Math.max(1, Math.round(wide / step)) * step;
        long h = Math.max(1, Math.round(high / step)) * step;
        Unfoldable.ifTooLarge(w, h);
        Picture part = run.get(way) == Way.COVER ? Pictures.cropped(picture, (int) w, (int) h) : picture;
        return run.get(method).resample.to(part, (int) w, (int) h);
    }
}
