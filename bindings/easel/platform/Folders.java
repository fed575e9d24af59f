package easel.platform;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where Easel keeps what belongs to its user.
 *
 * @param config settings
 * @param data   what must not be lost: unpacked starter weights, assets, history
 * @param cache  what can be made again
 * @param state  logs, locks, the place of the window
 */
public record Folders(Path config, Path data, Path cache, Path state) {

    /** The folders of this user: those under {@code EASEL_HOME} if it is set, else the platform's own. */
    public static Folders ofUser() {
        return of(Os.current(), System.getenv(), Path.of(System.getProperty("user.home")));
    }

    /**
     * The folders for a system and an environment.
     * XDG Base Directory Specification 0.8 on Linux (relative values are ignored, as it asks), Library on macOS,
     * APPDATA and LOCALAPPDATA on Windows.
     */
    static Folders of(Os os, Map<String, String> environment, Path home) {
        String moved = environment.get("EASEL_HOME");
        if (moved != null && !moved.isBlank()) {
            Path all = Path.of(moved).toAbsolutePath();
            return new Folders(all.resolve("config"), all.resolve("data"), all.resolve("cache"), all.resolve("state"));
        }
        return switch (os) {
            case LINUX -> new Folders(
                    base(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve("easel"),
                    base(environment, "XDG_DATA_HOME", home.resolve(".local/share")).resolve("easel"),
                    base(environment, "XDG_CACHE_HOME", home.resolve(".cache")).resolve("easel"),
                    base(environment, "XDG_STATE_HOME", home.resolve(".local/state")).resolve("easel"));
            case MAC -> {
                Path library = home.resolve("Library");
                Path support = library.resolve("Application Support/Easel");
                yield new Folders(support.resolve("config"), support.resolve("data"),
                        library.resolve("Caches/Easel"), support.resolve("state"));
            }
            case WINDOWS -> {
                Path local = base(environment, "LOCALAPPDATA", home.resolve("AppData/Local")).resolve("Easel");
                yield new Folders(base(environment, "APPDATA", home.resolve("AppData/Roaming")).resolve("Easel"),
                        local.resolve("data"), local.resolve("cache"), local.resolve("state"));
            }
        };
    }

    private static Path base(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.get(variable);
        if (value == null || value.isBlank() || !Path.of(value).isAbsolute()) {
            return otherwise;
        }
        return Path.of(value);
    }
}
