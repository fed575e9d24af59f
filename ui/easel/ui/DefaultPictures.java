package easel.ui;

import easel.platform.Os;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where pictures go when the person has chosen nothing: a folder of ours in the system's folder for pictures. */
public final class DefaultPictures {

    private DefaultPictures() {}

    /** The folder; it need not exist yet. */
    public static Path folder() {
        String moved = System.getenv("EASEL_HOME");
        if (moved != null && !moved.isBlank()) {
            return Path.of(moved).toAbsolutePath().resolve("pictures");
        }
        Path home = Path.of(System.getProperty("user.home"));
        return (Os.current() == Os.LINUX ? ofXdg(home) : home.resolve("Pictures")).resolve("Easel");
    }

    /** The line {@code XDG_PICTURES_DIR="$HOME/Bilder"} of user-dirs.dirs, as xdg-user-dirs writes it. */
    private static Path ofXdg(Path home) {
        String config = System.getenv("XDG_CONFIG_HOME");
        Path file = (config == null || config.isBlank() ? home.resolve(".config") : Path.of(config)).resolve("user-dirs.dirs");
        try {
            return Files.readString(file, StandardCharsets.UTF_8).lines().filter(l -> l.startsWith("XDG_PICTURES_DIR="))
                    .map(l -> l.substring("XDG_PICTURES_DIR=".length()).replace("\"", "").replace("$HOME", home.toString()))
                    .map(Path::of).filter(p -> p.isAbsolute() && !p.equals(home)).findFirst().orElse(home.resolve("Pictures"));
        } catch (IOException | java.nio.file.InvalidPathException none) {
            return home.resolve("Pictures");
        }
    }
}
