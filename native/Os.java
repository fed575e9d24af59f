import java.util.Locale;

/** The operating systems Easel is written for. */
enum Os {
    LINUX, MAC, WINDOWS;

    static Os current() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? WINDOWS : name.startsWith("mac") ? MAC : LINUX;
    }

    String libraryFile(String name) {
        return switch (this) {
            case LINUX -> "lib" + name + ".so";
            case MAC -> "lib" + name + ".dylib";
            case WINDOWS -> name + ".dll";
        };
    }
}
