package easel.models;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a program keeps its models, told from the names of the folders: ComfyUI and Fooocus ({@code models/checkpoints}), A1111
 * and Forge ({@code models/Stable-diffusion}, {@code embeddings}), InvokeAI ({@code models/sdxl/main}; since 6.9 each model in
 * a folder of its own that is called by a UUID), SwarmUI and Stability Matrix ({@code Models/Lora}). The program's folder, the
 * one round it, its {@code models} or one kind's alone will do.
 */
final class Layout {

    /** Folders that hold such folders: a program's in its download, the one for models, InvokeAI's one for each family. */
    private static final Set<String> ROUND = Set.of("models", "data", "comfyui", "fooocus", "invokeai", "webui", "stablediffusionwebui",
            "stablediffusionwebuiforge", "autoimport", "sd1", "sd2", "sd3", "sdxl", "sdxlrefiner", "flux", "any");
    private static final int DEEPEST = 4;
    /** Where A1111's extension has its own. */
    private static final Path EXTENSION = Path.of("extensions", "sd-webui-controlnet", "models");

    private static final Pattern UUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final Listings listings;
    private final Map<Kind, Set<Path>> places = new EnumMap<>(Kind.class);
    private final Set<Path> anything = new LinkedHashSet<>();

    /**
     * Where models lie.
     *
     * @param kinds    folders by what lies in them
     * @param anything folders whose names say nothing of what lies in them
     */
    record Places(Map<Kind, Set<Path>> kinds, Set<Path> anything) {}

    private Layout(Listings listings) {
        this.listings = listings;
    }

    /** The folders below one; a folder that follows no program's habits may hold anything. */
    static Places of(Path root, Listings listings) {
        Layout layout = new Layout(listings);
        Path name = root.getFileName();
        if (name != null) {
            layout.add(name.toString(), root);
        }
        if (layout.places.isEmpty()) {
            layout.look(root, DEEPEST);
        }
        Path extension = root.resolve(EXTENSION);
        if (Files.isDirectory(extension)) {
            layout.places.computeIfAbsent(Kind.CONTROL_NET, _ -> new LinkedHashSet<>()).add(extension);
        }
        if (layout.places.isEmpty() && layout.anything.isEmpty()) {
            Path models = root.resolve("models");
            layout.anything.add(Files.isDirectory(models) ? models : root);
        }
        return new Places(layout.places, layout.anything);
    }

    /** Whether a folder in one that may hold anything is looked into for itself. */
    static boolean isSorted(String name) {
        return !Kind.in(name).isEmpty() || ROUND.contains(Kind.plain(name));
    }

    private void look(Path folder, int deep) {
        List<String> inner = new ArrayList<>();
        for (String name : listings.of(folder).folders()) {
            if (UUID.matcher(name).matches()) {
                anything.add(folder);
            } else if (!add(name, folder.resolve(name)) && ROUND.contains(Kind.plain(name))) {
                inner.add(name);
            }
        }
        if (deep > 1) {
            inner.forEach(name -> look(folder.resolve(name), deep - 1));
        }
    }

    private boolean add(String name, Path folder) {
        List<Kind> kinds = Kind.in(name);
        kinds.forEach(kind -> places.computeIfAbsent(kind, _ -> new LinkedHashSet<>()).add(folder));
        return !kinds.isEmpty();
    }
}
