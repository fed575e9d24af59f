package easel.ui.form;

import easel.graph.Document;
import easel.graph.Field;
import easel.graph.Value;
import easel.ui.desk.FormFields;
import javax.swing.JCheckBox;
import javax.swing.JComponent;

/** Yes or no. */
final class SwitchView implements FieldView {

    private final Field field;
    private final JCheckBox box = new JCheckBox();

    SwitchView(Field field, FormContext context) {
        this.field = field;
        box.setOpaque(false);
        box.setName(field.name());
        box.getAccessibleContext().setAccessibleName(field.label().in(context.language()));
        box.setToolTipText(field.help().in(context.language()));
        box.addActionListener(_ -> context.set(field, Value.of(box.isSelected())));
    }

    @Override
    public JComponent component() {
        return box;
    }

    @Override
    public void show(Document document) {
        box.setSelected(FormFields.value(document, field).filter(v -> v.equals(Value.of(true))).isPresent());
    }
}
