package easel.format;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import easel.graph.About;
import easel.graph.Area;
import easel.graph.Body;
import easel.graph.Control;
import easel.graph.Document;
import easel.graph.Expansion;
import easel.graph.Extras;
import easel.graph.Field;
import easel.graph.Form;
import easel.graph.Group;
import easel.graph.GroupId;
import easel.graph.InputRef;
import easel.graph.Mode;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Outlet;
import easel.graph.OutputRef;
import easel.graph.Phrase;
import easel.graph.Position;
import easel.graph.Rim;
import easel.graph.SeedMode;
import easel.graph.Size;
import easel.graph.SocketType;
import easel.graph.Subgraph;
import easel.graph.SubgraphId;
import easel.graph.Value;
import easel.platform.SystemWord;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one document from JSON, as a stream, whatever the order of the fields. */
final class WorkflowReader {

    // Gson says where only in its sentence.
    private static final Pattern PLACE = Pattern.compile("line (\\d+) column (\\d+)");
    private static final int MOST_PICTURES = 10_000;
    private static final int MOST_PARTS = 2_000_000;

    private final JsonReader in;
    private boolean versionSeen;
    private final int newest;
    private OptionalInt older = OptionalInt.empty();
    private int nodes;
    private int parts;

    /** @param newest the version that is read; of a newer one it says so, of an older one it tells {@link #older} */
    WorkflowReader(Reader from, int newest) {
        this.newest = newest;
        in = new JsonReader(from);
        in.setStrictness(Strictness.STRICT);
    }

    /** The version of what was read, if it is an older one: what was read is worth nothing then. */
    OptionalInt older() {
        return older;
    }

    Document read() throws WorkflowException {
        try {
            Document document = document();
            if (!versionSeen) {
                throw new WorkflowException(WorkflowException.Code.NOT_A_WORKFLOW);
            }
            return document;
        } catch (MalformedJsonException | EOFException e) {
            Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
            boolean found = place.find();
            throw new WorkflowException(WorkflowException.Code.NOT_JSON,
                    found ? place.group(1) : "1", found ? place.group(2) : "1");
        } catch (IOException e) {
            throw new WorkflowException(WorkflowException.Code.UNREADABLE, SystemWord.of(e));
        } catch (WorkflowException e) {
            if (older.isPresent()) {
                return Document.EMPTY;   // its fields mean something else; nobody looks at them before they are migrated
            }
            // Another program's JSON is best called that, not a workflow with a wrong field.
            throw versionSeen || e.code() != WorkflowException.Code.WRONG_SHAPE ? e
                    : new WorkflowException(WorkflowException.Code.NOT_A_WORKFLOW);
        }
    }

    private Document document() throws IOException, WorkflowException {
        Document document = Document.EMPTY;
        About about = About.NOTHING;
        Body body = Body.EMPTY;
        Form form = Form.NONE;
        SequencedMap<String, String> unknown = new LinkedHashMap<>();
        begin("object", JsonToken.BEGIN_OBJECT);
        in.beginObject();
        while (in.hasNext()) {
            String name = in.nextName();
            switch (name) {
                case "easel" -> version();
                case "name", "title", "help" -> about = about(about, name);
                case "count" -> document = document.withCount(whole(1, MOST_PICTURES));
                case "form" -> form = form.withFields(list(this::field));
                case "outlets" -> form = form.withOutlets(list(this::outlet));
                case "nodes" -> body = nodes(body);
                case "groups" -> body = groups(body);
                case "subgraphs" -> document = subgraphs(document);
                default -> unknown.put(name, json());
            }
        }
        in.endObject();
        in.peek();   // strict: anything but the end is an error
        return document.about(about).with(body).with(form).with(Extras.of(unknown));
    }

    private About about(About about, String field) throws IOException, WorkflowException {
        return switch (field) {
            case "name" -> new About(string(), about.title(), about.help());
            case "title" -> new About(about.name(), phrase(), about.help());
            default -> new About(about.name(), about.title(), phrase());
        };
    }

