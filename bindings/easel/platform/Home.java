package easel.platform;

import java.nio.file.Path;

/** The folder the program itself lies in: the repository, or what {@code bundle} made. Read only. */
public final class Home {

    private Home() {}

    /** From the system property {@code easel.home}, which the launchers set; else the working folder. */
    public static Path folder() {
        return Path.of(System.getProperty("easel.home", "")).toAbsolutePath();
    }

    /** The engine's library, from the system property {@code easel.library}, which the launchers set. */
    public static Path library() {
        String set = System.getProperty("easel.library", "");
        return set.isBlank() ? folder().resolve("native").resolve(Os.current().libraryFile("easel-sd")) : Path.of(set).toAbsolutePath();
    }
}
