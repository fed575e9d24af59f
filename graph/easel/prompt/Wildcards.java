package easel.prompt;

import easel.graph.Problem;
import easel.platform.NaturalOrder;
import easel.platform.SystemWord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The wildcard files of a folder and the folders in it; each is read once as long as its size and time stay. For any thread. */
final class Wildcards {

    static final String ENDING = ".txt";
    private static final long LARGEST = 16L << 20;
    private static final int MOST_KEPT = 200;
    static final int DEEPEST_FOLDER = 8;
    private static final int MOST_NAMES = 10_000;
    private static final int MOST_TOGETHER = 1_000;

    private final Path folder;
    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    private record Known(long size, FileTime changed, Found found) {}

    /** What a name leads to. */
    sealed interface Found {

        /** Lines, of a file or of all whose names fit. */
        record Lines(List<Path> files, WordList words) implements Found {}

        /** Nothing that could be drawn from. */
        record Wrong(Fault fault) implements Found {}
    }

    Wildcards(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /**
     * What a name leads to: {@code *} in it stands for anything within a folder's or file's name and {@code **} for anything, and
     * the lines of all files that fit are as those of one. A name that climbs out of the folder leads nowhere.
     */
    Found find(String name) {
        return name.indexOf('*') < 0 ? findFile(name) : findAll(name);
    }

    private Found findAll(String name) {
        Glob glob = new Glob(name.replace('\\', '/'));
        List<Path> files = new ArrayList<>();
        List<WordList> lists = new ArrayList<>();
        for (String each : names()) {
            if (files.size() < MOST_TOGETHER && glob.fits(each) && findFile(each) instanceof Found.Lines(List<Path> file, WordList words)) {
                files.addAll(file);
                lists.add(words);
            }
        }
        return files.isEmpty() ? wrong(Problem.Code.NO_SUCH_WILDCARD, name, folder) : new Found.Lines(List.copyOf(files), WordList.together(lists));
    }

    private Found findFile(String name) {
        String[] steps = name.split("[/\\\\]", -1);
        boolean hostile = name.chars().anyMatch(c -> Character.isISOControl(c) || ":*?\"".indexOf(c) >= 0)
                || Arrays.stream(steps).anyMatch(step -> step.isBlank() || step.strip().startsWith("."));
        if (hostile) {
            return wrong(Problem.Code.WILDCARD_CLIMBS, name);
        }
        Path file;
        try {
            file = folder.resolve(String.join("/", steps) + ENDING);
        } catch (InvalidPathException e) {
            return wrong(Problem.Code.WILDCARD_CLIMBS, name);
        }
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            Known before = known.get(file);
            if (before != null && before.size == now.size() && before.changed.equals(now.lastModifiedTime())) {
                return before.found;
            }
            Found found = read(name, file, now);
            if (known.size() >= MOST_KEPT) {
                known.clear();
            }
            known.put(file, new Known(now.size(), now.lastModifiedTime(), found));
            return found;
        } catch (IOException e) {
            return Files.exists(file) ? wrong(Problem.Code.WILDCARD_UNREADABLE, file, SystemWord.of(e))
                    : wrong(Problem.Code.NO_SUCH_WILDCARD, name, file);
        }
    }

    private static Found wrong(Problem.Code code, Object... arguments) {
        return new Found.Wrong(Fault.of(code, arguments));
    }

    private static Found read(String name, Path file, BasicFileAttributes now) throws IOException {
        if (!now.isRegularFile() || now.size() > LARGEST) {
            return wrong(Problem.Code.WILDCARD_UNREADABLE, file, now.isRegularFile() ? now.size() + " > " + LARGEST : "not a file");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
        } catch (CharacterCodingException e) {
            return wrong(Problem.Code.WILDCARD_UNREADABLE, file, "UTF-8");
        }
        WordList words = WordList.of((text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList());
        return words.options().isEmpty() ? wrong(Problem.Code.EMPTY_WILDCARD, name, file) : new Found.Lines(List.of(file), words);
    }

    /** The names there are, in their order. Waits for the disk. */
    List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, DEEPEST_FOLDER)) {
            return files.map(file -> folder.relativize(file).toString().replace('\\', '/')).filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length())).filter(name -> !name.isEmpty()).limit(MOST_NAMES).sorted(NaturalOrder.OF_NAMES).toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }
}