    private Body nodes(Body before) throws IOException, WorkflowException {
        Body body = before;
        begin("array", JsonToken.BEGIN_ARRAY);
        in.beginArray();
        while (in.hasNext()) {
            Node node = node();
            if (body.has(node.id())) {
                throw new WorkflowException(WorkflowException.Code.DUPLICATE_ID, node.id().text());
            }
            if (++nodes > Expansion.MOST_NODES) {
                throw new WorkflowException(WorkflowException.Code.TOO_MANY_NODES, Expansion.MOST_NODES);
            }
            // The ports of a subgraph are nodes only as long as somebody looks at them.
            body = Rim.is(node) ? body : body.with(node);
        }
        in.endArray();
        return body;
    }

    private Body groups(Body before) throws IOException, WorkflowException {
        Body body = before;
        begin("array", JsonToken.BEGIN_ARRAY);
        in.beginArray();
        while (in.hasNext()) {
            Group group = group();
            if (body.group(group.id()).isPresent()) {
                throw new WorkflowException(WorkflowException.Code.DUPLICATE_GROUP, group.id().text());
            }
            body = body.with(group);
        }
        in.endArray();
        return body;
    }

    private Group group() throws IOException, WorkflowException {
        @Nullable String id = null;
        String title = "";
        double[] at = {0, 0};
        double @Nullable [] size = null;
        @Nullable String colour = null;
        SequencedMap<String, String> unknown = new LinkedHashMap<>();
        begin("object", JsonToken.BEGIN_OBJECT);
        in.beginObject();
        while (in.hasNext()) {
            switch (in.nextName()) {
                case "id" -> id = filled();
                case "title" -> title = string();
                case "at" -> at = numbers();
                case "size" -> size = numbers();
                case "colour" -> colour = colour();
                case String name -> unknown.put(name, json());
            }
        }
        if (id == null || size == null || size[0] < 0 || size[1] < 0) {
            throw wrong("group");
        }
        in.endObject();
        return new Group(new GroupId(id), title, Area.of(at[0], at[1], size[0], size[1]), colour, Extras.of(unknown));
    }

    private Document subgraphs(Document before) throws IOException, WorkflowException {
        Document document = before;
        begin("array", JsonToken.BEGIN_ARRAY);
        in.beginArray();
        while (in.hasNext()) {
            Subgraph subgraph = subgraph();
            if (document.subgraph(subgraph.id()).isPresent()) {
                throw new WorkflowException(WorkflowException.Code.DUPLICATE_SUBGRAPH, subgraph.id().text());
            }
            document = document.with(subgraph);
        }
        in.endArray();
        return document;
    }

    private Subgraph subgraph() throws IOException, WorkflowException {
        @Nullable String id = null;
        About about = About.NOTHING;
        Body body = Body.EMPTY;
        Form form = Form.NONE;
        @Nullable Rim rim = null;
        SequencedMap<String, String> unknown = new LinkedHashMap<>();
        begin("object", JsonToken.BEGIN_OBJECT);
        in.beginObject();
        while (in.hasNext()) {
            String name = in.nextName();
            switch (name) {
                case "id" -> id = filled();
                case "rim" -> rim = rim();
                case "name", "title", "help" -> about = about(about, name);
                case "form" -> form = form.withFields(list(this::field));
                case "outlets" -> form = form.withOutlets(list(this::outlet));
                case "nodes" -> body = nodes(body);
                case "groups" -> body = groups(body);
                default -> unknown.put(name, json());
            }
        }
        if (id == null) {
            throw wrong("subgraph");
        }
        in.endObject();
        return new Subgraph(new SubgraphId(id), about, body, form, rim, Extras.of(unknown));
    }

