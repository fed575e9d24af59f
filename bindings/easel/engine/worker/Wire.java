package easel.engine.worker;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import easel.engine.Picture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Messages as JSON. A value of a sealed type carries its record's name as {@code is}; a picture's samples are not in the
 * JSON but in a list of byte arrays beside it, which {@link Pipe} sends after the line.
 */
final class Wire {

    private static final String KIND = "is";

    // The byte arrays of the message that this thread is writing or reading.
    private static final ThreadLocal<List<byte[]>> BYTES = new ThreadLocal<>();

    private static final Gson GSON = new GsonBuilder()
            .serializeSpecialFloatingPointValues()
            .registerTypeHierarchyAdapter(Path.class, new PathAdapter())
            .registerTypeAdapter(Picture.class, new PictureAdapter())
            .registerTypeAdapterFactory(new SealedFactory())
            .create();

    private Wire() {}

    /** A message as one line, the samples of its pictures beside it. */
    record Encoded(String line, List<byte[]> bytes) {}

    static Encoded encode(Message message) {
        BYTES.set(new ArrayList<>());
        try {
            return new Encoded(GSON.toJson(message, Message.class), BYTES.get());
        } finally {
            BYTES.remove();
        }
    }

    /**
     * The message of a line.
     *
     * @throws JsonParseException if it is none
     */
    static Message decode(String line, List<byte[]> bytes) {
        BYTES.set(bytes);
        try {
            return GSON.fromJson(line, Message.class);
        } finally {
            BYTES.remove();
        }
    }

    private static final class PathAdapter extends TypeAdapter<Path> {
        @Override
        public void write(JsonWriter out, Path value) throws IOException {
            out.value(value == null ? null : value.toString());
        }

        @Override
        public Path read(JsonReader in) throws IOException {
            return Path.of(in.nextString());
        }
    }

    private static final class PictureAdapter extends TypeAdapter<Picture> {
        @Override
        public void write(JsonWriter out, @Nullable Picture picture) throws IOException {
            if (picture == null) {
                out.nullValue();
                return;
            }
            List<byte[]> bytes = BYTES.get();
            out.beginArray().value(picture.width()).value(picture.height()).value(picture.channels()).value(bytes.size()).endArray();
            bytes.add(picture.samples());
        }

        @Override
        public @Nullable Picture read(JsonReader in) throws IOException {
            if (in.peek() == com.google.gson.stream.JsonToken.NULL) {
                in.nextNull();
                return null;
            }
            in.beginArray();
            int width = in.nextInt();
            int height = in.nextInt();
            int channels = in.nextInt();
            int index = in.nextInt();
            in.endArray();
            List<byte[]> bytes = BYTES.get();
            if (index < 0 || index >= bytes.size()) {
                throw new JsonParseException("a picture without its bytes");
            }
            return Picture.of(width, height, channels, bytes.get(index));
        }
    }

    /** Reads and writes values of sealed interfaces of ours, by the names of the classes at their ends. */
    private static final class SealedFactory implements TypeAdapterFactory {

        private static void gather(Class<?> sealed, Map<String, Class<?>> kinds) {
            for (Class<?> permitted : sealed.getPermittedSubclasses()) {
                if (permitted.isSealed()) {
                    gather(permitted, kinds);
                } else {
                    kinds.put(permitted.getSimpleName(), permitted);
                }
            }
        }

        @Override
        public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
            Class<? super T> raw = type.getRawType();
            if (!raw.isSealed() || !raw.isInterface() || !raw.getName().startsWith("easel.")) {
                return null;
            }
            Map<String, Class<?>> kinds = new HashMap<>();
            gather(raw, kinds);
            TypeAdapter<JsonElement> elements = gson.getAdapter(JsonElement.class);
            return new TypeAdapter<>() {
                @Override
                public void write(JsonWriter out, @Nullable T value) throws IOException {
                    if (value == null) {
                        out.nullValue();
                        return;
                    }
                    JsonObject fields = gson.toJsonTree(value, value.getClass()).getAsJsonObject();
                    JsonObject named = new JsonObject();
                    named.addProperty(KIND, value.getClass().getSimpleName());
                    fields.entrySet().forEach(e -> named.add(e.getKey(), e.getValue()));
                    elements.write(out, named);
                }

                @Override
                @SuppressWarnings("unchecked")
                public @Nullable T read(JsonReader in) throws IOException {
                    JsonElement element = elements.read(in);
                    if (element.isJsonNull()) {
                        return null;
                    }
                    JsonElement kind = element.isJsonObject() ? element.getAsJsonObject().get(KIND) : null;
                    Class<?> found = kind == null ? null : kinds.get(kind.getAsString());
                    if (found == null) {
                        throw new JsonParseException("no " + raw.getSimpleName() + " of the kind " + kind);
                    }
                    return (T) gson.fromJson(element, found);
                }
            };
        }
    }
}
