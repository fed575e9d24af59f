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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The weights that come with Easel: packed in its own folder, unpacked once into the user's data folder under a name
 * that holds their digest, so that another Easel's never stand in for them. Documents call them by names.
 */
public final class Starter {

    /** What the weights of a name are. */
    public enum Kind { CHECKPOINT, LORA, UPSCALER, EMBEDDING }

    /** A packed file. */
    record Packed(String packed, String name, String sha256) {}

    /** What documents call by a name: a file, and those it paints with. */
    record Weights(String name, Kind kind, List<Packed> files) {}

    /** The checkpoint's name. */
    public static final String CHECKPOINT = "starter";

    /** The checkpoint's family. */
    public static final Family FAMILY = Family.SDXS_512;

    private static final Map<String, Weights> KIT = Stream.of(
            new Weights(CHECKPOINT, Kind.CHECKPOINT, List.of(
                    new Packed("starter.safetensors.gz", "starter.safetensors", "fc5a36bb49345f96d83131a6875737760a4eb50a059d12fc53c62e6c7b2f5b77"),
                    new Packed("taesd.safetensors.gz", "taesd.safetensors", "d5f72c799ac72437875f755fd3fa1c0952b24af346c0710ccc4b1a72bbc2e411"))),
            weights("few-steps", Kind.LORA, "2971f6fa340514778383c5f74a96e692e2df11be54a0f5899361c87922ee5b8c"),
            weights("papercut", Kind.LORA, "6f25e24ed482e0ae5fbc6b16bfc83760ab7fce6ea25b30529dc8e0e85efc7518"),
            weights("neon", Kind.LORA, "9681c7dbf3176147f5648a2c6b8052657f4250ce60820f8499305df458d48f0c"),
            weights("upscaler-2x", Kind.UPSCALER, "8b836b2352c1750fe337c8513fa83175c207f2d7cee5cac29910968d96a9c8c8"),
            weights("easel-mist", Kind.EMBEDDING, "ce5fb01106ba72ac6b8a3ca1e9c1f5e0b5abf87a48e72234286e2575b8eebd5d"))
            .collect(Collectors.toMap(Weights::name, weights -> weights, (a, _) -> a, LinkedHashMap::new));

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

    /** The names of the weights of a kind. */
    public static String[] names(Kind kind) {
        return KIT.values().stream().filter(weights -> weights.kind == kind).map(Weights::name).toArray(String[]::new);
    }

    /** What stands for the content of a name in a key; known without reading it. */
    public static String digest(String name) {
        return weights(name).files.stream().map(Packed::sha256).collect(Collectors.joining());
    }

    private static Weights weights(String name, Kind kind, String sha256) {
        return new Weights(name, kind, List.of(new Packed(name + ".safetensors.gz", name + ".safetensors", sha256)));
    }

    private static Weights weights(String name) {
        return Optional.ofNullable(KIT.get(name)).orElseThrow(() -> new IllegalArgumentException("no weights are called " + name));
    }

    /** The packed file that is missing for a name though it has not been unpacked yet, if any. */
    public Optional<Path> missing(String name) {
        return weights(name).files.stream().filter(file -> !Files.exists(place(file)) && !Files.exists(packed.resolve(file.packed)))
                .map(file -> packed.resolve(file.packed)).findFirst();
    }

    /** Whether what a name stands for is unpacked already. */
    public boolean isUnpacked(String name) {
        return weights(name).files.stream().allMatch(file -> Files.exists(place(file)));
    }

    /**
     * The checkpoint and its decoder, unpacked now if they were not; the first time takes a second or two.
     *
     * @throws EngineException if a packed file is missing or damaged, or the data folder cannot be written
     */
    public ModelFiles files() throws EngineException {
        for (Packed file : weights(CHECKPOINT).files) {
            unpack(file);
        }
        return places();
    }

    /** Where the checkpoint and its decoder are once they are unpacked. */
    public ModelFiles places() {
        List<Packed> files = weights(CHECKPOINT).files;
        return ModelFiles.checkpoint(place(files.getFirst())).with(Part.TAESD, place(files.getLast()));
    }

    /** Whether the checkpoint among these files is the one that comes with Easel. */
    public boolean isIn(ModelFiles files) {
        return files.get(Part.CHECKPOINT).filter(place(weights(CHECKPOINT).files.getFirst())::equals).isPresent();
    }

    /**
     * The file that is meant: one that comes with Easel by its name, unpacked now if it was not; else the one of that path.
     *
     * @throws EngineException as {@link #files} does
     */
    public Path file(String nameOrPath) throws EngineException {
        Weights weights = KIT.get(nameOrPath);
        return weights == null ? Path.of(nameOrPath).toAbsolutePath() : unpack(weights.files.getFirst());
    }

    /** Where the files of a kind are once they are unpacked, by their names; without those that are missing. */
    public Map<String, Path> places(Kind kind) {
        Map<String, Path> places = new LinkedHashMap<>();
        for (String name : names(kind)) {
            if (missing(name).isEmpty()) {
                places.put(name, place(weights(name).files.getFirst()));
            }
        }
        return places;
    }

    /**
     * Unpacks the file that belongs at a place, if it is one of these and was not yet.
     *
     * @throws EngineException as {@link #files} does
     */
    public void unpack(Path place) throws EngineException {
        for (Weights weights : KIT.values()) {
            for (Packed file : weights.files) {
                if (place(file).equals(place)) {
                    unpack(file);
                }
            }
        }
    }

    private Path place(Packed file) {
        return unpacked.resolve(file.sha256.substring(0, 12)).resolve(file.name);
    }

    private synchronized Path unpack(Packed file) throws EngineException {
        Path place = place(file);
        if (Files.exists(place)) {
            return place;   // it was moved there whole, after its digest was seen to be right
        }
        Path from = packed.resolve(file.packed);
        try {
            WholeFile.write(place, out -> copy(file, from, out));
            return place;
        } catch (NoSuchFileException e) {
            throw new EngineException(new Failure.NoSuchFile(from));
        } catch (Damaged e) {
            throw new EngineException(new Failure.DamagedFile(from, "SHA-256 " + e.getMessage()));
        } catch (IOException e) {
            throw new EngineException(new Failure.NotWritten(place, SystemWord.of(e)));
        }
    }

    private static void copy(Packed file, Path from, OutputStream out) throws IOException {
        try (InputStream raw = Files.newInputStream(from);
                InputStream plain = file.packed.endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
                DigestInputStream in = new DigestInputStream(plain, sha256())) {
            in.transferTo(out);
            String sha256 = HexFormat.of().formatHex(in.getMessageDigest().digest());
            if (!sha256.equals(file.sha256)) {
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
