package easel.ui.form;

import easel.graph.Control;
import easel.graph.Field;
import easel.graph.InputRef;
import easel.graph.Node;
import easel.graph.Phrase;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.graph.Value;
import easel.nodes.Catalogue;
import easel.platform.Language;
import java.util.Collections;
import java.util.Optional;

/** Which view a control has. */
public final class FieldViews {

    private FieldViews() {}

    /**
     * A view of a parameter of nodes.
     *
     * @param field as {@link NodeFields} makes it
     * @param type  the nodes' type
     */
    public static FieldView of(Field field, String type, Schema.Parameter parameter, FormContext context) {
        return switch (parameter.rule()) {
            case Rule.Words(int _, Rule.Words.Use use) when use == Rule.Words.Use.STYLES -> new StylesView(field, context);
            case Rule.Words words -> new WordsView(field, new Control.Words(words.longest() > 1000), context);
            case Rule.Whole _, Rule.Real _ -> new NumberView(field,
                    NumberRange.of(parameter.rule(), parameter.standard(), shown(field, context)), unit(field, parameter, context), context);
            case Rule.Truth _ -> new SwitchView(field, context);
            case Rule.Choice choice -> new ChoiceView(field, options(field, type, parameter.name(), choice), context);
            case Rule.Seed _ -> new SeedView(field, context);
            case Rule.File _, Rule.Folder _ -> new FileView(field,
                    new FileChoices(context, parameter.rule(),
                            parameter.standard().equals(Value.of(""))));
            case Rule.Shapes _ -> new MaskView(field, context);
        };
    }

    private static String unit(Field field, Schema.Parameter parameter, FormContext context) {
        return Catalogue.unit(parameter.rule(), field.label().in(context.language()), context.language());
    }

    /** How the workflow's form shows the same number. */
    private static Optional<Control.Number> shown(Field field, FormContext context) {
        return field.targets().isEmpty() ? Optional.empty() : context.document().form().of(field.targets().getFirst())
                .map(Field::control).filter(Control.Number.class::isInstance).map(Control.Number.class::cast);
    }

    private static Control.Choice options(Field field, String type, String parameter, Rule.Choice choice) {
        return new Control.Choice(choice.ids().stream().map(id -> Control.Choice.Option.of(
                Phrase.of(Catalogue.choice(type, parameter, id, Language.ENGLISH),
                        Catalogue.choice(type, parameter, id, Language.CHINESE)),
                Collections.nCopies(field.targets().size(), Value.of(id)))).toList());
    }

    /** A view of the field; empty for a control that this version does not know. */
    public static Optional<FieldView> of(Field field, FormContext context) {
        InputRef target = field.targets().isEmpty() ? null : field.targets().getFirst();
        Schema.Parameter parameter = target == null ? null : Forming.parameter(context.document(), target).orElse(null);
        String type = target == null ? "" : context.document().node(target.node()).map(Node::type).orElse("");
        return Optional.ofNullable(switch (field.control()) {
            case Control.Words(boolean lines) when !lines && parameter != null && (parameter.rule() instanceof Rule.File || parameter.rule() instanceof Rule.Folder) ->
                    new FileView(field, new FileChoices(context, parameter.rule(), parameter.standard().equals(Value.of(""))));
            case Control.Choice(var options) when options.isEmpty() && parameter != null && parameter.rule() instanceof Rule.Choice own ->
                    new ChoiceView(field, options(field, type, parameter.name(), own), context);
            case Control.Words _ when parameter != null && parameter.rule() instanceof Rule.Words(int _, Rule.Words.Use use) && use == Rule.Words.Use.STYLES -> new StylesView(field, context);
            case Control.Words words -> new WordsView(field, words, context);
            case Control.Number number -> new NumberView(field, parameter == null ? NumberRange.of(number) : NumberRange.of(number, parameter.rule(), parameter.standard()),
                    parameter == null ? "" : unit(field, parameter, context), context);
            case Control.Switch _ -> new SwitchView(field, context);
            case Control.Choice choice -> easel.ui.desk.FormFields.isSize(field)
                    ? new SizeView(field, choice, context) : OptionsView.suits(field, choice)
                    ? new OptionsView(field, choice, context) : new ChoiceView(field, choice, context);
            case Control.Seed _ -> new SeedView(field, context);
            case Control.Picture _ -> new PictureView(field, context);
            case Control.Mask _ -> new MaskView(field, context);
            case Control.Model _ when parameter != null && parameter.rule() instanceof Rule.File file && file.of() != Rule.File.Of.CHECKPOINT ->
                    new FileView(field, new FileChoices(context, file, parameter.standard().equals(Value.of(""))));
            case Control.Model _ -> new ModelView(field, context);
            case Control.Count count -> new CountView(count, context);
            case Control.Socket _, Control.Foreign _ -> null;
        });
    }
}
