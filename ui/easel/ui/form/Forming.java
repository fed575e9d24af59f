package easel.ui.form;

import easel.graph.About;
import easel.graph.Control;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.Extras;
import easel.graph.Field;
import easel.graph.FormEdit;
import easel.graph.InputRef;
import easel.graph.Phrase;
import easel.graph.Schema;
import easel.graph.Types;
import easel.nodes.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Edits of a workflow's form. Who changes a preset's form has a workflow of their own from then on: a preset's form is
 * taken from the preset again at every start.
 */
public final class Forming {

    private Forming() {}

    /** The edit, which leaves the preset besides if the document is one. */
    public static Edit of(Document document, FormEdit edit) {
        About about = document.about();
        return about.name().isEmpty() ? edit
                : new Edit.Combined(edit, List.of(edit, new Edit.SetAbout(new About("", about.title(), about.help()))));
    }

    /** Shows a parameter at the end of the form. */
    public static Edit show(Document document, InputRef parameter) {
        Schema.Parameter shown = parameter(document, parameter).orElseThrow();
        String type = document.node(parameter.node()).orElseThrow().type();
        Phrase label = NodeFields.label(document, type, parameter.input());
        Field field = new Field(fresh(document, parameter.input()), List.of(parameter), Control.of(shown.rule()), null, null, Field.Section.MAIN,
                label, Phrase.NONE, null, Extras.NONE);
        return of(document, new FormEdit.AddField(field, document.form().fields().size()));
    }

    /** Shows a parameter no more; a line that sets others too goes on setting them. */
    public static Edit hide(Document document, InputRef parameter) {
        Field field = document.form().of(parameter).orElseThrow();
        List<InputRef> others = field.targets().stream().filter(t -> !t.equals(parameter)).toList();
        return of(document, others.isEmpty() ? new FormEdit.RemoveField(field.name()) : new FormEdit.ChangeField(field.name(), field.setting(others)));
    }

    private static String fresh(Document document, String wanted) {
        String name = wanted;
        for (int n = 2; document.form().field(name).isPresent(); n++) {
            name = wanted + "-" + n;
        }
        return name;
    }

    /** What is known of a parameter; empty if nothing is. */
    public static Optional<Schema.Parameter> parameter(Document document, InputRef parameter) {
        return document.node(parameter.node()).flatMap(n -> new Types(document, Catalogue::schema).apply(n.type()))
                .flatMap(s -> s.parameter(parameter.input()));
    }

    /** Every parameter that the form does not show and no link feeds, node by node. */
    public static List<InputRef> hidden(Document document) {
        List<InputRef> all = new ArrayList<>();
        Types types = new Types(document, Catalogue::schema);
        document.nodes().forEach(node -> types.apply(node.type()).ifPresent(schema -> schema.parameters().stream()
                .map(p -> new InputRef(node.id(), p.name()))
                .filter(p -> !node.inputs().containsKey(p.input()) && document.form().of(p).isEmpty()).forEach(all::add)));
        return all;
    }
}
