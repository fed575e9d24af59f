package easel.format;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;

/**
 * Hands JSON on as it comes, value by value: numbers keep their digits, keys their order and their doubles, and nothing
 * is built in between that would be twenty times as large as the text.
 */
final class JsonCopy {

    private JsonCopy() {}

    /** The text of the next value, without spaces. */
    static String text(JsonReader from) throws IOException {
        StringWriter text = new StringWriter();
        JsonWriter to = new JsonWriter(text);
        to.setStrictness(Strictness.LENIENT);
        copy(from, to);
        return text.toString();
    }

    /** Writes one value as {@code to} writes. */
    static void write(String json, JsonWriter to) throws IOException {
        JsonReader from = new JsonReader(new StringReader(json));
        from.setStrictness(Strictness.STRICT);
        copy(from, to);
    }

    private static void copy(JsonReader from, JsonWriter to) throws IOException {
        int depth = 0;
        do {
            switch (from.peek()) {
                case BEGIN_ARRAY -> {
                    from.beginArray();
                    to.beginArray();
                    depth++;
                }
                case END_ARRAY -> {
                    from.endArray();
                    to.endArray();
                    depth--;
                }
                case BEGIN_OBJECT -> {
                    from.beginObject();
                    to.beginObject();
                    depth++;
                }
                case END_OBJECT -> {
                    from.endObject();
                    to.endObject();
                    depth--;
                }
                case NAME -> to.name(from.nextName());
                case STRING -> to.value(from.nextString());
                case NUMBER -> to.jsonValue(from.nextString());
                case BOOLEAN -> to.value(from.nextBoolean());
                case NULL -> {
                    from.nextNull();
                    to.nullValue();
                }
                case END_DOCUMENT -> depth = 0;
            }
        } while (depth > 0);
    }
}
