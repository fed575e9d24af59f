package easel.pixels;

import easel.engine.Picture;

/** Ways to scale a picture. */
public enum Resample {
    /** PyTorch's interpolate: the nearest pixel. */
    NEAREST("nearest-exact"),
    /** PyTorch's interpolate: between the four nearest; when shrinking it leaves pixels out. */
    BILINEAR("bilinear"),
    /** PyTorch's interpolate: the mean of what a new pixel covers, pixels counted whole. */
    AREA("area"),
    /** PyTorch's interpolate: Keys' cubic through the sixteen nearest; when shrinking it leaves pixels out. */
    BICUBIC("bicubic"),
    /** Pillow's resize: windowed sine, three lobes, smooth when shrinking. */
    LANCZOS("lanczos"),
    /** Pillow's resize: Keys' cubic, smooth when shrinking. */
    CUBIC("cubic"),
    /** Pillow's resize ("box"): the mean of what a new pixel covers. */
    MEAN("mean");

    private static final Resample[] COMFY = {NEAREST, BILINEAR, AREA, BICUBIC, LANCZOS};
    private static final int LOBES = 3;
    // Keys' cubic as PyTorch has it, and as Pillow has it and as it was published.
    private static final double TORCH = -0.75;
    private static final double PILLOW = -0.5;

    private final String id;

    Resample(String id) {
        this.id = id;
    }

    /** Those that ComfyUI has, under its names. */
    public static Resample[] comfy() {
        return COMFY.clone();
    }

    /** Its name in files. */
    public String id() {
        return id;
    }

    /** The picture in another size. */
    public Picture to(Picture picture, int width, int height) {
        if (picture.width() == width && picture.height() == height) {
            return picture;
        }
        return Separable.filtered(picture, taps(picture.width(), width), taps(picture.height(), height), null);
    }

    private Taps taps(int from, int to) {
        return switch (this) {
            case LANCZOS -> Taps.means(from, to, LOBES, Resample::lanczos);
            case CUBIC -> Taps.means(from, to, 2, x -> cubic(Math.abs(x), PILLOW));
            case MEAN -> Taps.means(from, to, 0.5, x -> x > -0.5 && x <= 0.5 ? 1 : 0);
            case NEAREST, BILINEAR, AREA, BICUBIC -> torch(from, to);
        };
    }

    private Taps torch(int from, int to) {
        Taps taps = new Taps(new int[to][], new float[to][]);
        double scale = (double) from / to;
        for (int i = 0; i < to; i++) {
            int first = first(i, from, to, scale);
            int count = count(i, first, from, to);
            double[] weights = new double[count];
            taps.at()[i] = new int[count];
            for (int k = 0; k < count; k++) {
                taps.at()[i][k] = Math.clamp(first + k, 0, from - 1);
                weights[k] = weight(first + k, (i + 0.5) * scale - 0.5);
            }
            taps.weights()[i] = Taps.toOne(weights);
        }
        return taps;
    }

    private int first(int i, int from, int to, double scale) {
        return switch (this) {
            case NEAREST -> Math.min(from - 1, (int) ((i + 0.5) * scale));
            case BILINEAR -> (int) Math.floor(Math.max(0, (i + 0.5) * scale - 0.5));
            case AREA -> (int) ((long) i * from / to);
            default -> (int) Math.floor((i + 0.5) * scale - 0.5) - 1;
        };
    }

    private int count(int i, int first, int from, int to) {
        return switch (this) {
            case NEAREST -> 1;
            case BILINEAR -> 2;
            case AREA -> (int) (((long) (i + 1) * from + to - 1) / to) - first;
            default -> 4;
        };
    }

    private double weight(int at, double centre) {
        return switch (this) {
            case NEAREST, AREA -> 1;
            case BILINEAR -> 1 - Math.abs(at - Math.max(0, centre));
            default -> cubic(Math.abs(at - centre), TORCH);
        };
    }

    private static double cubic(double x, double a) {
        return x <= 1 ? ((a + 2) * x - (a + 3)) * x * x + 1 : x < 2 ? ((x - 5) * x + 8) * x * a - 4 * a : 0;
    }

    private static double lanczos(double x) {
        return Math.abs(x) < LOBES ? sinc(x) * sinc(x / LOBES) : 0;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }
}
