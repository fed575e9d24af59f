package easel.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Folders with all that is in them. */
final class Tree {

    private Tree() {}

    /** Every regular file below, in a fixed order; links are not followed. */
    static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS)).sorted().toList();
        }
    }

    /** The sum of all files' sizes, in bytes. */
    static long bytes(Path root) throws IOException {
        long sum = 0;
        for (Path file : files(root)) {
            sum += Files.size(file);
        }
        return sum;
    }

    /** Copies the files below {@code from} to the same places below {@code to}. */
    static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            copyFile(file, to.resolve(from.relativize(file).toString()));
        }
    }

    /** Copies one file, making its folder first. */
    static void copyFile(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    }

    /** Puts what symbolic links below point at in their place: not every disk and archive can hold links. */
    static void replaceLinks(Path root) throws IOException {
        List<Path> links;
        try (Stream<Path> all = Files.walk(root)) {
            links = all.filter(Files::isSymbolicLink).toList();
        }
        for (Path link : links) {
            Path target = link.toRealPath();
            Files.delete(link);
            copyFile(target, link);
        }
    }

    /** Deletes the folder and all that is in it; nothing if it is not there. */
    static void delete(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                return gone(file);
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;   // a program that was just ended took it away itself
                }
                throw e;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
                return gone(folder);
            }

            private FileVisitResult gone(Path path) throws IOException {
                Files.deleteIfExists(path);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
