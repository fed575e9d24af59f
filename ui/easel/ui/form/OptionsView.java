package easel.ui.form;

import easel.graph.Control;
import easel.graph.Document;
import easel.graph.Field;
import easel.graph.Value;
import easel.ui.desk.FormFields;
import easel.ui.widget.Segments;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** A few options side by side, and below them what there is to know about the one that is taken. */
final class OptionsView implements FieldView {

    /** As many as have room beside each other. */
    private static final int MOST = 3;

    private final Field field;
    private final Control.Choice control;
    private final FormContext context;
    private final JPanel panel = new JPanel(new MigLayout("insets 0, gap 0 4, novisualpadding, hidemode 3, fillx", "[grow,fill]"));
    private final Segments<Control.Choice.Option> segments;
    private final NoteLine note = new NoteLine();

    OptionsView(Field field, Control.Choice control, FormContext context) {
        this.field = field;
        this.control = control;
        this.context = context;
        segments = new Segments<>(control.options().stream()
                .map(o -> new Segments.Choice<>(o, null, label(o), field.label().in(context.language()) + ": " + label(o))).toList(),
                option -> context.set(field, option.values()));
        segments.setName(field.name());
        segments.setToolTipText(field.help().in(context.language()));
        panel.setOpaque(false);
        panel.add(segments, "growx, wrap");
        panel.add(note, "growx, wmin 0");
    }

    /** Whether a choice shows best so. */
    static boolean suits(Field field, Control.Choice control) {
        return field.section() == Field.Section.MAIN && control.options().size() > 1 && control.options().size() <= MOST;
    }

    private String label(Control.Choice.Option option) {
        return option.label().in(context.language());
    }

    @Override
    public JComponent component() {
        return panel;
    }

    private Optional<Control.Choice.Option> now(Document document) {
        List<Value> held = field.targets().stream().map(t -> FormFields.value(document, t).orElse(Value.of(""))).toList();
        return control.of(held);
    }

    @Override
    public void show(Document document) {
        Optional<Control.Choice.Option> now = now(document);
        List<Control.Choice.Option> offered = field.offered(document);
        segments.showValue(now.orElse(null));
        segments.offer(offered);
        note.say(note(document, now, offered));
    }

    private String note(Document document, Optional<Control.Choice.Option> now, List<Control.Choice.Option> offered) {
        if (now.isEmpty()) {
            return context.say("form.option.own");
        }
        if (offered.size() == control.options().size() || field.needs() == null) {
            return now.get().note().in(context.language());
        }
        String others = control.options().stream().filter(o -> !offered.contains(o)).map(this::label).collect(Collectors.joining(", "));
        String by = FormFields.form(document).of(field.needs()).map(f -> f.label().in(context.language())).orElse(field.needs().input());
        return context.say("form.option.elsewhere", others, by);
    }

    @Override
    public String summary(Document document) {
        return now(document).map(this::label).orElse("");
    }
}
