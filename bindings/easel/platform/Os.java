package easel.platform;

import java.util.Locale;

/** The operating systems Easel is written for. */
public enum Os {
    LINUX("lib", ".so"),
    MAC("lib", ".dylib"),
    WINDOWS("", ".dll");

    private final String libraryPrefix;
    private final String librarySuffix;

    Os(String libraryPrefix, String librarySuffix) {
        this.libraryPrefix = libraryPrefix;
        this.librarySuffix = librarySuffix;
    }

    /** The system this process runs on; anything that is neither macOS nor Windows counts as Linux. */
    public static Os current() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return WINDOWS;
        }
        return name.startsWith("mac") ? MAC : LINUX;
    }

    /** The file name of a shared library here, such as {@code libeasel-sd.so} for {@code easel-sd}. */
    public String libraryFile(String name) {
        return libraryPrefix + name + librarySuffix;
    }
}
