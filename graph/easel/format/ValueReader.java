package easel.format;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import easel.graph.SeedMode;
import easel.graph.Value;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads what a parameter holds. */
final class ValueReader {

    private ValueReader() {}

    /** Whatever stands there. */
    static Value read(JsonReader in) throws IOException {
        switch (in.peek()) {
            case STRING -> {
                return new Value.Text(in.nextString());
            }
            case BOOLEAN -> {
                return new Value.Truth(in.nextBoolean());
            }
            case NUMBER -> {
                String source = in.nextString();
                try {
                    return new Value.Number(source);
                } catch (NumberFormatException absurd) {
                    return new Value.Foreign(source);
                }
            }
            default -> {
                String json = JsonCopy.text(in);
                @Nullable Value seed = json.startsWith("{\"") && json.length() < 100 ? seed(JsonParser.parseString(json)) : null;
                Optional<Value.Shapes> shapes = json.startsWith("[") ? Value.Shapes.read(json) : Optional.empty();
                return seed != null ? seed : shapes.isPresent() ? shapes.get() : new Value.Foreign(json);
            }
        }
    }

    /** {@code {"seed":"random","number":7}} and nothing more is a seed; whatever else is foreign. */
    private static @Nullable Value seed(JsonElement tree) {
        if (!tree.isJsonObject() || !List.of("seed", "number").containsAll(tree.getAsJsonObject().keySet())) {
            return null;
        }
        JsonElement mode = tree.getAsJsonObject().get("seed");
        JsonElement number = tree.getAsJsonObject().get("number");
        if (mode == null || !mode.isJsonPrimitive() || number != null && !number.isJsonPrimitive()) {
            return null;
        }
        OptionalLong drawn = OptionalLong.empty();
        if (number != null) {
            String digits = number.getAsString();
            if (!number.getAsJsonPrimitive().isNumber() || !digits.matches("0|[1-9][0-9]{0,18}")
                    || digits.length() == 19 && digits.compareTo(Long.toString(Long.MAX_VALUE)) > 0) {
                return null;
            }
            drawn = OptionalLong.of(Long.parseLong(digits));
        }
        for (SeedMode known : SeedMode.values()) {
            if (WorkflowWriter.id(known).equals(mode.getAsString()) && (known != SeedMode.FIXED || drawn.isPresent())) {
                return new Value.Seed(known, drawn);
            }
        }
        return null;
    }
}
