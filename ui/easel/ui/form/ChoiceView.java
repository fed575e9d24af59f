package easel.ui.form;

import easel.graph.Control;
import easel.graph.Document;
import easel.graph.Field;
import easel.graph.InputRef;
import easel.graph.Rule;
import easel.graph.Value;
import easel.nodes.Catalogue;
import easel.ui.desk.FormFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;

/** One of some: the form's own options, or the ids that the parameter's rule allows. */
final class ChoiceView implements FieldView {

    /** An option on the screen. */
    record Item(String label, List<Value> values) {
        @Override
        public String toString() {
            return label;
        }
    }

    private final Field field;
    private final Control.Choice control;
    private final FormContext context;
    private final Dropdown<Item> dropdown;

    ChoiceView(Field field, Control.Choice control, FormContext context) {
        this.field = field;
        this.control = control;
        this.context = context;
        dropdown = new Dropdown<>(context, item -> context.set(field, item.values()));
        dropdown.setName(field.name());
        dropdown.getAccessibleContext().setAccessibleName(field.label().in(context.language()));
        dropdown.setToolTipText(field.help().in(context.language()));
    }

    @Override
    public JComponent component() {
        return dropdown;
    }

    @Override
    public void show(Document document) {
        List<Item> items = new ArrayList<>(items(document));
        Optional<Item> now = now(document, items);
        dropdown.showChoices(items, now.orElse(null));
    }

    private Optional<Item> now(Document document, List<Item> items) {
        List<Value> values = field.targets().stream().map(t -> FormFields.value(document, t).orElse(Value.of(""))).toList();
        return items.stream().filter(i -> i.values().equals(values)).findFirst();
    }

    private List<Item> items(Document document) {
        if (!control.options().isEmpty() || field.targets().isEmpty()) {
            return control.options().stream().filter(o -> field.offers(o, document)).map(o -> new Item(o.label().in(context.language()), o.values())).toList();
        }
        InputRef target = field.targets().getFirst();
        return document.node(target.node()).flatMap(node -> Catalogue.schema(node.type())
                .flatMap(s -> s.parameter(target.input()))
                .map(p -> p.rule() instanceof Rule.Choice(List<String> ids)
                        ? ids.stream().map(id -> new Item(Catalogue.choice(node.type(), target.input(), id, context.language()), List.of(Value.of(id)))).toList()
                        : List.<Item>of())).orElse(List.of());
    }

    @Override
    public String summary(Document document) {
        return now(document, items(document)).map(Item::label).orElse("");
    }
}
