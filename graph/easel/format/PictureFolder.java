package easel.format;

import easel.platform.SystemWord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The pictures in a folder. */
public final class PictureFolder {

    /** As their names end, where one that is no picture is left alone and one that says it is and is not is told. */
    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "gif", "bmp", "webp");
    /** Numbers by what they count, so that 10 follows 9. */
    private static final Comparator<Path> ORDER = Comparator.comparing(PictureFolder::spread).thenComparing(p -> p.getFileName().toString());

    private PictureFolder() {}

    /** Those right in it, no hidden ones, by name, numbers as they count. */
    public static List<Path> files(Path folder) throws PictureException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(PictureFolder::isPicture).sorted(ORDER).toList();
        } catch (IOException e) {
            throw unread(folder, e);
        } catch (UncheckedIOException e) {
            throw unread(folder, e.getCause());
        }
    }

    private static PictureException unread(Path folder, IOException e) {
        PictureFailure why = Files.exists(folder) ? new PictureFailure.Unreadable(folder, SystemWord.of(e)) : new PictureFailure.NoSuchFile(folder);
        return new PictureException(why, e);
    }

    private static boolean isPicture(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1)) && Files.isRegularFile(file);
    }

    /** The name with every number at the same length. */
    private static String spread(Path file) {
        StringBuilder spread = new StringBuilder();
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        for (int at = 0; at < name.length(); ) {
            int end = at;
            while (end < name.length() && name.charAt(end) >= '0' && name.charAt(end) <= '9') {
                end++;
            }
            spread.append("0".repeat(end > at ? Math.max(0, 20 - (end - at)) : 0)).append(name, at, Math.max(end, at + 1));
            at = Math.max(end, at + 1);
        }
        return spread.toString();
    }
}
