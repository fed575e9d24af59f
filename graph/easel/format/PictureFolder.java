package easel.format;

import easel.platform.NaturalOrder;
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

    private PictureFolder() {}

    /** Those right in it, no hidden ones, by name, numbers as they count. */
    public static List<Path> files(Path folder) throws PictureException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(PictureFolder::isPicture).sorted(Comparator.comparing(p -> p.getFileName().toString(), NaturalOrder.OF_NAMES)).toList();
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
}
