package easel.run.store;

import easel.platform.Language;
import easel.platform.SystemWord;
import easel.platform.Words;
import java.nio.file.Path;
import java.util.List;

/** What went wrong with the database: a stable code with arguments; the sentence is in this room's words. */
public sealed interface StoreFailure {

    /** It could not be opened; {@code cause} is the system's word. Nothing is kept until it can. */
    record NotOpened(Path file, SystemWord cause) implements StoreFailure {}

    /** It was damaged, was renamed to {@code kept}, and a new one is in use. */
    record PutAside(Path file, Path kept) implements StoreFailure {}

    /** A newer Easel made it: it was left as it is, and {@code used} is in use instead. */
    record Newer(Path file, Path used) implements StoreFailure {}

    /** Something could not be written, such as on a full disk; {@code cause} is the system's word. */
    record NotWritten(Path file, SystemWord cause) implements StoreFailure {}

    /** The stable name of this kind of failure. */
    default String code() {
        return getClass().getSimpleName();
    }

    /** What stands for {@code {0}}, {@code {1}} ... in the words. */
    default List<Object> arguments() {
        return switch (this) {
            case NotOpened f -> List.of(f.file, f.cause);
            case PutAside f -> List.of(f.file, f.kept);
            case Newer f -> List.of(f.file, f.used);
            case NotWritten f -> List.of(f.file, f.cause);
        };
    }

    /** The sentence for people. */
    default String sentence(Language language) {
        return Words.of(StoreFailure.class, language).say(code(), arguments());
    }
}
