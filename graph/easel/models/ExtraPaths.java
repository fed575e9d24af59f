package easel.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * ComfyUI's {@code extra_model_paths.yaml}: parts of any name, each with a {@code base_path} and folders under ComfyUI's own
 * names for them, several on lines of one text.
 */
final class ExtraPaths {

    /** The name it has in ComfyUI's folder. */
    static final String NAME = "extra_model_paths.yaml";
    private static final int LONGEST = 1 << 20;

    private ExtraPaths() {}

    /** Whether a file may be one. */
    static boolean isOne(Path file) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(Locale.ROOT);
        return (name.endsWith(".yaml") || name.endsWith(".yml")) && Files.isRegularFile(file);
    }

    /**
     * The folders that one names, by what lies in them; they may not be there.
     *
     * @throws IOException if it cannot be read, or is none
     */
    static Map<Kind, Set<Path>> of(Path file) throws IOException {
        Map<Kind, Set<Path>> places = new EnumMap<>(Kind.class);
        if (parsed(file) instanceof Map<?, ?> parts) {
            parts.values().stream().filter(Map.class::isInstance).forEach(part -> add((Map<?, ?>) part, file.toAbsolutePath().getParent(), places));
        }
        return places;
    }

    private static Object parsed(Path file) throws IOException {
        if (Files.size(file) > LONGEST) {
            throw new IOException("larger than " + LONGEST + " bytes");
        }
        try {
            return new Load(LoadSettings.builder().setLabel(file.getFileName().toString()).build()).loadFromString(Files.readString(file));
        } catch (YamlEngineException noYaml) {
            throw new IOException(noYaml.getMessage().lines().findFirst().orElse("no YAML"));
        }
    }

    private static void add(Map<?, ?> part, Path beside, Map<Kind, Set<Path>> places) {
        Path base = part.get("base_path") instanceof String written ? path(beside, written) : beside;
        part.forEach((name, folders) -> {
            if (name instanceof String key && folders instanceof String written && !key.equals("base_path")) {
                for (Kind kind : Kind.in(key)) {
                    written.lines().map(String::strip).filter(line -> !line.isEmpty()).map(line -> path(base, line))
                            .forEach(folder -> places.computeIfAbsent(kind, _ -> new LinkedHashSet<>()).add(folder));
                }
            }
        });
    }

    private static Path path(Path base, String written) {
        try {
            return base.resolve(ModelFolders.path(written)).normalize();
        } catch (InvalidPathException fromAnotherSystem) {
            return base;
        }
    }
}
