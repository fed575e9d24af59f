package easel.ui.desk;

import easel.graph.Control;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.Extras;
import easel.graph.Field;
import easel.graph.Form;
import easel.graph.FormEdit;
import easel.graph.InputRef;
import easel.graph.Kin;
import easel.graph.Mode;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Phrase;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.graph.SocketType;
import easel.graph.SubgraphId;
import easel.graph.Types;
import easel.graph.Value;
import easel.nodes.Catalogue;
import easel.platform.Language;
import easel.platform.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The form of a workflow that brings none: its prompts, the pictures it loads, the size and, below "More", what its
 * samplers are set to. Made of the nodes alone, whatever they hold, so that setting one of its lines leaves it as it is.
 */
public final class MadeForm {

    /** Of each kind of line no more than so many: who has ten samplers has a use for the nodes. */
    private static final int PROMPTS = 4;
    private static final int OTHERS = 2;
    /** Longer ones are prompts, not names. */
    private static final int WORDS = 1000;
    private static final List<Integer> COUNTS = List.of(1, 2, 4);
    private static final int[][] SIZES = {{512, 512}, {768, 768}, {1024, 1024}, {768, 512}, {1216, 832}, {512, 768}, {832, 1216}};
    /** Parameters of samplers by the names that Easel's own and ComfyUI's have, in their order below "More". */
    private static final List<List<String>> SAMPLING = List.of(List.of("steps"), List.of("cfg", "guidance"), List.of("sampler", "sampler_name"),
            List.of("scheduler"), List.of("strength", "denoise"));

    private final Document document;
    private final Types types;
    private final List<Node> nodes;
    private final List<Field> fields = new ArrayList<>();
    private final Set<InputRef> taken = new HashSet<>();

    private MadeForm(Document document) {
        this.document = document;
        this.types = new Types(document, Catalogue::schema);
        this.nodes = document.nodes().stream().filter(n -> n.mode() == Mode.ON && types.apply(n.type()).isPresent()).toList();
    }

    /** The form for a document; none if it has nothing to set. */
    public static Form of(Document document) {
        return new MadeForm(document).form();
    }

    /** The edit that keeps it as the document's own, one step. */
    public static Edit keeping(Document document) {
        List<Edit> edits = new ArrayList<>();
        for (Field field : of(document).fields()) {
            edits.add(new FormEdit.AddField(field, Integer.MAX_VALUE));
        }
        return edits.isEmpty() ? new Edit.Together(edits) : new Edit.Combined(edits.getFirst(), edits);
    }

    private Form form() {
        prompts();
        pictures();
        parameters(p -> p.rule() instanceof Rule.Shapes, Field.Section.MAIN, OTHERS);
        size();
        if (fields.isEmpty()) {
            return Form.NONE;
        }
        fields.add(Field.of("count", new Control.Count(COUNTS)).labelled(said("count")));
        for (List<String> names : SAMPLING) {
            parameters(p -> names.contains(p.name()), Field.Section.MORE, OTHERS);
        }
        parameters(p -> p.rule() instanceof Rule.Seed, Field.Section.MORE, OTHERS);
        parameters(p -> p.rule() instanceof Rule.File file && file.of().takesCheckpoints(), Field.Section.MORE, OTHERS);
        return new Form(fields, List.of());
    }

    /** What leads to a sampler's prompt comes first, then what leads to its negative one, then other long words. */
    private void prompts() {
        for (String input : List.of("positive", "negative")) {
            for (Node node : nodes) {
                Optional<Schema.Input> socket = types.apply(node.type()).flatMap(s -> s.input(input)).filter(i -> i.type() == SocketType.Known.CONDITIONING);
                if (socket.isPresent() && node.input(input).isPresent()) {
                    Set<NodeId> above = Kin.above(document.body(), List.of(node.input(input).get().node()));
                    words(above, label(node, input), input.equals("positive") ? "prompt" : "negative");
                }
            }
        }
        parameters(p -> p.rule() instanceof Rule.Words words && words.longest() > WORDS, Field.Section.MAIN, PROMPTS - fields.size());
    }

