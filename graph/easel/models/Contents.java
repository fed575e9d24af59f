package easel.models;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/** Tells what a model file is for from what is in it, where no folder's name says it. For any thread; may wait for the disk. */
@FunctionalInterface
public interface Contents {

    /** What nobody can tell. */
    Set<Kind> ANY = Set.copyOf(EnumSet.allOf(Kind.class));

    /** Whoever looks into no file. */
    Contents UNREAD = _ -> ANY;

    /** The kinds that a file may be of: none for one that the engine has no use for, {@link #ANY} for one that cannot be told. */
    Set<Kind> of(Path file);

    /** What is told is kept only as long as this stays. */
    default String version() {
        return "";
    }
}
