package easel.run;

import com.google.gson.JsonParseException;
import easel.platform.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;

/**
 * What frozen nodes keep: their results, in the data folder, whatever becomes of the cache. One stays as long as a file
 * it was seen in names it, and for a season after it was last seen in any document. Beside each result lies a note of
 * who names it. For any thread; processes may share the folder.
 */
final class FrozenResults {

    private static final String NOTE = ".json";
    // A document that was never saved, or was moved, is opened again within that time or not at all.
    private static final Duration SEASON = Duration.ofDays(90);

    private final Path folder;
    /** What was seen already, and where: a document is looked at with every edit. */
    private final Set<Seen> seen = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Set<Key> here;

    private record Seen(Key key, @Nullable Path document) {}

    /** Who names a result: workflow files, and the pictures it was kept as. */
    private record Note(Set<String> documents, Set<String> pictures) {
        static final Note NONE = new Note(Set.of(), Set.of());
    }

    FrozenResults(Path folder) {
        this.folder = folder;
    }

    private Path result(Key key) {
        return folder.resolve(ResultFile.name(key));
    }

    private Path note(Key key) {
        return folder.resolve(key.hex() + NOTE);
    }

    /** Whether a key's result is here. */
    boolean has(Key key) {
        boolean there = Files.exists(result(key));
        if (there) {
            here().add(key);
        }
        return there;
    }

    /** The results that were here when they were first looked for, and those met since. */
    private Set<Key> here() {
        Set<Key> known = here;
        if (known == null) {
            known = ConcurrentHashMap.newKeySet();
            for (Path note : notes()) {
                Key.named(note.getFileName().toString().replace(NOTE, "")).ifPresent(known::add);
            }
            here = known;
        }
        return known;
    }

    /** A key's result, if it is here and sound; one that another process has kept since is met when a document names it. */
    Optional<Outputs> get(Key key) {
        if (!here().contains(key)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ResultFile.read(key, Files.readAllBytes(result(key))));
        } catch (IOException | RuntimeException | DataFormatException notHere) {
            return Optional.empty();
        }
    }

    /**
     * Keeps results that a document names, and remembers that it does.
     *
     * @param document the file it lies in, or null if that is not known
     * @param named    by key, the pictures that each was kept as; asked only for what was not seen before
     * @param results  where they are to be had
     */
    void keep(@Nullable Path document, Map<Key, Supplier<Set<Path>>> named, Cache results) {
        boolean fresh = false;
        for (Map.Entry<Key, Supplier<Set<Path>>> each : named.entrySet()) {
            Key key = each.getKey();
            if (seen.contains(new Seen(key, document))) {
                continue;
            }
            try {
                if (!has(key)) {
                    Optional<Outputs> outputs = results.get(key).filter(ResultFile::holds);
                    if (outputs.isEmpty()) {
                        continue;
                    }
                    WholeFile.write(result(key), ResultFile.bytes(key, outputs.get()));
                    here().add(key);
                    fresh = true;
                }
                note(key, document, each.getValue().get());
                seen.add(new Seen(key, document));
            } catch (IOException | JsonParseException next) {
                // A full disk: tried again when it is next looked at; the cache has it meanwhile.
            }
        }
        if (fresh) {
            tidy();
        }
    }

    private void note(Key key, @Nullable Path document, Set<Path> pictures) throws IOException {
        Note before = noted(note(key));
        Set<String> documents = new TreeSet<>(before.documents);
        if (document != null) {
            documents.add(document.toAbsolutePath().normalize().toString());
        }
        Set<String> all = new TreeSet<>(before.pictures);
        pictures.forEach(picture -> all.add(picture.toAbsolutePath().normalize().toString()));
        // Written even if it says what it said: its time is when the result was last seen.
        WholeFile.write(note(key), Json.GSON.toJson(new Note(documents, all)).getBytes(StandardCharsets.UTF_8));
    }

    private static Note noted(Path note) {
        try {
            Note read = Json.GSON.fromJson(Files.readString(note), Note.class);
            return read == null || read.documents == null || read.pictures == null ? Note.NONE : read;
        } catch (IOException | JsonParseException none) {
            return Note.NONE;
        }
    }

    /** The pictures that kept results lie in as well. */
    Set<Path> pictures() {
        Set<Path> pictures = new HashSet<>();
        for (Path note : notes()) {
            noted(note).pictures.forEach(picture -> path(picture).ifPresent(pictures::add));
        }
        return pictures;
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException ofAnotherSystem) {
            return Optional.empty();
        }
    }

    private List<Path> notes() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(NOTE)).toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    /** Lets go of what no file names any more and nobody has seen for long. */
    private void tidy() {
        Instant season = Instant.now().minus(SEASON);
        for (Path note : notes()) {
            String name = note.getFileName().toString();
            String key = name.substring(0, name.length() - NOTE.length());
            try {
                boolean forgotten = Files.getLastModifiedTime(note).toInstant().isBefore(season);
                if (forgotten && noted(note).documents.stream().noneMatch(document -> names(document, key))) {
                    Files.deleteIfExists(folder.resolve(key + ResultFile.ENDING));
                    Files.deleteIfExists(note);
                }
            } catch (IOException nextTime) {
                // Another process is tidying too, or the file cannot be read now: it stays.
            }
        }
    }

    private static boolean names(String document, String key) {
        Optional<Path> file = path(document);
        try {
            return file.isPresent() && Files.exists(file.get()) && Files.readString(file.get(), StandardCharsets.ISO_8859_1).contains(key);
        } catch (IOException cannotTell) {
            return true;
        }
    }
}
