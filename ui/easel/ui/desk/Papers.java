package easel.ui.desk;

import easel.format.WorkflowException;
import easel.format.WorkflowFile;
import easel.graph.Document;
import easel.ui.task.Edt;
import java.nio.file.Path;
import java.util.Optional;

/** Documents as text, and out of pictures. */
final class Papers {

    private Papers() {}

    /** The document a text holds; empty if it holds none. */
    static Optional<Document> parse(String text) {
        try {
            return Optional.of(WorkflowFile.parse(text));
        } catch (WorkflowException e) {
            return Optional.empty();
        }
    }

    /** The document that a picture or a workflow file brings along. Reads the file, so not on the EDT. */
    static Optional<Document> in(Path file) {
        Edt.mustBeOff();
        try {
            if (file.toString().endsWith(WorkflowFile.ENDING)) {
                return Optional.of(WorkflowFile.read(file));
            }
            return easel.format.PictureFile.head(file).texts().get(easel.format.PictureTexts.EASEL).flatMap(Papers::parse);
        } catch (WorkflowException | easel.format.PictureException noneThere) {
            return Optional.empty();
        }
    }
}
