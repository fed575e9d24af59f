package easel.ui.form;

import easel.graph.Control;
import easel.graph.Document;
import easel.graph.Field;
import easel.graph.Value;
import easel.ui.desk.FormFields;
import easel.ui.widget.NumberField;
import java.math.BigDecimal;
import java.math.RoundingMode;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JSlider;
import net.miginfocom.swing.MigLayout;

/** A number on a slider, and in a field for those who know it. */
final class NumberView implements FieldView {

    private final Field field;
    private final BigDecimal least;
    private final BigDecimal step;
    private final JPanel row = new JPanel(new MigLayout("insets 0, gap 8, novisualpadding", "[grow,fill][56!,fill]", "[28!]"));
    private final JSlider slider;
    private final NumberField number;
    private boolean showing;

    NumberView(Field field, Control.Number control, FormContext context) {
        this.field = field;
        least = BigDecimal.valueOf(control.least());
        BigDecimal most = BigDecimal.valueOf(control.most());
        step = BigDecimal.valueOf(control.step()).stripTrailingZeros();
        int decimals = Math.max(0, step.scale());
        int stops = most.subtract(least).divide(step, 0, RoundingMode.DOWN).intValue();
        slider = new JSlider(0, stops, 0);
        number = new NumberField(least, most, step, decimals, least, value -> context.desk().set(field, value(value)));
        String name = field.label().in(context.language());
        slider.getAccessibleContext().setAccessibleName(name);
        slider.setToolTipText(field.help().in(context.language()));
        number.getAccessibleContext().setAccessibleName(name);
        number.setToolTipText(field.help().in(context.language()));
        number.setName(field.name());
        slider.setOpaque(false);
        slider.addChangeListener(_ -> {
            if (!showing) {
                context.desk().set(field, value(least.add(step.multiply(BigDecimal.valueOf(slider.getValue())))));
            }
        });
        row.setOpaque(false);
        row.add(slider, "wmin 40");
        row.add(number, "h 28!");
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
    public void show(Document document) {
        BigDecimal value = now(document);
        showing = true;
        slider.setValue(value.subtract(least).divide(step, 0, RoundingMode.HALF_UP).intValue());
        number.showValue(value);
        showing = false;
    }

    private BigDecimal now(Document document) {
        return FormFields.value(document, field).filter(Value.Number.class::isInstance).map(v -> ((Value.Number) v).exact()).orElse(least);
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