    /** Where the ports stand; one that is not told of both is not told. */
    private @Nullable Rim rim() throws IOException, WorkflowException {
        double @Nullable [] inputs = null;
        double @Nullable [] outputs = null;
        List<InputRef> hidden = List.of();
        List<String> unshown = List.of();
        Map<InputRef, String> converted = new HashMap<>();
        begin("object", JsonToken.BEGIN_OBJECT);
        in.beginObject();
        while (in.hasNext()) {
            switch (in.nextName()) {
                case "inputs" -> inputs = numbers();
                case "outputs" -> outputs = numbers();
                case "hidden" -> hidden = list(this::target);
                case "unshown" -> unshown = list(this::filled);
                case "converted" -> converted(converted);
                default -> json();
            }
        }
        in.endObject();
        return inputs == null || outputs == null ? null
                : new Rim(new Position(inputs[0], inputs[1]), new Position(outputs[0], outputs[1]), Set.copyOf(hidden), Set.copyOf(unshown), converted);
    }

    /** The inputs that each conversion leads to. */
    private void converted(Map<InputRef, String> into) throws IOException, WorkflowException {
        begin("object", JsonToken.BEGIN_OBJECT);
        in.beginObject();
        while (in.hasNext()) {
            String how = in.nextName();
            list(this::target).forEach(target -> into.put(target, how));
        }
        in.endObject();
    }

    private Outlet outlet() throws IOException, WorkflowException {
        @Nullable String name = null;
        @Nullable OutputRef from = null;
        @Nullable SocketType type = null;
        Phrase label = Phrase.NONE;
        SequencedMap<String, String> unknown = new LinkedHashMap<>();
        begin("object", JsonToken.BEGIN_OBJECT);
        in.beginObject();
        while (in.hasNext()) {
            switch (in.nextName()) {
                case "name" -> name = filled();
                case "gives" -> from = output();
                case "type" -> type = SocketType.named(filled());
                case "label" -> label = phrase();
                case String other -> unknown.put(other, json());
            }
        }
        if (name == null || from == null) {
            throw wrong("outlet");
        }
        in.endObject();
        return new Outlet(name, from, type, label, Extras.of(unknown));
    }

    private void version() throws IOException, WorkflowException {
        begin("version", JsonToken.NUMBER);
        String version = in.nextString();
        versionSeen = true;
        if (!version.matches("[1-9][0-9]{0,8}")) {
            throw wrong("version");
        }
        int number = Integer.parseInt(version);
        if (number > newest) {
            throw new WorkflowException(WorkflowException.Code.NEWER_VERSION, version, newest);
        }
        older = number < newest ? OptionalInt.of(number) : OptionalInt.empty();
    }

    private Node node() throws IOException, WorkflowException {
        @Nullable String id = null;
        @Nullable String type = null;
        String title = "";
        Position position = Position.ORIGIN;
        @Nullable Size size = null;
        @Nullable String colour = null;
        Mode mode = Mode.ON;
        SequencedMap<String, String> kept = new LinkedHashMap<>();
        boolean collapsed = false;
        boolean pinned = false;
        List<String> hidden = List.of();
        SequencedMap<String, Value> values = new LinkedHashMap<>();
        SequencedMap<String, OutputRef> inputs = new LinkedHashMap<>();
        SequencedMap<String, String> conversions = new LinkedHashMap<>();
        SequencedMap<String, String> unknown = new LinkedHashMap<>();
        begin("object", JsonToken.BEGIN_OBJECT);
        in.beginObject();
        while (in.hasNext()) {
            switch (in.nextName()) {
                case "id" -> id = name();
                case "type" -> type = filled();
                case "title" -> title = string();
                case "at" -> {
                    double[] at = numbers();
                    position = new Position(at[0], at[1]);
                }
                case "size" -> {
                    double[] s = numbers();
                    size = new Size(s[0], s[1]);
                }
                case "colour" -> colour = colour();
                case "mode" -> mode = constant(Mode.values());
                case "kept" -> kept = map(this::string);
                case "collapsed" -> collapsed = truth();
                case "pinned" -> pinned = truth();
                case "values" -> values = map(this::value);
                case "inputs" -> inputs = map(this::output);
                case "conversions" -> conversions = map(this::filled);
                case "hidden" -> hidden = list(this::string);
                case String name -> unknown.put(name, json());
            }
        }
        if (id == null || type == null) {
            throw wrong("node");
        }
        in.endObject();
        return new Node(new NodeId(id), type, title, values, inputs, conversions, position, size, colour, mode, kept, collapsed, pinned, new HashSet<>(hidden), Extras.of(unknown));
    }

