package easel.run;

import easel.format.WorkflowException;
import easel.format.WorkflowFile;
import easel.graph.Document;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The presets that come with Easel, and those in the person's own folder. */
public final class Presets {

    /** The name of the preset that opens first. */
    public static final String FIRST = "text-to-image";

    /** What a preset's small picture is called after its name. */
    public static final String THUMBNAIL = ".jpg";

    // A class path cannot be listed; a test holds this and the folder together.
    private static final List<String> NAMES = List.of(FIRST, "image-to-image", "sketch-to-picture", "variations", "inpaint", "outpaint", "style", "hires", "upscale",
            "picture-to-edges");

    private Presets() {}

    /** Those that come with Easel, in the order people should meet them. */
    public static List<Preset> bundled() {
        return NAMES.stream().map(Presets::load).toList();
    }

    /** The bundled one of that name. */
    public static Optional<Preset> bundled(String name) {
        return NAMES.contains(name) ? Optional.of(load(name)) : Optional.empty();
    }

    /** The workflows with a form in a folder, by name; a file that cannot be read is left out, a missing folder is empty. */
    public static List<Preset> in(Path folder) {
        List<Preset> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + WorkflowFile.ENDING)) {
            for (Path file : files) {
                try {
                    Document document = WorkflowFile.read(file);
                    if (!document.form().fields().isEmpty()) {
                        String name = file.getFileName().toString();
                        found.add(new Preset(name.substring(0, name.length() - WorkflowFile.ENDING.length()), document));
                    }
                } catch (WorkflowException notOne) {
                    // Whoever opens it by hand hears why.
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            return List.of();
        }
        found.sort(Comparator.comparing(Preset::name));
        return List.copyOf(found);
    }

    /**
     * The small picture that a preset painted, a JPEG; empty if it has none. Waits for the disk.
     *
     * @param own the person's own folder
     */
    public static Optional<byte[]> thumbnail(Preset preset, Path own) {
        try (InputStream in = NAMES.contains(preset.name()) ? Presets.class.getResourceAsStream("/presets/" + preset.name() + THUMBNAIL)
                : Files.newInputStream(own.resolve(preset.name() + THUMBNAIL))) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private static Preset load(String name) {
        String resource = "/presets/" + name + WorkflowFile.ENDING;
        try (InputStream in = Presets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no preset at " + resource);
            }
            return new Preset(name, WorkflowFile.read(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (WorkflowException e) {
            throw new IllegalStateException(resource, e);
        }
    }
}
