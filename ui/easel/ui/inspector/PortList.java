package easel.ui.inspector;

import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.Field;
import easel.graph.FormEdit;
import easel.graph.Outlet;
import easel.graph.Phrase;
import easel.graph.Rim;
import easel.ui.form.FormContext;
import easel.ui.form.NodeFields;
import easel.ui.theme.Icons;
import easel.ui.widget.Typed;
import java.awt.Component;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** The inputs or the outputs of the subgraph whose inside is shown: each with its name, its place among the others, and its end. */
final class PortList extends JPanel {

    private static final long serialVersionUID = 1;

    private final transient FormContext context;
    private final boolean outputs;
    private transient List<String> shown = List.of();
    private final transient List<JTextField> names = new ArrayList<>();
    private transient List<Typed> typed = List.of();

    PortList(FormContext context, boolean outputs) {
        super(new MigLayout("insets 0 12 8 8, gap 0 4, novisualpadding, fillx", "[grow,fill]4[24!][24!][24!]", ""));
        this.context = context;
        this.outputs = outputs;
        setOpaque(false);
        setName(outputs ? "ports.outputs" : "ports.inputs");
    }

    private static List<String> names(Document document, boolean outputs) {
        return outputs ? document.form().outlets().stream().map(Outlet::name).toList() : document.form().fields().stream().map(Field::name).toList();
    }

    /** Whether a name is being typed. */
    boolean hasKeys() {
        return names.stream().anyMatch(Component::isFocusOwner);
    }

    void show(Document document) {
        List<String> now = names(document, outputs);
        if (!now.equals(shown) || names.size() != now.size()) {
            String focused = names.stream().filter(Component::isFocusOwner).map(Component::getName).findFirst().orElse("");
            shown = now;
            build();
            names.stream().filter(f -> focused.equals(f.getName())).findFirst().ifPresent(JTextField::requestFocusInWindow);
        }
        for (int i = 0; i < now.size(); i++) {
            String called = label(document, now.get(i));
            if (!typed.get(i).isComposing() && !names.get(i).isFocusOwner() && !names.get(i).getText().equals(called)) {
                names.get(i).setText(called);
            }
        }
    }

    private String label(Document document, String port) {
        return NodeFields.label(document, outputs ? Rim.OUT : Rim.IN, port).in(context.language());
    }

    private void build() {
        removeAll();
        names.clear();
        List<Typed> listening = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            String port = shown.get(i);
            int at = i;
            JTextField name = new JTextField(label(context.document(), port));
            name.setName("port." + port);
            name.putClientProperty("FlatLaf.style", "margin: 1,6,1,6");
            name.getAccessibleContext().setAccessibleName(context.say("ports.name"));
            listening.add(Typed.hear(name, () -> rename(port, name.getText())));
            names.add(name);
            add(name, "h 24!, wmin 40");
            add(button(Icons.UP, "ports.up", port, i > 0, () -> move(port, at - 1)), "h 24!");
            add(button(Icons.CHEVRON_DOWN, "ports.down", port, i < shown.size() - 1, () -> move(port, at + 1)), "h 24!");
            add(button(Icons.REMOVE, "ports.remove", port, true, () -> edit(outputs ? new FormEdit.RemoveOutlet(port) : new FormEdit.RemoveField(port), null)),
                    "h 24!, wrap");
        }
        typed = listening;
        revalidate();
        repaint();
    }

    private JButton button(Icons icon, String code, String port, boolean enabled, Runnable deed) {
        JButton button = new JButton(icon.at(12));
        button.setName(code + "." + port);
        button.putClientProperty("JButton.buttonType", "toolBarButton");
        button.putClientProperty("FlatLaf.style", "margin: 2,2,2,2");
        String say = context.say(code);
        button.setToolTipText(say);
        button.getAccessibleContext().setAccessibleName(label(context.document(), port) + ": " + say);
        button.setEnabled(enabled);
        button.addActionListener(_ -> deed.run());
        return button;
    }

    private void rename(String port, String text) {
        Document document = context.document();
        if (label(document, port).equals(text)) {
            return;
        }
        Phrase label = text.isBlank() ? Phrase.NONE : Phrase.of(text, text);
        FormEdit edit = outputs ? document.form().outlet(port).map(o -> (FormEdit) new FormEdit.ChangeOutlet(port, o.labelled(label))).orElse(null)
                : document.form().field(port).map(f -> (FormEdit) new FormEdit.ChangeField(port, f.labelled(label))).orElse(null);
        if (edit != null) {
            edit(edit, List.of("port", port));
        }
    }

    private void move(String port, int to) {
        edit(outputs ? new FormEdit.MoveOutlet(port, to) : new FormEdit.MoveField(port, to), null);
    }

    private void edit(Edit edit, Object key) {
        context.edit(edit, key);
    }
}
