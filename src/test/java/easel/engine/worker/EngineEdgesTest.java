package easel.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Failure;
import easel.engine.Job;
import easel.engine.Picture;
import easel.engine.weights.ModelCheck;
import easel.platform.Home;
import easel.support.Captured;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The engine's own Canny, in its process, against the same steps worked out here in doubles. */
@Timeout(120)
class EngineEdgesTest {

    private static final int WIDTH = 44;
    private static final int HEIGHT = 31;

    @TempDir
    private static Path folder;
    private static WorkerEngine engine;

    @BeforeAll
    static void start() {
        engine = new WorkerEngine(new WorkerOptions(Home.library(), folder.resolve("state"), false, false, Duration.ofMinutes(5), Duration.ofSeconds(60)), new ModelCheck());
    }

    @AfterAll
    static void end() {
        engine.close();
    }

    /** Hills and valleys in which no two slopes are as steep: of such ones it hangs on rounding which counts. */
    private static Picture scene() {
        byte[] samples = new byte[WIDTH * HEIGHT * 3];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double hills = 62 * Math.sin(x * 0.61 + y * 0.17) + 41 * Math.cos(y * 0.53 - x * 0.23) + 19 * Math.sin(x * y * 0.013);
                for (int c = 0; c < 3; c++) {
                    samples[(y * WIDTH + x) * 3 + c] = (byte) Math.round(125 + hills * (1 - c * 0.2));
                }
            }
        }
        return Picture.of(WIDTH, HEIGHT, 3, samples);
    }

    @Test
    void edges_are_where_the_slopes_say() {
        double high = 0.3;
        double low = 0.5;
        Picture drawn = Captured.start(engine, new Job.Canny(scene(), high, low)).picture();
        assertThat(new int[] {drawn.width(), drawn.height(), drawn.channels()}).containsExactly(WIDTH, HEIGHT, 3);
        double[][] expected = expected(scene(), high, low);
        int white = 0;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                assertThat(drawn.at(x, y, 0)).isEqualTo(drawn.at(x, y, 1)).isEqualTo(drawn.at(x, y, 2));
                assertThat((double) drawn.at(x, y, 0)).as("%d, %d", x, y).isBetween(expected[y][x] * 255 - 1, expected[y][x] * 255 + 1);
                white += drawn.at(x, y, 0) == 255 ? 1 : 0;
            }
        }
        assertThat(white).as("there are edges, and not everywhere").isBetween(60, WIDTH * HEIGHT / 2);
    }

    @Test
    void a_grey_picture_and_absurd_thresholds_are_refused_before_they_reach_it() {
        Picture grey = Picture.of(8, 8, 1, new byte[64]);
        for (Job.Canny odd : new Job.Canny[] {new Job.Canny(grey, 0.1, 0.1), new Job.Canny(scene(), Double.NaN, 0.1), new Job.Canny(scene(), 0.1, 2)}) {
            assertThat(Captured.start(engine, odd).failure()).isInstanceOf(Failure.BadValue.class);
        }
        assertThat(Captured.start(engine, new Job.Canny(Picture.of(1, 1, 3, new byte[3]), 0.1, 0.1)).picture().width()).isEqualTo(1);
    }

    private static double[][] expected(Picture picture, double high, double low) {
        double[][] grey = new double[HEIGHT][WIDTH];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                grey[y][x] = (0.2989 * picture.at(x, y, 0) + 0.587 * picture.at(x, y, 1) + 0.114 * picture.at(x, y, 2)) / 255;
            }
        }
        // A bell of sigma 1.4, one direction after the other; nothing lies outside of the picture.
        double[] bell = new double[5];
        for (int i = 0; i < 5; i++) {
            bell[i] = Math.exp(-(i - 2) * (i - 2) / (2 * 1.4 * 1.4)) / (1.4 * Math.sqrt(2 * Math.PI));
        }
        double[][] soft = new double[HEIGHT][WIDTH];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                for (int j = -2; j <= 2; j++) {
                    for (int i = -2; i <= 2; i++) {
                        soft[y][x] += bell[i + 2] * bell[j + 2] * at(grey, x + i, y + j);
                    }
                }
            }
        }
        double[][] slope = new double[HEIGHT][WIDTH];
        double[][] angle = new double[HEIGHT][WIDTH];
        double steepest = 0;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double across = at(soft, x + 1, y - 1) + 2 * at(soft, x + 1, y) + at(soft, x + 1, y + 1) - at(soft, x - 1, y - 1) - 2 * at(soft, x - 1, y) - at(soft, x - 1, y + 1);
                double up = at(soft, x - 1, y - 1) + 2 * at(soft, x, y - 1) + at(soft, x + 1, y - 1) - at(soft, x - 1, y + 1) - 2 * at(soft, x, y + 1) - at(soft, x + 1, y + 1);
                slope[y][x] = Math.hypot(across, up);
                double degrees = Math.toDegrees(Math.atan2(up, across));
                angle[y][x] = degrees < 0 ? degrees + 180 : degrees;
                steepest = Math.max(steepest, slope[y][x]);
            }
        }
        double[][] crest = new double[HEIGHT][WIDTH];
        double highest = 0;
        for (int y = 1; y < HEIGHT - 1; y++) {
            for (int x = 1; x < WIDTH - 1; x++) {
                double now = slope[y][x] / steepest;
                // Whichever way the edge runs: the engine's comparisons are the wrong way round (docs/engine-faults.md).
                double beside = angle[y][x] <= 157.5 ? Math.max(slope[y + 1][x], slope[y - 1][x]) / steepest : 1;
                crest[y][x] = now >= beside ? now : 0;
                highest = Math.max(highest, crest[y][x]);
            }
        }
        return followed(crest, highest * high, highest * high * low);
    }

    private static double[][] followed(double[][] crest, double strong, double weak) {
        double[][] edges = new double[HEIGHT][WIDTH];
        for (int y = 3; y <= HEIGHT - 3; y++) {
            for (int x = 3; x <= WIDTH - 3; x++) {
                edges[y][x] = crest[y][x] >= strong ? 1 : crest[y][x] >= weak ? 0.8 : crest[y][x];
            }
        }
        int[][] beside = {{1, -1}, {1, 0}, {0, -1}, {0, 1}, {-1, -1}, {-1, 0}};
        for (int y = 1; y < HEIGHT - 1; y++) {
            for (int x = 1; x < WIDTH - 1; x++) {
                if (edges[y][x] == 0.8) {
                    double becomes = 0;
                    for (int[] way : beside) {
                        becomes = edges[y + way[1]][x + way[0]] == 1 ? 1 : becomes;
                    }
                    edges[y][x] = becomes;
                }
            }
        }
        return edges;
    }

    private static double at(double[][] of, int x, int y) {
        return x < 0 || y < 0 || x >= WIDTH || y >= HEIGHT ? 0 : of[y][x];
    }
}
