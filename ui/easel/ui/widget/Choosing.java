package easel.ui.widget;

import com.formdev.flatlaf.util.SystemFileChooser;
import easel.format.FileEnding;
import java.awt.Component;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks for a file or a folder with the system's own dialog. */
public final class Choosing {

    private Choosing() {}

    /** A file to open, of some endings without their dots. */
    public static Optional<Path> file(Component over, String title, @Nullable Path startFolder, String kind, String... endings) {
        SystemFileChooser chooser = chooser(title, startFolder);
        chooser.addChoosableFileFilter(new SystemFileChooser.FileNameExtensionFilter(kind, endings));
        return answer(chooser, chooser.showOpenDialog(over));
    }

    /** A folder. */
    public static Optional<Path> folder(Component over, String title, @Nullable Path startFolder) {
        SystemFileChooser chooser = chooser(title, startFolder);
        chooser.setFileSelectionMode(SystemFileChooser.DIRECTORIES_ONLY);
        return answer(chooser, chooser.showOpenDialog(over));
    }

    /**
     * A place to save to, whose name ends with {@code ending}: where the person's name does not, it is added. The dialog
     * itself asks before it takes a file that is there; it knows nothing of what is added, so it is shown the whole name once
     * more where such a file is there.
     */
    public static Optional<Path> save(Component over, String title, Path suggestion, String ending) {
        return save(over, title, suggestion, ending, List.of());
    }

    /** ... or with one of some other endings, if the person's name has it. */
    public static Optional<Path> save(Component over, String title, Path suggestion, String ending, List<String> others) {
        Path shown = suggestion;
        while (true) {
            SystemFileChooser chooser = chooser(title, shown.getParent());
            chooser.setSelectedFile(shown.toFile());
            Path chosen = answer(chooser, chooser.showSaveDialog(over)).orElse(null);
            if (chosen == null) {
                return Optional.empty();
            }
            String name = String.valueOf(chosen.getFileName()).toLowerCase(Locale.ROOT);
            Path whole = others.stream().anyMatch(name::endsWith) ? chosen : FileEnding.on(chosen, ending);
            if (whole.equals(chosen) || !Files.exists(whole)) {
                return Optional.of(whole);
            }
            shown = whole;
        }
    }

    private static SystemFileChooser chooser(String title, @Nullable Path startFolder) {
        SystemFileChooser chooser = new SystemFileChooser();
        chooser.setDialogTitle(title);
        if (startFolder != null && Files.isDirectory(startFolder)) {
            chooser.setCurrentDirectory(startFolder.toFile());
        }
        return chooser;
    }

    private static Optional<Path> answer(SystemFileChooser chooser, int answer) {
        File file = answer == SystemFileChooser.APPROVE_OPTION ? chooser.getSelectedFile() : null;
        return Optional.ofNullable(file).map(File::toPath);
    }
}