    private Field field() throws IOException, WorkflowException {
        @Nullable String name = null;
        @Nullable String kind = null;
        @Nullable SocketType type = null;
        @Nullable Value standard = null;
        Field.Section section = Field.Section.MAIN;
        List<InputRef> targets = List.of();
        @Nullable InputRef needs = null;
        Phrase label = Phrase.NONE;
        Phrase help = Phrase.NONE;
        SequencedMap<String, String> unknown = new LinkedHashMap<>();
        begin("object", JsonToken.BEGIN_OBJECT);
        in.beginObject();
        while (in.hasNext()) {
            switch (in.nextName()) {
                case "name" -> name = filled();
                case "control" -> kind = filled();
                case "type" -> type = SocketType.named(filled());
                case "default" -> standard = value();
                case "section" -> section = constant(Field.Section.values());
                case "sets" -> targets = list(this::target);
                case "needs" -> needs = target();
                case "label" -> label = phrase();
                case "help" -> help = phrase();
                case String other -> unknown.put(other, json());
            }
        }
        if (name == null || kind == null) {
            throw wrong("field");
        }
        Control control = control(kind, unknown);
        in.endObject();
        return new Field(name, targets, control, type, standard, section, label, help, needs, Extras.of(unknown));
    }

    /** Takes what belongs to a kind of control out of {@code fields}; what does not stays there and is kept. */
    private Control control(String kind, Map<String, String> fields) throws IOException, WorkflowException {
        return switch (kind) {
            case "words" -> new Control.Words(taken(fields, "lines", r -> r::truth, false));
            case "number" -> {
                double least = taken(fields, "least", r -> r::number, 0.0);
                double most = taken(fields, "most", r -> r::number, 1.0);
                double step = taken(fields, "step", r -> r::number, 1.0);
                if (least > most || step <= 0) {
                    throw wrong("field");
                }
                yield new Control.Number(least, most, step, taken(fields, "slider", r -> r::truth, true));
            }
            case "switch" -> new Control.Switch();
            case "choice" -> new Control.Choice(taken(fields, "options", r -> () -> r.list(r::option), List.of()));
            case "seed" -> new Control.Seed();
            case "picture" -> new Control.Picture();
            case "mask" -> new Control.Mask();
            case "model" -> new Control.Model();
            case "socket" -> new Control.Socket();
            case "count" -> new Control.Count(taken(fields, "choices", r -> () -> r.list(() -> r.whole(1, MOST_PICTURES)), List.of(1)));
            default -> new Control.Foreign(kind);
        };
    }

    private <T> T taken(Map<String, String> fields, String name, Function<WorkflowReader, Part<T>> part, T otherwise)
            throws IOException, WorkflowException {
        String json = fields.remove(name);
        if (json == null) {
            return otherwise;
        }
        WorkflowReader reader = new WorkflowReader(new StringReader(json), newest);
        try {
            return part.apply(reader).read();
        } catch (WorkflowException e) {
            throw new WorkflowException(e.code(), in.getPath() + "/" + name + reader.in.getPath().substring(1), e.arguments().getLast());
        }
    }

    private Control.Choice.Option option() throws IOException, WorkflowException {
        Phrase label = Phrase.NONE;
        Phrase note = Phrase.NONE;
        List<Value> values = List.of();
        SequencedMap<String, String> unknown = new LinkedHashMap<>();
        begin("object", JsonToken.BEGIN_OBJECT);
        in.beginObject();
        while (in.hasNext()) {
            switch (in.nextName()) {
                case "label" -> label = phrase();
                case "values" -> values = list(this::value);
                case "note" -> note = phrase();
                case String name -> unknown.put(name, json());
            }
        }
        in.endObject();
        return new Control.Choice.Option(label, values, note, Extras.of(unknown));
    }

