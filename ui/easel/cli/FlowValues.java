package easel.cli;

import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.InputRef;
import easel.graph.Node;
import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.graph.SeedMode;
import easel.graph.Value;
import easel.nodes.Catalogue;
import easel.platform.Language;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What a command line says of a workflow's nodes. A wrong word is wrong use, and the sentence says which there are. */
final class FlowValues {

    private final Language language;
    private Document document;

    FlowValues(Document document, Language language) {
        this.document = document;
        this.language = language;
    }

    Document document() {
        return document;
    }

    /** Sets a parameter as {@code node.parameter=value} says. */
    void set(String setting) {
        int equals = setting.indexOf('=');
        int dot = equals < 0 ? -1 : setting.lastIndexOf('.', equals);
        if (dot < 1 || dot == equals - 1) {
            throw Failed.wrongUse("noSetting", setting);
        }
        Node node = node("--set", setting.substring(0, dot));
        String name = setting.substring(dot + 1, equals);
        Schema schema = Catalogue.schema(node.type()).orElseThrow(() -> Failed.wrongUse("unknownType", node.id(), node.type()));
        Schema.Parameter parameter = schema.parameter(name).orElseThrow(() -> Failed.wrongUse("noParameter", node.id(), name,
                schema.parameters().stream().map(Schema.Parameter::name).collect(Collectors.joining(", "))));
        InputRef at = new InputRef(node.id(), name);
        node.input(name).ifPresent(from -> {
            throw Failed.wrongUse("linkedParameter", at, from);
        });
        String text = setting.substring(equals + 1);
        Value value = parameter.rule().read(text);
        if (!parameter.rule().allows(value)) {
            throw Failed.wrongUseSaying(Catalogue.sentence(
                    Problem.at(at, Problem.Code.BAD_VALUE, name, text, parameter.rule().allowed()), document, language));
        }
        document = new Edit.SetParameter(at, value).on(document);
    }

    /** The node that {@code name} means: by id, else by a title that only one has. */
    Node node(String option, String name) {
        List<Node> named = document.nodes().stream().filter(n -> n.id().text().equals(name)).toList();
        if (named.isEmpty()) {
            named = document.nodes().stream().filter(n -> title(n).toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))).toList();
        }
        if (named.size() == 1) {
            return named.getFirst();
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
        seeds(seed -> seed.mode() == SeedMode.RANDOM ? Value.Seed.random() : seed);
    }

    private void seeds(UnaryOperator<Value.Seed> change) {
        for (Node node : document.nodes()) {
            Catalogue.schema(node.type()).ifPresent(schema -> schema.parameters().stream().filter(p -> p.rule() instanceof Rule.Seed).forEach(p -> {
                if (node.value(p.name()).orElse(p.standard()) instanceof Value.Seed seed) {
                    document = new Edit.SetParameter(new InputRef(node.id(), p.name()), change.apply(seed)).on(document);
                }
            }));
        }
    }

    private String title(Node node) {
        return node.title().isEmpty() ? Catalogue.title(node.type(), language) : node.title();
    }

    private String names() {
        int most = 20;
        String names = document.nodes().stream().limit(most).map(n -> n.id().text()).collect(Collectors.joining(", "));
        return document.size() > most ? names + " ..." : names;
    }
}
