package easel.models;

import easel.platform.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * What was told of files, each looked into once and again when it has changed: hundreds take seconds. It is kept between two
 * starts in a file, one line each; one that is damaged or of another Easel counts as absent. For any thread.
 */
final class KnownContents implements Contents {

    private static final int MOST = 20_000;
    // A file changed twice within one tick of its system's clock (2 s on FAT) looks the same with other content.
    private static final Duration SETTLED = Duration.ofSeconds(2);
    private static final String BETWEEN = "\t";

    /** @param changed in nanoseconds */
    private record Known(long bytes, long changed, Set<Kind> kinds) {}

    private final Contents contents;
    private final Path file;
    private final Map<Path, Known> known = new LinkedHashMap<>(16, 0.75f, true);
    private boolean loaded;
    private boolean more;

    KnownContents(Contents contents, Path file) {
        this.contents = contents;
        this.file = file;
    }

    @Override
    public Set<Kind> of(Path model) {
        try {
            BasicFileAttributes now = Files.readAttributes(model, BasicFileAttributes.class);
            long changed = now.lastModifiedTime().to(TimeUnit.NANOSECONDS);
            synchronized (known) {
                load();
                Known before = known.get(model);
                if (before != null && before.bytes == now.size() && before.changed == changed) {
                    return before.kinds;
                }
            }
            Set<Kind> kinds = contents.of(model);
            if (now.lastModifiedTime().toInstant().isBefore(Instant.now().minus(SETTLED))) {
                put(model, new Known(now.size(), changed, kinds));
            }
            return kinds;
        } catch (IOException gone) {
            return ANY;
        }
    }

    private void put(Path model, Known now) {
        synchronized (known) {
            known.put(model, now);
            more = true;
            for (Iterator<Path> oldest = known.keySet().iterator(); known.size() > MOST; ) {
                oldest.next();
                oldest.remove();
            }
        }
    }

    /** Writes down what was told since the last time. */
    void keep() {
        String text;
        synchronized (known) {
            if (!more || contents.version().isEmpty()) {   // who reads nothing has nothing to tell
                return;
            }
            more = false;
            text = contents.version() + "\n" + known.entrySet().stream().map(KnownContents::line).collect(Collectors.joining());
        }
        try {
            WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException notKept) {
            // Then they are looked into again at the next start.
        }
    }

    private static String line(Map.Entry<Path, Known> each) {
        Known known = each.getValue();
        String path = each.getKey().toString();
        String kinds = known.kinds.stream().sorted().map(Kind::name).collect(Collectors.joining(","));
        return path.contains("\n") || path.contains("\r") ? "" : String.join(BETWEEN, Long.toString(known.bytes), Long.toString(known.changed), kinds, path) + "\n";
    }

    private void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        try {
            List<String> lines = Files.readAllLines(file);
            if (!lines.isEmpty() && lines.getFirst().equals(contents.version())) {
                lines.stream().skip(1).limit(MOST).map(line -> line.split(BETWEEN, 4)).forEach(this::load);
            }
        } catch (IOException | IllegalArgumentException damaged) {
            known.clear();
        }
    }

    /** @throws IllegalArgumentException if it is no such line */
    private void load(String[] line) {
        if (line.length != 4) {
            throw new IllegalArgumentException(line.length + " parts");
        }
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (String kind : line[2].isEmpty() ? new String[0] : line[2].split(",")) {
            kinds.add(Kind.valueOf(kind));
        }
        known.put(Path.of(line[3]), new Known(Long.parseLong(line[0]), Long.parseLong(line[1]), Set.copyOf(kinds)));
    }
}
