package easel.models;

import easel.graph.Rule;
import easel.platform.Folders;
import easel.platform.NaturalOrder;
import easel.platform.SystemWord;
import easel.platform.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where models lie: {@code models} among the person's own files, then the folders of other programs that stand in a file, one a
 * line. A model's short name is its path below the folder for its kind, with its ending, as those programs' workflows have it;
 * where two have one name, the first folder's is meant. For any thread; every method waits for the disk.
 */
public final class ModelFolders {

    private static final List<String> ENDINGS = List.of(".safetensors", ".sft", ".ckpt", ".pt", ".pth", ".bin", ".gguf");
    private static final String COMMENT = "#";
    private static final int DEEPEST = 6;
    private static final int MOST_FOLDERS = 5_000;
    private static final int MOST = 20_000;

    private final Path file;
    private final Path own;
    private final Listings listings = new Listings();
    private final KnownContents contents;

    /**
     * @param file lists the folders of other programs
     * @param own  Easel's, laid out as ComfyUI's is
     * @param told what was told of files is kept there
     * @param contents is asked where folders do not say what lies in them
     */
    public ModelFolders(Path file, Path own, Path told, Contents contents) {
        this.file = file;
        this.own = own;
        this.contents = new KnownContents(contents, told);
    }

    /** Those of a user. */
    public static ModelFolders of(Folders folders, Contents contents) {
        return new ModelFolders(folders.config().resolve("model-folders.txt"), folders.data().resolve("models"), folders.cache().resolve("model-kinds.txt"), contents);
    }

    // Which folders

    /** The file that lists them. */
    public Path file() {
        return file;
    }

    /** Easel's own, where what a person puts is found, too. */
    public Path own() {
        return own;
    }

    /** The folders of other programs, in their order; none if nobody named any. */
    public List<Path> chosen() {
        return lines().stream().map(ModelFolders::folder).flatMap(Optional::stream).distinct().toList();
    }

