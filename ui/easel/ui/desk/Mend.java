package easel.ui.desk;

import easel.engine.Failure;
import easel.format.PictureFailure;
import easel.graph.Control;
import easel.graph.Document;
import easel.graph.Field;
import easel.graph.Problem;
import easel.graph.Value;
import easel.run.Trouble;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What one button can do about a failure. */
public enum Mend {
    USE_STARTER, LEAVE_PICTURE_OUT, SMALLER_SIZE, CHOOSE_FOLDER, AUTOMATIC_DEVICE;

    /** The code of the button's words. */
    public String code() {
        return "mend." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What mends a trouble that {@code document} met, if a button can. */
    static Optional<Mend> of(Trouble trouble, Document document) {
        return switch (trouble) {
            case Trouble.OfDocument(Problem problem) -> problem.shown(document).flatMap(document.form()::of).flatMap(f -> ofField(f, document));
            case Trouble.OfEngine(Failure failure) -> of(failure, document);
            case Trouble.OfPicture(PictureFailure failure) -> of(failure, document);
            case Trouble.Told _ -> Optional.empty();
        };
    }

    private static Optional<Mend> of(PictureFailure failure, Document document) {
        return switch (failure) {
            case PictureFailure.NotWritten _ -> Optional.of(CHOOSE_FOLDER);
            case PictureFailure.AlreadyThere _, PictureFailure.NotPacked _ -> Optional.empty();
            case PictureFailure.NoSuchFile f -> ofFile(f.file(), document);
            case PictureFailure.Unreadable f -> ofFile(f.file(), document);
            case PictureFailure.NotAFile f -> ofFile(f.file(), document);
            case PictureFailure.EmptyFile f -> ofFile(f.file(), document);
            case PictureFailure.NotAPicture f -> ofFile(f.file(), document);
            case PictureFailure.UnsupportedKind f -> ofFile(f.file(), document);
            case PictureFailure.Damaged f -> ofFile(f.file(), document);
            case PictureFailure.TooLarge f -> ofFile(f.file(), document);
            case PictureFailure.NotEnoughMemory f -> ofFile(f.file(), document);
        };
    }

    private static Optional<Mend> of(Failure failure, Document document) {
        return switch (failure) {
            case Failure.NoSuchFile f -> ofFile(f.file(), document);
            case Failure.UnreadableFile f -> ofFile(f.file(), document);
            case Failure.EmptyFile f -> ofFile(f.file(), document);
            case Failure.TruncatedFile f -> ofFile(f.file(), document);
            case Failure.DamagedFile f -> ofFile(f.file(), document);
            case Failure.NotAModel f -> ofFile(f.file(), document);
            case Failure.WrongPart f -> ofFile(f.file(), document);
            case Failure.WrongKind f -> ofFile(f.file(), document);
            case Failure.DoesNotFit f -> ofFile(f.file(), document);
            case Failure.MissingCompanion f -> ofFile(f.file(), document);
            case Failure.UnsupportedFamily f -> ofFile(f.file(), document);
            case Failure.PassedOver f -> ofFile(f.file(), document);
            case Failure.NoSuchDevice _ -> Optional.of(AUTOMATIC_DEVICE);
            case Failure.OutOfMemory _ -> FormFields.size(document).isPresent() ? Optional.of(SMALLER_SIZE) : Optional.empty();
            case Failure.NotWritten _ -> Optional.of(CHOOSE_FOLDER);
            case Failure.BadValue _, Failure.Cancelled _, Failure.EngineDied _, Failure.EngineHung _, Failure.EngineFailed _,
                    Failure.LibraryMissing _, Failure.LibraryMismatch _, Failure.EngineNotStarted _ -> Optional.empty();
        };
    }

    private static Optional<Mend> ofFile(Path file, Document document) {
        return document.form().fields().stream()
                .filter(f -> f.targets().stream().anyMatch(t -> document.value(t).filter(v -> v.equals(Value.of(file.toString()))).isPresent()))
                .findFirst().flatMap(f -> ofField(f, document));
    }

    private static Optional<Mend> ofField(Field field, Document document) {
        return switch (field.control()) {
            case Control.Picture _ -> Optional.of(LEAVE_PICTURE_OUT);
            case Control.Model _ -> FormFields.isStarter(field, document) ? Optional.empty() : Optional.of(USE_STARTER);
            case Control.Words _, Control.Number _, Control.Switch _, Control.Choice _, Control.Seed _, Control.Mask _, Control.Count _,
                    Control.Socket _, Control.Foreign _ -> Optional.empty();
        };
    }
}
