package easel.ui.image;

import easel.ui.task.Edt;
import easel.ui.task.Task;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Small images of picture files, a bounded number of them; the rest is read again when it is looked at. On the EDT. */
public final class Thumbs {

    /** Twice what a strip shows, for screens with two device pixels to a logical one. */
    public static final int WIDTH = 240;
    public static final int HEIGHT = 160;

    /** 128 of 240 x 160 are at most 20 MB. */
    private static final int KEPT = 128;

    private final Runnable arrived;
    private final Set<Path> awaited = new HashSet<>();
    private final Set<Path> unreadable = new HashSet<>();
    private final Map<Path, BufferedImage> images = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, BufferedImage> eldest) {
            return size() > KEPT;
        }
    };

    /** @param arrived told on the EDT when an image that was asked for is there */
    public Thumbs(Runnable arrived) {
        this.arrived = arrived;
    }

    /** The file's image if it is there; else it is read and {@code arrived} is told later. */
    public Optional<BufferedImage> of(Path file) {
        Edt.mustBeOn();
        BufferedImage image = images.get(file);
        if (image == null && !unreadable.contains(file) && awaited.add(file)) {
            Task.of(() -> PictureFile.readWithin(file, WIDTH, HEIGHT)).whenFailed(_ -> {
                awaited.remove(file);
                unreadable.add(file);
                arrived.run();
            }).whenDone(read -> {
                awaited.remove(file);
                images.put(file, read);
                arrived.run();
            });
        }
        return Optional.ofNullable(image);
    }

    /** The file's image if it is there; nothing is read. */
    public @Nullable BufferedImage peek(Path file) {
        return images.get(file);
    }

    /** Whether the file was found not to be readable. */
    public boolean isUnreadable(Path file) {
        return unreadable.contains(file);
    }

    /** Remembers that a file cannot be read. */
    public void markUnreadable(Path file) {
        unreadable.add(file);
    }

    /** Puts an image there that is known without reading. */
    public void put(Path file, BufferedImage small) {
        images.put(file, small);
        unreadable.remove(file);
    }
}
