package easel.format;

import com.google.gson.stream.MalformedJsonException;
import easel.graph.About;
import easel.graph.Area;
import easel.graph.Body;
import easel.graph.Document;
import easel.graph.Expansion;
import easel.graph.Extras;
import easel.graph.Form;
import easel.graph.Group;
import easel.graph.GroupId;
import easel.graph.InputRef;
import easel.graph.Mode;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.OutputRef;
import easel.graph.Position;
import easel.graph.Rim;
import easel.graph.Size;
import easel.graph.Subgraph;
import easel.graph.SubgraphId;
import easel.graph.Value;
import easel.platform.SystemWord;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one document from JSON, as a stream, whatever the order of the fields. */
final class WorkflowReader {

    // Gson says where only in its sentence.
    private static final Pattern PLACE = Pattern.compile("line (\\d+) column (\\d+)");
    static final int MOST_PICTURES = 10_000;

    private final JsonParts in;
    private boolean versionSeen;
    private final int newest;
    private OptionalInt older = OptionalInt.empty();
    private int nodes;

    /** @param newest the version that is read; of a newer one it says so, of an older one it tells {@link #older} */
    WorkflowReader(Reader from, int newest) {
        this.newest = newest;
        in = new JsonParts(from);
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
        in.beginObject();
        while (in.hasNext()) {
            String name = in.nextName();
            switch (name) {
                case "easel" -> version();
                case "name", "title", "help" -> about = about(about, name);
                case "count" -> document = document.withCount(in.whole(1, MOST_PICTURES));
                case "form" -> form = form.withFields(in.list(new FormReader(in)::field));
                case "outlets" -> form = form.withOutlets(in.list(new FormReader(in)::outlet));
                case "nodes" -> body = nodes(body);
                case "groups" -> body = groups(body);
                case "subgraphs" -> document = subgraphs(document);
                default -> unknown.put(name, in.json());
            }
        }
        in.endObject();
        in.peek();   // strict: anything but the end is an error
        return document.about(about).with(body).with(form).with(Extras.of(unknown));
    }

    private About about(About about, String field) throws IOException, WorkflowException {
        return switch (field) {
            case "name" -> new About(in.string(), about.title(), about.help());
            case "title" -> new About(about.name(), in.phrase(), about.help());
            default -> new About(about.name(), about.title(), in.phrase());
        };
    }

    private Body nodes(Body before) throws IOException, WorkflowException {
        Body body = before;
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
        in.beginObject();
        while (in.hasNext()) {
            switch (in.nextName()) {
                case "id" -> id = in.filled();
                case "title" -> title = in.string();
                case "at" -> at = in.numbers();
                case "size" -> size = in.numbers();
                case "colour" -> colour = in.colour();
                case String name -> unknown.put(name, in.json());
            }
        }
        if (id == null || size == null || size[0] < 0 || size[1] < 0) {
            throw in.wrong("group");
        }
        in.endObject();
        return new Group(new GroupId(id), title, Area.of(at[0], at[1], size[0], size[1]), colour, Extras.of(unknown));
    }

    private Document subgraphs(Document before) throws IOException, WorkflowException {
        Document document = before;
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
        in.beginObject();
        while (in.hasNext()) {
            String name = in.nextName();
            switch (name) {
                case "id" -> id = in.filled();
                case "rim" -> rim = rim();
                case "name", "title", "help" -> about = about(about, name);
                case "form" -> form = form.withFields(in.list(new FormReader(in)::field));
                case "outlets" -> form = form.withOutlets(in.list(new FormReader(in)::outlet));
                case "nodes" -> body = nodes(body);
                case "groups" -> body = groups(body);
                default -> unknown.put(name, in.json());
            }
        }
        if (id == null) {
            throw in.wrong("subgraph");
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
        in.beginObject();
        while (in.hasNext()) {
            switch (in.nextName()) {
                case "inputs" -> inputs = in.numbers();
                case "outputs" -> outputs = in.numbers();
                case "hidden" -> hidden = in.list(in::target);
                case "unshown" -> unshown = in.list(in::filled);
                case "converted" -> converted(converted);
                default -> in.json();
            }
        }
        in.endObject();
        return inputs == null || outputs == null ? null
                : new Rim(new Position(inputs[0], inputs[1]), new Position(outputs[0], outputs[1]), Set.copyOf(hidden), Set.copyOf(unshown), converted);
    }

    /** The inputs that each conversion leads to. */
    private void converted(Map<InputRef, String> into) throws IOException, WorkflowException {
        in.beginObject();
        while (in.hasNext()) {
            String how = in.nextName();
            in.list(in::target).forEach(target -> into.put(target, how));
        }
        in.endObject();
    }

    private void version() throws IOException, WorkflowException {
        String version = in.written("version");
        versionSeen = true;
        if (!version.matches("[1-9][0-9]{0,8}")) {
            throw in.wrong("version");
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
        in.beginObject();
        while (in.hasNext()) {
            switch (in.nextName()) {
                case "id" -> id = name();
                case "type" -> type = in.filled();
                case "title" -> title = in.string();
                case "at" -> {
                    double[] at = in.numbers();
                    position = new Position(at[0], at[1]);
                }
                case "size" -> {
                    double[] s = in.numbers();
                    size = new Size(s[0], s[1]);
                }
                case "colour" -> colour = in.colour();
                case "mode" -> mode = in.constant(Mode.values());
                case "kept" -> kept = in.map(in::string);
                case "collapsed" -> collapsed = in.truth();
                case "pinned" -> pinned = in.truth();
                case "values" -> values = in.map(in::value);
                case "inputs" -> inputs = in.map(in::output);
                case "conversions" -> conversions = in.map(in::filled);
                case "hidden" -> hidden = in.list(in::string);
                case String name -> unknown.put(name, in.json());
            }
        }
        if (id == null || type == null) {
            throw in.wrong("node");
        }
        in.endObject();
        return new Node(new NodeId(id), type, title, values, inputs, conversions, position, size, colour, mode, kept, collapsed, pinned, new HashSet<>(hidden), Extras.of(unknown));
    }

    /** A node's own name; with a slash it would be a path into a subgraph. */
    private String name() throws IOException, WorkflowException {
        String name = in.filled();
        if (name.indexOf('/') >= 0) {
            throw in.wrong("name-alone");
        }
        return name;
    }
}
