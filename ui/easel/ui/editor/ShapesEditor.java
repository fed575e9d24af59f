package easel.ui.editor;

import easel.graph.Control;
import easel.graph.Field;
import easel.graph.InputRef;
import easel.graph.Phrase;
import easel.graph.Value;
import easel.ui.form.FormContext;
import easel.ui.form.MaskView;
import easel.ui.theme.Tone;
import java.awt.Dimension;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;

/** Shapes drawn on a picture, in a sheet that hangs under the node's field. */
final class ShapesEditor extends FieldEditor {

    private static final int AIR = 12;
    private static final int WIDTH = 360;
    private static final int LOWEST = 176;
    private static final int HIGHEST = 480;

    private final FormContext context;
    private final MaskView view;
    private final JPanel sheet = new JPanel(new java.awt.BorderLayout());

    ShapesEditor(InputRef parameter, String label, FormContext context) {
        this.context = context;
        view = new MaskView(Field.of("in-place.field", new Control.Mask(), parameter).labelled(Phrase.of(label, label)), context);
        sheet.setBorder(BorderFactory.createEmptyBorder(AIR, AIR, AIR, AIR));
        sheet.setBackground(Tone.POPUP.color());
        sheet.add(view.component());
        view.show(context.document());
    }

    @Override
    JComponent component() {
        return sheet;
    }

    @Override
    JComponent focus() {
        return view.focus();
    }

    @Override
    void show(Value value) {
        view.show(context.document());
    }

    /** As high as the picture has it, which may come later: a wide one has no empty air above and below it. */
    @Override
    Dimension leastSize(double zoom) {
        return new Dimension(WIDTH, Math.clamp(view.heightFor(WIDTH - 2 * AIR) + 2 * AIR, LOWEST, HIGHEST));
    }

    @Override
    boolean isSheet() {
        return true;
    }

    @Override
    boolean hangsUnder() {
        return true;
    }
}
