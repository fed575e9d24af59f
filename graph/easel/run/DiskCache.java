package easel.run;

import com.google.gson.JsonParseException;
import easel.engine.Picture;
import easel.nodes.Image;
import easel.nodes.Made;
import easel.platform.WholeFile;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Pictures by key in the user's cache folder, and where pictures were saved; over restarts, the least lately used going
 * first. Written on a thread of its own; a result that comes while too many wait is left out. What does not read back
 * as it was written counts as not there. Files appear whole and are never changed, so processes may share the folder.
 * For any thread.
 *
 * <p>A file: magic, length of the header, the header as JSON, each picture's samples as the difference to the pixel on
 * their left, deflated, and the CRC-32C of all that.
 */
final class DiskCache implements AutoCloseable {

    private static final int MAGIC = 0x45524331;   // "ERC1"
    private static final String ENDING = ".result";
    /** What a small file really takes. */
    private static final long BLOCK = 4096;
    /** Samples that may wait to be written. */
    private static final long MOST_WAITING = 96L << 20;
    /** After so many bytes written the folder is looked at again: another process writes there too. */
    private static final long LOOK_AGAIN = 64L << 20;
    private static final int LARGEST_HEADER = 64 << 20;
    private static final Duration STRANDED = Duration.ofDays(1);
    /** Kept below the bound, so that it is not looked for at each file. */
    private static final double LEFT = 0.9;

