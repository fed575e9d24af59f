package easel.run;

import easel.engine.Picture;
import easel.nodes.Batch;
import easel.nodes.Image;
import easel.nodes.Made;
import easel.nodes.Mask;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * A node's result as a file: magic, length of the header, the header as JSON, each picture's samples as the difference
 * to the pixel on their left, deflated, and the CRC-32C of all that.
 */
final class ResultFile {

    /** What names of such files end in. */
    static final String ENDING = ".result";

    private static final int MAGIC = 0x45524331;   // "ERC1"
    private static final int LARGEST_HEADER = 64 << 20;

    /** What stands before the samples. */
    private record Header(String key, @Nullable Saved saved, @Nullable List<Saved> more, Map<String, Sides> pictures,
            @Nullable Map<String, Integer> batches) {}

    /** A file that was saved, and how it looked then. */
    private record Saved(String file, long size, long changed) {}

    private record Sides(int width, int height, int channels, @Nullable Made made, boolean mask, int packed) {}

    private ResultFile() {}

    /** The name of a key's file. */
    static String name(Key key) {
        return key.hex() + ENDING;
    }

    /** Whether a result has a form here: pictures and masks have, and where a picture was saved. */
    static boolean holds(Outputs outputs) {
        return (!outputs.byName().isEmpty() || outputs.file() != null)
                && outputs.byName().values().stream().flatMap(v -> v instanceof Batch(var all) ? all.stream() : Stream.of(v))
                        .allMatch(value -> value instanceof Image || value instanceof Mask)
                && outputs.allWritten().size() == outputs.files().size() + (outputs.files().isEmpty() ? outputs.allWritten().size() : 0);
    }

    /** The file's content. */
    static byte[] bytes(Key key, Outputs outputs) throws IOException {
        Map<String, Sides> sides = new LinkedHashMap<>();
        List<byte[]> packed = new ArrayList<>();
        Map<String, Object> single = new LinkedHashMap<>();
        Map<String, Integer> batches = new LinkedHashMap<>();
        outputs.byName().forEach((name, value) -> {
            if (value instanceof Batch(var all)) {
                batches.put(name, all.size());
                for (int i = 0; i < all.size(); i++) {
                    single.put(inBatch(name, i), all.get(i));
                }
            } else {
                single.put(name, value);
            }
        });
        single.forEach((name, value) -> {
            Picture picture = value instanceof Mask mask ? mask.picture() : ((Image) value).picture();
            byte[] samples = pack(picture);
            packed.add(samples);
            sides.put(name, new Sides(picture.width(), picture.height(), picture.channels(), value instanceof Image image ? image.made() : null,
                    value instanceof Mask, samples.length));
        });
        List<Saved> saved = new ArrayList<>();
        for (Path file : outputs.files()) {
            saved.add(new Saved(file.toString(), Files.size(file), changed(file)));
        }
        Header header = new Header(key.hex(), saved.isEmpty() ? null : saved.getFirst(), saved.size() < 2 ? null : saved.subList(1, saved.size()),
                sides, batches.isEmpty() ? null : batches);
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
        return all.toByteArray();
    }

    private static String inBatch(String name, int place) {
        return name + "#" + place;
    }

    private static long changed(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toMillis();
    }

    /**
     * What a file holds.
     *
     * @throws IOException         if it is another kind of file, or the picture that was saved is gone or another
     * @throws DataFormatException if it is damaged
     */
    static Outputs read(Key key, byte[] all) throws IOException, DataFormatException {
        CRC32C sum = new CRC32C();
        sum.update(all, 0, Math.max(0, all.length - Integer.BYTES));
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(all))) {
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
                Picture picture = unpack(sides, in.readNBytes(sides.packed));
                values.put(entry.getKey(), sides.mask ? new Mask(picture) : new Image(picture, sides.made));
            }
            if (in.readInt() != (int) sum.getValue() || in.read() >= 0) {
                throw new IOException("damaged");
            }
            if (header.batches != null) {
                header.batches.forEach((name, size) -> values.put(name,
                        new Batch(IntStream.range(0, size).mapToObj(i -> values.remove(inBatch(name, i))).toList())));
            }
            List<Outputs.Written> more = new ArrayList<>();
            for (Saved saved : header.more == null ? List.<Saved>of() : header.more) {
                more.add(new Outputs.Written(null, file(saved)));
            }
            return new Outputs(values, null, header.saved == null ? null : file(header.saved), more);
        }
    }

    private static Path file(Saved saved) throws IOException {
        Path file = Path.of(saved.file);
        // Somebody else's file may lie under that name by now.
        if (!Files.isRegularFile(file) || Files.size(file) != saved.size || changed(file) != saved.changed) {
            throw new IOException("the picture is gone or another");
        }
        return file;
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
}
