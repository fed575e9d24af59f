package easel.format;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import easel.graph.InputRef;
import easel.graph.NodeId;
import easel.graph.OutputRef;
import easel.graph.Phrase;
import easel.graph.Value;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** The parts that workflow files are made of, read as a stream; what has another shape is refused with its place. */
final class JsonParts {

    private static final int MOST_PARTS = 2_000_000;

    private final JsonReader in;
    private int parts;

    JsonParts(Reader from) {
        in = new JsonReader(from);
        in.setStrictness(Strictness.STRICT);
    }

    // Objects and arrays

    void beginObject() throws IOException, WorkflowException {
        begin("object", JsonToken.BEGIN_OBJECT);
        in.beginObject();
    }

    void endObject() throws IOException {
        in.endObject();
    }

    void beginArray() throws IOException, WorkflowException {
        begin("array", JsonToken.BEGIN_ARRAY);
        in.beginArray();
    }

    void endArray() throws IOException {
        in.endArray();
    }

    boolean hasNext() throws IOException {
        return in.hasNext();
    }

    String nextName() throws IOException {
        return in.nextName();
    }

    JsonToken peek() throws IOException {
        return in.peek();
    }

    /** Where it reads, as a JSONPath. */
    String path() {
        return in.getPath();
    }

    /** One thing to be read. */
    @FunctionalInterface
    interface Part<T> {
        T read() throws IOException, WorkflowException;
    }

    <T> List<T> list(Part<T> part) throws IOException, WorkflowException {
        beginArray();
        List<T> all = new ArrayList<>();
        while (in.hasNext()) {
            part();
            all.add(part.read());
        }
        in.endArray();
        return all;
    }

    <T> SequencedMap<String, T> map(Part<T> part) throws IOException, WorkflowException {
        beginObject();
        SequencedMap<String, T> all = new LinkedHashMap<>();
        while (in.hasNext()) {
            part();
            all.put(in.nextName(), part.read());
        }
        in.endObject();
        return all;
    }

    /** A file of thirty megabytes could be ten million values, each a hundred bytes in memory. */
    private void part() throws WorkflowException {
        if (++parts > MOST_PARTS) {
            throw new WorkflowException(WorkflowException.Code.TOO_MUCH, MOST_PARTS);
        }
    }

    String json() throws IOException, WorkflowException {
        part();
        return JsonCopy.text(in);
    }

    // Single values

    String string() throws IOException, WorkflowException {
        begin("text", JsonToken.STRING);
        return in.nextString();
    }

    String filled() throws IOException, WorkflowException {
        String text = string();
        if (text.isEmpty()) {
            throw wrong("name");
        }
        return text;
    }

    boolean truth() throws IOException, WorkflowException {
        begin("truth", JsonToken.BOOLEAN);
        return in.nextBoolean();
    }

    /** A number as it is written. */
    String written(String wanted) throws IOException, WorkflowException {
        begin(wanted, JsonToken.NUMBER);
        return in.nextString();
    }

    double number() throws IOException, WorkflowException {
        double number = Double.parseDouble(written("number"));
        if (!Double.isFinite(number)) {
            throw wrong("number");
        }
        return number + 0.0;   // -0 is 0
    }

    int whole(int least, int most) throws IOException, WorkflowException {
        double number = number();
        if (number != Math.rint(number) || number < least || number > most) {
            throw wrong("number");
        }
        return (int) number;
    }

    <E extends Enum<E>> E constant(E[] all) throws IOException, WorkflowException {
        String id = string();
        return Arrays.stream(all).filter(c -> WorkflowWriter.id(c).equals(id)).findFirst().orElseThrow(() -> wrong("name"));
    }

    @Nullable String colour() throws IOException, WorkflowException {
        String colour = string();
        if (!colour.matches("#[0-9a-fA-F]{6}")) {
            throw wrong("colour");
        }
        return colour;
    }

    double[] numbers() throws IOException, WorkflowException {
        List<Double> both = list(this::number);
        if (both.size() != 2) {
            throw wrong("numbers");
        }
        return new double[] {both.get(0), both.get(1)};
    }

    private String[] pair() throws IOException, WorkflowException {
        begin("pair", JsonToken.BEGIN_ARRAY);
        List<String> both = list(this::filled);
        if (both.size() != 2) {
            throw wrong("pair");
        }
        return both.toArray(String[]::new);
    }

    OutputRef output() throws IOException, WorkflowException {
        String[] pair = pair();
        return new OutputRef(new NodeId(pair[0]), pair[1]);
    }

    InputRef target() throws IOException, WorkflowException {
        String[] pair = pair();
        return new InputRef(new NodeId(pair[0]), pair[1]);
    }

    Phrase phrase() throws IOException, WorkflowException {
        return new Phrase(map(this::string));
    }

    Value value() throws IOException {
        return ValueReader.read(in);
    }

    private void begin(String wanted, JsonToken token) throws IOException, WorkflowException {
        if (in.peek() != token) {
            throw wrong(wanted);
        }
    }

    WorkflowException wrong(String wanted) {
        return new WorkflowException(WorkflowException.Code.WRONG_SHAPE, in.getPath(), wanted);
    }
}