    private void words(Collection<NodeId> of, Phrase label, String name) {
        for (Node node : nodes) {
            if (of.contains(node.id()) && fields.size() < PROMPTS) {
                for (Schema.Parameter parameter : free(node)) {
                    if (parameter.rule() instanceof Rule.Words words && words.longest() > WORDS) {
                        add(name, node, parameter, node.title().isEmpty() ? label : Phrase.of(node.title(), node.title()), Field.Section.MAIN);
                    }
                }
            }
        }
    }

    /** A picture is called after what it is for. */
    private void pictures() {
        int left = OTHERS;
        for (Node node : nodes) {
            for (Schema.Parameter parameter : free(node)) {
                if (left > 0 && parameter.rule() instanceof Rule.File file && file.of() == Rule.File.Of.PICTURE) {
                    left--;
                    Phrase use = document.links().filter(l -> l.from().node().equals(node.id())).findFirst()
                            .flatMap(l -> document.node(l.to().node()).filter(n -> Catalogue.schema(n.type()).isPresent()).map(n -> label(n, l.to().input()))).orElseGet(() -> label(node, parameter.name()));
                    add(parameter.name(), node, parameter, node.title().isEmpty() ? use : Phrase.of(node.title(), node.title()), Field.Section.MAIN);
                }
            }
        }
    }

    private void parameters(Predicate<Schema.Parameter> which, Field.Section section, int most) {
        int left = most;
        for (Node node : nodes) {
            for (Schema.Parameter parameter : free(node)) {
                if (left > 0 && which.test(parameter)) {
                    left--;
                    add(parameter.name(), node, parameter, label(node, parameter.name()), section);
                }
            }
        }
    }

    /** Its parameters that no link feeds and no line has yet. */
    private List<Schema.Parameter> free(Node node) {
        return types.apply(node.type()).orElseThrow().parameters().stream()
                .filter(p -> node.input(p.name()).isEmpty() && !taken.contains(new InputRef(node.id(), p.name()))).toList();
    }

    private void size() {
        for (Node node : nodes) {
            Schema schema = types.apply(node.type()).orElseThrow();
            boolean paints = schema.parameters().stream().anyMatch(p -> p.rule() instanceof Rule.Seed)
                    || schema.outputs().stream().anyMatch(o -> o.type() == SocketType.Known.LATENT);
            List<String> sides = free(node).stream().map(Schema.Parameter::name).filter(List.of("width", "height")::contains).toList();
            if (paints && sides.size() == 2) {
                List<InputRef> targets = List.of(new InputRef(node.id(), "width"), new InputRef(node.id(), "height"));
                taken.addAll(targets);
                List<Control.Choice.Option> options = new ArrayList<>();
                for (int[] size : SIZES) {
                    String said = size[0] + " x " + size[1];
                    options.add(Control.Choice.Option.of(Phrase.of(said, said), List.of(Value.of(size[0]), Value.of(size[1]))));
                }
                fields.add(new Field("size", targets, new Control.Choice(options), null, null, Field.Section.MAIN, said("size"),
                        Phrase.NONE, null, Extras.NONE));
                return;
            }
        }
    }

    private void add(String wanted, Node node, Schema.Parameter parameter, Phrase label, Field.Section section) {
        InputRef target = new InputRef(node.id(), parameter.name());
        taken.add(target);
        Set<String> names = new LinkedHashSet<>(fields.stream().map(Field::name).toList());
        String name = wanted;
        for (int n = 2; names.contains(name); n++) {
            name = wanted + "-" + n;
        }
        fields.add(new Field(name, List.of(target), Control.of(parameter.rule()), null, null, section, label, Phrase.NONE, null, Extras.NONE));
    }

    private static Phrase said(String code) {
        return Phrase.of(Words.of(MadeForm.class, Language.ENGLISH).say(code), Words.of(MadeForm.class, Language.CHINESE).say(code));
    }

    private Phrase label(Node node, String port) {
        return Catalogue.schema(node.type()).isPresent()
                ? Phrase.of(Catalogue.label(node.type(), port, Language.ENGLISH), Catalogue.label(node.type(), port, Language.CHINESE))
                : ofSubgraph(node, port);
    }

    private Phrase ofSubgraph(Node node, String port) {
        return SubgraphId.of(node.type()).flatMap(document::subgraph).flatMap(s -> s.form().field(port)).map(Field::label)
                .filter(l -> !l.isEmpty()).orElseGet(() -> Phrase.of(port, port));
    }
}
