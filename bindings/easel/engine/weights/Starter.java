package easel.engine.weights;

import easel.engine.EngineException;
import easel.engine.Failure;
import easel.engine.ModelFiles;
import easel.engine.Part;
import easel.platform.SystemWord;
import easel.platform.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * The weights that come with Easel: packed in its own folder, unpacked once into the user's data folder under a name
 * that holds their digest, so that another Easel's never stand in for them.
 */
public final class Starter {

    /** One of its files. */
    private record Weights(String packed, String name, String sha256, Part part) {}

    private static final Weights CHECKPOINT = new Weights("starter.safetensors.gz", "starter.safetensors",
            "9137afa112f593e599dbdebbd38620de33c2de05d773946a50739525ff526e5c", Part.CHECKPOINT);
    private static final Weights AUTOENCODER = new Weights("taesd.safetensors", "taesd.safetensors",
            "8a1feff9374ed03368ca10a30c5de7af6e8b31bbb04c07ba832d191800bcd503", Part.TAESD);

    private final Path packed;
    private final Path unpacked;

    /**
     * Unpacks nothing yet.
     *
     * @param home the folder Easel lies in
     * @param data the user's data folder
     */
    public Starter(Path home, Path data) {
        this.packed = home.resolve("starter");
        this.unpacked = data.resolve("starter");
    }

    /** What stands for its content in a key; known without reading it. */
    public String digest() {
        return CHECKPOINT.sha256 + AUTOENCODER.sha256;
    }

    /** The packed file that is missing though it has not been unpacked yet, if any. */
    public Optional<Path> missing() {
        for (Weights weights : new Weights[] {CHECKPOINT, AUTOENCODER}) {
            if (!Files.exists(place(weights)) && !Files.exists(packed.resolve(weights.packed))) {
                return Optional.of(packed.resolve(weights.packed));
            }
        }
        return Optional.empty();
    }

    /**
     * Its files, unpacked now if they were not; the first time takes a second or two.
     *
     * @throws EngineException if a packed file is missing or damaged, or the data folder cannot be written
     */
    public synchronized ModelFiles files() throws EngineException {
        return ModelFiles.checkpoint(unpack(CHECKPOINT)).with(Part.TAESD, unpack(AUTOENCODER));
    }

    /** Where its files are once they are unpacked. */
    public ModelFiles places() {
        return ModelFiles.checkpoint(place(CHECKPOINT)).with(Part.TAESD, place(AUTOENCODER));
    }

    /** Whether they are unpacked already. */
    public boolean isUnpacked() {
        return Files.exists(place(CHECKPOINT)) && Files.exists(place(AUTOENCODER));
    }

    private Path place(Weights weights) {
        return unpacked.resolve(weights.sha256.substring(0, 12)).resolve(weights.name);
    }

    private Path unpack(Weights weights) throws EngineException {
        Path place = place(weights);
        if (Files.exists(place)) {
            return place;   // it was moved there whole, after its digest was seen to be right
        }
        Path from = packed.resolve(weights.packed);
        try {
            WholeFile.write(place, out -> copy(weights, from, out));
            return place;
        } catch (NoSuchFileException e) {
            throw new EngineException(new Failure.NoSuchFile(from));
        } catch (Damaged e) {
            throw new EngineException(new Failure.DamagedFile(from, "SHA-256 " + e.getMessage()));
        } catch (IOException e) {
            throw new EngineException(new Failure.NotWritten(place, SystemWord.of(e)));
        }
    }

    private static void copy(Weights weights, Path from, OutputStream out) throws IOException {
        try (InputStream raw = Files.newInputStream(from);
                InputStream plain = weights.packed.endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
                DigestInputStream in = new DigestInputStream(plain, sha256())) {
            in.transferTo(out);
            String sha256 = HexFormat.of().formatHex(in.getMessageDigest().digest());
            if (!sha256.equals(weights.sha256)) {
                throw new Damaged(sha256);
            }
        } catch (java.util.zip.ZipException | java.io.EOFException e) {
            throw new Damaged(e.toString());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);   // every Java has it
        }
    }

    /** Not the bytes that were packed. */
    private static final class Damaged extends IOException {
        private static final long serialVersionUID = 1;

        Damaged(String what) {
            super(what);
        }
    }
}
