package easel.ui.desk;

import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.Field;
import easel.graph.History;
import easel.graph.Node;
import easel.nodes.Catalogue;
import easel.platform.Language;
import easel.platform.Words;
import java.util.List;

/** What undo steps are called: after the line of the form that they change where it is one, else after the edit. */
final class StepNames {

    private StepNames() {}

    /** The name of the step between two documents, in either direction. */
    static String of(History.Step step, Document one, Document other, Language language) {
        Words words = Words.of(Edit.class, language);
        boolean sets = step.code().startsWith("SetParameter") || step.code().equals("Together");
        if (sets) {
            List<Field> changed = FormFields.form(one).fields().stream()
                    .filter(f -> f.targets().stream().anyMatch(t -> !FormFields.value(one, t).equals(FormFields.value(other, t)))).toList();
            if (changed.size() == 1 && !changed.getFirst().label().isEmpty()) {
                return words.say("SetParameter", changed.getFirst().label().in(language));
            }
        }
        if (step.code().equals("SetParameter") && step.arguments().size() == 1) {
            return words.say("SetParameter", parameter(String.valueOf(step.arguments().getFirst()), one, language));
        }
        return step.name(language);
    }

    private static String parameter(String name, Document document, Language language) {
        return document.nodes().stream().map(Node::type).filter(t -> Catalogue.schema(t).flatMap(x -> x.parameter(name)).isPresent())
                .findFirst().map(t -> Catalogue.label(t, name, language)).orElse(name);
    }
}
