package easel.ui.mending;

import easel.graph.Document;
import easel.graph.Problem;
import easel.nodes.Catalogue;
import easel.run.Trouble;
import easel.ui.form.FormContext;
import easel.ui.theme.Tone;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** What is wrong with one node, under its badge: the sentence, how to mend it, and buttons that do. */
public final class ProblemPopup extends JPanel {

    private static final long serialVersionUID = 1;
    private static final int WIDTH = 240;
    /** What fits under a badge; the drawer has them all. */
    private static final int MOST = 4;

    /**
     * @param failed why the node failed when it ran last; null if it did not
     * @param done   told once something was mended
     */
    public ProblemPopup(FormContext context, Mends mends, Document document, String title, List<Problem> problems,
            @Nullable Trouble failed, Runnable done) {
        super(new MigLayout("insets 0, gap 0, novisualpadding, wrap", "[" + WIDTH + "!]", ""));
        setName("problem-popup");
        setOpaque(false);
        JLabel name = new JLabel(title);
        name.putClientProperty("FlatLaf.styleClass", "semibold");
        add(name, "wmin 0, gapbottom 4");
        if (failed != null) {
            add(words(failed.sentence(context.language()), Tone.LABEL), "growx, gapbottom 4");
        }
        for (Problem problem : problems.subList(0, Math.min(MOST, problems.size()))) {
            Problem named = Catalogue.named(problem, document, context.language());
            add(words(named.sentence(context.language()), Tone.LABEL), "growx");
            List<JButton> buttons = mends.of(document, problem);
            if (buttons.isEmpty()) {
                add(words(named.mend(context.language()), Tone.HINT), "growx");
            }
            for (JButton button : buttons) {
                // It may stand over what it mends.
                button.addActionListener(_ -> done.run());
                add(button, "h 24!, wmax " + WIDTH + ", gaptop 4");
            }
            add(new JLabel(), "h 8!");
        }
    }

    private static JTextArea words(String text, Tone tone) {
        JTextArea area = new JTextArea(text);
        area.setLineWrap(true);
        area.setWrapStyleWord(true);
        area.setEditable(false);
        area.setFocusable(false);
        area.setOpaque(false);
        area.setBorder(null);
        area.setSize(WIDTH, Short.MAX_VALUE);   // so that it knows how many lines it has
        area.putClientProperty("FlatLaf.style", "font: $dense.font; foreground: $" + tone.key());
        return area;
    }
}
