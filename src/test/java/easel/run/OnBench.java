package easel.run;

import easel.engine.Picture;
import easel.format.PictureException;
import easel.format.PictureFile;
import easel.format.PictureTexts;
import java.io.IOException;
import java.nio.file.Files;
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

    /** A picture in a file of the folder, in place of what was there. */
    final Path file(String name, Picture picture) throws IOException, PictureException {
        Path file = folder.resolve(name);
        Files.deleteIfExists(file);
        new PictureFile(picture, PictureTexts.none()).write(file);
        return file;
    }
}
