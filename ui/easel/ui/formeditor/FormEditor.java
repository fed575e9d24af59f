package easel.ui.formeditor;

import easel.graph.Document;
import easel.graph.Field;
import easel.graph.FormEdit;
import easel.graph.InputRef;
import easel.ui.form.FormContext;
import easel.ui.form.Forming;
import easel.ui.form.NodeFields;
import easel.ui.theme.Icons;
import easel.ui.theme.Tone;
import easel.ui.widget.Popover;
import easel.ui.widget.SearchList;
import easel.ui.widget.SlimScroll;
import java.awt.BorderLayout;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListSelectionModel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** The lines of the form in front, to be ordered, named and bounded; the live form beside it follows every change. */
public final class FormEditor extends JPanel {

    private static final long serialVersionUID = 1;
    private static final int ROW = 40;

    private final transient FormContext context;
    private final DefaultListModel<Field> model = new DefaultListModel<>();
    private final JList<Field> list = new JList<>(model);
    private final JPanel details = new JPanel(new BorderLayout());
    private final JButton up;
    private final JButton down;
    private final JButton remove;
    private transient @Nullable Details shown;
    private boolean showing;

    /** @param done told when the person has had enough */
    public FormEditor(FormContext context, Runnable done) {
        super(new MigLayout("insets 16 24 16 24, gap 24 12, novisualpadding, fill", "[300!,fill][grow,fill]", "[][grow,fill][]"));
        this.context = context;
        setName("form-editor");
        putClientProperty("FlatLaf.style", "background: $" + Tone.STAGE.key());
        JLabel title = new JLabel(context.say("form-editor.title"));
        title.putClientProperty("FlatLaf.styleClass", "h3");
        JButton close = new JButton(context.say("form-editor.done"));
        close.setName("form-editor.done");
        close.addActionListener(_ -> done.run());
        add(title);
        add(close, "h 28!, growx 0, alignx right, wrap");
        list.setName("form-editor.list");
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setFixedCellHeight(ROW);
        list.setCellRenderer(new FieldCell(context));
        list.getAccessibleContext().setAccessibleName(context.say("form-editor.title"));
        list.addListSelectionListener(_ -> {
            if (!showing) {
                showDetails();
            }
        });
        add(new SlimScroll(list), "hmin 120");
        details.setOpaque(false);
        add(details, "aligny top, wrap");
        JPanel tools = new JPanel(new MigLayout("insets 0, gap 4, novisualpadding", "[]push[][][]", "[28!]"));
        tools.setOpaque(false);
        JButton more = new JButton(context.say("form-editor.add"), Icons.PLUS.at(16));
        more.setName("form-editor.add");
        more.addActionListener(_ -> choose(more));
        up = tool(Icons.UP, "form-editor.up", () -> move(-1));
        down = tool(Icons.CHEVRON_DOWN, "form-editor.down", () -> move(1));
        remove = tool(Icons.REMOVE, "form-editor.remove", () -> selected().ifPresent(f -> edit(new FormEdit.RemoveField(f.name()), null)));
        tools.add(more, "h 28!");
        tools.add(up, "w 28!, h 28!");
        tools.add(down, "w 28!, h 28!");
        tools.add(remove, "w 28!, h 28!");
        add(tools, "wrap");
        show(context.desk().document());
    }

    private JButton tool(Icons icon, String code, Runnable deed) {
        JButton button = new JButton(icon.at(16));
        button.setName(code);
        button.putClientProperty("JButton.buttonType", "toolBarButton");
        button.setToolTipText(context.say(code));
        button.getAccessibleContext().setAccessibleName(context.say(code));
        button.addActionListener(_ -> deed.run());
        return button;
    }

    private Optional<Field> selected() {
        return Optional.ofNullable(list.getSelectedValue());
    }

    /** Gives the keys to the list. */
    public void focus() {
        list.requestFocusInWindow();
    }

    /** Shows the form of a document. */
    public void show(Document document) {
        List<Field> fields = document.form().fields();
        String name = selected().map(Field::name).orElse("");
        int before = list.getSelectedIndex();
        showing = true;
        model.clear();
        fields.forEach(model::addElement);
        int at = fields.stream().map(Field::name).toList().indexOf(name);
        list.setSelectedIndex(at >= 0 ? at : Math.min(Math.max(0, before), fields.size() - 1));
        showing = false;
        showDetails();
        list.repaint();
    }

    private void showDetails() {
        Field field = selected().orElse(null);
        int at = list.getSelectedIndex();
        up.setEnabled(at > 0);
        down.setEnabled(at >= 0 && at < model.size() - 1);
        remove.setEnabled(field != null);
        Details now = shown;
        if (field != null && now != null && now.isOf(field)) {
            now.show(field);
            return;
        }
        details.removeAll();
        shown = null;
        if (field == null) {
            JLabel none = new JLabel(context.say("form-editor.none"));
            none.putClientProperty("FlatLaf.styleClass", "hint");
            details.add(none);
        } else {
            shown = new Details(context, field, this::edit, this::again);
            details.add(shown);
        }
        details.revalidate();
        details.repaint();
    }

    /** The line shows as another kind: its details are others, and the keys stay among them. */
    private void again() {
        shown = null;
        showDetails();
        if (shown != null) {
            shown.focusKinds();
        }
    }

    private void edit(FormEdit edit, @Nullable Object key) {
        context.desk().edit(Forming.of(context.desk().document(), edit), key);
    }

    private void move(int by) {
        selected().ifPresent(f -> edit(new FormEdit.MoveField(f.name(), list.getSelectedIndex() + by), null));
    }

    private void choose(JComponent under) {
        Document document = context.desk().document();
        Popover[] popover = new Popover[1];
        List<SearchList.Item<InputRef>> all = Forming.hidden(document).stream().map(p -> new SearchList.Item<>(p, called(context, document, p), "", null)).toList();
        SearchList<InputRef> choices = new SearchList<>(all, null, context.say("form-editor.add"), context.say("form-editor.find"), parameter -> {
            popover[0].close();
            context.desk().edit(Forming.show(context.desk().document(), parameter), null);
            list.setSelectedIndex(model.size() - 1);
            list.requestFocusInWindow();
        });
        popover[0] = Popover.openAtTop(this, choices, under.getAccessibleContext().getAccessibleName());
    }

    /** A parameter with the node that has it. */
    static String called(FormContext context, Document document, InputRef parameter) {
        return document.node(parameter.node()).map(n -> context.say("form-editor.parameter",
                n.title().isEmpty() ? NodeFields.title(document, n.type(), context.language()) : n.title(),
                NodeFields.label(document, n.type(), parameter.input()).in(context.language()))).orElse(parameter.node().text());
    }

    /** What a line sets, for people. */
    static String sets(FormContext context, Field field) {
        Document document = context.desk().document();
        return field.targets().stream().map(t -> called(context, document, t)).collect(Collectors.joining(", "));
    }
}
