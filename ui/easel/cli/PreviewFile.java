package easel.cli;

import easel.format.PictureException;
import easel.format.PictureFile;
import easel.format.PictureTexts;
import easel.run.NodeState;
import easel.run.RunEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The picture as it grows, in a file that image viewers follow; gone when the command ends. */
final class PreviewFile implements AutoCloseable {

    private final Path file;

    PreviewFile(Path file) {
        this.file = file;
    }

    void hear(RunEvent event) {
        if (event instanceof RunEvent.NodeChanged(_, _, _, NodeState.Running(var progress)) && progress.preview() != null) {
            try {
                new PictureFile(progress.preview(), PictureTexts.none()).write(file);
            } catch (PictureException e) {
                // A preview that cannot be written must not end the painting; the picture itself will say why.
            }
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            file.toFile().deleteOnExit();
        }
    }
}
