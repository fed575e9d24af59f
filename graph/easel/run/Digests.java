package easel.run;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import easel.platform.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** SHA-256 of files, each read once as long as its size and time stay; remembered over restarts. For any thread. */
final class Digests implements Digesting {

    // A file changed twice within one tick of its system's clock (2 s on FAT) has the same time with other content.
    private static final Duration SETTLED = Duration.ofSeconds(2);

    /** What is read in a few hundredths of a second: pictures, not checkpoints. */
    private static final long QUICK = 16L << 20;

    /** What was known of a file when it was read. */
    private record Known(long size, long changed, @Nullable String sha256) {}

    private final Path memory;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /**
     * @param memory the file that remembers; one that is missing or damaged only costs time
     */
    Digests(Path memory) {
        this.memory = memory;
        try {
            Map<String, Known> read = new Gson().fromJson(Files.readString(memory), new TypeToken<Map<String, Known>>() {}.getType());
            if (read != null) {
                read.forEach((file, entry) -> {
                    if (entry != null && entry.sha256 != null && entry.sha256.length() == 64) {
                        known.put(file, entry);
                    }
                });
            }
        } catch (IOException | JsonParseException startsEmpty) {
            known.clear();
        }
    }

    /** The digest of what is in {@code file}, 64 hex digits. */
    @Override
    public String of(Path file) throws IOException {
        Known now = now(file);
        if (now.sha256 != null) {
            return now.sha256;
        }
        boolean settled = Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(SETTLED));
        String sha256 = read(file);
        if (settled) {
            known.put(name(file), new Known(now.size, now.changed, sha256));
            remember();
        }
        return sha256;
    }

    /**
     * The digest if it is remembered, or quickly told; else a word that no content known so far has: reading gigabytes only
     * to compare is too much.
     */
    String remembered(Path file) throws IOException {
        Known now = now(file);
        return now.sha256 != null ? now.sha256 : now.size <= QUICK ? of(file) : "unread " + now.size + " " + now.changed;
    }

    private static String name(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }

    /** The file as it is now, with its digest if that is remembered. */
    private Known now(Path file) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        long changed = nanoseconds(now.lastModifiedTime().toInstant());
        Known before = known.get(name(file));
        return before != null && before.size == now.size() && before.changed == changed ? before : new Known(now.size(), changed, null);
    }

    /** Since 1970; times beyond 2262 wrap round, which is as good for comparing. */
    private static long nanoseconds(Instant time) {
        return time.getEpochSecond() * 1_000_000_000 + time.getNano();
    }

    private static String read(Path file) throws IOException {
        MessageDigest digest = Sha256.fresh();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private synchronized void remember() {
        try {
            WholeFile.write(memory, new Gson().toJson(known).getBytes(StandardCharsets.UTF_8));
        } catch (IOException onlyCostsTime) {
            // The next start reads the files again.
        }
    }
}
