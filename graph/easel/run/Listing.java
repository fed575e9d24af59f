package easel.run;

import easel.format.PictureException;
import easel.format.PictureFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** What of a folder's pictures can be told without reading them. */
final class Listing {

    private Listing() {}

    /** A digest of their names, sizes and times; that of nothing where there is no such folder. */
    static String of(Path folder) {
        KeyMaker maker = new KeyMaker().add(folder.toAbsolutePath().normalize().toString());
        try {
            for (Path file : PictureFolder.files(folder)) {
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                maker.add(file.getFileName().toString()).add(Long.toString(now.size())).add(now.lastModifiedTime().toString());
            }
        } catch (IOException | PictureException e) {
            maker.add("unread");   // what is wrong is told when it runs
        }
        return maker.key().hex();
    }
}
