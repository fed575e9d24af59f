package easel.engine.weights;

import easel.engine.EngineException;
import easel.engine.Failure;
import easel.engine.ModelFiles;
import easel.engine.Part;
import easel.platform.SystemWord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A model file, known from its header; its weights were not read.
 *
 * @param bytes    the file's length
 * @param tensors  in the header's order
 * @param metadata texts and single numbers beside the tensors (GGUF's key-value pairs, safetensors' __metadata__)
 * @param family   of the diffusion model in it; empty where there is none or it is not known
 * @param bare     whether it is a diffusion model whose names lack their prefix: to be given as a diffusion model only
 * @param parts    all it has in it, such as a checkpoint's VAE and text encoders
 */
public record ModelFile(Path path, Container container, long bytes, List<TensorInfo> tensors, Map<String, String> metadata,
        ModelKind kind, Optional<Family> family, boolean bare, Set<Part> parts) {

    private static final int HEAD = 512;
    private static final int SMALLEST_SAFETENSORS = 10;
    private static final int SMALLEST_GGUF = 24;

    public ModelFile {
        tensors = List.copyOf(tensors);
        metadata = Map.copyOf(metadata);
        parts = Set.copyOf(parts);
    }

    /**
     * Reads a file's header: a few milliseconds, whatever the file's size, and no more memory than the header asks.
     *
     * @throws EngineException with NoSuchFile, UnreadableFile, EmptyFile, TruncatedFile, DamagedFile or NotAModel
     */
    public static ModelFile read(Path path) throws EngineException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {   // opening a pipe would wait for ever
                throw new EngineException(new Failure.UnreadableFile(path, SystemWord.of(attributes.isDirectory() ? SystemWord.Why.FOLDER : SystemWord.Why.SPECIAL)));
            }
            try (Source source = Source.open(path)) {
                Header header = header(source, path);
                Recognition known = Recognition.of(header);
                return new ModelFile(path, header.container(), source.size(), header.tensors(), header.metadata(),
                        known.kind(), known.family(), known.bare(), known.parts());
            }
        } catch (NoSuchFileException e) {
            throw new EngineException(new Failure.NoSuchFile(path));
        } catch (IOException e) {
            throw new EngineException(new Failure.UnreadableFile(path, SystemWord.of(e)));
        }
    }

    private static Header header(Source source, Path path) throws EngineException, IOException {
        if (source.size() == 0) {
            throw new EngineException(new Failure.EmptyFile(path));
        }
        int there = (int) Math.min(HEAD, source.size());
        byte[] head = source.bytes(there, there, "its beginning");
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        if (Gguf.begins(head) && (there >= 4 || name.endsWith(".gguf"))) {
            return Gguf.read(source);
        } else if (Safetensors.begins(head)) {
            return Safetensors.read(source);
        } else if (Zip.begins(head)) {
            return Torch.readZip(source);
        } else if (Torch.beginsLegacy(head)) {
            return Torch.readLegacy(source);
        }
        LooksLike looks = LooksLike.of(head);
        boolean few = looks == LooksLike.UNKNOWN || looks == LooksLike.ZEROS;
        // The name says what the few bytes that there are cannot.
        if (few && there < SMALLEST_SAFETENSORS && name.endsWith(".safetensors")) {
            throw new EngineException(new Failure.TruncatedFile(path, there, SMALLEST_SAFETENSORS));
        } else if (few && there < SMALLEST_GGUF && name.endsWith(".gguf")) {
            throw new EngineException(new Failure.TruncatedFile(path, there, SMALLEST_GGUF));
        } else if (looks == LooksLike.UNKNOWN && name.endsWith(".safetensors")) {
            throw source.damaged("its header is missing");
        }
        throw new EngineException(new Failure.NotAModel(path, looks.name()));
    }

    /** How the file is to be given to the engine, alone; empty if it is no part of a model (a LoRA, an upscaler ...). */
    public Optional<ModelFiles> asFiles() {
        return kind.part().map(p -> new ModelFiles(new TreeMap<>(new EnumMap<>(Map.of(p, path)))));
    }

    /** The largest number of a {@code name.N.} with that {@code name}, plus one: how many blocks there are. */
    int blocks(String name) {
        int most = 0;
        for (TensorInfo tensor : tensors) {
            int at = tensor.name().startsWith(name + ".") ? 0 : tensor.name().indexOf("." + name + ".") + 1;
            if (at > 0 || tensor.name().startsWith(name + ".")) {
                int from = at + name.length() + 1;
                int to = tensor.name().indexOf('.', from);
                String digits = to < 0 ? "" : tensor.name().substring(from, to);
                if (!digits.isEmpty() && digits.length() < 9 && digits.chars().allMatch(Character::isDigit)) {
                    most = Math.max(most, Integer.parseInt(digits) + 1);
                }
            }
        }
        return most;
    }
}
