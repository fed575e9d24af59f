package easel.models;

import easel.engine.EngineException;
import easel.engine.weights.ModelFile;
import easel.engine.weights.ModelKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What model files are for, told from their headers where no folder's name says it: a few milliseconds each, once, and again
 * when it has changed. For any thread.
 */
final class Contents {

    private static final int MOST = 20_000;
    private static final Set<Kind> ANY = Set.copyOf(EnumSet.allOf(Kind.class));

    private record Known(long bytes, FileTime changed, Set<Kind> kinds) {}

    private final Map<Path, Known> known = new LinkedHashMap<>(16, 0.75f, true);

    /** The kinds that a file may be of: none for one that the engine has no use for, all for one that cannot be told. */
    Set<Kind> of(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            synchronized (known) {
                Known before = known.get(file);
                if (before != null && before.bytes == now.size() && before.changed.equals(now.lastModifiedTime())) {
                    return before.kinds;
                }
            }
            Set<Kind> kinds = read(file);
            keep(file, new Known(now.size(), now.lastModifiedTime(), kinds));
            return kinds;
        } catch (IOException gone) {
            return ANY;
        }
    }

    /** Whether nobody can tell what a file is for. */
    static boolean isUntold(Set<Kind> kinds) {
        return kinds.equals(ANY);
    }

    private void keep(Path file, Known now) {
        synchronized (known) {
            known.put(file, now);
            for (Iterator<Path> oldest = known.keySet().iterator(); known.size() > MOST; ) {
                oldest.next();
                oldest.remove();
            }
        }
    }

    private static Set<Kind> read(Path file) {
        try {
            return kinds(ModelFile.read(file).kind());
        } catch (EngineException wrong) {
            return ANY;   // whoever chooses it is told why it cannot be taken
        }
    }

    private static Set<Kind> kinds(ModelKind kind) {
        return switch (kind) {
            case CHECKPOINT -> Set.of(Kind.CHECKPOINT);
            case DIFFUSION_MODEL -> Set.of(Kind.DIFFUSION_MODEL);
            case VAE, AUDIO_VAE -> Set.of(Kind.VAE);
            case TAESD -> Set.of(Kind.TAESD);
            case CLIP_L, CLIP_G, CLIP_H, T5XXL, LLM, LLM_VISION, EMBEDDINGS_CONNECTORS -> Set.of(Kind.TEXT_ENCODER);
            case CLIP_VISION -> Set.of(Kind.VISION);
            case CONTROL_NET -> Set.of(Kind.CONTROL_NET);
            case PHOTO_MAKER -> Set.of(Kind.PHOTO_MAKER);
            case LORA -> Set.of(Kind.LORA);
            case EMBEDDING -> Set.of(Kind.EMBEDDING);
            case UPSCALER -> Set.of(Kind.UPSCALER);
            case MOTION_MODULE, IP_ADAPTER -> Set.of();
            case UNKNOWN_TENSORS -> ANY;
        };
    }
}
