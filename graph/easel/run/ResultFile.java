package easel.run;

import easel.engine.Picture;
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
    private record Header(String key, @Nullable Saved saved, Map<String, Sides> pictures) {}

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
                && outputs.byName().values().stream().allMatch(value -> value instanceof Image || value instanceof Mask);
    }

    /** The file's content. */
    static byte[] bytes(Key key, Outputs outputs) throws IOException {
        Map<String, Sides> sides = new LinkedHashMap<>();
        List<byte[]> packed = new ArrayList<>();
        outputs.byName().forEach((name, value) -> {
            Picture picture = value instanceof Mask mask ? mask.picture() : ((Image) value).picture();
            byte[] samples = pack(picture);
            packed.add(samples);
            sides.put(name, new Sides(picture.width(), picture.height(), picture.channels(), value instanceof Image image ? image.made() : null,
                    value instanceof Mask, samples.length));
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
        return all.toByteArray();
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
}
