package easel.platform;

import java.io.EOFException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/**
 * Why something with a file failed, in the system's few words and without the path, which Java's messages are made of
 * and our sentences say themselves.
 */
public final class SystemWord {

    private SystemWord() {}

    /** The word of the innermost exception, or its kind where it says nothing. */
    public static String of(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null && innermost.getCause() != innermost) {
            innermost = innermost.getCause();
        }
        return switch (innermost) {
            case AccessDeniedException _ -> "access denied";
            case NoSuchFileException _ -> "no such file or folder";
            case NotDirectoryException _ -> "not a folder";
            case DirectoryNotEmptyException _ -> "the folder is not empty";
            case FileAlreadyExistsException _ -> "it exists already";
            case FileSystemException of when of.getReason() != null && !of.getReason().isBlank() -> of.getReason();
            case EOFException _ -> "it ends early";
            default -> innermost.getMessage() == null || innermost.getMessage().isBlank() ? innermost.getClass().getSimpleName()
                    : innermost.getMessage();
        };
    }
}
