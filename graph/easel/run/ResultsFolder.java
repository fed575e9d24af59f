package easel.run;

import easel.format.FileNames;
import easel.format.PictureException;
import easel.format.PictureFile;
import easel.graph.NodeId;
import easel.nodes.Image;
import easel.nodes.SavedPicture;
import easel.platform.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finished pictures that nobody saved, as PNG with all that is known of them: bounded, the oldest going first. */
final class ResultsFolder {

    private final Path folder;
    private final Cache cache;

    ResultsFolder(Path folder, Cache cache) {
        this.folder = folder;
        this.cache = cache;
    }

    static Path of(Folders folders) {
        return folders.data().resolve("results");
    }

    Path folder() {
        return folder;
    }

    /**
     * Keeps a picture, once for each result.
     *
     * @param node  that gave it
     * @param place among the pictures the node gave
     * @param key   of the node
     */
    Path keep(Image image, NodeId node, int place, Key key, String workflow, Saves saves) throws PictureException {
        String name = name(node, place);
        Key kept = kept(key, name);
        Optional<Path> there = cache.get(kept).filter(Outputs::stillThere).map(Outputs::file).or(() -> saves.before(name));
        if (there.isPresent()) {
            return there.get();
        }
        Path file = SavedPicture.write(image, workflow, folder, FileNames.STANDARD, SavedPicture.Packing.PNG, packed -> to -> {
            saves.intend(name, to, packed);
            PictureFile.writeNew(to, packed);
        });
        cache.put(kept, new Outputs(Map.of(), null, file));
        return file;
    }

    private static String name(NodeId node, int place) {
        return "kept:" + node.text() + "#" + place;
    }

    private static Key kept(Key key, String name) {
        return new KeyMaker().add("kept").add(key.hex()).add(name).key();
    }

    /** The pictures that a node's result was kept as. */
    Set<Path> of(Key key, NodeId node) {
        Set<Path> files = new LinkedHashSet<>();
        for (int place = 0; ; place++) {
            Optional<Path> file = cache.get(kept(key, name(node, place))).filter(Outputs::stillThere).map(Outputs::file);
            if (file.isEmpty()) {
                return files;
            }
            files.add(file.get());
        }
    }

    private record Kept(Path file, long size, long changed) {}

    /** Deletes the oldest while there are more bytes than {@code most}, but for those that somebody holds on to. */
    void shrink(long most, Set<Path> held) {
        List<Kept> kept = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".png")).toList()) {
                kept.add(new Kept(file, Files.size(file), Files.getLastModifiedTime(file).toMillis()));
            }
            long bytes = kept.stream().mapToLong(Kept::size).sum();
            kept.sort(Comparator.comparingLong(Kept::changed));
            for (Kept old : kept) {
                if (bytes <= most) {
                    return;
                }
                if (!held.contains(old.file)) {
                    Files.deleteIfExists(old.file);
                    bytes -= old.size;
                }
            }
        } catch (IOException nextTime) {
            // Nothing depends on it.
        }
    }
}
