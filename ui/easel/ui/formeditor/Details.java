package easel.ui.formeditor;

import com.formdev.flatlaf.FlatClientProperties;
import easel.graph.Control;
import easel.graph.Field;
import easel.graph.FormEdit;
import easel.graph.Phrase;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.graph.Value;
import easel.ui.form.FormContext;
import easel.ui.form.Forming;
import easel.ui.form.Markup;
import easel.ui.theme.Tone;
import easel.ui.widget.NumberField;
import easel.ui.widget.Segments;
import easel.ui.widget.Typed;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** One line of the form: what people read beside it, where it stands, how it shows, and between what bounds. */
final class Details extends JPanel {

    private static final long serialVersionUID = 1;
    private static final int CHOICES = 4;

    private final transient FormContext context;
    private final transient BiConsumer<FormEdit, @Nullable Object> edit;
    private transient Field field;
    private final JTextField label = new JTextField();
    private final JTextField help = new JTextField();
    private final Segments<Field.Section> section;
    private final transient Runnable again;
    private transient @Nullable Segments<Kind> kindsShown;
    private @Nullable JTextArea choicesArea;

    /** @param again told when the line shows as another kind, whose details are others */
    Details(FormContext context, Field field, BiConsumer<FormEdit, @Nullable Object> edit, Runnable again) {
        super(new MigLayout("insets 0, gap 12 8, novisualpadding, fillx, wrap 2", "[][grow,fill,260:400:480]push", ""));
        this.context = context;
        this.field = field;
        this.edit = edit;
        this.again = again;
        setOpaque(false);
        if (!field.isAlive(context.desk().document())) {
            gone();
        }
        JLabel sets = new JLabel(FormEditor.sets(context, field));
        sets.putClientProperty("FlatLaf.styleClass", "quiet");
        if (!sets.getText().isEmpty()) {
            row("form-editor.sets", sets, sets);
        }
        label.setName("form-editor.label");
        help.setName("form-editor.help");
        row("form-editor.label", label, label);
        row("form-editor.help", help, help);
        Typed.hear(label, () -> words(label, f -> f.label(), (f, p) -> f.labelled(p), "label"));
        Typed.hear(help, () -> words(help, f -> f.help(), Details::helping, "help"));
        section = new Segments<>(List.of(choice(Field.Section.MAIN, "form-editor.main"), choice(Field.Section.MORE, "form-editor.more")),
                where -> change(this.field.in(where), null));
        row("form-editor.section", section, section);
        kinds();
        switch (field.control()) {
            case Control.Number number -> range(number);
            case Control.Choice choice when rule() != null && !(rule() instanceof Rule.Choice) -> choices(choice);
            default -> { }
        }
        show(field);
    }

    private <T> Segments.Choice<T> choice(T value, String code) {
        return new Segments.Choice<>(value, null, context.say(code), context.say(code));
    }

    private void row(String code, JComponent control, JComponent focus) {
        JLabel name = new JLabel(context.say(code));
        name.putClientProperty("FlatLaf.styleClass", "quiet");
        name.setLabelFor(focus);
        focus.getAccessibleContext().setAccessibleName(context.say(code));
        add(name, "h 28!");
        add(control, "h 28!, wmin 0");
    }

    private void gone() {
        JLabel why = new JLabel(context.say("form-editor.gone"));
        why.putClientProperty("FlatLaf.style", "foreground: $" + Tone.WARNING.key());
        JButton mend = new JButton(context.say("remedy.remove-field"));
        mend.setName("remedy.remove-field");
        mend.addActionListener(_ -> edit.accept(new FormEdit.RemoveField(field.name()), null));
        add(why, "span 2, split 2");
        add(mend, "h 28!, growx 0, gapleft 12");
    }

    private Schema.@Nullable Parameter parameter() {
        return field.targets().size() == 1 ? Forming.parameter(context.desk().document(), field.targets().getFirst()).orElse(null) : null;
    }

    /** The rule of what it sets; null for what sets several things at once, which only its file can say how to show. */
    private @Nullable Rule rule() {
        Schema.Parameter parameter = parameter();
        return parameter == null ? null : parameter.rule();
    }

    /** Gives the keys to what it is shown as. */
    void focusKinds() {
        if (kindsShown != null) {
            kindsShown.focusChosen();
        }
    }

    /** What it can be shown as, where there is a choice. */
    private void kinds() {
        Schema.Parameter parameter = parameter();
        Optional<Kind> now = parameter == null ? Optional.empty() : Kind.of(field.control(), parameter.rule());
        if (now.isEmpty() || Kind.of(parameter.rule()).size() < 2) {
            return;
        }
        Segments<Kind> kinds = new Segments<>(Kind.of(parameter.rule()).stream().map(k -> choice(k, k.code())).toList(), kind -> {
            Value value = context.desk().document().value(field.targets().getFirst()).orElse(parameter.standard());
            change(with(kind.control(context, field.control(), parameter.rule(), value)), null);
            again.run();
        });
        kinds.setName("form-editor.kind");
        kinds.showValue(now.get());
        kindsShown = kinds;
        row("form-editor.control", kinds, kinds);
    }

