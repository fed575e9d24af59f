package easel.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder the program itself lies in: the repository, or what {@code bundle} made. Read only. */
public final class Home {

    /** Beside the library: its build id, written by the build. It begins with the backend: {@code vulkan-8e2c...}. */
    public static final String BUILD_ID_FILE = "build-id";

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

    /** The build id of the engine's library, without loading it; empty if there is none. */
    public static String buildId() {
        try {
            return Files.readString(library().resolveSibling(BUILD_ID_FILE)).strip();
        } catch (IOException notBuilt) {
            return "";
        }
    }

    /** Whether this is the repository, which builds the engine, and not what {@code bundle} made. */
    public static boolean canBuild() {
        return Files.isRegularFile(folder().resolve("native/Build.java"));
    }
}
