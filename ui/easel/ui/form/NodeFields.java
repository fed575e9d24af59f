package easel.ui.form;

import easel.graph.Control;
import easel.graph.Document;
import easel.graph.Extras;
import easel.graph.Field;
import easel.graph.InputRef;
import easel.graph.NodeId;
import easel.graph.Note;
import easel.graph.Phrase;
import easel.graph.Schema;
import easel.graph.Types;
import easel.nodes.Catalogue;
import easel.platform.Language;
import easel.ui.search.PortLabel;
import java.util.Collection;

/** Parameters of nodes as lines of a form: the same views show and set them, of one node or of several at once. */
public final class NodeFields {

    private NodeFields() {}

    /** What people call a parameter or a socket of a type. */
    public static Phrase label(Document document, String type, String port) {
        if (type.equals(Note.TYPE)) {
            Types types = new Types(document, Catalogue::schema);
            return Phrase.of(types.title(type, Language.ENGLISH).orElse(port), types.title(type, Language.CHINESE).orElse(port));
        }
        return PortLabel.of(document, type, port).orElseGet(() -> Phrase.of(Catalogue.label(type, port, Language.ENGLISH),
                        Catalogue.label(type, port, Language.CHINESE)));
    }

    /** What people call a type, those of the document's own subgraphs too. */
    public static String title(Document document, String type, Language language) {
        return new Types(document, Catalogue::schema).title(type, language).orElseGet(() -> Catalogue.title(type, language));
    }

    /** The line for a parameter that all of some nodes of a type have. */
    public static Field of(Document document, String type, Collection<NodeId> nodes, Schema.Parameter parameter) {
        return new Field("node." + parameter.name(), nodes.stream().map(n -> new InputRef(n, parameter.name())).toList(),
                Control.of(parameter.rule()), null, null, Field.Section.MAIN, label(document, type, parameter.name()),
                        Phrase.NONE, null, Extras.NONE);
    }
}
