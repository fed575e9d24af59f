package easel.ui.desk;

import easel.format.PictureException;
import easel.format.PictureFile;
import easel.format.PictureTexts;
import easel.format.WorkflowException;
import easel.format.WorkflowFile;
import easel.graph.Control;
import easel.graph.Document;
import easel.graph.Field;
import easel.graph.SeedMode;
import easel.graph.Value;
import easel.platform.Language;
import easel.ui.task.Edt;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Documents as text and out of files. */
final class Papers {

    private Papers() {}

    /** What a file holds. */
    sealed interface Found {

        /** A workflow file; {@code stamp} is from before it was read. */
        record Workflow(Document document, Stamp stamp) implements Found {}

        /** A picture with the workflow that painted it. */
        record InPicture(Document document) implements Found {}

        /** Meant to be a workflow, and cannot be read as one. */
        record Broken(String sentence) implements Found {}

        /** Something else. */
        record Nothing() implements Found {}
    }

    /** The document a text holds; empty if it holds none. */
    static Optional<Document> parse(String text) {
        try {
            return Optional.of(WorkflowFile.parse(text));
        } catch (WorkflowException e) {
            return Optional.empty();
        }
    }

    /** What a file brings along. Reads it, so not on the EDT. */
    static Found in(Path file, Language language) {
        Edt.mustBeOff();
        try {
            if (isNamedLikeAWorkflow(file)) {
                Stamp stamp = Stamp.of(file);
                return new Found.Workflow(WorkflowFile.read(file), stamp == null ? new Stamp(0, 0) : stamp);
            }
            return PictureFile.head(file).texts().get(PictureTexts.EASEL).flatMap(Papers::parse).map(Papers::savingHere)
                    .<Found>map(Found.InPicture::new).orElseGet(Found.Nothing::new);
        } catch (WorkflowException e) {
            return new Found.Broken(e.sentence(language));
        } catch (PictureException e) {
            return new Found.Nothing();
        }
    }

    /** A picture's workflow says where its maker's pictures went, on the maker's machine; here they go where the window says. */
    private static Document savingHere(Document of) {
        return of.mapEverywhere(node -> node.type().equals("save-picture") && node.value("folder").isPresent()
                ? node.with("folder", Value.of("")) : node);
    }

    static boolean isNamedLikeAWorkflow(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
    }

    /** A file's name without what tells its kind. */
    static String plainName(Path file) {
        String whole = file.getFileName() == null ? file.toString() : file.getFileName().toString();
        String lower = whole.toLowerCase(Locale.ROOT);
        int end = lower.endsWith(WorkflowFile.ENDING) ? WorkflowFile.ENDING.length() : lower.length() - Math.max(0, lower.lastIndexOf('.'));
        return end >= whole.length() ? whole : whole.substring(0, whole.length() - end);
    }

    /** With the seeds it was painted with held. */
    static Document locked(Document document) {
        Document locked = document;
        for (Field field : document.form().fields()) {
            Optional<Value.Seed> seed = seed(document, field).filter(s -> s.number().isPresent());
            if (seed.isPresent()) {
                locked = FormFields.set(field, seed.get().in(SeedMode.FIXED)).on(locked);
            }
        }
        return locked;
    }

    private static Optional<Value.Seed> seed(Document document, Field field) {
        return field.control() instanceof Control.Seed
                ? FormFields.value(document, field).filter(Value.Seed.class::isInstance).map(Value.Seed.class::cast) : Optional.empty();
    }

    /** Whether everything its form sets is there. */
    static boolean isSound(Document document) {
        return document.form().fields().stream().flatMap(f -> f.targets().stream()).allMatch(t -> document.node(t.node()).isPresent());
    }
}
