package easel.format;

import easel.graph.Control;
import easel.graph.Extras;
import easel.graph.Field;
import easel.graph.InputRef;
import easel.graph.Outlet;
import easel.graph.OutputRef;
import easel.graph.Phrase;
import easel.graph.SocketType;
import easel.graph.Value;
import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what a form is made of: fields with their controls, and outlets. */
final class FormReader {

    private final JsonParts in;

    FormReader(JsonParts in) {
        this.in = in;
    }

    Field field() throws IOException, WorkflowException {
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
        in.beginObject();
        while (in.hasNext()) {
            switch (in.nextName()) {
                case "name" -> name = in.filled();
                case "control" -> kind = in.filled();
                case "type" -> type = SocketType.named(in.filled());
                case "default" -> standard = in.value();
                case "section" -> section = in.constant(Field.Section.values());
                case "sets" -> targets = in.list(in::target);
                case "needs" -> needs = in.target();
                case "label" -> label = in.phrase();
                case "help" -> help = in.phrase();
                case String other -> unknown.put(other, in.json());
            }
        }
        if (name == null || kind == null) {
            throw in.wrong("field");
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
                    throw in.wrong("field");
                }
                yield new Control.Number(least, most, step, taken(fields, "slider", r -> r::truth, true));
            }
            case "switch" -> new Control.Switch();
            case "choice" -> new Control.Choice(taken(fields, "options", r -> () -> r.list(new FormReader(r)::option), List.of()));
            case "seed" -> new Control.Seed();
            case "picture" -> new Control.Picture();
            case "mask" -> new Control.Mask();
            case "model" -> new Control.Model();
            case "socket" -> new Control.Socket();
            case "count" -> new Control.Count(taken(fields, "choices", r -> () -> r.list(() -> r.whole(1, WorkflowReader.MOST_PICTURES)), List.of(1)));
            default -> new Control.Foreign(kind);
        };
    }

    private <T> T taken(Map<String, String> fields, String name, Function<JsonParts, JsonParts.Part<T>> part, T otherwise)
            throws IOException, WorkflowException {
        String json = fields.remove(name);
        if (json == null) {
            return otherwise;
        }
        JsonParts reader = new JsonParts(new StringReader(json));
        try {
            return part.apply(reader).read();
        } catch (WorkflowException e) {
            throw new WorkflowException(e.code(), in.path() + "/" + name + reader.path().substring(1), e.arguments().getLast());
        }
    }

    private Control.Choice.Option option() throws IOException, WorkflowException {
        Phrase label = Phrase.NONE;
        Phrase note = Phrase.NONE;
        List<Value> values = List.of();
        @Nullable Value where = null;
        SequencedMap<String, String> unknown = new LinkedHashMap<>();
        in.beginObject();
        while (in.hasNext()) {
            switch (in.nextName()) {
                case "label" -> label = in.phrase();
                case "values" -> values = in.list(in::value);
                case "note" -> note = in.phrase();
                case "where" -> where = in.value();
                case String name -> unknown.put(name, in.json());
            }
        }
        in.endObject();
        return new Control.Choice.Option(label, values, note, where, Extras.of(unknown));
    }

    Outlet outlet() throws IOException, WorkflowException {
        @Nullable String name = null;
        @Nullable OutputRef from = null;
        @Nullable SocketType type = null;
        Phrase label = Phrase.NONE;
        SequencedMap<String, String> unknown = new LinkedHashMap<>();
        in.beginObject();
        while (in.hasNext()) {
            switch (in.nextName()) {
                case "name" -> name = in.filled();
                case "gives" -> from = in.output();
                case "type" -> type = SocketType.named(in.filled());
                case "label" -> label = in.phrase();
                case String other -> unknown.put(other, in.json());
            }
        }
        if (name == null || from == null) {
            throw in.wrong("outlet");
        }
        in.endObject();
        return new Outlet(name, from, type, label, Extras.of(unknown));
    }
}