    private final Path folder;
    private final long mostBytes;
    private final AtomicLong waiting = new AtomicLong();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("easel-cache").daemon().priority(Thread.MIN_PRIORITY).factory());
    /** Bytes in the folder as far as is known, and written since it was counted; on the thread. */
    private long bytes = -1;
    private long written;

    /** What stands before the samples. */
    private record Header(String key, @Nullable Saved saved, Map<String, Sides> pictures) {}

    /** A file that was saved, and how it looked then. */
    private record Saved(String file, long size, long changed) {}

    private record Sides(int width, int height, int channels, @Nullable Made made, int packed) {}

    DiskCache(Path folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    /** Writes a result some time soon, if it is one for here. */
    void put(Key key, Outputs outputs) {
        boolean pictures = outputs.byName().values().stream().allMatch(Image.class::isInstance);
        if (!pictures || outputs.byName().isEmpty() && outputs.file() == null) {
            return;
        }
        long size = outputs.bytes();
        if (waiting.addAndGet(size) > MOST_WAITING && size > 0) {
            waiting.addAndGet(-size);
            return;
        }
        try {
            thread.execute(() -> {
                try {
                    write(key, outputs);
                } catch (IOException | JsonParseException onlyCostsTime) {
                    // A full disk, or a value that has no form here: it is made again when it is wanted.
                } finally {
                    waiting.addAndGet(-size);
                }
            });
        } catch (RejectedExecutionException closed) {
            waiting.addAndGet(-size);
        }
    }

    private Path file(Key key) {
        return folder.resolve(key.hex().substring(0, 2)).resolve(key.hex() + ENDING);
    }

    private void write(Key key, Outputs outputs) throws IOException {
        Map<String, Sides> sides = new LinkedHashMap<>();
        List<byte[]> packed = new ArrayList<>();
        outputs.byName().forEach((name, value) -> {
            Image image = (Image) value;
            byte[] samples = pack(image.picture());
            packed.add(samples);
            sides.put(name, new Sides(image.picture().width(), image.picture().height(), image.picture().channels(), image.made(), samples.length));
        });
        Path saved = outputs.file();
        Header header = new Header(key.hex(), saved == null ? null : new Saved(saved.toString(), Files.size(saved), changed(saved)), sides);
        byte[] json = Json.GSON.toJson(header).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream all = new ByteArrayOutputStream(json.length + 64 + packed.stream().mapToInt(p -> p.length).sum());
        try (DataOutputStream out = new DataOutputStream(all)) {
            out.writeInt(MAGIC);
            out.writeInt(json.length);
            out.write(json);
            for (byte[] samples : packed) {
                out.write(samples);
            }
            CRC32C sum = new CRC32C();
            sum.update(all.toByteArray());
            out.writeInt((int) sum.getValue());
        }
        WholeFile.write(file(key), all.toByteArray());
        long size = Math.max(BLOCK, all.size());
        written += size;
        bytes = bytes < 0 || written > LOOK_AGAIN ? counted() : bytes + size;
        if (bytes > mostBytes) {
            shrink();
        }
    }

    private static long changed(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toMillis();
    }

    /** What was kept under a key. */
    Optional<Outputs> get(Key key) {
        Path file = file(key);
        try {
            byte[] all = Files.readAllBytes(file);
            Outputs outputs = read(key, all);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return Optional.of(outputs);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | RuntimeException | DataFormatException damaged) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException stays) {
                // It goes when its turn comes.
            }
            return Optional.empty();
        }
    }

    private static Outputs read(Key key, byte[] all) throws IOException, DataFormatException {
        CRC32C sum = new CRC32C();
        sum.update(all, 0, Math.max(0, all.length - Integer.BYTES));
        try (DataInputStream in = new DataInputStream(new java.io.ByteArrayInputStream(all))) {
            if (in.readInt() != MAGIC) {
                throw new IOException("another kind of file");
            }
            int length = in.readInt();
            if (length < 0 || length > LARGEST_HEADER) {
                throw new IOException("header of " + length);
            }
            Header header = Json.GSON.fromJson(new String(in.readNBytes(length), StandardCharsets.UTF_8), Header.class);
            if (header == null || !header.key.equals(key.hex())) {
                throw new IOException("another key");
            }
            Map<String, Object> values = new LinkedHashMap<>();
            for (Map.Entry<String, Sides> entry : header.pictures.entrySet()) {
                Sides sides = entry.getValue();
                byte[] packed = in.readNBytes(sides.packed);
                values.put(entry.getKey(), new Image(unpack(sides, packed), sides.made));
            }
            if (in.readInt() != (int) sum.getValue() || in.read() >= 0) {
                throw new IOException("damaged");
            }
            Saved saved = header.saved;
            if (saved == null) {
                return new Outputs(values, null, null);
            }
            Path file = Path.of(saved.file);
            // Somebody else's file may lie under that name by now.
            if (!Files.isRegularFile(file) || Files.size(file) != saved.size || changed(file) != saved.changed) {
                throw new IOException("the picture is gone or another");
            }
            return new Outputs(values, null, file);
        }
    }

    private static byte[] pack(Picture picture) {
        byte[] samples = picture.samples();
        byte[] differences = samples.clone();
        int channels = picture.channels();
        for (int i = differences.length - 1; i >= channels; i--) {
            differences[i] -= samples[i - channels];
        }
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setStrategy(Deflater.FILTERED);
            deflater.setInput(differences);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(samples.length / 2 + 64);
            byte[] buffer = new byte[1 << 16];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static Picture unpack(Sides sides, byte[] packed) throws DataFormatException {
        byte[] samples = new byte[Math.multiplyExact(Math.multiplyExact(sides.width, sides.height), sides.channels)];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            int at = 0;
            while (at < samples.length) {
                int n = inflater.inflate(samples, at, samples.length - at);
                if (n == 0) {
                    throw new DataFormatException("too short");
                }
                at += n;
            }
        } finally {
            inflater.end();
        }
        for (int i = sides.channels; i < samples.length; i++) {
            samples[i] += samples[i - sides.channels];
        }
        return Picture.of(sides.width, sides.height, sides.channels, samples);
    }

    private record Entry(Path file, long size, long used) {}

    private List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        Instant stranded = Instant.now().minus(STRANDED);
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path file : files.toList()) {
                try {
                    if (file.toString().endsWith(ENDING)) {
                        entries.add(new Entry(file, Math.max(BLOCK, Files.size(file)), changed(file)));
                    } else if (file.toString().endsWith(".tmp") && Files.getLastModifiedTime(file).toInstant().isBefore(stranded)) {
                        Files.deleteIfExists(file);   // of a process that was killed while it wrote
                    }
                } catch (IOException goneMeanwhile) {
                    // Another process is tidying too.
                }
            }
        }
        return entries;
    }

    private long counted() throws IOException {
        written = 0;
        return entries().stream().mapToLong(Entry::size).sum();
    }

    private void shrink() throws IOException {
        List<Entry> oldest = new ArrayList<>(entries());
        oldest.sort(Comparator.comparingLong(Entry::used));
        bytes = oldest.stream().mapToLong(Entry::size).sum();
        written = 0;
        for (Entry entry : oldest) {
            if (bytes <= mostBytes * LEFT) {
                return;
            }
            try {
                Files.deleteIfExists(entry.file);
                bytes -= entry.size;
            } catch (IOException inUse) {
                // Another process reads it, on a system that then keeps it.
            }
        }
    }

    /** Writes what still waits, for some seconds at most. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
