package easel.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.graph.Value;
import easel.nodes.Catalogue;
import easel.platform.Language;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All about types of nodes, as text, as JSON, and as the page in the documentation. */
final class NodePage {

    private NodePage() {}

    /** One type, for a terminal. */
    static String text(Schema schema, Language language) {
        StringBuilder text = new StringBuilder(512);
        text.append(Catalogue.title(schema.type(), language)).append(" (").append(schema.type()).append(")\n")
                .append(Catalogue.help(schema.type(), language)).append('\n');
        if (!schema.aliases().isEmpty()) {
            text.append("ComfyUI: ").append(String.join(", ", schema.aliases())).append('\n');
        }
        List<String> calls = Catalogue.calls(schema.type());
        if (!calls.isEmpty()) {
            text.append("stable-diffusion.cpp: ").append(String.join(", ", calls)).append('\n');
        }
        schema.inputs().forEach(i -> text.append("  -> %-20s %-14s %s%n".formatted(i.name(), i.type().name() + (i.required() ? "" : "?"),
                Catalogue.label(schema.type(), i.name(), language))));
        schema.parameters().forEach(p -> text.append("   = %-20s %-14s %s; %s; %s%n".formatted(p.name(), p.type().name(),
                Catalogue.label(schema.type(), p.name(), language), shown(p.standard()), allowed(p.rule(), language))));
        schema.outputs().forEach(o -> text.append("  <- %-20s %-14s %s%n".formatted(o.name(), o.type().name(),
                Catalogue.label(schema.type(), o.name(), language))));
        return text.toString();
    }

    /** One type, for programs. */
    static JsonObject json(Schema schema, Language language) {
        JsonObject json = new JsonObject();
        json.addProperty("type", schema.type());
        json.addProperty("title", Catalogue.title(schema.type(), language));
        json.addProperty("help", Catalogue.help(schema.type(), language));
        json.addProperty("kind", schema.kind().name().toLowerCase(Locale.ROOT));
        json.addProperty("version", schema.version());
        json.addProperty("sink", schema.sink());
        json.add("aliases", strings(schema.aliases()));
        json.add("calls", strings(Catalogue.calls(schema.type())));
        JsonArray inputs = new JsonArray();
        schema.inputs().forEach(i -> {
            JsonObject input = port(schema, i.name(), i.type().name(), language);
            input.addProperty("required", i.required());
            inputs.add(input);
        });
        json.add("inputs", inputs);
        JsonArray parameters = new JsonArray();
        schema.parameters().forEach(p -> {
            JsonObject parameter = port(schema, p.name(), p.type().name(), language);
            parameter.add("default", json(p.standard()));
            rule(parameter, p.rule());
            if (p.rule().unit() != Rule.Unit.NONE) {
                parameter.addProperty("unit", p.rule().unit().name().toLowerCase(Locale.ROOT));
            }
            parameters.add(parameter);
        });
        json.add("parameters", parameters);
        JsonArray outputs = new JsonArray();
        schema.outputs().forEach(o -> outputs.add(port(schema, o.name(), o.type().name(), language)));
        json.add("outputs", outputs);
        return json;
    }

    /** The page: every type with all it takes and gives. */
    static String markdown(List<Schema> schemas, Language language) {
        StringBuilder page = new StringBuilder(1 << 14);
        page.append("# The nodes\n\nMade by `./easel nodes --markdown > docs/nodes.md`; a test holds that it is up to date. A `?` marks an input that may\n"
                + "stay open. Every parameter can be fed by a link as well.\n");
        schemas.stream().filter(s -> Catalogue.family(s.type()).isEmpty()).forEach(s -> section(page, s, language));
        schemas.stream().map(s -> Catalogue.family(s.type())).flatMap(Optional::stream).distinct().forEach(family -> {
            page.append("\n# ").append(heading(family)).append('\n');
            schemas.stream().filter(s -> Catalogue.family(s.type()).equals(Optional.of(family))).forEach(s -> section(page, s, language));
        });
        return page.toString();
    }

    private static String heading(String family) {
        return switch (family) {
            case "comfyui" -> "ComfyUI's classes, one to one";
            case "models" -> "Models in depth";
            default -> family;
        };
    }

