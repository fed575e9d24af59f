package easel.nodes;

import easel.engine.Picture;

/** The ways in which ComfyUI scales pictures: PyTorch's interpolate, and for Lanczos Pillow's resize. */
enum Resample {
    NEAREST("nearest-exact"), BILINEAR("bilinear"), AREA("area"), BICUBIC("bicubic"), LANCZOS("lanczos");

    private static final int LOBES = 3;
    // Keys' cubic as PyTorch has it.
    private static final double CUBIC = -0.75;

    private final String id;

    Resample(String id) {
        this.id = id;
    }

    /** What ComfyUI calls it. */
    String id() {
        return id;
    }

    /** The picture in another size. */
    Picture to(Picture picture, int width, int height) {
        if (picture.width() == width && picture.height() == height) {
            return picture;
        }
        int channels = picture.channels();
        Taps across = taps(picture.width(), width);
        Taps down = taps(picture.height(), height);
        float[] rows = new float[picture.height() * width * channels];
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < width; x++) {
                for (int i = 0; i < across.at[x].length; i++) {
                    int from = (y * picture.width() + across.at[x][i]) * channels;
                    for (int c = 0; c < channels; c++) {
                        rows[(y * width + x) * channels + c] += across.weights[x][i] * (picture.samples()[from + c] & 0xFF);
                    }
                }
            }
        }
        byte[] samples = new byte[width * height * channels];
        for (int y = 0; y < height; y++) {
            for (int at = 0; at < width * channels; at++) {
                float sum = 0;
                for (int i = 0; i < down.at[y].length; i++) {
                    sum += down.weights[y][i] * rows[down.at[y][i] * width * channels + at];
                }
                samples[y * width * channels + at] = (byte) Math.clamp(Math.round(sum), 0, 255);
            }
        }
        return Picture.of(width, height, channels, samples);
    }

    /** For each new pixel along one side, the old ones it is made of and how much each counts. */
    private record Taps(int[][] at, float[][] weights) {}

    private Taps taps(int from, int to) {
        Taps taps = new Taps(new int[to][], new float[to][]);
        double scale = (double) from / to;
        for (int i = 0; i < to; i++) {
            int first = first(i, from, to, scale);
            int count = count(i, first, from, to, scale);
            taps.at[i] = new int[count];
            taps.weights[i] = new float[count];
            double sum = 0;
            double[] weights = new double[count];
            for (int k = 0; k < count; k++) {
                taps.at[i][k] = Math.clamp(first + k, 0, from - 1);
                weights[k] = weight(first + k, i, scale);
                sum += weights[k];
            }
            for (int k = 0; k < count; k++) {
                taps.weights[i][k] = (float) (weights[k] / sum);
            }
        }
        return taps;
    }

    private int first(int i, int from, int to, double scale) {
        return switch (this) {
            case NEAREST -> Math.min(from - 1, (int) ((i + 0.5) * scale));
            case BILINEAR -> (int) Math.floor(Math.max(0, (i + 0.5) * scale - 0.5));
            case AREA -> (int) ((long) i * from / to);
            case BICUBIC -> (int) Math.floor((i + 0.5) * scale - 0.5) - 1;
            case LANCZOS -> Math.max(0, (int) ((i + 0.5) * scale - LOBES * Math.max(scale, 1) + 0.5));
        };
    }

    private int count(int i, int first, int from, int to, double scale) {
        return switch (this) {
            case NEAREST -> 1;
            case BILINEAR -> 2;
            case AREA -> (int) (((long) (i + 1) * from + to - 1) / to) - first;
            case BICUBIC -> 4;
            case LANCZOS -> Math.min(from, (int) ((i + 0.5) * scale + LOBES * Math.max(scale, 1) + 0.5)) - first;
        };
    }

    private double weight(int at, int i, double scale) {
        double centre = (i + 0.5) * scale - 0.5;
        return switch (this) {
            case NEAREST, AREA -> 1;
            case BILINEAR -> 1 - Math.abs(at - Math.max(0, centre));
            case BICUBIC -> cubic(Math.abs(at - centre));
            case LANCZOS -> {
                double x = (at - centre) / Math.max(scale, 1);
                yield Math.abs(x) < LOBES ? sinc(x) * sinc(x / LOBES) : 0;
            }
        };
    }

    private static double cubic(double x) {
        return x <= 1 ? ((CUBIC + 2) * x - (CUBIC + 3)) * x * x + 1 : x < 2 ? ((x - 5) * x + 8) * x * CUBIC - 4 * CUBIC : 0;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }
}
