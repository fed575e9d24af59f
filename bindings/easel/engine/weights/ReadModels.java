package easel.engine.weights;

import easel.engine.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The model files read last, kept by path, length and time of change: every job asks for the same few. */
final class ReadModels {

    /** A tensor takes about 300 bytes here, so 50 MB at most; a checkpoint has a thousand or two. */
    private static final int MOST_TENSORS = 160_000;

    private record Key(Path path, long bytes, long changed, Object file) {}

    private final Map<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private int tensors;

    /** What holds that a file can be taken, by going through all its tensors. */
    @FunctionalInterface
    interface Look {
        void at(ModelFile file) throws EngineException;
    }

    /** A file, and whether it was looked at and found right. */
    private static final class Kept {

        private final ModelFile file;
        private volatile boolean sound;

        Kept(ModelFile file) {
            this.file = file;
        }
    }

    /** The file, read now if it is not known as it is now. Failures are not kept. */
    ModelFile get(Path path) throws EngineException {
        return kept(path).file;
    }

    /** ... and looked at, unless it was found right before: every edit of a document asks. */
    ModelFile get(Path path, Look look) throws EngineException {
        Kept found = kept(path);
        if (!found.sound) {
            look.at(found.file);
            found.sound = true;
        }
        return found.file;
    }

    private Kept kept(Path path) throws EngineException {
        Optional<Key> key = key(path);
        synchronized (this) {
            Kept known = key.map(kept::get).orElse(null);
            if (known != null) {
                return known;
            }
        }
        Kept read = new Kept(ModelFile.read(path));
        // Not the key from before: the file may have been replaced while it was read.
        if (key.isPresent() && key.equals(key(path))) {
            keep(key.get(), read);
        }
        return read;
    }

    private synchronized void keep(Key key, Kept read) {
        Kept before = kept.put(key, read);
        tensors += read.file.tensors().size() - (before == null ? 0 : before.file.tensors().size());
        for (Iterator<Kept> oldest = kept.values().iterator(); tensors > MOST_TENSORS && kept.size() > 1; ) {
            tensors -= oldest.next().file.tensors().size();
            oldest.remove();
        }
    }

    /** How many files are kept. */
    synchronized int size() {
        return kept.size();
    }

    private static Optional<Key> key(Path path) {
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            Object file = now.fileKey();
            return Optional.of(new Key(path.toAbsolutePath(), now.size(), now.lastModifiedTime().to(java.util.concurrent.TimeUnit.NANOSECONDS),
                    file == null ? "" : file));
        } catch (IOException e) {
            return Optional.empty();   // reading it says what is wrong
        }
    }
}
