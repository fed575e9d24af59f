package easel.ui.form;

import easel.graph.Control;
import easel.graph.Document;
import easel.graph.Field;
import easel.graph.Form;
import easel.ui.desk.FormFields;
import easel.ui.theme.Icons;
import easel.ui.theme.Tone;
import easel.ui.widget.Column;
import easel.ui.widget.Fold;
import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSeparator;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * A workflow's form. The main fields stand below each other, labels above; those of "More" fold away, labels beside.
 * Words that are empty and not the form's first ones fold into a line that asks for them.
 */
public final class FormPanel extends Column {

    private static final long serialVersionUID = 1;

    private final transient FormContext context;
    private final transient Map<Field, FieldView> views = new LinkedHashMap<>();
    private final transient Map<Field, List<JComponent>> parts = new LinkedHashMap<>();
    private final transient Map<Field, JButton> asked = new LinkedHashMap<>();
    private final transient @Nullable WordsView first;
    private final Fold more;
    private final JPanel below;
    private final boolean hasMore;

    /** A form for the document that is on the desk; another form needs another panel. */
    public FormPanel(FormContext context) {
        super(new MigLayout("insets 16 0 16 0, gap 0, novisualpadding, hidemode 3, fillx", "[grow,fill]"), 24, 48);
        this.context = context;
        Document document = context.document();
        WordsView firstWords = null;
        boolean begun = false;
        Form form = FormFields.form(document);
        if (!FormFields.isOwn(document)) {
            add(new MadeLine(context, !form.isEmpty()), "growx, gapleft 16, gapright 16, wmin 0, wrap");
            begun = true;
        }
        for (Field field : form.in(Field.Section.MAIN)) {
            FieldView view = view(field);
            if (view == null) {
                continue;
            }
            boolean folds = view instanceof WordsView && firstWords != null;
            if (view instanceof WordsView words && firstWords == null) {
                firstWords = words;
            }
            addMain(field, view, begun, folds);
            begun = true;
        }
        first = firstWords;
        List<Field> rest = form.in(Field.Section.MORE);
        hasMore = !rest.isEmpty();
        more = new Fold(context.say("form.more"), context.memory().get().work().moreOpen(), this::fold);
        below = new JPanel(new MigLayout("insets 4 0 0 0, gap 8 8, novisualpadding, hidemode 3, fillx", "[80!][grow,fill]"));
        below.setOpaque(false);
        if (hasMore) {
            add(new JSeparator(), "growx, gaptop 16, wrap");
            add(more, "growx, gapleft 16, gapright 16, gaptop 8, wrap");
            rest.forEach(this::addBelow);
            add(below, "growx, gapleft 16, gapright 16, wrap");
            below.setVisible(more.isOpen());
        }
        show(document);
    }

    private @Nullable FieldView view(Field field) {
        FieldView view = FieldViews.of(field, context).orElse(null);
        if (view != null) {
            views.put(field, view);
        }
        return view;
    }

    private JLabel label(Field field, FieldView view, String style) {
        JLabel label = new JLabel(field.label().in(context.language()));
        label.putClientProperty("FlatLaf.styleClass", style);
        label.setToolTipText(field.help().isEmpty() ? null : field.help().in(context.language()));
        label.setLabelFor(view instanceof WordsView words ? words.area() : view.component());
        return label;
    }

