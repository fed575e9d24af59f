package easel.cli;

import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.Field;
import easel.graph.InputRef;
import easel.graph.Value;
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
