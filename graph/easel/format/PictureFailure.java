package easel.format;

import easel.platform.Language;
import easel.platform.Spoken;
import easel.platform.SystemWord;
import easel.platform.Words;
import java.nio.file.Path;
import java.util.List;

/** Why a picture file could not be read or written: a stable code with arguments; the sentence is in this room's words. */
public sealed interface PictureFailure extends Spoken {

    /** There is nothing at the path. */
    record NoSuchFile(Path file) implements PictureFailure {}

    /** Something is there and cannot be read; {@code cause} is the system's word. */
    record Unreadable(Path file, SystemWord cause) implements PictureFailure {}

    /** A folder or a device. */
    record NotAFile(Path file) implements PictureFailure {}

    /** The file holds nothing. */
    record EmptyFile(Path file) implements PictureFailure {}

    /** The file is no picture of any kind known here. */
    record NotAPicture(Path file) implements PictureFailure {}

    /** A picture, but of a kind that is not read here; {@code kind} is its proper name, such as WebP. */
    record UnsupportedKind(Path file, String kind) implements PictureFailure {}

    /** The picture ends early or contradicts itself; {@code cause} says where, for engineers. */
    record Damaged(Path file, SystemWord cause) implements PictureFailure {}

    /** More pixels than are read: {@link PictureFile#MAX_SIDE}, {@link PictureFile#MAX_PIXELS}. */
    record TooLarge(Path file, long width, long height) implements PictureFailure {}

    /** The picture is within the limits, but this process has no memory left for it. */
    record NotEnoughMemory(Path file) implements PictureFailure {}

    /** A new file was wanted and the name is taken; what is there was left alone. */
    record AlreadyThere(Path file) implements PictureFailure {}

    /** The file could not be written, and nothing half-written was left; {@code cause} is the system's word. */
    record NotWritten(Path file, SystemWord cause) implements PictureFailure {}

    /** The picture does not fit into the kind of file that was wanted, or what packs it does not work here; {@code cause} says which. */
    record NotPacked(String kind, SystemWord cause) implements PictureFailure {}

    /** The stable name of this kind of failure. */
    default String code() {
        return getClass().getSimpleName();
    }

    /** What stands for {@code {0}}, {@code {1}} ... in the words. */
    default List<Object> arguments() {
        return switch (this) {
            case NoSuchFile f -> List.of(f.file);
            case Unreadable f -> List.of(f.file, f.cause);
            case NotAFile f -> List.of(f.file);
            case EmptyFile f -> List.of(f.file);
            case NotAPicture f -> List.of(f.file);
            case UnsupportedKind f -> List.of(f.file, f.kind);
            case Damaged f -> List.of(f.file, f.cause);
            case TooLarge f -> List.of(f.file, f.width, f.height, PictureFile.MAX_SIDE, PictureFile.MAX_PIXELS / 1_000_000);
            case NotEnoughMemory f -> List.of(f.file);
            case AlreadyThere f -> List.of(f.file);
            case NotWritten f -> List.of(f.file, f.cause);
            case NotPacked f -> List.of(f.kind, f.cause);
        };
    }

    @Override
    default String sentence(Language language) {
        return Words.of(PictureFailure.class, language).say(code(), arguments());
    }
}
