package easel.format;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import easel.graph.Body;
import easel.graph.Control;
import easel.graph.Document;
import easel.graph.Extras;
import easel.graph.Field;
import easel.graph.Form;
import easel.graph.Group;
import easel.graph.InputRef;
import easel.graph.Mode;
import easel.graph.Node;
import easel.graph.Outlet;
import easel.graph.OutputRef;
import easel.graph.Phrase;
import easel.graph.Rim;
import easel.graph.Subgraph;
import easel.graph.Value;
import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes one document as JSON. Fields that say what is so anyway are left out. */
final class WorkflowWriter {

    private static final FormattingStyle ROOMY = FormattingStyle.PRETTY;
    private static final FormattingStyle ON_ONE_LINE = FormattingStyle.COMPACT.withSpaceAfterSeparators(true);

    private final JsonWriter out;

    WorkflowWriter(Writer to) {
        out = new JsonWriter(to);
        out.setFormattingStyle(ROOMY);
        out.setHtmlSafe(false);
    }

    void write(Document document) throws IOException {
        out.beginObject();
        out.name("easel").value(WorkflowFile.VERSION);
        text("name", document.about().name());
        phrase("title", document.about().title());
        phrase("help", document.about().help());
        if (document.count() != 1) {
            out.name("count").value(document.count());
        }
        form(document.form());
        body(document.body());
        if (!document.subgraphs().isEmpty()) {
            out.name("subgraphs").beginArray();
            for (Subgraph subgraph : document.subgraphs()) {
                subgraph(subgraph);
            }
            out.endArray();
        }
        extras(document.extras());
        out.endObject();
        out.flush();
    }

    private void subgraph(Subgraph subgraph) throws IOException {
        out.beginObject();
        out.name("id").value(subgraph.id().text());
        text("name", subgraph.about().name());
        phrase("title", subgraph.about().title());
        phrase("help", subgraph.about().help());
        form(subgraph.form());
        body(subgraph.body());
        Rim rim = subgraph.rim();
        if (rim != null) {
            out.name("rim").beginObject();
            numbers("inputs", rim.inputs().x(), rim.inputs().y());
            numbers("outputs", rim.outputs().x(), rim.outputs().y());
            if (!rim.hidden().isEmpty()) {
                out.name("hidden").beginArray();
                for (InputRef link : rim.hidden().stream().sorted(Comparator.comparing(InputRef::toString)).toList()) {
                    pair(link);
                }
                out.endArray();
            }
            if (!rim.unshown().isEmpty()) {
                out.name("unshown").beginArray();
                for (String outlet : rim.unshown().stream().sorted().toList()) {
                    out.value(outlet);
                }
                out.endArray();
            }
            if (!rim.converted().isEmpty()) {
                out.name("converted").beginObject();
                for (String how : rim.converted().values().stream().distinct().sorted().toList()) {
                    out.name(how).beginArray();
                    for (InputRef link : rim.converted().entrySet().stream().filter(e -> e.getValue().equals(how)).map(Map.Entry::getKey)
                            .sorted(Comparator.comparing(InputRef::toString)).toList()) {
                        pair(link);
                    }
                    out.endArray();
                }
                out.endObject();
            }
            out.endObject();
        }
        extras(subgraph.extras());
        out.endObject();
    }

    private void form(Form form) throws IOException {
        if (!form.fields().isEmpty()) {
            out.name("form").beginArray();
            for (Field field : form.fields()) {
                field(field);
            }
            out.endArray();
        }
        if (!form.outlets().isEmpty()) {
            out.name("outlets").beginArray();
            for (Outlet outlet : form.outlets()) {
                outlet(outlet);
            }
            out.endArray();
        }
    }

    private void body(Body body) throws IOException {
        out.name("nodes").beginArray();
        for (Node node : body.nodes()) {
            node(node);
        }
        out.endArray();
        if (!body.groups().isEmpty()) {
            out.name("groups").beginArray();
            for (Group group : body.groups()) {
                group(group);
            }
            out.endArray();
        }
    }