    private void addMain(Field field, FieldView view, boolean begun, boolean folds) {
        String sides = "gapleft 16, gapright 16, wmin 0, ";
        if (folds) {
            JButton ask = new JButton(field.label().in(context.language()), Icons.PLUS.at(16));
            ask.setName(field.name() + ".ask");
            ask.setHorizontalAlignment(SwingConstants.LEADING);
            ask.setToolTipText(field.help().in(context.language()));
            ask.putClientProperty("JButton.buttonType", "borderless");
            ask.putClientProperty("FlatLaf.style", "margin: 2,2,2,8; foreground: $" + Tone.LABEL.key());
            ask.addActionListener(_ -> {
                context.memory().changeWork(w -> w.withFolds(w.moreOpen(), true));
                show(context.document());
                ((WordsView) view).area().requestFocusInWindow();
            });
            asked.put(field, ask);
            // The plus stands in one line with the edges of the fields.
            add(ask, "gapleft 12!, gaptop 4!, growx 0, alignx left, h 28!, wrap");
        }
        JLabel label = label(field, view, "semibold");
        JPanel head = new JPanel(new MigLayout("insets 0, gap 8, novisualpadding", "[]push[]", "[]"));
        head.setOpaque(false);
        head.add(label);
        if (field.control() instanceof Control.Picture && FormFields.mayStayEmpty(context.document(), field)) {
            JLabel optional = new JLabel(context.say("form.optional"));
            optional.putClientProperty("FlatLaf.styleClass", "hint");
            head.add(optional);
        }
        add(head, sides + "growx, wrap" + (begun ? ", gaptop " + (folds ? 12 : 20) : ""));
        add(view.component(), sides + "growx, gaptop 6, wrap");
        parts.put(field, List.of(head, view.component()));
    }

    private void addBelow(Field field) {
        FieldView view = view(field);
        if (view == null) {
            return;
        }
        JLabel label = label(field, view, "quiet");
        if (view.isWide()) {
            below.add(label, "span 2, wrap");
            below.add(view.component(), "span 2, growx, wrap");
        } else {
            below.add(label, "wmax 80");
            below.add(view.component(), "growx, wmin 0, wrap, pad 0 " + -view.overhang() + " 0 0");
        }
        parts.put(field, List.of(label, view.component()));
    }

    private void fold(boolean open) {
        context.memory().changeWork(w -> w.withFolds(open, w.leaveOutOpen()));
        below.setVisible(open);
        revalidate();
        if (open) {
            scrollRectToVisible(new Rectangle(0, getHeight() - 1, 1, 1));
        }
    }

    /** Shows what the document says. */
    public void show(Document document) {
        views.forEach((field, view) -> {
            view.show(document);
            boolean open = field.isOpen(document);
            JButton ask = asked.get(field);
            if (ask != null) {
                boolean unfolded = context.memory().get().work().leaveOutOpen() || !FormFields.text(document, field).isEmpty();
                ask.setVisible(open && !unfolded);
                open &= unfolded;
            }
            boolean alive = field.isAlive(document);
            for (JComponent part : parts.getOrDefault(field, List.of())) {
                part.setVisible(open);
                if (!alive) {
                    disable(part);
                }
            }
        });
        if (hasMore) {
            more.summarise(FormFields.form(document).in(Field.Section.MORE).stream().filter(f -> views.containsKey(f) && f.isOpen(document))
                    .map(f -> summary(f, document)).filter(s -> !s.isEmpty()).toList(), context.say("form.summary.join"));
        }
    }

    /** What it sets is gone; a form that has it again is another one. */
    private static void disable(Component component) {
        component.setEnabled(false);
        if (component instanceof Container container) {
            for (Component inner : container.getComponents()) {
                disable(inner);
            }
        }
    }

    private String summary(Field field, Document document) {
        String held = views.get(field).summary(document);
        return held.isEmpty() || !(field.control() instanceof Control.Number || field.control() instanceof Control.Seed)
                ? held : context.say("form.summary", field.label().in(context.language()), held);
    }

    /** Puts the caret into the form's first words; gives whether there are any. */
    public boolean focusWords() {
        if (first != null) {
            first.area().requestFocusInWindow();   // its answer says nothing before the window has the keys
        }
        return first != null;
    }

    /** The names of the fields that are seen, for tests. */
    List<String> seen() {
        List<String> names = new ArrayList<>();
        parts.forEach((field, components) -> {
            if (components.stream().allMatch(Component::isVisible)) {
                names.add(field.name());
            }
        });
        return names;
    }
}
