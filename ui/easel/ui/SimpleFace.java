package easel.ui;

import easel.graph.Document;
import easel.graph.Field;
import easel.graph.Form;
import easel.ui.action.Actions;
import easel.ui.action.UserAction;
import easel.ui.desk.FormFields;
import easel.ui.desk.Mend;
import easel.ui.form.FormContext;
import easel.ui.form.FormPanel;
import easel.ui.stage.Stage;
import easel.ui.strip.Strip;
import easel.ui.theme.Hairline;
import easel.ui.widget.KeyButton;
import easel.ui.widget.SlimScroll;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** The form at the left, the picture beside it, what was painted before beneath: what a beginner sees. */
final class SimpleFace {

    private static final int FORM_WIDTH = 320;

    private final FormContext context;
    private final Stage stage;
    private final Strip strip;
    private final JPanel left = new JPanel(new BorderLayout());
    private final JPanel below = new JPanel(new BorderLayout());
    private final JScrollPane scroll;
    private final JButton generate;
    private FormPanel form;
    /** What the form shows. */
    private Form of;
    private boolean own;
    /** The lines whose nodes are there. */
    private Set<String> alive;

    /** @param mend does what a failure's button says */
    SimpleFace(FormContext context, Actions actions, Consumer<Mend> mend) {
        this.context = context;
        stage = new Stage(context.desk(), context.words(), actions, mend);
        strip = new Strip(context.desk(), context.words(), actions);
        note(context.desk().document());
        form = new FormPanel(context);
        scroll = new SlimScroll(form);
        left.setPreferredSize(new Dimension(FORM_WIDTH, 100));
        left.add(scroll, BorderLayout.CENTER);
        generate = new KeyButton(actions.of(UserAction.GENERATE), context.say("action.generate"), actions.keyText(UserAction.GENERATE), true);
        generate.setName("generate");
        generate.setToolTipText(actions.tooltip(UserAction.GENERATE));
        left.add(row(generate), BorderLayout.SOUTH);
        left.setBorder(new Hairline(0, 0, 0, 1));
        below.add(strip);
    }

    private static JPanel row(JButton generate) {
        JPanel row = new JPanel(new MigLayout("insets 12 16 12 16, novisualpadding, fill", "[grow,fill]", "[36!]"));
        row.setBorder(new Hairline(1, 0, 0, 0));
        row.add(generate, "h 36!");
        return row;
    }

    private void note(Document document) {
        of = FormFields.form(document);
        own = FormFields.isOwn(document);
        alive = of.fields().stream().filter(f -> f.isAlive(document)).map(Field::name).collect(Collectors.toSet());
    }

    /** The form, for the window's left. */
    JComponent left() {
        return left;
    }

    /** The picture, for the middle. */
    JComponent stage() {
        return stage;
    }

    /** The strip, for under the picture. */
    JComponent below() {
        return below;
    }

    void setVisible(boolean visible) {
        left.setVisible(visible);
        below.setVisible(visible);
    }

    /** Whether the window is low: the strip is, too. */
    void setLow(boolean low) {
        strip.setLow(low);
    }

    /** Gives the keys to the prompt, or to what paints where the form has none: keys that nobody has do nothing. */
    void focus() {
        if (!form.focusWords()) {
            generate.requestFocusInWindow();
        }
    }

    /**
     * Shows another workflow's form.
     *
     * @param owner what has the keys, or had them last
     * @return whether that is gone: keys that nobody has do nothing, not even Generate
     */
    boolean renew(@Nullable Component owner) {
        boolean had = owner == null || SwingUtilities.isDescendingFrom(owner, scroll);
        note(context.desk().document());
        form = new FormPanel(context);
        scroll.setViewportView(form);
        return had;
    }

    /** Whether the form shows what a document's form has: not another line, and each the same thing. */
    boolean isOf(Document document) {
        return FormFields.isOwn(document) == own && FormFields.form(document).equals(of) && of.fields().stream().allMatch(f -> f.isAlive(document) == alive.contains(f.name()));
    }

    /** Shows the document as it is now. */
    void refresh() {
        form.show(context.desk().document());
    }

    /** The run of some tab went on. */
    void runChanged() {
        stage.refresh();
        strip.refresh();
    }

    /** Looks closer at the picture, or at all of it. */
    void zoom() {
        stage.zoom();
    }

    /** Another theme is on; a picture that is in no window just now is told by nobody else. */
    void wearBehind() {
        if (stage.getParent() == null) {
            SwingUtilities.updateComponentTreeUI(stage);
        }
    }
}
