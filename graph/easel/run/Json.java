package easel.run;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import easel.format.Infotext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values of this room and its neighbours as JSON, for our own reading: records by their fields. */
final class Json {

    static final Gson GSON = new GsonBuilder().disableHtmlEscaping()
            .registerTypeHierarchyAdapter(Path.class, new AsText<>(Path::toString, Path::of))
            .registerTypeAdapter(Infotext.class, new AsText<>(Infotext::text, Infotext::parse))
            .registerTypeAdapter(OptionalDouble.class, new AsText<OptionalDouble>(d -> d.isPresent() ? Double.toString(d.getAsDouble()) : "",
                    text -> text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text))))
            .create();

    private Json() {}

    private static final class AsText<T> extends TypeAdapter<T> {

        private final Function<T, String> out;
        private final Function<String, T> in;

        AsText(Function<T, String> out, Function<String, T> in) {
            this.out = out;
            this.in = in;
        }

        @Override
        public void write(JsonWriter to, @Nullable T value) throws IOException {
            if (value == null) {
                to.nullValue();
            } else {
                to.value(out.apply(value));
            }
        }

        @Override
        public @Nullable T read(JsonReader from) throws IOException {
            if (from.peek() == JsonToken.NULL) {
                from.nextNull();
                return null;
            }
            return in.apply(from.nextString());
        }
    }
}
