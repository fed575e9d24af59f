package easel.engine.weights;

import easel.engine.EngineException;
import easel.engine.Failure;
import easel.engine.ModelFiles;
import easel.engine.Part;
import easel.platform.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/** The weights that come with the program, unpacked once into the user's data folder. */
public final class Starter {

    /** A file of the kit: how it is packed beside the program, and what it is when unpacked. */
    private record Item(String packed, String unpacked, long bytes, String sha256) {}

    private static final Item CHECKPOINT = new Item("starter.safetensors.gz", "starter.safetensors", 275_450_488,
            "9137afa112f593e599dbdebbd38620de33c2de05d773946a50739525ff526e5c");
    private static final Item TAESD = new Item("taesd.safetensors", "starter-taesd.safetensors", 4_904_382,
            "8a1feff9374ed03368ca10a30c5de7af6e8b31bbb04c07ba832d191800bcd503");

    private Starter() {}

    /**
     * The starter's files, unpacking what is not there yet; the first time takes a second or two.
     *
     * @param home where the program lies
     * @param data the user's data folder
     * @throws EngineException if a packed file is missing or damaged, or the data folder cannot be written
     */
    public static ModelFiles unpacked(Path home, Path data) throws EngineException {
        Path folder = data.resolve("models");
        return ModelFiles.checkpoint(unpack(home, folder, CHECKPOINT)).with(Part.TAESD, unpack(home, folder, TAESD));
    }

    private static Path unpack(Path home, Path folder, Item item) throws EngineException {
        Path file = folder.resolve(item.unpacked);
        // The checksum is taken while unpacking; afterwards the size tells that the file is whole, since it was moved in whole.
        if (sizeOf(file) == item.bytes) {
            return file;
        }
        Path packed = home.resolve("starter").resolve(item.packed);
        if (!Files.isRegularFile(packed)) {
            throw new EngineException(new Failure.NoSuchFile(packed));
        }
        MessageDigest digest = sha256();
        try {
            WholeFile.write(file, out -> {
                try (InputStream in = open(packed); OutputStream digesting = new DigestOutputStream(keepOpen(out), digest)) {
                    in.transferTo(digesting);
                }
                if (!HexFormat.of().formatHex(digest.digest()).equals(item.sha256)) {
                    throw new java.util.zip.ZipException("checksum");
                }
            });
        } catch (java.util.zip.ZipException | java.io.EOFException e) {
            throw new EngineException(new Failure.DamagedFile(packed, String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw new EngineException(new Failure.NotWritten(file, e.getClass().getSimpleName() + ": " + e.getMessage()));
        }
        return file;
    }

    private static InputStream open(Path packed) throws IOException {
        InputStream in = Files.newInputStream(packed);
        return packed.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private static OutputStream keepOpen(OutputStream out) {
        return new java.io.FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                out.flush();
            }
        };
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException notThere) {
            return -1;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
