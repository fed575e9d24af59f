package easel.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The presets that come with Easel, and those in the person's own folder. */
public final class Presets {

    /** The name of the preset that opens first. */
    public static final String FIRST = "text-to-image";

    private Presets() {}

    /** Those that come with Easel, in the order people should meet them. */
    public static List<Preset> bundled() {
        throw new UnsupportedOperationException();
    }

    /** The bundled one of that name. */
    public static Optional<Preset> bundled(String name) {
        return bundled().stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /** The workflows with a form in a folder, by name; a file that cannot be read is left out. */
    public static List<Preset> in(Path folder) {
        throw new UnsupportedOperationException();
    }
}
