package easel.ui.form;

import easel.graph.Control;
import easel.graph.Document;
import easel.graph.Field;
import easel.graph.Value;
import easel.ui.desk.FormFields;
import easel.ui.widget.Segments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.swing.Icon;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Width and height: a button for each shape the form offers, and the sizes in a drop-down. */
final class SizeView implements FieldView {

    /** Shapes of a picture. */
    enum Shape {
        SQUARE(new AspectIcon(12, 12)), PORTRAIT(new AspectIcon(10, 14)), LANDSCAPE(new AspectIcon(14, 10));

        private final Icon icon;

        Shape(Icon icon) {
            this.icon = icon;
        }

        static Shape of(Size size) {
            return size.width == size.height ? SQUARE : size.width < size.height ? PORTRAIT : LANDSCAPE;
        }
    }

    /** A size on the screen. */
    record Size(int width, int height) {
        static Size of(List<Value> values) {
            return new Size(number(values.get(0)), number(values.get(1)));
        }

        private static int number(Value value) {
            return value instanceof Value.Number n ? (int) n.asDouble() : 0;
        }

        List<Value> values() {
            return List.of(Value.of(width), Value.of(height));
        }

        long pixels() {
            return (long) width * height;
        }

        @Override
        public String toString() {
            return width + " \u00D7 " + height;
        }
    }

    private final Field field;
    private final Control.Choice control;
    private final FormContext context;
    private final List<Size> offered;
    private final JPanel panel = new JPanel(new MigLayout("insets 0, gap 8 4, novisualpadding, hidemode 3", "[][grow,fill]", "[28!][]"));
    private final Segments<Shape> shapes;
    private final Dropdown<Size> sizes;
    private final NoteLine note = new NoteLine();

    SizeView(Field field, Control.Choice control, FormContext context) {
        this.field = field;
        this.control = control;
        this.context = context;
        offered = control.options().stream().map(o -> Size.of(o.values())).toList();
        List<Shape> there = Arrays.stream(Shape.values()).filter(s -> offered.stream().anyMatch(o -> Shape.of(o) == s)).toList();
        shapes = new Segments<>(there.stream().map(s -> new Segments.Choice<>(s, s.icon, null,
                context.say("form.shape." + s.name().toLowerCase(Locale.ROOT)))).toList(), this::choose);
        sizes = new Dropdown<>(context, size -> context.set(field, size.values()));
        sizes.setName(field.name());
        sizes.getAccessibleContext().setAccessibleName(field.label().in(context.language()));
        sizes.setToolTipText(field.help().in(context.language()));
        panel.setOpaque(false);
        if (there.size() > 1) {
            panel.add(shapes, "w " + 36 * there.size() + "!");
        }
        panel.add(sizes, (there.size() > 1 ? "" : "span 2, growx, ") + "wrap");
        panel.add(note, "span 2, growx, wmin 0");
    }

    /** Takes the size of that shape nearest in pixels to the one that is set. */
    private void choose(Shape shape) {
        Size now = now(context.document());
        offered.stream().filter(o -> Shape.of(o) == shape)
                .min(Comparator.comparingDouble(o -> Math.abs(Math.log((double) o.pixels() / Math.max(1, now.pixels())))))
                .ifPresent(size -> context.set(field, size.values()));
    }

    private Size now(Document document) {
        return Size.of(field.targets().stream().map(t -> FormFields.value(document, t).orElse(Value.of(0))).toList());
    }

    @Override
    public JComponent component() {
        return panel;
    }

    @Override
    public void show(Document document) {
        Size now = now(document);
        List<Size> all = new ArrayList<>(offered);
        if (!all.contains(now)) {
            all.add(now);
        }
        sizes.showChoices(all, now);
        shapes.showValue(Shape.of(now));
        String text = control.options().stream().filter(o -> Size.of(o.values()).equals(now)).findFirst()
                .map(o -> o.note().in(context.language())).orElse("");
        note.say(text);
    }

    @Override
    public String summary(Document document) {
        return now(document).toString();
    }
}
