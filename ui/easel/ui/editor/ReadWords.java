package easel.ui.editor;

import easel.ui.form.FormContext;
import easel.ui.theme.Icons;
import easel.ui.theme.Tone;
import easel.ui.widget.SlimScroll;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/** All the words that a node gave, to be read, marked and copied. */
final class ReadWords extends JPanel {

    private static final long serialVersionUID = 1;
    private static final int WIDTH = 400;
    private static final int HIGHEST = 320;

    ReadWords(FormContext context, String title, String words) {
        super(new MigLayout("insets 0, gap 0, novisualpadding, wrap", "[grow,fill][]", ""));
        setName("read-words");
        setOpaque(false);
        JLabel name = new JLabel(title);
        name.putClientProperty("FlatLaf.styleClass", "semibold");
        add(name, "wmin 0");
        JButton copy = new JButton(Icons.COPY.at(16));
        copy.setName("read-words.copy");
        copy.putClientProperty("JButton.buttonType", "toolBarButton");
        copy.setToolTipText(context.say("read.copy"));
        copy.getAccessibleContext().setAccessibleName(context.say("read.copy"));
        copy.addActionListener(_ -> Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(words), null));
        add(copy, "gapbottom 4");
        JTextArea area = new JTextArea(words);
        area.setName("read-words.text");
        area.setLineWrap(true);
        area.setWrapStyleWord(true);
        area.setEditable(false);
        area.setOpaque(false);
        area.setBorder(null);
        area.setSize(WIDTH, Short.MAX_VALUE);   // so that it knows how many lines it has
        area.setCaretPosition(0);
        area.putClientProperty("FlatLaf.style", "foreground: $" + Tone.TEXT.key());
        area.getAccessibleContext().setAccessibleName(title);
        int height = Math.min(HIGHEST, area.getPreferredSize().height);
        add(new SlimScroll(area).on(Tone.POPUP), "span, w " + (WIDTH + 12) + "!, h " + height + "!");
    }
}
