package easel.cli;

import easel.graph.Control;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.Field;
import easel.graph.InputRef;
import easel.graph.Value;
import easel.platform.Language;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Options of a command put into the fields of a preset's form. */
final class FormValues {

    private Document document;

    FormValues(Document preset) {
        this.document = preset;
    }

    Document document() {
        return document;
    }

    /** Sets a field of one value; null leaves it as the preset has it. */
    void set(String field, String option, @Nullable Value value) {
        setPart(field, 0, option, value);
    }

    /** Takes one of a field's options by its English name; null leaves it as the preset has it. */
    void choose(String field, String option, @Nullable String name) {
        if (name == null) {
            return;
        }
        Field chosen = document.form().field(field).orElseThrow(() -> Failed.wrongUse("noSuchField", option));
        List<Control.Choice.Option> all = chosen.control() instanceof Control.Choice choice ? choice.options() : List.of();
        Control.Choice.Option taken = all.stream().filter(o -> FormValues.name(o).equalsIgnoreCase(name.strip())).findFirst()
                .orElseThrow(() -> Failed.wrongUse("noSuchChoice", option, name, String.join(", ", all.stream().map(FormValues::name).toList())));
        if (!chosen.offers(taken, document)) {
            throw Failed.wrongUse("choiceOfAnotherModel", option, name);
        }
        document = chosen.to(taken.values()).on(document);
    }

    private static String name(Control.Choice.Option option) {
        return option.label().in(Language.ENGLISH).toLowerCase(Locale.ROOT);
    }

    /** Sets one of the values of a field that has several, such as a size. */
    void setPart(String field, int part, String option, @Nullable Value value) {
        if (value == null) {
            return;
        }
        InputRef target = document.form().field(field).map(Field::targets).filter(t -> t.size() > part).map(t -> t.get(part))
                .orElseThrow(() -> Failed.wrongUse("noSuchField", option));
        document = document.form().withFollowing(new Edit.SetParameter(target, value), document).on(document);
    }
}
