package easel.ui.form;

import easel.graph.Document;
import easel.graph.Field;
import easel.graph.Rule;
import easel.graph.Value;
import easel.ui.desk.FormFields;
import easel.ui.widget.Choosing;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/** The model: the one that comes with Easel, one used lately, or any file. */
final class ModelView implements FieldView {

    /** A line of the drop-down; one without a value asks for a file. */
    private record Item(String label, @Nullable String value) {
        @Override
        public String toString() {
            return label;
        }
    }

    private final Field field;
    private final FormContext context;
    private final Dropdown<Item> dropdown;

    ModelView(Field field, FormContext context) {
        this.field = field;
        this.context = context;
        dropdown = new Dropdown<>(context, this::choose);
        dropdown.setName(field.name());
        dropdown.whenOpened(context.desk().models()::look);
        dropdown.getAccessibleContext().setAccessibleName(field.label().in(context.language()));
    }

    private void choose(Item item) {
        if (item.value() != null) {
            context.set(field, Value.of(item.value()));
            return;
        }
        show(context.document());
        Path now = context.memory().get().work().recentModels().stream().findFirst().orElse(null);
        Choosing.file(dropdown, context.say("form.model.choose.title"), now == null ? null : now.getParent(),
                context.say("form.model.files"), "safetensors", "ckpt", "gguf", "pt", "pth").ifPresent(file -> {
            context.memory().changeWork(w -> w.withRecentModel(file));
            context.set(field, Value.of(file.toString()));
        });
    }

    @Override
    public JComponent component() {
        return dropdown;
    }

    @Override
    public void show(Document document) {
        String now = FormFields.text(document, field);
        List<Item> items = new ArrayList<>();
        items.add(item(FormFields.STARTER));
        context.desk().models().of(Rule.File.Of.CHECKPOINT).forEach(name -> items.add(item(name)));
        context.memory().get().work().recentModels().forEach(p -> items.add(item(p.toString())));
        Item chosen = item(now);
        if (!items.contains(chosen)) {
            items.add(1, chosen);
        }
        items.add(new Item(context.say("form.model.choose"), null));
        dropdown.showChoices(items, chosen);
        dropdown.setToolTipText(now.equals(FormFields.STARTER) ? field.help().in(context.language()) : now);
    }

    private Item item(String value) {
        return new Item(value.equals(FormFields.STARTER) ? context.say("model.starter") : name(value), value);
    }

    private static String name(String path) {
        try {
            Path name = Path.of(path).isAbsolute() ? Path.of(path).getFileName() : null;
            return name == null ? path : name.toString();
        } catch (InvalidPathException e) {
            return path;
        }
    }

    @Override
    public String summary(Document document) {
        return FormFields.isStarter(field, document) ? "" : name(FormFields.text(document, field));
    }
}