    private void group(Group group) throws IOException {
        out.beginObject();
        out.name("id").value(group.id().text());
        text("title", group.title());
        numbers("at", group.area().at().x(), group.area().at().y());
        numbers("size", group.area().size().width(), group.area().size().height());
        text("colour", group.colour() == null ? "" : group.colour());
        extras(group.extras());
        out.endObject();
    }

    private void outlet(Outlet outlet) throws IOException {
        out.beginObject();
        out.name("name").value(outlet.name());
        out.name("gives");
        pair(outlet.from().node().text(), outlet.from().output());
        text("type", outlet.type() == null ? "" : outlet.type().name());
        phrase("label", outlet.label());
        extras(outlet.extras());
        out.endObject();
    }

    private void node(Node node) throws IOException {
        out.beginObject();
        out.name("id").value(node.id().text());
        out.name("type").value(node.type());
        text("title", node.title());
        numbers("at", node.position().x(), node.position().y());
        if (node.size() != null) {
            numbers("size", node.size().width(), node.size().height());
        }
        text("colour", node.colour() == null ? "" : node.colour());
        if (node.mode() != Mode.ON) {
            out.name("mode").value(id(node.mode()));
        }
        if (!node.kept().isEmpty()) {
            out.name("kept").beginObject();
            for (Map.Entry<String, String> result : node.kept().entrySet()) {
                out.name(result.getKey()).value(result.getValue());
            }
            out.endObject();
        }
        if (node.collapsed()) {
            out.name("collapsed").value(true);
        }
        if (node.pinned()) {
            out.name("pinned").value(true);
        }
        if (!node.hidden().isEmpty()) {
            out.name("hidden").beginArray();
            for (String input : node.hidden().stream().sorted().toList()) {
                out.value(input);
            }
            out.endArray();
        }
        if (!node.values().isEmpty()) {
            out.name("values").beginObject();
            for (Map.Entry<String, Value> value : node.values().entrySet()) {
                out.name(value.getKey());
                value(value.getValue());
            }
            out.endObject();
        }
        if (!node.inputs().isEmpty()) {
            out.name("inputs").beginObject();
            for (Map.Entry<String, OutputRef> input : node.inputs().entrySet()) {
                out.name(input.getKey());
                pair(input.getValue().node().text(), input.getValue().output());
            }
            out.endObject();
        }
        if (!node.conversions().isEmpty()) {
            out.name("conversions").beginObject();
            for (Map.Entry<String, String> conversion : node.conversions().entrySet()) {
                out.name(conversion.getKey()).value(conversion.getValue());
            }
            out.endObject();
        }
        extras(node.extras());
        out.endObject();
    }

    private void field(Field field) throws IOException {
        out.beginObject();
        out.name("name").value(field.name());
        if (field.section() != Field.Section.MAIN) {
            out.name("section").value(id(field.section()));
        }
        if (!field.targets().isEmpty()) {
            out.name("sets").beginArray();
            out.setFormattingStyle(ON_ONE_LINE);
            for (InputRef target : field.targets()) {
                pair(target);
            }
            out.endArray();
            out.setFormattingStyle(ROOMY);
        }
        if (field.needs() != null) {
            out.name("needs");
            pair(field.needs());
        }
        text("type", field.type() == null ? "" : field.type().name());
        if (field.standard() != null) {
            out.name("default");
            value(field.standard());
        }
        phrase("label", field.label());
        phrase("help", field.help());
        control(field.control());
        extras(field.extras());
        out.endObject();
    }