    /** Looks into one more from now on, or stops looking into one; comments in the file stay. */
    public synchronized void choose(Path folder, boolean look) throws IOException {
        Path whole = folder.toAbsolutePath().normalize();
        List<String> lines = new ArrayList<>(lines());
        lines.removeIf(line -> folder(line).filter(whole::equals).isPresent());
        if (look) {
            lines.add(whole.toString());
        }
        WholeFile.write(file, String.join("", lines.stream().map(line -> line + "\n").toList()).getBytes(StandardCharsets.UTF_8));
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException none) {
            return List.of();
        }
    }

    private static Optional<Path> folder(String line) {
        try {
            String written = line.strip();
            return written.isEmpty() || written.startsWith(COMMENT) ? Optional.empty() : Optional.of(path(written).toAbsolutePath().normalize());
        } catch (InvalidPathException fromAnotherSystem) {
            return Optional.empty();
        }
    }

    /** A path as people write it: {@code ~} is their home. */
    static Path path(String written) {
        return written.equals("~") || written.startsWith("~/") || written.startsWith("~\\")
                ? Path.of(System.getProperty("user.home") + written.substring(1)) : Path.of(written);
    }

    /** What is found in the folders of other programs, in their order. */
    public List<Found> found() {
        return chosen().stream().map(this::found).toList();
    }

    private Found found(Path folder) {
        Optional<Found.Fault> fault = fault(folder);
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        if (fault.isEmpty() || !fault.get().about().equals(folder)) {
            Layout.Places places = places(folder);
            places.kinds().forEach((kind, folders) -> counts.put(kind, all(folders).size()));
            if (counts.containsKey(Kind.CHECKPOINT) && places.kinds().get(Kind.CHECKPOINT).equals(places.kinds().get(Kind.DIFFUSION_MODEL))) {
                counts.remove(Kind.DIFFUSION_MODEL);   // the same files
            }
            for (Path file : all(places.anything(), _ -> true).values()) {
                Set<Kind> may = contents.of(file);
                // What may be of any kind is counted once.
                (may.equals(Contents.ANY) ? Set.of(Kind.CHECKPOINT) : may).forEach(kind -> counts.merge(kind, 1, Integer::sum));
            }
            contents.keep();
            counts.values().removeIf(count -> count == 0);
        }
        return new Found(folder, fault, counts);
    }

    private static Optional<Found.Fault> fault(Path folder) {
        if (ExtraPaths.isOne(folder)) {
            return unread(folder);
        }
        if (!Files.exists(folder)) {
            return Optional.of(new Found.Fault("fault.gone", folder, Optional.empty()));
        }
        if (!Files.isDirectory(folder)) {
            return Optional.of(new Found.Fault("fault.no-folder", folder, Optional.empty()));
        }
        try (Stream<Path> inside = Files.list(folder)) {
            inside.findFirst();
        } catch (IOException unreadable) {
            return Optional.of(new Found.Fault("fault.unreadable", folder, Optional.of(SystemWord.of(unreadable))));
        }
        return Optional.of(folder.resolve(ExtraPaths.NAME)).filter(ExtraPaths::isOne).flatMap(ModelFolders::unread);
    }

    private static Optional<Found.Fault> unread(Path yaml) {
        try {
            ExtraPaths.of(yaml);
            return Optional.empty();
        } catch (IOException wrong) {
            return Optional.of(new Found.Fault("fault.unreadable", yaml, Optional.of(SystemWord.of(wrong))));
        }
    }

    // Where models of a kind lie

    /** The folders in which models of a kind are looked for, Easel's own first; in some of them others may lie, too. */
    public List<Path> folders(Kind kind) {
        Set<Path> folders = new LinkedHashSet<>();
        folders.add(own.resolve(kind.folder()));
        for (Layout.Places places : everywhere()) {
            folders.addAll(places.kinds().getOrDefault(kind, Set.of()));
            folders.addAll(places.anything());
        }
        return List.copyOf(folders);
    }

    /** Easel's own, and those that were chosen. */
    private List<Layout.Places> everywhere() {
        List<Layout.Places> all = new ArrayList<>();
        all.add(Layout.of(own, listings));
        chosen().forEach(root -> all.add(places(root)));
        return all;
    }

    private Layout.Places places(Path root) {
        if (ExtraPaths.isOne(root)) {
            return new Layout.Places(extra(root), Set.of());
        }
        Layout.Places places = Layout.of(root, listings);
        if (!listings.of(root).files().contains(ExtraPaths.NAME)) {
            return places;
        }
        Map<Kind, Set<Path>> kinds = new EnumMap<>(Kind.class);
        kinds.putAll(places.kinds());
        extra(root.resolve(ExtraPaths.NAME)).forEach((kind, more) -> kinds.merge(kind, more, (a, b) -> {
            Set<Path> both = new LinkedHashSet<>(a);
            both.addAll(b);
            return both;
        }));
        return new Layout.Places(kinds, places.anything());
    }

    private static Map<Kind, Set<Path>> extra(Path yaml) {
        try {
            return ExtraPaths.of(yaml);
        } catch (IOException notSaid) {
            return Map.of();
        }
    }

    // Which models

    /**
     * The models of a kind by their short names. Where a folder's name says what lies in it, that is believed; elsewhere the
     * files are looked into.
     */
    public SortedMap<String, Path> all(Kind kind) {
        SortedMap<String, Path> all = all(List.of(own.resolve(kind.folder())));
        for (Layout.Places places : everywhere()) {
            all(places.kinds().getOrDefault(kind, Set.of())).forEach(all::putIfAbsent);
            all(places.anything(), file -> contents.of(file).contains(kind)).forEach(all::putIfAbsent);
        }
        contents.keep();
        return all;
    }

    /**
     * The models that a parameter's file may be, by what is to stand there: their short names, and whole paths where a short name
     * means another.
     */
    public SortedMap<String, Path> all(Rule.File.Of of) {
        return all(of, kind -> all(kind));
    }

    /** The same for each use that a parameter's file may have; every kind is walked once. */
    public Map<Rule.File.Of, SortedMap<String, Path>> all() {
        Map<Kind, SortedMap<String, Path>> walked = new EnumMap<>(Kind.class);
        Map<Rule.File.Of, SortedMap<String, Path>> all = new EnumMap<>(Rule.File.Of.class);
        for (Rule.File.Of of : Rule.File.Of.values()) {
            all.put(of, all(of, kind -> walked.computeIfAbsent(kind, fresh -> all(fresh))));
        }
        return all;
    }

    private SortedMap<String, Path> all(Rule.File.Of of, Function<Kind, SortedMap<String, Path>> walk) {
        List<Kind> kinds = Kind.of(of);
        if (kinds.size() == 1) {
            return walk.apply(kinds.getFirst());
        }
        SortedMap<String, Path> all = new TreeMap<>(NaturalOrder.OF_NAMES);
        Map<String, Path> meant = meant(kinds);
        Set<Path> seen = new HashSet<>();
        for (Kind kind : kinds) {
            walk.apply(kind).forEach((name, path) -> {
                if (seen.add(path)) {
                    all.put(path.equals(meant.get(name)) && !Files.exists(Path.of(name)) ? name : path.toString(), path);
                }
            });
        }
        return all;
    }

    /** What {@link #find} finds by each short name, the first kind before the next; asked once, since there may be thousands. */
    private Map<String, Path> meant(List<Kind> kinds) {
        Map<String, Path> meant = new HashMap<>();
        Set<Path> seen = new HashSet<>();
        for (Kind kind : kinds) {
            folders(kind).stream().filter(seen::add).forEach(folder -> all(List.of(folder)).forEach(meant::putIfAbsent));
        }
        return meant;
    }

    private SortedMap<String, Path> all(Collection<Path> folders) {
        SortedMap<String, Path> all = new TreeMap<>(NaturalOrder.OF_NAMES);
        folders.forEach(folder -> walk(folder.toAbsolutePath(), _ -> true, _ -> true, all));
        return all;
    }

    private SortedMap<String, Path> all(Set<Path> anything, Predicate<Path> wanted) {
        SortedMap<String, Path> all = new TreeMap<>(NaturalOrder.OF_NAMES);
        anything.forEach(folder -> walk(folder.toAbsolutePath(), wanted, name -> !Layout.isSorted(name), all));
        return all;
    }

    private record Below(Path folder, String name, int deep) {}

    /** @param inside which folders right in it are looked into */
    private void walk(Path top, Predicate<Path> wanted, Predicate<String> inside, SortedMap<String, Path> all) {
        Deque<Below> left = new ArrayDeque<>(List.of(new Below(top, "", 1)));
        for (int seen = 0; !left.isEmpty() && seen < MOST_FOLDERS && all.size() < MOST; seen++) {
            Below now = left.remove();
            Listings.Listed listed = listings.of(now.folder);
            listed.files().stream().filter(ModelFolders::isModel).filter(name -> wanted.test(now.folder.resolve(name)))
                    .forEach(name -> all.putIfAbsent(now.name + name, now.folder.resolve(name)));
            if (now.deep < DEEPEST) {
                listed.folders().stream().filter(name -> now.deep > 1 || inside.test(name))
                        .forEach(name -> left.add(new Below(now.folder.resolve(name), now.name + name + "/", now.deep + 1)));
            }
        }
    }

    private static boolean isModel(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(lower::endsWith);
    }

    /** The model of a short name; one that climbs out of its folder is none. */
    public Optional<Path> find(Kind kind, String name) {
        String below = name.replace('\\', '/');
        try {
            Path relative = Path.of(below).normalize();
            if (below.isEmpty() || relative.isAbsolute() || below.startsWith("/") || relative.startsWith("..")) {
                return Optional.empty();
            }
            return folders(kind).stream().map(folder -> folder.resolve(relative).toAbsolutePath()).filter(Files::isRegularFile).findFirst();
        } catch (InvalidPathException noName) {
            return Optional.empty();
        }
    }

    /**
     * The file that a parameter's text means: the one of that path if there is one, else the model of that short name, else the
     * path though there is none.
     */
    public Path file(Rule.File.Of of, String text) {
        Path path = Path.of(text);
        return path.isAbsolute() || Files.exists(path) ? path
                : Kind.of(of).stream().map(kind -> find(kind, text)).flatMap(Optional::stream).findFirst().orElse(path);
    }
}
