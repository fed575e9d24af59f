package easel.engine.weights;

import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import easel.engine.EngineException;
import easel.engine.Failure;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the header of a safetensors file: eight bytes little-endian say how long a JSON object is that gives each
 * tensor's dtype, shape and place in what follows it (the format's own README). Stricter than the engine, which ends
 * its process where dtype, shape or data_offsets are missing or places lie outside a mapped file.
 */
final class Safetensors {

    private static final int LENGTH_BYTES = 8;
    /**
     * The format allows 100 MB; the longest real ones, with all their training notes, stay under 10. A header that is
     * one text takes four times its length here.
     */
    private static final long MOST_HEADER_BYTES = 25_000_000;
    /** The engine's own limit. */
    private static final int MOST_AXES = 5;

    private final Source source;
    private final List<TensorInfo> tensors = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, String> metadata = new HashMap<>();
    private int metadataSize;
    private long data;

    private Safetensors(Source source) {
        this.source = source;
    }

    /** Whether the file begins as a safetensors does: a sensible length, then an opening brace. */
    static boolean begins(byte[] head) {
        return head.length > LENGTH_BYTES && head[LENGTH_BYTES] == '{' && head[7] == 0 && head[6] == 0 && head[5] == 0;
    }

    static Header read(Source source) throws EngineException, IOException {
        return new Safetensors(source).read();
    }

    private Header read() throws EngineException, IOException {
        source.seek(0);
        long length = source.i64();
        if (length < 2 || length > MOST_HEADER_BYTES) {
            throw source.damaged("a header of " + Long.toUnsignedString(length) + " bytes; 2 to "
                    + MOST_HEADER_BYTES + " are possible");
        }
        data = LENGTH_BYTES + length;
        if (data > source.size()) {
            throw new EngineException(new Failure.TruncatedFile(source.file(), source.size(), data));
        }
        var decoder = StandardCharsets.UTF_8.newDecoder();   // reports what is no UTF-8 instead of mending it
        try (JsonReader json = new JsonReader(new InputStreamReader(source.stream(length), decoder))) {
            json.setStrictness(Strictness.STRICT);
            json.beginObject();
            while (json.hasNext()) {
                String name = json.nextName();
                if (name.equals("__metadata__")) {
                    metadata(json);
                } else {
                    tensor(name, json);
                }
            }
            json.endObject();
            if (json.peek() != JsonToken.END_DOCUMENT) {
                throw source.damaged("its header goes on after its end");
            }
        } catch (MalformedJsonException | EOFException | CharacterCodingException | JsonParseException
                | IllegalStateException | NumberFormatException e) {
            throw source.damaged("its header is not well-formed JSON");
        }
        Header.placed(tensors, source);
        return new Header(Container.SAFETENSORS, tensors, metadata);
    }

    private void metadata(JsonReader json) throws IOException, EngineException {
        if (!names.add("__metadata__")) {
            throw source.damaged("__metadata__ twice");
        }
        json.beginObject();
        while (json.hasNext()) {
            String key = json.nextName();
            if (json.peek() != JsonToken.STRING) {   // not allowed by the format, seen in the wild, ignored by the engine
                json.skipValue();
                continue;
            }
            String value = json.nextString();
            metadataSize += key.length() + value.length();
            if (metadataSize <= Header.MOST_METADATA) {
                metadata.put(key, value);
            }
        }
        json.endObject();
    }

    private void tensor(String name, JsonReader json) throws IOException, EngineException {
        if (name.length() > Header.LONGEST_NAME) {
            throw source.damaged("a name of " + name.length() + " characters");
        }
        if (!names.add(name)) {
            throw source.damaged(called(name) + " twice");
        }
        if (tensors.size() == Header.MOST_TENSORS) {
            throw source.damaged("more than " + Header.MOST_TENSORS + " tensors");
        }
        String dtype = "";
        List<Long> shape = List.of();
        List<Long> offsets = List.of();
        boolean shaped = false;
        Set<String> keys = new HashSet<>(4);
        json.beginObject();
        while (json.hasNext()) {
            String key = json.nextName();
            if (!keys.add(key) || keys.size() > 16) {
                throw source.damaged(called(name) + " has " + Header.quoted(key) + " twice, or too much else");
            }
            switch (key) {
                case "dtype" -> {
                    if (json.peek() != JsonToken.STRING) {
                        throw source.damaged(called(name) + " has no dtype");
                    }
                    dtype = json.nextString();
                }
                case "shape" -> {
                    shape = wholes(json, name, "shape", MOST_AXES);
                    shaped = true;
                }
                case "data_offsets" -> offsets = wholes(json, name, "data_offsets", 2);
                default -> json.skipValue();
            }
        }
        json.endObject();
        if (dtype.isEmpty() || !shaped || offsets.size() != 2) {
            throw source.damaged(called(name) + " lacks dtype, shape or data_offsets");
        }
        WeightType type = WeightType.safetensors(dtype);
        if (type == null) {
            throw source.damaged(called(name) + " has the unknown dtype " + Header.quoted(dtype));
        }
        long begin = offsets.getFirst();
        long end = offsets.getLast();
        long bytes;
        try {
            bytes = type.bytesFor(Header.product(shape));
        } catch (ArithmeticException e) {
            throw source.damaged(called(name) + " is larger than any file");
        }
        if (end < begin || end - begin != bytes) {
            throw source.damaged(called(name) + ": " + dtype + " " + shape + " does not fit data_offsets " + begin + " to " + end);
        }
        tensors.add(new TensorInfo(name, dtype, shape, Source.saturated(data, begin), bytes));
    }

    private static String called(String tensor) {
        return "tensor " + Header.quoted(tensor);
    }

    /** A list of whole numbers, none negative, written as such: 1.0 and 1e3 are not. */
    private List<Long> wholes(JsonReader json, String name, String what, int most) throws IOException, EngineException {
        List<Long> numbers = new ArrayList<>(most);
        if (json.peek() != JsonToken.BEGIN_ARRAY) {
            throw source.damaged(called(name) + ": " + what + " is no list");
        }
        json.beginArray();
        while (json.hasNext()) {
            if (json.peek() != JsonToken.NUMBER || numbers.size() == most) {
                throw source.damaged(called(name) + ": " + what + " is no list of at most " + most + " numbers");
            }
            String digits = json.nextString();
            for (int i = 0; i < digits.length(); i++) {
                if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                    throw source.damaged(called(name) + ": " + what + " holds " + Header.quoted(digits));
                }
            }
            numbers.add(Long.parseLong(digits));
        }
        json.endArray();
        return numbers;
    }
}
