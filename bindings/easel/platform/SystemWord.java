package easel.platform;

import java.io.EOFException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;

/**
 * Why something with a file failed, in few words and without the path, which Java's messages are made of and our sentences
 * say themselves. What is known is said in the reader's language, anything else as the system says it.
 *
 * @param other what the system said; empty where {@code why} says it all
 */
public record SystemWord(Why why, String other) implements Spoken {

    /** The reasons that have words of ours, under {@code SystemWord.} and the name, and what Linux, macOS and Windows call them. */
    public enum Why {
        FULL("no space left on device", "not enough space on the disk"),
        QUOTA("disk quota exceeded", "not enough quota"),
        DENIED("permission denied", "operation not permitted", "access is denied"),
        READ_ONLY("read-only file system", "media is write protected"),
        NONE_THERE("no such file or directory", "cannot find the file", "cannot find the path"),
        FOLDER("is a directory"),
        NO_FOLDER("not a directory", "directory name is invalid"),
        NOT_EMPTY("directory not empty", "directory is not empty"),
        THERE("file exists", "already exists"),
        USED("text file busy", "device or resource busy", "used by another process"),
        TOO_LARGE("file too large"),
        TOO_LONG("file name too long", "filename or extension is too long"),
        TOO_MANY("too many open files"),
        DISK("input/output error", "i/o device error"),
        GONE("stale file handle", "stale nfs file handle", "transport endpoint is not connected", "network path was not found"),
        SPECIAL,
        ENDS,
        OTHER;

        private final String[] said;

        Why(String... said) {
            this.said = said;
        }
    }

    /** The word of the innermost exception, or its kind where it says nothing. */
    public static SystemWord of(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null && innermost.getCause() != innermost) {
            innermost = innermost.getCause();
        }
        return switch (innermost) {
            case AccessDeniedException _ -> of(Why.DENIED);
            case NoSuchFileException _ -> of(Why.NONE_THERE);
            case NotDirectoryException _ -> of(Why.NO_FOLDER);
            case DirectoryNotEmptyException _ -> of(Why.NOT_EMPTY);
            case FileAlreadyExistsException _ -> of(Why.THERE);
            case ReadOnlyFileSystemException _ -> of(Why.READ_ONLY);
            case EOFException _ -> of(Why.ENDS);
            case FileSystemException of when of.getReason() != null && !of.getReason().isBlank() -> said(of.getReason());
            default -> said(innermost.getMessage() == null || innermost.getMessage().isBlank() ? innermost.getClass().getSimpleName()
                    : innermost.getMessage());
        };
    }

    /** One that is known. */
    public static SystemWord of(Why why) {
        return new SystemWord(why, "");
    }

    /** What somebody said, taken for what is known where it is that. */
    public static SystemWord said(String words) {
        String low = words.toLowerCase(Locale.ROOT);
        for (Why why : Why.values()) {
            for (String known : why.said) {
                if (low.contains(known)) {
                    return of(why);
                }
            }
        }
        return new SystemWord(Why.OTHER, Quoted.of(words));
    }

    @Override
    public String sentence(Language language) {
        return why == Why.OTHER ? other : Words.of(SystemWord.class, language).say("SystemWord." + why);
    }

    /** In English, for logs. */
    @Override
    public String toString() {
        return sentence(Language.ENGLISH);
    }
}
