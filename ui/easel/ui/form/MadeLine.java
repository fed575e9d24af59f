package easel.ui.form;

import easel.ui.desk.MadeForm;
import easel.ui.theme.Icons;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Says that a form is made of the nodes, and keeps it for whoever wants it so. */
final class MadeLine extends JPanel {

    private static final long serialVersionUID = 1;

    /** @param any whether the form has lines at all */
    MadeLine(FormContext context, boolean any) {
        super(new MigLayout("insets 0, gap 0, novisualpadding, fillx", "[grow,fill]", ""));
        setName("form.made");
        setOpaque(false);
        JLabel why = new JLabel("<html>" + context.say(any ? "form.made" : "form.made.empty"));
        why.putClientProperty("FlatLaf.styleClass", "hint");
        add(why, "wmin 0, wrap");
        if (any) {
            JButton keep = new JButton(context.say("form.made.keep"), Icons.CHECK.at(16));
            keep.setName("form.made.keep");
            keep.setToolTipText(context.say("form.made.keep.help"));
            keep.addActionListener(_ -> context.desk().edit(MadeForm.keeping(context.desk().document()), null));
            add(keep, "h 28!, growx 0, alignx left, gaptop 6");
        }
    }
}