    private OutputRef output() throws IOException, WorkflowException {
        String[] pair = pair();
        return new OutputRef(new NodeId(pair[0]), pair[1]);
    }

    private InputRef target() throws IOException, WorkflowException {
        String[] pair = pair();
        return new InputRef(new NodeId(pair[0]), pair[1]);
    }

    private Value value() throws IOException, WorkflowException {
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

    private Phrase phrase() throws IOException, WorkflowException {
        return new Phrase(map(this::string));
    }

    private String[] pair() throws IOException, WorkflowException {
        begin("pair", JsonToken.BEGIN_ARRAY);
        List<String> both = list(this::filled);
        if (both.size() != 2) {
            throw wrong("pair");
        }
        return both.toArray(String[]::new);
    }

    private double[] numbers() throws IOException, WorkflowException {
        List<Double> both = list(this::number);
        if (both.size() != 2) {
            throw wrong("numbers");
        }
        return new double[] {both.get(0), both.get(1)};
    }

    private <E extends Enum<E>> E constant(E[] all) throws IOException, WorkflowException {
        String id = string();
        return Arrays.stream(all).filter(c -> WorkflowWriter.id(c).equals(id)).findFirst().orElseThrow(() -> wrong("name"));
    }

    private @Nullable String colour() throws IOException, WorkflowException {
        String colour = string();
        if (!colour.matches("#[0-9a-fA-F]{6}")) {
            throw wrong("colour");
        }
        return colour;
    }

    private String string() throws IOException, WorkflowException {
        begin("text", JsonToken.STRING);
        return in.nextString();
    }

    private String filled() throws IOException, WorkflowException {
        String text = string();
        if (text.isEmpty()) {
            throw wrong("name");
        }
        return text;
    }

    /** A node's own name; with a slash it would be a path into a subgraph. */
    private String name() throws IOException, WorkflowException {
        String name = filled();
        if (name.indexOf('/') >= 0) {
            throw wrong("name-alone");
        }
        return name;
    }

    private boolean truth() throws IOException, WorkflowException {
        begin("truth", JsonToken.BOOLEAN);
        return in.nextBoolean();
    }

    private double number() throws IOException, WorkflowException {
        begin("number", JsonToken.NUMBER);
        double number = Double.parseDouble(in.nextString());
        if (!Double.isFinite(number)) {
            throw wrong("number");
        }
        return number + 0.0;   // -0 is 0
    }

    private int whole(int least, int most) throws IOException, WorkflowException {
        double number = number();
        if (number != Math.rint(number) || number < least || number > most) {
            throw wrong("number");
        }
        return (int) number;
    }

    /** One thing to be read. */
    @FunctionalInterface
    private interface Part<T> {
        T read() throws IOException, WorkflowException;
    }

    private <T> List<T> list(Part<T> part) throws IOException, WorkflowException {
        begin("array", JsonToken.BEGIN_ARRAY);
        List<T> all = new ArrayList<>();
        in.beginArray();
        while (in.hasNext()) {
            part();
            all.add(part.read());
        }
        in.endArray();
        return all;
    }

    private <T> SequencedMap<String, T> map(Part<T> part) throws IOException, WorkflowException {
        begin("object", JsonToken.BEGIN_OBJECT);
        SequencedMap<String, T> all = new LinkedHashMap<>();
        in.beginObject();
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

    private String json() throws IOException, WorkflowException {
        part();
        return JsonCopy.text(in);
    }

    private void begin(String wanted, JsonToken token) throws IOException, WorkflowException {
        if (in.peek() != token) {
            throw wrong(wanted);
        }
    }

    private WorkflowException wrong(String wanted) {
        return new WorkflowException(WorkflowException.Code.WRONG_SHAPE, in.getPath(), wanted);
    }
}
