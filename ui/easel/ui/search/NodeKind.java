package easel.ui.search;

import easel.graph.Document;
import easel.graph.Note;
import easel.graph.Reroute;
import easel.graph.Schema;
import easel.graph.SocketType;
import easel.graph.Subgraph;
import easel.graph.SubgraphId;
import easel.graph.Types;
import easel.nodes.Catalogue;
import easel.platform.Language;
import easel.platform.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A kind of node that can be added.
 *
 * @param title what people call it, in the language of the window
 * @param help  what it does, in one sentence; may be empty
 * @param names everything it may be looked for by, what people call it first
 * @param alias what ComfyUI calls it, or empty
 */
public record NodeKind(Schema schema, String title, String help, List<String> names, String alias) {

    private static final String COMFY_LIST = "[,，、]\\s*";

    public NodeKind {
        names = List.copyOf(names);
    }

    /** Its id in files. */
    public String type() {
        return schema.type();
    }

    /** Every kind that may stand in a document: the catalogue's, bends, notes, and the document's own subgraphs. */
    public static List<NodeKind> all(Document document, Language language) {
        Types types = new Types(document, Catalogue::schema);
        List<NodeKind> all = new ArrayList<>();
        Stream<String> own = Stream.concat(document.subgraphs().stream().map(Subgraph::id).map(SubgraphId::type), Stream.of(Reroute.TYPE, Note.TYPE));
        Stream.concat(Catalogue.schemas().stream().map(Schema::type), own).forEach(type -> types.apply(type).ifPresent(s -> all.add(of(s, types, language))));
        return all;
    }

    private static NodeKind of(Schema schema, Types types, Language language) {
        Set<String> names = new LinkedHashSet<>();
        names.add(title(schema.type(), types, language));
        for (Language each : Language.values()) {
            names.add(title(schema.type(), types, each));
        }
        List<String> comfy = Stream.concat(synonyms("comfy", schema.type(), Language.ENGLISH), schema.aliases().stream()).distinct().toList();
        names.addAll(comfy);
        for (Language each : Language.values()) {
            synonyms("synonyms", schema.type(), each).forEach(names::add);
        }
        Words words = Words.of(NodeKind.class, language);
        String code = "help." + schema.type();
        String help = Optional.of(Catalogue.help(schema.type(), language)).filter(h -> !h.isEmpty())
                .orElseGet(() -> words.has(code) ? words.say(code) : SubgraphId.isInstance(schema.type()) ? words.say("help.subgraph") : "");
        return new NodeKind(schema, names.iterator().next(), help, List.copyOf(names), comfy.isEmpty() ? "" : comfy.getFirst());
    }

    private static String title(String type, Types types, Language language) {
        return types.title(type, language).orElseGet(() -> Catalogue.title(type, language));
    }

    private static Stream<String> synonyms(String what, String type, Language language) {
        Words words = Words.of(NodeKind.class, language);
        String code = what + "." + type;
        return words.has(code) ? Stream.of(words.say(code).split(COMFY_LIST)) : Stream.empty();
    }

    /** Whether it takes or gives whatever comes, as bends do: nobody looks for those first. */
    boolean isAnything() {
        return schema.inputs().stream().anyMatch(i -> i.type().equals(SocketType.ANY));
    }
}
