package easel.ui.form;

import easel.graph.Document;
import easel.graph.Field;
import easel.graph.Value;
import easel.ui.desk.FormFields;
import easel.ui.widget.NumberField;
import java.math.BigDecimal;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JSlider;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** A number on a slider, and in a field for those who know it; where the range is so wide that a slider says nothing, in a field alone. */
final class NumberView implements FieldView {

    private final Field field;
    private final NumberRange range;
    private final JPanel row;
    private final @Nullable JSlider slider;
    private final NumberField number;
    private boolean showing;

    /** @param unit what it counts; empty for nothing, or where the label says it */
    NumberView(Field field, NumberRange range, String unit, FormContext context) {
        this.field = field;
        this.range = range;
        number = new NumberField(range.least(), range.most(), range.step(), range.decimals(), range.least(), value ->
                context.set(field, value(value))).takenInPauses();
        String name = field.label().in(context.language());
        number.getAccessibleContext().setAccessibleName(name);
        number.setToolTipText(field.help().isEmpty() ? null : field.help().in(context.language()));
        number.setName(field.name());
        if (context.isDense()) {
            number.putClientProperty("FlatLaf.style", "font: $dense.font; margin: 1,6,1,6");
        }
        slider = range.slider() == null ? null : slider(range.slider(), name, context);
        int width = (context.isDense() ? slider == null ? 72 : 52 : 56) + (unit.isEmpty() ? 0 : number.counting(unit, context.isDense()));
        row = new JPanel(new MigLayout("insets 0, gap 8, novisualpadding", (slider == null ? "push" : "[grow,fill]") + "[" + width + "!,fill]", "[center]"));
        row.setOpaque(false);
        if (slider != null) {
            row.add(slider, "wmin 40");
        }
        row.add(number, "h " + context.row() + "!");
    }

    private JSlider slider(NumberRange.Slider stops, String name, FormContext context) {
        JSlider made = new JSlider(0, stops.stops(), 0);
        made.getAccessibleContext().setAccessibleName(name);
        made.setToolTipText(field.help().isEmpty() ? null : field.help().in(context.language()));
        made.setOpaque(false);
        made.addChangeListener(_ -> {
            if (!showing) {
                context.set(field, value(stops.value(made.getValue())));
            }
        });
        return made;
    }

    private static Value value(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return new Value.Number(plain.toPlainString());
    }

    @Override
    public JComponent component() {
        return row;
    }

    @Override
    public JComponent focus() {
        return number;
    }

    @Override
    public void show(Document document) {
        BigDecimal value = now(document);
        showing = true;
        if (slider != null && range.slider() != null) {
            slider.setValue(range.slider().at(value));
        }
        number.showValue(value);
        showing = false;
    }

    private BigDecimal now(Document document) {
        return FormFields.value(document, field).filter(Value.Number.class::isInstance).map(v -> ((Value.Number) v).exact())
                .orElse(range.least());
    }

    // The slider keeps room for half its thumb and the ring around it.
    @Override
    public int overhang() {
        return 9;
    }

    @Override
    public String summary(Document document) {
        return now(document).stripTrailingZeros().toPlainString();
    }
}