    /** The choices of a drop-down, one a line. */
    private void choices(Control.Choice choice) {
        JTextArea lines = new JTextArea(Options.lines(choice.options(), context.language()), CHOICES, 20);
        lines.setName("form-editor.choices");
        lines.putClientProperty("FlatLaf.style", "font: $dense.font");
        JScrollPane scroll = new JScrollPane(lines);
        choicesArea = lines;
        Typed.hear(lines, () -> Options.parsed(lines.getText(), rule(), ((Control.Choice) field.control()).options(), context.language()).ifPresentOrElse(options -> {
            scroll.putClientProperty(FlatClientProperties.OUTLINE, null);
            change(with(new Control.Choice(options)), List.of(field.name(), "choices"));
        }, () -> scroll.putClientProperty(FlatClientProperties.OUTLINE, FlatClientProperties.OUTLINE_ERROR)));
        JLabel name = new JLabel(context.say("form-editor.choices"));
        name.putClientProperty("FlatLaf.styleClass", "quiet");
        name.setLabelFor(lines);
        lines.getAccessibleContext().setAccessibleName(name.getText());
        add(name, "aligny top, gaptop 6");
        add(scroll, "wmin 0, h 96!");
        JLabel how = new JLabel("<html>" + Markup.plain(context.say("form-editor.choices.help", rule() instanceof Rule.Words ? "" : rule().allowed())));
        how.putClientProperty("FlatLaf.styleClass", "hint");
        add(how, "skip 1, wmin 0, gaptop 0");
    }

    private void range(Control.Number number) {
        BigDecimal far = BigDecimal.valueOf(1e9);
        Rule rule = field.targets().isEmpty() ? null : Forming.parameter(context.desk().document(), field.targets().getFirst()).map(Schema.Parameter::rule).orElse(null);
        BigDecimal least = rule instanceof Rule.Whole whole ? BigDecimal.valueOf(whole.least()) : rule instanceof Rule.Real real ? BigDecimal.valueOf(real.least()) : far.negate();
        BigDecimal most = rule instanceof Rule.Whole whole ? BigDecimal.valueOf(whole.most()) : rule instanceof Rule.Real real ? BigDecimal.valueOf(real.most()) : far;
        boolean whole = rule instanceof Rule.Whole;
        number("form-editor.least", least, most, whole, number.least(), v -> with(new Control.Number(v, Math.max(v, limits().most()), limits().step(), limits().slider())));
        number("form-editor.most", least, most, whole, number.most(), v -> with(new Control.Number(Math.min(v, limits().least()), v, limits().step(), limits().slider())));
        number("form-editor.step", new BigDecimal(whole ? "1" : "0.001"), most, whole, number.step(), v -> with(new Control.Number(limits().least(), limits().most(), v, limits().slider())));
        if (rule != null) {
            boolean beyond = number.least() < least.doubleValue() || number.most() > most.doubleValue();
            JLabel allowed = new JLabel("<html>" + Markup.plain(context.say(beyond ? "form-editor.beyond" : "form-editor.allowed", rule.allowed())));
            allowed.setName("form-editor.allowed");
            allowed.putClientProperty("FlatLaf.styleClass", "hint");
            if (beyond) {
                allowed.putClientProperty("FlatLaf.style", "foreground: $" + Tone.WARNING.key());
            }
            add(allowed, "skip 1, wmin 0, gaptop 0");
        }
    }

    private Control.Number limits() {
        return (Control.Number) field.control();
    }

    private void number(String code, BigDecimal least, BigDecimal most, boolean whole, double now, DoubleFunction<Field> with) {
        BigDecimal step = whole ? BigDecimal.ONE : new BigDecimal("0.1");
        NumberField number = new NumberField(least, most, step, 0, BigDecimal.valueOf(now).stripTrailingZeros(), v -> change(with.apply(v.doubleValue()), null));
        number.setName(code);
        JPanel narrow = new JPanel(new MigLayout("insets 0, novisualpadding", "[88!,fill]push", "[28!]"));
        narrow.setOpaque(false);
        narrow.add(number, "h 28!");
        row(code, narrow, number);
    }

    private Field with(Control control) {
        return new Field(field.name(), field.targets(), control, field.type(), field.standard(), field.section(), field.label(), field.help(), field.needs(), field.extras());
    }

    private static Field helping(Field field, Phrase help) {
        return new Field(field.name(), field.targets(), field.control(), field.type(), field.standard(), field.section(), field.label(), help, field.needs(), field.extras());
    }

    private void words(JTextField text, Function<Field, Phrase> of, BiFunction<Field, Phrase, Field> with, String which) {
        Phrase before = of.apply(field);
        if (!text.getText().equals(before.in(context.language()))) {
            SequencedMap<String, String> byTag = new LinkedHashMap<>(before.byTag());
            byTag.put(context.language().tag(), text.getText());
            change(with.apply(field, new Phrase(byTag)), List.of(field.name(), which));
        }
    }

    private void change(Field other, @Nullable Object key) {
        if (!other.equals(field)) {
            field = other;
            edit.accept(new FormEdit.ChangeField(other.name(), other), key);
        }
    }

    /** Whether these are the details of a line, whatever was changed in it. */
    boolean isOf(Field other) {
        boolean same = other.name().equals(field.name()) && other.control().getClass().equals(field.control().getClass());
        return same && (other.equals(field) || other.control().equals(field.control()));
    }

    /** Shows the line as it is now. */
    void show(Field now) {
        field = now;
        String said = now.label().in(context.language());
        if (!label.getText().equals(said)) {
            label.setText(said);
        }
        String helped = now.help().in(context.language());
        if (!help.getText().equals(helped)) {
            help.setText(helped);
        }
        section.showValue(now.section());
        // While they are written they may be written otherwise than they are kept.
        if (choicesArea != null && !choicesArea.isFocusOwner() && now.control() instanceof Control.Choice choice) {
            String written = Options.lines(choice.options(), context.language());
            if (!choicesArea.getText().equals(written)) {
                choicesArea.setText(written);
            }
        }
    }
}
