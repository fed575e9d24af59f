package easel.format;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The last line of an infotext: {@code Steps: 20, Sampler: Euler a, ...}. A value is either a JSON string or runs to
 * the next comma; a name is a letter, digit or underscore and then one or more of these, blanks, hyphens and slashes.
 * Read by hand and not by A1111's expression: that one, on Java's stack, overflows on a long value.
 */
final class SettingsLine {

    private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();

    private SettingsLine() {}

    record Pair(String key, String value) {}

    static boolean isKey(String s) {
        return s.length() >= 2 && isWord(s.charAt(0)) && s.chars().allMatch(c -> isInKey((char) c)) && !s.endsWith(" ");
    }

    static String of(Map<String, String> settings) {
        return settings.entrySet().stream().map(e -> e.getKey() + ": " + quoted(e.getValue())).collect(Collectors.joining(", "));
    }

    /** All pairs in the line; whatever is between them is skipped. */
    static List<Pair> pairs(String line) {
        List<Pair> pairs = new ArrayList<>();
        int from = 0;   // where the last pair ended: a name begins no earlier
        int colon = line.indexOf(':');
        while (colon >= 0) {
            int start = colon;
            while (start > from && isInKey(line.charAt(start - 1))) {
                start--;
            }
            while (start < colon && !isWord(line.charAt(start))) {
                start++;
            }
            int next = colon + 1;
            String key = line.substring(start, colon).strip();
            if (isKey(key)) {
                int value = next;
                while (value < line.length() && Character.isWhitespace(line.charAt(value))) {
                    value++;
                }
                int end = end(line, value);
                pairs.add(new Pair(key, unquoted(line.substring(value, end).strip())));
                next = Math.min(end + 1, line.length());
                from = next;
            }
            colon = line.indexOf(':', next);
        }
        return pairs;
    }

    /** Where the value that begins at {@code at} ends: at a comma or at the line's end. */
    private static int end(String line, int at) {
        if (at < line.length() && line.charAt(at) == '"') {
            int i = at + 1;
            while (i < line.length() && line.charAt(i) != '"') {
                i += line.charAt(i) == '\\' ? 2 : 1;
            }
            if (i + 1 == line.length() || (i + 1 < line.length() && line.charAt(i + 1) == ',')) {
                return i + 1;
            }
        }
        int comma = line.indexOf(',', at);
        return comma < 0 ? line.length() : comma;
    }

    /** A1111 quotes what has a comma, a colon or a new line; what would be changed by being read needs it as well. */
    private static String quoted(String value) {
        boolean plain = value.equals(value.strip()) && !value.startsWith("\"")
                && value.chars().noneMatch(c -> c == ',' || c == ':' || c < 0x20);
        return plain ? value : JSON.toJson(value);
    }

    private static String unquoted(String value) {
        if (value.length() < 2 || !value.startsWith("\"") || !value.endsWith("\"")) {
            return value;
        }
        try (JsonReader json = new JsonReader(new StringReader(value))) {
            json.setStrictness(Strictness.STRICT);
            String said = json.nextString();
            return json.peek() == JsonToken.END_DOCUMENT ? said : value;
        } catch (IOException | JsonParseException | IllegalStateException e) {
            return value;
        }
    }

    private static boolean isWord(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    private static boolean isInKey(char c) {
        return isWord(c) || c == ' ' || c == '-' || c == '/';
    }
}