    private static void section(StringBuilder page, Schema schema, Language language) {
        page.append("\n## ").append(Catalogue.title(schema.type(), language)).append("\n\n`").append(schema.type()).append('`');
        if (!schema.aliases().isEmpty()) {
            page.append(", in ComfyUI `").append(String.join("`, `", schema.aliases())).append('`');
        }
        page.append(". ").append(Catalogue.help(schema.type(), language));
        List<String> calls = Catalogue.calls(schema.type());
        if (!calls.isEmpty()) {
            page.append(" The work is done by stable-diffusion.cpp's `").append(String.join("`, `", calls)).append("`.");
        }
        page.append("\n\n| | name | type | | by itself | allowed |\n|---|---|---|---|---|---|\n");
        schema.inputs().forEach(i -> row(page, "in", i.name(), i.type().name() + (i.required() ? "" : "?"), schema, language, "", ""));
        schema.parameters().forEach(p -> row(page, "parameter", p.name(), p.type().name(), schema, language, shown(p.standard()), allowed(p.rule(), language)));
        schema.outputs().forEach(o -> row(page, "out", o.name(), o.type().name(), schema, language, "", ""));
    }

    private static void row(StringBuilder page, String what, String name, String type, Schema schema, Language language, String standard, String allowed) {
        page.append("| ").append(what).append(" | `").append(name).append("` | ").append(type).append(" | ")
                .append(Catalogue.label(schema.type(), name, language)).append(" | ").append(standard).append(" | ").append(allowed).append(" |\n");
    }

    private static JsonObject port(Schema schema, String name, String type, Language language) {
        JsonObject port = new JsonObject();
        port.addProperty("name", name);
        port.addProperty("type", type);
        port.addProperty("label", Catalogue.label(schema.type(), name, language));
        return port;
    }

    private static void rule(JsonObject to, Rule rule) {
        switch (rule) {
            case Rule.Whole whole -> {
                to.addProperty("least", whole.least());
                to.addProperty("most", whole.most());
                to.addProperty("multipleOf", whole.multipleOf());
            }
            case Rule.Real real -> {
                to.addProperty("least", real.least());
                to.addProperty("most", real.most());
            }
            case Rule.Choice choice -> to.add("choices", strings(choice.ids()));
            case Rule.File file -> {
                to.addProperty("file", file.of().name());
                to.add("names", strings(file.names()));
            }
            case Rule.Folder _ -> to.addProperty("folder", true);
            case Rule.Words words -> to.addProperty("longest", words.longest());
            case Rule.Seed _ -> {
                to.addProperty("least", 0);
                to.addProperty("most", Long.MAX_VALUE);
            }
            case Rule.Shapes shapes -> to.addProperty("on", shapes.on());
            case Rule.Truth _ -> { }
        }
    }

    private static JsonArray strings(List<String> all) {
        JsonArray array = new JsonArray();
        all.forEach(array::add);
        return array;
    }

    private static JsonElement json(Value value) {
        return switch (value) {
            case Value.Text text -> new JsonPrimitive(text.text());
            case Value.Number number -> new JsonPrimitive(number.exact());
            case Value.Truth truth -> new JsonPrimitive(truth.on());
            case Value.Seed seed -> new JsonPrimitive(shown(seed));
            case Value.Shapes shapes -> JsonParser.parseString(shapes.json());
            case Value.Foreign foreign -> new JsonPrimitive(foreign.json());
        };
    }

    private static String shown(Value value) {
        return switch (value) {
            case Value.Text text -> text.text();
            case Value.Number number -> number.source();
            case Value.Truth truth -> Boolean.toString(truth.on());
            case Value.Seed seed -> seed.number().isPresent() ? Long.toString(seed.number().getAsLong()) : seed.mode().name().toLowerCase(Locale.ROOT);
            case Value.Shapes shapes -> shapes.json();
            case Value.Foreign foreign -> foreign.json();
        };
    }

    private static String allowed(Rule rule, Language language) {
        return switch (rule) {
            case Rule.File file -> file.of().name().toLowerCase(Locale.ROOT) + (file.names().isEmpty() ? "" : ", " + String.join(", ", file.names()));
            case Rule.Folder _ -> "folder";
            default -> Catalogue.allowed(rule, language);
        };
    }
}