    private void control(Control control) throws IOException {
        switch (control) {
            case Control.Words words -> {
                out.name("control").value("words");
                if (words.lines()) {
                    out.name("lines").value(true);
                }
            }
            case Control.Number number -> {
                out.name("control").value("number");
                out.name("least");
                number(number.least());
                out.name("most");
                number(number.most());
                out.name("step");
                number(number.step());
                if (!number.slider()) {
                    out.name("slider").value(false);
                }
            }
            case Control.Switch _ -> out.name("control").value("switch");
            case Control.Choice choice -> {
                out.name("control").value("choice");
                if (!choice.options().isEmpty()) {
                    out.name("options").beginArray();
                    for (Control.Choice.Option option : choice.options()) {
                        out.beginObject();
                        phrase("label", option.label());
                        values(option.values());
                        phrase("note", option.note());
                        if (option.where() != null) {
                            out.name("where");
                            value(option.where());
                        }
                        extras(option.extras());
                        out.endObject();
                    }
                    out.endArray();
                }
            }
            case Control.Seed _ -> out.name("control").value("seed");
            case Control.Picture _ -> out.name("control").value("picture");
            case Control.Mask _ -> out.name("control").value("mask");
            case Control.Model _ -> out.name("control").value("model");
            case Control.Socket _ -> out.name("control").value("socket");
            case Control.Foreign foreign -> out.name("control").value(foreign.kind());
            case Control.Count count -> {
                out.name("control").value("count");
                out.name("choices").beginArray();
                out.setFormattingStyle(ON_ONE_LINE);
                for (int choice : count.choices()) {
                    out.value(choice);
                }
                out.endArray();
                out.setFormattingStyle(ROOMY);
            }
        }
    }

    private void values(List<Value> values) throws IOException {
        out.name("values").beginArray();
        out.setFormattingStyle(ON_ONE_LINE);
        for (Value value : values) {
            value(value);
        }
        out.endArray();
        out.setFormattingStyle(ROOMY);
    }

    private void value(Value value) throws IOException {
        switch (value) {
            case Value.Text text -> out.value(text.text());
            case Value.Number number -> out.jsonValue(number.source());
            case Value.Truth truth -> out.value(truth.on());
            case Value.Seed seed -> {
                FormattingStyle before = out.getFormattingStyle();
                out.beginObject();
                out.setFormattingStyle(ON_ONE_LINE);
                out.name("seed").value(id(seed.mode()));
                if (seed.number().isPresent()) {
                    out.name("number").value(seed.number().getAsLong());
                }
                out.endObject();
                out.setFormattingStyle(before);
            }
            case Value.Shapes shapes -> json(shapes.json());
            case Value.Foreign foreign -> json(foreign.json());
        }
    }

    private void json(String json) throws IOException {
        JsonCopy.write(json, out);
    }

    private void extras(Extras extras) throws IOException {
        for (Map.Entry<String, String> extra : extras.jsonByName().entrySet()) {
            out.name(extra.getKey());
            json(extra.getValue());
        }
    }

    private void text(String name, String text) throws IOException {
        if (!text.isEmpty()) {
            out.name(name).value(text);
        }
    }

    private void phrase(String name, Phrase phrase) throws IOException {
        if (!phrase.isEmpty()) {
            out.name(name).beginObject();
            for (Map.Entry<String, String> words : phrase.byTag().entrySet()) {
                out.name(words.getKey()).value(words.getValue());
            }
            out.endObject();
        }
    }

    private void pair(InputRef ref) throws IOException {
        pair(ref.node().text(), ref.input());
    }

    private void pair(String first, String second) throws IOException {
        FormattingStyle before = out.getFormattingStyle();
        out.beginArray();
        out.setFormattingStyle(ON_ONE_LINE);
        out.value(first).value(second);
        out.endArray();
        out.setFormattingStyle(before);
    }

    private void numbers(String name, double first, double second) throws IOException {
        out.name(name).beginArray();
        out.setFormattingStyle(ON_ONE_LINE);
        number(first);
        number(second);
        out.endArray();
        out.setFormattingStyle(ROOMY);
    }

    private void number(double number) throws IOException {
        value(Value.of(number));
    }

    static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
