package easel.ui.settings;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import easel.platform.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings as JSON in one file, which is there whole or not at all. */
public final class SettingsFile {

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().serializeNulls()
            .registerTypeHierarchyAdapter(Path.class, new PathAdapter().nullSafe()).create();

    private final Path file;
    private long written;

    public SettingsFile(Path file) {
        this.file = file;
    }

    /**
     * What was read.
     *
     * @param setAside where a file went that could not be understood; null if all is well
     * @param saves    whether settings can be saved: not if the file is there and unreadable, for it is not ours to lose
     */
    public record Loaded(Settings settings, @Nullable Path setAside, boolean saves) {}

    /** Reads the settings; a damaged file, or one from a newer Easel, is set aside and the defaults are used. */
    public Loaded load() {
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException e) {
            return new Loaded(Settings.DEFAULT, null, true);
        } catch (java.nio.charset.CharacterCodingException e) {
            return setAside();
        } catch (IOException e) {
            return new Loaded(Settings.DEFAULT, null, false);
        }
        return parsed(text).map(settings -> new Loaded(settings, null, true)).orElseGet(this::setAside);
    }

    /** What a file holds that somebody else looks after; empty if it is damaged or from a newer Easel. */
    static Optional<Settings> read(Path file) throws IOException {
        return parsed(Files.readString(file));
    }

    private static Optional<Settings> parsed(String text) {
        try {
            JsonElement json = JsonParser.parseString(text);
            if (json.isJsonObject() && json.getAsJsonObject().get("version") instanceof JsonElement version
                    && version.getAsInt() <= Settings.CURRENT) {
                return Optional.ofNullable(GSON.fromJson(json, Settings.class));
            }
        } catch (JsonParseException | IllegalStateException | NumberFormatException | UnsupportedOperationException e) {
            // What cannot be understood is none, whatever is wrong with it.
        }
        return Optional.empty();
    }

    private Loaded setAside() {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            return new Loaded(Settings.DEFAULT, aside, true);
        } catch (IOException e) {
            return new Loaded(Settings.DEFAULT, null, false);
        }
    }

    /** Writes settings, unless a later {@code turn} has been written already. */
    synchronized void write(long turn, Settings settings) throws IOException {
        if (turn > written) {
            WholeFile.write(file, GSON.toJson(settings).getBytes(StandardCharsets.UTF_8));
            written = turn;
        }
    }

    private static final class PathAdapter extends TypeAdapter<Path> {
        @Override
        public void write(JsonWriter out, Path path) throws IOException {
            out.value(path.toString());
        }

        @Override
        public @Nullable Path read(JsonReader in) throws IOException {
            if (in.peek() != JsonToken.STRING) {
                throw new JsonParseException("no path at " + in.getPath());
            }
            try {
                return Path.of(in.nextString());
            } catch (InvalidPathException fromAnotherSystem) {
                return null;
            }
        }
    }
}
