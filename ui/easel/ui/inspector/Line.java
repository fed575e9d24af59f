package easel.ui.inspector;

import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.Field;
import easel.graph.InputRef;
import easel.graph.Rim;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.graph.Value;
import easel.nodes.Catalogue;
import easel.ui.form.FieldView;
import easel.ui.form.FieldViews;
import easel.ui.form.FormContext;
import easel.ui.form.Forming;
import easel.ui.form.NodeFields;
import easel.ui.theme.Icons;
import easel.ui.theme.Tone;
import easel.ui.widget.Tip;
import java.awt.Component;
import java.awt.Container;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JLabel;
import javax.swing.JPopupMenu;

/** One parameter of what is selected: its label, a button that resets it where that would do something, and its control. */
final class Line {

    private final FormContext context;
    private final Schema.Parameter parameter;
    private final String type;
    private final Field field;
    private final FieldView view;
    private final JLabel label = new JLabel();
    private final JCheckBoxMenuItem inForm = new JCheckBoxMenuItem();
    private final JButton reset = new JButton(Icons.UNDO.at(12));
    private Shared shared;

    Line(FormContext context, Document document, Shared shared, Schema.Parameter parameter) {
        this.context = context;
        this.parameter = parameter;
        this.shared = shared;
        this.type = shared.type();
        field = NodeFields.of(document, type, shared.ids(), parameter);
        view = FieldViews.of(field, type, parameter, context);
        label.putClientProperty("FlatLaf.style", "font: $dense.font; foreground: $" + Tone.LABEL.key());
        label.setLabelFor(view.focus());
        JPopupMenu menu = new JPopupMenu();
        menu.add(inForm);
        label.setComponentPopupMenu(menu);
        inForm.setName(field.name() + ".in-form");
        boolean inside = document.nodes().stream().anyMatch(Rim::is);
        inForm.setText(context.say(inside ? "inspector.on-subgraph" : "inspector.in-form"));
        inForm.addActionListener(_ -> toggleForm());
        reset.setName(field.name() + ".reset");
        reset.putClientProperty("JButton.buttonType", "toolBarButton");
        reset.putClientProperty("FlatLaf.style", "margin: 2,2,2,2; minimumWidth: 18; minimumHeight: 18");
        reset.addActionListener(_ -> context.edit(new Edit.ResetParameters(
                shared.ids().stream().map(id -> new InputRef(id, parameter.name())).collect(Collectors.toSet())), null));
    }

    FieldView view() {
        return view;
    }

    JLabel label() {
        return label;
    }

    JButton reset() {
        return reset;
    }

    void show(Document document, Shared now) {
        shared = now;
        boolean fed = shared.isFed(parameter.name());
        boolean differ = !fed && shared.differ(parameter);
        String name = field.label().in(context.language());
        label.setText(differ ? context.say("inspector.differ", name) : name);
        List<String> help = help(fed, differ);
        label.setToolTipText(help.isEmpty() ? name : Tip.of(Stream.concat(Stream.of(name), help.stream()).toList()));
        String standard = said(parameter.standard());
        String back = standard.isEmpty() ? context.say("inspector.reset.empty") : context.say("inspector.reset", standard);
        reset.setVisible(!fed && shared.isChanged(parameter));
        reset.setToolTipText(back);
        reset.getAccessibleContext().setAccessibleName(name + ": " + back);
        InputRef first = field.targets().getFirst();
        inForm.setSelected(document.form().of(first).isPresent());
        inForm.setEnabled(field.targets().size() == 1 && !fed && Forming.parameter(document, first).isPresent());
        view.show(document);
        enable(view.component(), !fed);
    }

    private void toggleForm() {
        Document document = context.document();
        InputRef parameter = field.targets().getFirst();
        context.edit(document.form().of(parameter).isPresent() ? Forming.hide(document, parameter) : Forming.show(document, parameter), null);
    }

    /** What it does, what may stand there, and why it cannot be set or shows nothing. */
    private List<String> help(boolean fed, boolean differ) {
        String allowed = switch (parameter.rule()) {
            case Rule.Whole _, Rule.Real _ -> context.say("field.allowed", Catalogue.allowed(parameter.rule(), context.language()));
            default -> "";
        };
        String now = fed ? context.say("inspector.fed") : differ ? context.say("inspector.differ.help") : allowed;
        String inForm = context.document().form().of(field.targets().getFirst()).isPresent() ? context.say(context.document().nodes().stream().anyMatch(Rim::is) ? "inspector.is-on-subgraph" : "inspector.is-in-form") : "";
        return Stream.of(Catalogue.help(type, parameter.name(), context.language()), now, inForm).filter(s -> !s.isEmpty()).toList();
    }

    private String said(Value value) {
        return switch (value) {
            case Value.Text text when parameter.rule() instanceof Rule.Choice -> Catalogue.choice(type, parameter.name(), text.text(), context.language());
            case Value.Text text when parameter.rule() instanceof Rule.File file && file.names().contains(text.text()) -> Catalogue.bundled(text.text(), context.language());
            case Value.Text text -> text.text();
            case Value.Number number -> number.source() + Catalogue.unit(parameter.rule(), context.language());
            case Value.Truth truth -> context.say(truth.on() ? "inspector.on" : "inspector.off");
            case Value.Seed _ -> context.say("form.seed.random");
            case Value.Shapes _ -> "";
            case Value.Foreign foreign -> foreign.json();
        };
    }

    private static void enable(Component component, boolean enabled) {
        component.setEnabled(enabled);
        if (component instanceof Container container) {
            for (Component inner : container.getComponents()) {
                enable(inner, enabled);
            }
        }
    }

    /** The names of parameters that say how large a picture is. */
    static final Set<String> SIZES = Set.of("width", "height", "batch_size");
}
