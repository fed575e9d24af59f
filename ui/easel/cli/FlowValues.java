package easel.cli;

import easel.graph.Document;
import easel.graph.Expansion;
import easel.graph.InputRef;
import easel.graph.Mode;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.graph.SeedMode;
import easel.graph.SetInside;
import easel.graph.Types;
import easel.graph.Value;
import easel.nodes.Catalogue;
import easel.platform.Language;
import easel.run.Axis;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a command line says of a workflow's nodes. A wrong word is wrong use, and the sentence says which there are. */
final class FlowValues {

    private final Language language;
    private final List<SetInside> said = new ArrayList<>();
    private Document document;

    FlowValues(Document document, Language language) {
        this.document = document;
        this.language = language;
    }

    Document document() {
        return document;
    }

    /** A parameter that was named, and what was said of it. */
    private record Setting(InputRef at, Schema.Parameter parameter, String text) {}

    /** Sets a parameter as {@code node.parameter=value} says. */
    void set(String setting) {
        Setting read = setting("--set", "noSetting", setting);
        SetInside edit = new SetInside(read.at, value(read, read.text));
        said.add(edit);
        document = document.form().withFollowing(edit, document).on(document);
        // What follows from this one gives way to what was said, in whatever order.
        for (SetInside each : said) {
            document = each.on(document);
        }
    }

    /** The axis that {@code node.parameter=values} says. */
    Axis axis(String option, String setting) {
        Setting read = setting(option, "sweep.noAxis", setting);
        return new Axis(read.at, read.parameter.rule(),
                AxisText.values(option, read.text, read.parameter.rule()).stream().map(text -> value(read, text)).toList());
    }

    /**
     * Finds the parameter that {@code node.parameter=...} names.
     *
     * @param shapeless says that it is none; gets what was typed, and the option
     */
    private Setting setting(String option, String shapeless, String setting) {
        int equals = setting.indexOf('=');
        int dot = equals < 0 ? -1 : setting.lastIndexOf('.', equals);
        if (dot < 1 || dot == equals - 1) {
            throw Failed.wrongUse(shapeless, setting, option);
        }
        NodeId id = node(option, setting.substring(0, dot));
        String name = setting.substring(dot + 1, equals);
        String type = document.node(id).orElseThrow().type();
        Schema schema = new Types(document, Catalogue::schema).apply(type).orElseThrow(() -> Failed.wrongUse("unknownType", id, type));
        Schema.Parameter parameter = schema.parameter(name).orElseThrow(() -> Failed.wrongUse("noParameter", id, name,
                schema.parameters().stream().map(Schema.Parameter::name).collect(Collectors.joining(", "))));
        InputRef at = new InputRef(id, name);
        // Inside a subgraph the link may lead to the port that stands for it.
        Stream.of(at, Expansion.shown(at, document)).flatMap(to -> document.node(to.node()).flatMap(n -> n.input(to.input())).stream()).findFirst()
                .ifPresent(from -> {
                    throw Failed.wrongUse("linkedParameter", at, from);
                });
        return new Setting(at, parameter, setting.substring(equals + 1));
    }

    private Value value(Setting setting, String text) {
        Rule rule = setting.parameter.rule();
        Value value = rule.read(text);
        if (!rule.allows(value)) {
            throw Failed.wrongUseSaying(Catalogue.sentence(
                    Problem.at(setting.at, Problem.Code.BAD_VALUE, setting.parameter.name(), text, rule.allowed()), document, language));
        }
        return value;
    }

    /** The node that {@code name} means: by id, or path of ids into subgraphs, else by a title that only one has. */
    NodeId node(String option, String name) {
        if (!name.isEmpty() && document.node(new NodeId(name)).isPresent()) {
            return new NodeId(name);
        }
        List<Node> named = document.nodes().stream().filter(n -> title(n).toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))).toList();
        if (named.size() == 1) {
            return named.getFirst().id();
        }
        throw named.isEmpty() ? Failed.wrongUse("noNode", option, name, names()) : Failed.wrongUse("severalNodes", option, name,
                named.stream().map(n -> n.id().text()).collect(Collectors.joining(", ")));
    }

    /** Gives every seed this number. */
    void fixSeeds(long number) {
        seeds(_ -> Value.Seed.fixed(number));
    }

    /** Forgets the numbers that random seeds were drawn last time. */
    void forgetDrawnSeeds() {
        seeds(seed -> seed.mode() == SeedMode.RANDOM && seed.number().isPresent() ? Value.Seed.random() : seed);
    }

    private void seeds(UnaryOperator<Value.Seed> change) {
        Types types = new Types(document, Catalogue::schema);
        document = document.mapEverywhere(node -> {
            Node changed = node;
            for (Schema.Parameter parameter : types.apply(node.type()).map(Schema::parameters).orElse(List.of())) {
                if (parameter.rule() instanceof Rule.Seed && node.mode() != Mode.FROZEN
                        && node.value(parameter.name()).orElse(parameter.standard()) instanceof Value.Seed seed) {
                    Value.Seed other = change.apply(seed);
                    changed = other == seed ? changed : changed.with(parameter.name(), other);
                }
            }
            return changed;
        });
    }

    private String title(Node node) {
        return !node.title().isEmpty() ? node.title() : new Types(document, Catalogue::schema).title(node.type(), language)
                .orElseGet(() -> Catalogue.title(node.type(), language));
    }

    private String names() {
        int most = 20;
        String names = document.nodes().stream().limit(most).map(n -> n.id().text()).collect(Collectors.joining(", "));
        return document.size() > most ? names + " ..." : names;
    }
}
