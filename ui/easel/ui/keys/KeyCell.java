package easel.ui.keys;

import easel.platform.Words;
import easel.ui.theme.Icons;
import easel.ui.theme.Tone;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** A line of the key editor: the action, a mark if others have its keys too, and the keys, in ink where they were changed. */
final class KeyCell extends JPanel implements ListCellRenderer<Named> {

    private static final long serialVersionUID = 1;

    private final transient Words words;
    private final KeyEditor editor;
    private final JLabel name = new JLabel();
    private final JLabel clash = new JLabel();
    private final JLabel keys = new JLabel("", SwingConstants.TRAILING);
    private transient @Nullable Color ground;

    KeyCell(Words words, KeyEditor editor) {
        super(new MigLayout("insets 0 8 0 20, gap 8, novisualpadding, fill", "[grow,fill][][]", "[center]"));
        this.words = words;
        this.editor = editor;
        setOpaque(false);
        add(name, "wmin 0");
        add(clash);
        add(keys);
    }

    @Override
    public Component getListCellRendererComponent(JList<? extends Named> list, Named value, int index, boolean selected, boolean focused) {
        name.setText(value.name());
        keys.setText(editor.keys(value));
        Tone tone = editor.isWaiting(value) || editor.isChanged(value) ? Tone.INK : Tone.LABEL;
        keys.setForeground(tone.color());
        name.setForeground(Tone.TEXT.color());
        boolean clashes = !editor.isWaiting(value) && !editor.conflicts(value).isEmpty();
        clash.setIcon(clashes ? Icons.PROBLEM.at(14, Tone.WARNING) : null);
        ground = selected ? list.getSelectionBackground() : null;
        getAccessibleContext().setAccessibleName(words.say("keys.spoken", value.name(), keys.getText()));
        return this;
    }

    @Override
    protected void paintComponent(Graphics g) {
        if (ground != null) {
            g.setColor(ground);
            g.fillRect(0, 0, getWidth(), getHeight());
        }
    }
}
