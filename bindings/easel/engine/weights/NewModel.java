package easel.engine.weights;

import easel.engine.EngineException;
import easel.engine.Failure;
import easel.platform.SystemWord;
import easel.platform.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A converted model's way to its place: written beside it, looked at, then moved. It is there whole or not at all. */
public final class NewModel {

    private NewModel() {}

    /** Has the engine write the file. */
    @FunctionalInterface
    public interface Writing {
        void to(Path file) throws EngineException;
    }

    /**
     * Writes a model to a file that must not exist.
     *
     * @throws EngineException with NotWritten if it does, or as the writing fails; whatever was there stays
     */
    public static void write(Path file, Writing writing) throws EngineException {
        if (Files.exists(file)) {
            throw new EngineException(new Failure.NotWritten(file, SystemWord.of(SystemWord.Why.THERE)));   // before minutes of work
        }
        try {
            Path temporary = WholeFile.beside(file);
            try {
                writing.to(temporary);
                holdThatItIsWhole(temporary, file);
                WholeFile.placeNew(temporary, file);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new EngineException(new Failure.NotWritten(file, SystemWord.of(e)));
        }
    }

    /** A full disk leaves half of one, and the library says nothing. */
    private static void holdThatItIsWhole(Path written, Path file) throws EngineException {
        try {
            ModelFile.read(written);
        } catch (EngineException e) {
            throw new EngineException(new Failure.NotWritten(file, SystemWord.of(SystemWord.Why.ENDS)));
        }
    }
}
