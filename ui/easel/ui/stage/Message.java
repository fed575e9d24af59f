package easel.ui.stage;

import easel.ui.theme.Icons;
import easel.ui.theme.Tone;
import easel.ui.widget.Fold;
import java.awt.Dimension;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/** A sentence in the middle of the stage, with what can be done about it and, folded, what engineers want to know. */
final class Message extends JPanel {

    private static final long serialVersionUID = 1;
    private static final int WIDTH = 440;

    private final JLabel icon = new JLabel();
    private final JLabel title = new JLabel();
    private final JTextArea text = new JTextArea();
    private final JPanel buttons = new JPanel(new MigLayout("insets 0, gap 8, novisualpadding", "", "[28!]"));
    private final JTextArea details = new JTextArea();
    private final JScrollPane detailsPane = new JScrollPane(details);
    private final Fold fold;

    Message(String detailsTitle) {
        super(new MigLayout("insets 0, gap 0, novisualpadding, hidemode 3", "[" + WIDTH + "!,fill]", ""));
        setOpaque(false);
        fold = new Fold(detailsTitle, false, _ -> revalidate());
        title.putClientProperty("FlatLaf.styleClass", "h3");
        // A text area, not a label: it wraps to its width, and people can select and copy an error.
        plain(text);
        text.putClientProperty("FlatLaf.style", "foreground: $" + Tone.LABEL.key());
        details.setEditable(false);
        details.setLineWrap(true);
        details.putClientProperty("FlatLaf.styleClass", "small");
        details.getAccessibleContext().setAccessibleName(detailsTitle);
        buttons.setOpaque(false);
        add(icon, "growx 0, wrap");
        add(title, "gaptop 12, wrap");
        add(text, "gaptop 4, wrap");
        add(buttons, "gaptop 16, wrap");
        add(fold, "gaptop 16, growx 0, wrap");
        add(detailsPane, "gaptop 4, h 160!");
    }

    private static void plain(JTextArea area) {
        area.setEditable(false);
        area.setLineWrap(true);
        area.setWrapStyleWord(true);
        area.setOpaque(false);
        area.setFocusable(false);
        area.setBorder(null);
        area.setMargin(new java.awt.Insets(0, 0, 0, 0));
    }

    /** Says something else. */
    void say(Icons sign, Tone tone, String head, String sentence, List<JButton> actions, String forEngineers) {
        icon.setIcon(sign.at(32, tone));
        title.setText(head);
        text.setText(sentence);
        text.setVisible(!sentence.isEmpty());
        // Wrapping needs the width before the height can be asked.
        text.setSize(new Dimension(WIDTH, Short.MAX_VALUE));
        buttons.removeAll();
        actions.forEach(b -> buttons.add(b, "h 28!"));
        buttons.setVisible(!actions.isEmpty());
        details.setText(forEngineers);
        details.setCaretPosition(0);
        fold.setVisible(!forEngineers.isEmpty());
        detailsPane.setVisible(!forEngineers.isEmpty() && fold.isOpen());
        getAccessibleContext().setAccessibleName(head + ". " + sentence);
        revalidate();
    }

    @Override
    public void doLayout() {
        detailsPane.setVisible(fold.isVisible() && fold.isOpen());
        super.doLayout();
    }
}
