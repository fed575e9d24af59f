package easel.engine;

import easel.platform.Language;
import easel.platform.Spoken;
import easel.platform.SystemWord;
import easel.platform.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Why there is no picture: a stable code with arguments. The sentence for people is in this room's words under the
 * code; {@link #cause()} is for engineers.
 */
public sealed interface Failure extends Spoken {

    /** There is nothing at the path. */
    record NoSuchFile(Path file) implements Failure {}

    /** The file is there and cannot be read; {@code why} is the system's word. */
    record UnreadableFile(Path file, SystemWord why) implements Failure {
        @Override
        public String cause() {
            return why.toString();
        }
    }

    /** The file holds nothing. */
    record EmptyFile(Path file) implements Failure {}

    /** The file ends before what its header promises. */
    record TruncatedFile(Path file, long bytes, long expectedBytes) implements Failure {}

    /** The file's header contradicts itself; {@code cause} says where. */
    record DamagedFile(Path file, String cause) implements Failure {}

    /** The file is no model at all; {@code looksLike} names what it seems to be, in a code of {@code easel.engine.weights}. */
    record NotAModel(Path file, String looksLike) implements Failure {}

    /** The file is a model's, but another part of it than the one it was given as. */
    record WrongPart(Path file, String is, Part givenAs) implements Failure {}

    /** The file was given as something that is no part of a model (a LoRA, an embedding, an upscaler) and is something else. */
    record WrongKind(Path file, String is, String givenAs) implements Failure {}

    /** The file is sound and was made for another model than this; {@code cause} says where they differ. */
    record DoesNotFit(Path file, Path model, String cause) implements Failure {}

    /** The model needs another file beside it. */
    record MissingCompanion(Path file, String family, Part missing) implements Failure {}

    /** The engine knows no such family, or is known to die of it. */
    record UnsupportedFamily(Path file, String family) implements Failure {}

    /** The model would paint as if a picture that it was given were not there; {@code what} names the picture. */
    record PassedOver(Path file, String what) implements Failure {}

    /** A number or a choice in the request is out of its range; {@code allowed} says the range in figures. */
    record BadValue(String field, String value, String allowed) implements Failure {}

    /** The device is not there. */
    record NoSuchDevice(String device, List<String> there) implements Failure {}

    /** Memory ran out, on the last rung that was tried. */
    record OutOfMemory(Rung tried, String cause) implements Failure {

        /** Whether a line of the engine's, or its last words, says that memory ran out. */
        public static boolean isSaidBy(String line) {
            String said = line.toLowerCase(Locale.ROOT);
            return said.contains("alloc params backend buffer failed") || said.contains("failed to allocate") || said.contains("out of memory")
                    || said.contains("insufficient memory") || said.contains("mem_buffer != null") || said.contains("bad_alloc") || said.contains("outofdevicememory")
                    || said.contains("outofhostmemory");
        }
    }

    /** The person, or Ctrl-C, asked for it. */
    record Cancelled() implements Failure {}

    /** The engine's process ended in the middle of the job, and again when it was tried once more. */
    record EngineDied(String cause) implements Failure {}

    /** The engine's process did nothing for so many seconds, and again when it was tried once more. */
    record EngineHung(long seconds) implements Failure {}

    /** The engine gave no result and no more than this line. */
    record EngineFailed(String cause) implements Failure {}

    /** The native library is not where it should be. */
    record LibraryMissing(Path library) implements Failure {}

    /** The native library is there and does not fit this program. */
    record LibraryMismatch(Path library, String cause) implements Failure {}

    /** The engine's process could not be started. */
    record EngineNotStarted(String cause) implements Failure {}

    /** The result could not be written. */
    record NotWritten(Path file, SystemWord why) implements Failure {
        @Override
        public String cause() {
            return why.toString();
        }
    }

    /** The stable name of this kind of failure: words, JSON output and tests know it by this. */
    default String code() {
        return getClass().getSimpleName();
    }

    /** What stands for {@code {0}}, {@code {1}} ... in the words. */
    default List<Object> arguments() {
        return switch (this) {
            case NoSuchFile f -> List.of(f.file);
            case UnreadableFile f -> List.of(f.file, f.why);
            case EmptyFile f -> List.of(f.file);
            case TruncatedFile f -> List.of(f.file, f.bytes, f.expectedBytes);
            case DamagedFile f -> List.of(f.file, f.cause);
            case NotAModel f -> List.of(f.file, f.looksLike);
            case WrongPart f -> List.of(f.file, f.is, f.givenAs);
            case WrongKind f -> List.of(f.file, f.is, f.givenAs);
            case DoesNotFit f -> List.of(f.file, f.model, f.cause);
            case MissingCompanion f -> List.of(f.file, f.family, f.missing);
            case UnsupportedFamily f -> List.of(f.file, f.family);
            case PassedOver f -> List.of(f.file, f.what);
            case BadValue f -> List.of(f.field, f.value, f.allowed);
            case NoSuchDevice f -> List.of(f.device, String.join(", ", f.there));
            case OutOfMemory f -> List.of(f.tried, f.cause);
            case Cancelled _ -> List.of();
            case EngineDied f -> List.of(f.cause);
            case EngineHung f -> List.of(f.seconds);
            case EngineFailed f -> List.of(f.cause);
            case LibraryMissing f -> List.of(f.library);
            case LibraryMismatch f -> List.of(f.library, f.cause);
            case EngineNotStarted f -> List.of(f.cause);
            case NotWritten f -> List.of(f.file, f.why);
        };
    }

    /** The technical reason, empty where the code says it all. */
    default String cause() {
        return "";
    }

    /** The sentence for people. Arguments that are codes themselves (families, parts, fields) get their words too. */
    @Override
    default String sentence(Language language) {
        Words words = Words.of(Failure.class, language);
        List<?> said = arguments().stream()
                .map(a -> a instanceof Enum<?> e ? words.say(e.getDeclaringClass().getSimpleName() + "." + e.name()) : a)
                .map(a -> a instanceof String s && words.has("name." + s) ? words.say("name." + s) : a)
                .toList();
        return words.say(code(), said);
    }
}
