package easel.format;

import java.nio.file.Path;
import java.util.Locale;

/** How names of files end. */
public final class FileEnding {

    private FileEnding() {}

    /** The file itself if its name ends with the last part of {@code ending}, such as {@code .json}; else with all of it added. */
    public static Path on(Path file, String ending) {
        String name = String.valueOf(file.getFileName());
        String last = ending.substring(ending.lastIndexOf('.'));
        return name.toLowerCase(Locale.ROOT).endsWith(last) ? file : file.resolveSibling(name + ending);
    }
}
