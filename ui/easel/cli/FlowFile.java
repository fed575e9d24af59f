package easel.cli;

import easel.engine.Failure;
import easel.format.PictureException;
import easel.format.PictureFailure;
import easel.format.PictureFile;
import easel.format.PictureTexts;
import easel.format.WorkflowException;
import easel.format.WorkflowFile;
import easel.graph.Document;
import easel.platform.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The workflow that a command was given: a file of its own, or a picture that carries one. */
final class FlowFile {

    private FlowFile() {}

    /** Reads it. */
    static Document read(Path file) throws WorkflowException {
        if (!Files.exists(file)) {
            throw Failed.because(new Failure.NoSuchFile(file));
        }
        Optional<PictureTexts> picture = texts(file);
        if (picture.isEmpty()) {
            return WorkflowFile.read(file);
        }
        return WorkflowFile.parse(picture.get().get(PictureTexts.EASEL).orElseThrow(() -> Failed.because("noWorkflow", file)));
    }

    /** Whether it is a picture that carries the workflow, and no file of its own. */
    static boolean isPicture(Path file) {
        return texts(file).isPresent();
    }

    /** The texts of a picture; empty if it is none. */
    private static Optional<PictureTexts> texts(Path file) {
        try {
            return Optional.of(PictureFile.head(file).texts());
        } catch (PictureException e) {
            if (e.failure() instanceof PictureFailure.NotAPicture || e.failure() instanceof PictureFailure.UnsupportedKind) {
                return Optional.empty();
            }
            throw Failed.saying(e.failure().sentence(Language.ofUser()));
        }
    }
}
