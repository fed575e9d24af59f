package easel.ui.form;

import easel.graph.Document;
import easel.graph.Field;
import easel.graph.Rule;
import easel.graph.Value;
import easel.ui.desk.FormFields;
import easel.ui.widget.SearchList;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** A file or folder that a node names: one used lately, none, or any. */
final class FileView implements FieldView {

    /** A line of the drop-down. */
    private record Item(FileChoices.Choice choice, String label) {
        @Override
        public String toString() {
            return label;
        }
    }

    private final Field field;
    private final FileChoices files;
    private final Dropdown<Item> dropdown;
    private final @Nullable FileThumb thumb;
    private final JPanel row = new JPanel(new MigLayout("insets 0, gap 4, novisualpadding, hidemode 3", "[][grow,fill]", "[center]"));

    FileView(Field field, FileChoices files) {
        this.field = field;
        this.files = files;
        dropdown = new Dropdown<>(files.context(), this::choose);
        dropdown.setName(field.name());
        dropdown.whenOpened(files.context().desk().models()::look);
        dropdown.getAccessibleContext().setAccessibleName(field.label().in(files.context().language()));
        thumb = files.rule() instanceof Rule.File file ? new FileThumb(file, files.context().desk().models().folders(), files.context().say("file.picture-gone")) : null;
        row.setOpaque(false);
        if (thumb != null) {
            thumb.setName(field.name() + ".thumb");
            row.add(thumb, "w " + files.context().row() + "!, h " + files.context().row() + "!");
        }
        row.add(dropdown, "wmin 0");
    }

    private void choose(Item item) {
        FormContext context = files.context();
        if (item.choice().text() != null) {
            context.set(field, Value.of(item.choice().text()));
            return;
        }
        show(context.document());
        files.ask(dropdown, FormFields.text(context.document(), field))
                .ifPresent(text -> context.set(field, Value.of(text)));
    }

    @Override
    public JComponent component() {
        return row;
    }

    @Override
    public JComponent focus() {
        return dropdown;
    }

    @Override
    public void show(Document document) {
        String now = FormFields.text(document, field);
        List<Item> items = files.items(now).stream().map(FileView::item).toList();
        dropdown.showChoices(items, new Item(new FileChoices.Choice(now), files.label(now)));
        dropdown.setToolTipText(now.isEmpty() ? null : now);
        if (thumb != null) {
            thumb.show(now);
        }
    }

    private static Item item(SearchList.Item<FileChoices.Choice> item) {
        return new Item(item.value(), item.label());
    }
}
