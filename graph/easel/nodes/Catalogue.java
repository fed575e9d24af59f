package easel.nodes;

import easel.graph.Document;
import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.platform.Folders;
import easel.platform.Language;
import easel.platform.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.ServiceLoader;

/**
 * Every type of node there is: the classes that {@code META-INF/services/easel.nodes.Node} names, and those of the user's
 * {@link PlugIns}, {@code plugins} among the user's data.
 */
public final class Catalogue {

    /** A class of nodes with its schema, made once. */
    private record Entry(Node node, Schema schema) {}

    private static final SequencedMap<String, Entry> OWN = entries(ServiceLoader.load(Node.class, Catalogue.class.getClassLoader()));
    private static final PlugIns PLUG_INS = PlugIns.in(Folders.ofUser().data().resolve("plugins"), OWN.keySet());
    private static final SequencedMap<String, Entry> ENTRIES = both();

    private Catalogue() {}

    private static SequencedMap<String, Entry> entries(Iterable<Node> nodes) {
        SequencedMap<String, Entry> entries = new LinkedHashMap<>();
        for (Node node : nodes) {
            Schema schema = node.schema();
            entries.put(schema.type(), new Entry(node, schema));
        }
        return entries;
    }

    private static SequencedMap<String, Entry> both() {
        SequencedMap<String, Entry> both = new LinkedHashMap<>(OWN);
        both.putAll(entries(PLUG_INS.nodes()));
        return both;
    }

    /** The schemas of the nodes that come with Easel. */
    public static List<Schema> own() {
        return OWN.values().stream().map(Entry::schema).toList();
    }

    /** What of the user's plug-ins was left out. */
    public static List<PlugIns.Fault> faults() {
        return PLUG_INS.faults();
    }

    /** The schemas, in the order of the library. */
    public static List<Schema> schemas() {
        return ENTRIES.values().stream().map(Entry::schema).toList();
    }

    /** The schema of a type. */
    public static Optional<Schema> schema(String type) {
        return Optional.ofNullable(ENTRIES.get(type)).map(Entry::schema);
    }

    /** The schema that another program calls {@code alias}. */
    public static Optional<Schema> byAlias(String alias) {
        return ENTRIES.values().stream().map(Entry::schema).filter(s -> s.aliases().contains(alias)).findFirst();
    }

    /** The class of a type. */
    public static Optional<Node> node(String type) {
        return Optional.ofNullable(ENTRIES.get(type)).map(Entry::node);
    }

    /** The family a type belongs to; empty for Easel's own and for those that nobody knows. */
    public static Optional<String> family(String type) {
        return node(type).map(node -> node.getClass().getPackage().getAnnotation(Family.class)).map(Family::value);
    }

    /** The functions of the engine's library that do a type's work; none for one that does it itself or only describes. */
    public static List<String> calls(String type) {
        return node(type).map(node -> node.getClass().getAnnotation(Calls.class)).map(calls -> List.of(calls.value())).orElse(List.of());
    }

    /** What people call a type of node; a type that nobody knows is called what it is. */
    public static String title(String type, Language language) {
        return said(type, type, type, language);
    }

    /** What a type of node does. */
    public static String help(String type, Language language) {
        return said(type, type + ".help", "", language);
    }

    /** What people call a parameter, an input or an output of a type. */
    public static String label(String type, String port, Language language) {
        return said(type, type + "." + port, port, language);
    }

    /** What a parameter of a type does; empty for one that only its file knows. */
    public static String help(String type, String parameter, Language language) {
        Words shared = Words.of(Catalogue.class, language);
        String code = "help." + parameter;
        return said(type, type + "." + parameter + ".help", shared.has(code) ? shared.say(code) : "", language);
    }

    /** What people call a choice of a parameter; samplers and schedulers keep their own names. */
    public static String choice(String type, String parameter, String id, Language language) {
        return said(type, type + "." + parameter + "." + id, id, language);
    }

    /** What a number counts, as it stands behind one: {@code " px"}, {@code "%"}; empty for a mere number. */
    public static String unit(Rule rule, Language language) {
        if (rule.unit() == Rule.Unit.NONE) {
            return "";
        }
        String unit = Words.of(Catalogue.class, language).say("unit." + rule.unit().name().toLowerCase(Locale.ROOT));
        return Character.isLetter(unit.charAt(0)) ? " " + unit : unit;
    }

    /** What may stand in a parameter, with what it counts: {@code 16 ... 16384 px, n * 8}. */
    public static String allowed(Rule rule, Language language) {
        return rule.allowed(unit(rule, language));
    }

    /** What a number counts, beside a label; empty where the label says it itself, as that of steps does. */
    public static String unit(Rule rule, String label, Language language) {
        String unit = unit(rule, language);
        return label.toLowerCase(Locale.ROOT).contains(unit.strip().toLowerCase(Locale.ROOT)) ? "" : unit;
    }

    /** What people call a file that comes with Easel. */
    public static String bundled(String name, Language language) {
        return Words.of(Catalogue.class, language).say("bundled." + name);
    }

    /** A problem's sentence and mend, its inputs called what people call them. */
    public static String sentence(Problem problem, Document document, Language language) {
        Problem named = named(problem, document, language);
        return named.sentence(language) + " " + named.mend(language);
    }

    /** A problem with its inputs called what people call them. */
    public static Problem named(Problem problem, Document document, Language language) {
        Optional<String> type = Optional.ofNullable(problem.node()).flatMap(document::node).map(easel.graph.Node::type);
        String input = problem.input();
        List<Object> arguments = problem.arguments().stream()
                .map(a -> type.isPresent() && a.equals(input) ? label(type.get(), input, language) : a).toList();
        return new Problem(problem.node(), input, problem.code(), arguments);
    }

    /** Words lie beside the class of the node. */
    private static String said(String type, String code, String otherwise, Language language) {
        Entry entry = ENTRIES.get(type);
        Words words = entry == null ? Words.of(Catalogue.class, language) : Words.of(entry.node.getClass(), language);
        return words.has(code) ? words.say(code) : otherwise;
    }
}
