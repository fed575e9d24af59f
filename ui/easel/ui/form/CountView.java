package easel.ui.form;

import easel.graph.Control;
import easel.graph.Document;
import easel.graph.Edit;
import easel.ui.widget.Segments;
import javax.swing.JComponent;

/** How many pictures a run makes. */
final class CountView implements FieldView {

    private final Segments<Integer> segments;

    CountView(Control.Count control, FormContext context) {
        segments = new Segments<>(control.choices().stream()
                .map(n -> new Segments.Choice<>(n, null, String.valueOf(n), context.say("form.pictures", n))).toList(),
                n -> context.edit(new Edit.SetCount(n), null));
    }

    @Override
    public JComponent component() {
        return segments;
    }

    @Override
    public void show(Document document) {
        segments.showValue(document.count());
    }
}
