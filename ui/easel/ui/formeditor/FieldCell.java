package easel.ui.formeditor;

import easel.graph.Field;
import easel.ui.form.FormContext;
import easel.ui.theme.Icons;
import easel.ui.theme.Tone;
import java.awt.Component;
import java.awt.Graphics;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;
import net.miginfocom.swing.MigLayout;

/** A line of the form as a line of the list: its label, and what it sets; grey where that is gone. */
final class FieldCell extends JPanel implements ListCellRenderer<Field> {

    private static final long serialVersionUID = 1;

    private final transient FormContext context;
    private final JLabel label = new JLabel();
    private final JLabel sets = new JLabel();
    private boolean selected;

    FieldCell(FormContext context) {
        super(new MigLayout("insets 2 12 2 12, gap 0, novisualpadding, fill", "[grow,fill]", "[][]"));
        this.context = context;
        setOpaque(false);
        sets.putClientProperty("FlatLaf.styleClass", "small");
        add(label, "wmin 0, wrap");
        add(sets, "wmin 0");
    }

    @Override
    public Component getListCellRendererComponent(JList<? extends Field> list, Field field, int index, boolean isSelected, boolean focused) {
        boolean alive = field.isAlive(context.desk().document());
        String name = field.label().in(context.language());
        label.setText(name.isEmpty() ? field.name() : name);
        label.setIcon(alive ? null : Icons.PROBLEM.at(14, Tone.WARNING));
        label.setForeground((alive ? Tone.TEXT : Tone.DISABLED).color());
        sets.setText(alive ? FormEditor.sets(context, field) : context.say("form-editor.gone"));
        sets.setForeground(Tone.HINT.color());
        selected = isSelected;
        getAccessibleContext().setAccessibleName(label.getText() + ", " + sets.getText());
        return this;
    }

    @Override
    protected void paintComponent(Graphics g) {
        if (selected) {
            g.setColor(Tone.SELECTION.color());
            g.fillRect(0, 0, getWidth(), getHeight());
        }
    }
}
