package easel.ui.search;

import easel.graph.Body;
import easel.graph.Document;
import easel.graph.Field;
import easel.graph.Form;
import easel.graph.InputRef;
import easel.graph.Node;
import easel.graph.Outlet;
import easel.graph.OutputRef;
import easel.graph.Phrase;
import easel.graph.Rim;
import easel.graph.Subgraph;
import easel.graph.SubgraphId;
import easel.graph.Types;
import easel.nodes.Catalogue;
import easel.platform.Language;
import easel.platform.Words;
import java.util.Optional;

/** What a port of a subgraph is called: what people called it, else what it stands for is. */
public final class PortLabel {

    private PortLabel() {}

    /** The label of a port of a subgraph's type, or of one of the two nodes that its ports are inside; empty for other types. */
    public static Optional<Phrase> of(Document document, String type, String port) {
        boolean rim = type.equals(Rim.IN) || type.equals(Rim.OUT);
        if (rim && port.equals(Rim.NEW)) {
            return Optional.of(said("port.new"));
        }
        Optional<Subgraph> subgraph = SubgraphId.of(type).flatMap(document::subgraph);
        return rim ? label(document, document.form(), document.body(), port, !type.equals(Rim.IN), 0)
                : subgraph.flatMap(s -> label(document, s.form(), s.body(), port, false, 0).or(() -> label(document, s.form(), s.body(), port, true, 0)));
    }

    private static Optional<Phrase> label(Document document, Form form, Body body, String port, boolean output, int depth) {
        Optional<Phrase> own = output ? form.outlet(port).map(Outlet::label) : form.field(port).map(Field::label);
        if (own.isEmpty() || !own.get().isEmpty() || depth > Types.DEEPEST) {
            return own.filter(p -> !p.isEmpty());
        }
        Optional<InputRef> input = output ? Optional.empty() : form.field(port).flatMap(f -> f.targets().stream().findFirst());
        Optional<OutputRef> from = output ? form.outlet(port).map(Outlet::from) : Optional.empty();
        Optional<Node> node = input.map(InputRef::node).or(() -> from.map(OutputRef::node)).flatMap(body::node);
        String name = input.map(InputRef::input).or(() -> from.map(OutputRef::output)).orElse(port);
        Optional<Subgraph> deeper = node.flatMap(n -> SubgraphId.of(n.type())).flatMap(document::subgraph);
        Optional<Phrase> inner = deeper.isPresent() ? label(document, deeper.get().form(), deeper.get().body(), name, output, depth + 1)
                : node.filter(n -> Catalogue.schema(n.type()).isPresent()).map(n -> Phrase.of(Catalogue.label(n.type(), name, Language.ENGLISH),
                        Catalogue.label(n.type(), name, Language.CHINESE)));
        return inner.map(p -> numbered(p, port));
    }

    /** Where several are called the same their names have numbers. */
    private static Phrase numbered(Phrase label, String port) {
        String number = port.replaceAll(".*-(?=\\d+$)", "");
        return number.equals(port) ? label : Phrase.of(label.in(Language.ENGLISH) + " " + number, label.in(Language.CHINESE) + " " + number);
    }

    private static Phrase said(String code) {
        return Phrase.of(Words.of(PortLabel.class, Language.ENGLISH).say(code), Words.of(PortLabel.class, Language.CHINESE).say(code));
    }
}
