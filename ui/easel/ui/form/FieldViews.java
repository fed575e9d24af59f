package easel.ui.form;

import easel.graph.Control;
import easel.graph.Field;
import java.util.Optional;

/** Which view a control has. */
final class FieldViews {

    private FieldViews() {}

    /** A view of the field; empty for a control that this version does not know. */
    static Optional<FieldView> of(Field field, FormContext context) {
        return Optional.ofNullable(switch (field.control()) {
            case Control.Words words -> new WordsView(field, words, context);
            case Control.Number number -> new NumberView(field, number, context);
            case Control.Switch _ -> new SwitchView(field, context);
            case Control.Choice choice -> easel.ui.desk.FormFields.isSize(field)
                    ? new SizeView(field, choice, context) : new ChoiceView(field, choice, context);
            case Control.Seed _ -> new SeedView(field, context);
            case Control.Picture _ -> new PictureView(field, context);
            case Control.Model _ -> new ModelView(field, context);
            case Control.Count count -> new CountView(count, context);
            case Control.Socket _, Control.Foreign _ -> null;
        });
    }
}
