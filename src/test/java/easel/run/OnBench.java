package easel.run;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests with a {@link Bench} of their own, each in a folder of its own. */
abstract class OnBench {

    @TempDir Path folder;
    Bench bench;

    @BeforeEach
    final void openBench() throws IOException {
        bench = new Bench(folder);
    }

    /** As if the program began anew on the same folder. */
    final void restart() throws IOException {
        bench.close();
        openBench();
    }

    @AfterEach
    final void closeBench() {
        bench.close();
    }
}
