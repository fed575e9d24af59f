package easel.ui.editor;

import com.formdev.flatlaf.FlatClientProperties;
import easel.graph.InputRef;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.graph.Value;
import easel.nodes.Catalogue;
import easel.ui.form.Completion;
import easel.ui.form.FileChoices;
import easel.ui.form.FormContext;
import easel.ui.form.PromptArea;
import easel.ui.theme.Tone;
import easel.ui.widget.FocusRing;
import easel.ui.widget.Incoming;
import easel.ui.widget.SearchList;
import easel.ui.widget.Sum;
import easel.ui.widget.Typed;
import easel.ui.widget.Typing;
import easel.ui.widget.TypingPause;
import easel.ui.widget.WeightKeys;
import java.awt.Dimension;
import java.awt.Graphics;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.ScrollPaneConstants;
import javax.swing.text.JTextComponent;

/** The control for one kind of parameter, as it lies over the canvas. */
abstract class FieldEditor {

    /** What the control says to who opened it. */
    interface Frame {

        /** The parameter becomes this. */
        void set(Value value);

        /** The person has chosen and is done. */
        void done();

        /** What a dialog stands over. */
        JComponent over();
    }

    /** From this length a text has lines of its own, as on the canvas. */
    private static final int LONG_TEXT = 1 << 16;
    private static final double LARGEST_TYPE = 2;

    abstract JComponent component();

    /** What takes the keys. */
    abstract JComponent focus();

    /** Hands over what was typed and not yet handed over. */
    void take() { }

    /** The document says something else. */
    abstract void show(Value value);

    /** It has its place and size. */
    void opened() { }

    /** As small as it can be read, in logical pixels. */
    abstract Dimension leastSize(double zoom);

    /** Whether it lies under the field rather than over it. */
    boolean hangsUnder() {
        return false;
    }

    /** Whether it has several controls, of which any may have the keys. */
    boolean isSheet() {
        return false;
    }

    /** Whether Enter means nothing to it but its end. */
    boolean endsWithEnter() {
        return true;
    }

    static FieldEditor of(InputRef at, String type, Schema.Parameter parameter, Value now, String label, FormContext context, Frame frame) {
        return switch (parameter.rule()) {
            case Rule.Whole whole -> new Numbers(parameter.rule(), n -> whole.nearest(n), now, label, context, frame);
            case Rule.Real real -> new Numbers(parameter.rule(), n -> real.nearest(n), now, label, context, frame);
            case Rule.Seed _ -> new Seeds(now, label, context, frame);
            case Rule.Truth _ -> new Switch(now, label, frame);
            case Rule.Words words -> words.longest() >= LONG_TEXT ? new Area(now, label, context, frame)
                    : new Line(now, label, frame);
            case Rule.Choice choice -> new Choices<>(choice.ids().stream()
                    .map(id -> SearchList.Item.of(id, Catalogue.choice(type, parameter.name(), id, context.language()))).toList(),
                    text(now), label, context, id -> {
                        frame.set(Value.of(id));
                        frame.done();
                    });
            case Rule.Shapes _ -> new ShapesEditor(at, label, context);
            case Rule.File _, Rule.Folder _ -> files(parameter, text(now), label, context, frame);
        };
    }

    private static FieldEditor files(Schema.Parameter parameter, String now, String label, FormContext context, Frame frame) {
        context.desk().models().look();
        FileChoices files = new FileChoices(context, parameter.rule(), parameter.standard().equals(Value.of("")));
        return new Choices<>(files.items(now), new FileChoices.Choice(now), label, context, choice -> {
            Optional<String> text = choice.text() != null ? Optional.of(choice.text()) : files.ask(frame.over(), now);
            text.ifPresent(t -> frame.set(Value.of(t)));
            frame.done();
        });
    }

    private static String text(Value value) {
        return value instanceof Value.Text text ? text.text() : "";
    }

    private static void dress(JTextComponent text, String label, double zoom) {
        text.putClientProperty(FlatClientProperties.STYLE, "font: $dense.font");
        text.setFont(text.getFont().deriveFont((float) (text.getFont().getSize2D() * Math.clamp(zoom, 1, LARGEST_TYPE))));
        text.getAccessibleContext().setAccessibleName(label);
    }

    /** A text on one line. */
    private abstract static class OneLine extends FieldEditor {

        final JTextField field = new JTextField();
        private double dressedFor;
        private final String label;

        OneLine(String label) {
            this.label = label;
            field.setName("in-place.field");
            dress(1);
        }

        private void dress(double zoom) {
            if (dressedFor != zoom) {
                dressedFor = zoom;
                FieldEditor.dress(field, label, zoom);
            }
        }

        @Override
        JComponent component() {
            return field;
        }

        @Override
        JComponent focus() {
            return field;
        }

        @Override
        void opened() {
            field.selectAll();
        }

        @Override
        Dimension leastSize(double zoom) {
            dress(zoom);
            return new Dimension(96, Math.max(24, field.getPreferredSize().height));
        }

        void mark(boolean good) {
            field.putClientProperty(FlatClientProperties.OUTLINE, good ? null : FlatClientProperties.OUTLINE_ERROR);
        }
    }

    /** A number, or a sum that comes to one; what is not allowed becomes the nearest that is. */
    private static final class Numbers extends OneLine {

        private final Rule rule;
        private final java.util.function.Function<BigDecimal, Value.Number> nearest;
        private final Frame frame;
        private final TypingPause pause = new TypingPause(field, () -> {
            if (allowed()) {
                take();
            }
        });
        private Value shown;

        Numbers(Rule rule, java.util.function.Function<BigDecimal, Value.Number> nearest, Value now, String label,
                FormContext context, Frame frame) {
            super(label);
            this.rule = rule;
            this.nearest = nearest;
            this.frame = frame;
            this.shown = now;
            field.setHorizontalAlignment(JTextField.TRAILING);
            field.setToolTipText(context.say("field.allowed", Catalogue.allowed(rule, context.language())));
            field.setText(now instanceof Value.Number number ? number.source() : "");
            field.getDocument().addDocumentListener(new Typing(() -> {
                mark(allowed());
                pause.typed();
            }));
            step("UP", 1);
            step("DOWN", -1);
        }

        private boolean allowed() {
            return Sum.of(field.getText()).filter(n -> rule.allows(new Value.Number(n.toPlainString()))).isPresent();
        }

        private void step(String key, int by) {
            field.getInputMap().put(javax.swing.KeyStroke.getKeyStroke(key), key);
            field.getActionMap().put(key, new javax.swing.AbstractAction() {
                private static final long serialVersionUID = 1;

                @Override
                public void actionPerformed(java.awt.event.ActionEvent e) {
                    BigDecimal unit = rule instanceof Rule.Whole whole ? BigDecimal.valueOf(whole.multipleOf())
                            : rule instanceof Rule.Real real && real.most() - real.least() <= 2 ? new BigDecimal("0.01")
                                    : new BigDecimal("0.1");
                    Sum.of(field.getText()).ifPresent(n -> {
                        field.setText(nearest.apply(n.add(unit.multiply(BigDecimal.valueOf(by)))).source());
                        field.selectAll();
                    });
                }
            });
        }

        @Override
        void take() {
            Value before = shown;
            Sum.of(field.getText()).map(nearest).filter(n -> !n.equals(before)
                    && !(before instanceof Value.Number b && b.exact().compareTo(n.exact()) == 0))
                    .ifPresent(n -> {
                        shown = n;
                        frame.set(n);
                    });
        }

        @Override
        void show(Value value) {
            if (!value.equals(shown)) {
                shown = value;
                field.setText(value instanceof Value.Number number ? number.source() : "");
                field.selectAll();
            }
        }
    }

    /** A seed: a number is kept, nothing means any. */
    private static final class Seeds extends OneLine {

        private final Frame frame;
        private final TypingPause pause = new TypingPause(field, this::take);
        private String shown;

        Seeds(Value now, String label, FormContext context, Frame frame) {
            super(label);
            this.frame = frame;
            this.shown = written(now);
            field.setHorizontalAlignment(JTextField.TRAILING);
            field.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, context.say("form.seed.random"));
            field.setText(shown);
            field.getDocument().addDocumentListener(new Typing(() -> {
                mark(field.getText().isBlank() || parsed().isPresent());
                pause.typed();
            }));
        }

        private static String written(Value value) {
            return value instanceof Value.Seed seed && seed.number().isPresent() ? Long.toString(seed.number().getAsLong()) : "";
        }

        private OptionalLong parsed() {
            try {
                long seed = Long.parseLong(field.getText().strip());
                return seed >= 0 ? OptionalLong.of(seed) : OptionalLong.empty();
            } catch (NumberFormatException e) {
                return OptionalLong.empty();
            }
        }

        @Override
        void take() {
            if (field.getText().strip().equals(shown)) {
                return;
            }
            if (field.getText().isBlank()) {
                shown = "";
                frame.set(Value.Seed.random());
            } else if (parsed().isPresent()) {
                shown = field.getText().strip();
                frame.set(Value.Seed.fixed(parsed().getAsLong()));
            }
        }

        @Override
        void show(Value value) {
            if (!written(value).equals(shown)) {
                shown = written(value);
                field.setText(shown);
            }
        }
    }

    /** Words on one line, taken as they are typed. */
    private static final class Line extends OneLine {

        private final Typed typed;

        Line(Value now, String label, Frame frame) {
            super(label);
            field.setText(text(now));
            typed = Typed.hear(field, () -> frame.set(Value.of(field.getText())));
        }

        @Override
        void show(Value value) {
            if (!typed.isComposing() && !text(value).equals(field.getText())) {
                field.setText(text(value));
            }
        }

        @Override
        Dimension leastSize(double zoom) {
            return new Dimension(160, super.leastSize(zoom).height);
        }
    }

    /** Words on several lines, taken as they are typed; Enter begins another. */
    private static final class Area extends FieldEditor {

        private final PromptArea area = new PromptArea();
        private final JScrollPane scroll;
        private final Typed typed;
        private final String label;
        private final FormContext context;
        /** What is shown; where that is too long to be edited, the area has its beginning alone. */
        private String shown = "";
        private double dressedFor;

        Area(Value now, String label, FormContext context, Frame frame) {
            this.label = label;
            area.setName("in-place.field");
            this.context = context;
            hold(text(now));
            area.setTransferHandler(Incoming.beside(area.getTransferHandler(), context.dropped()));
            WeightKeys.on(area);
            Completion.on(area, context.desk().lexicon(), context.words());
            typed = Typed.hear(area, () -> {
                if (area.isEditable()) {
                    shown = area.getText();
                    frame.set(Value.of(shown));
                }
            });
            scroll = new JScrollPane(area, ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED,
                    ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER) {
                private static final long serialVersionUID = 1;

                @Override
                public void paint(Graphics g) {
                    super.paint(g);
                    FocusRing.paint(g, this);
                }
            };
            dress(1);
        }

        private void hold(String words) {
            shown = words;
            area.show(words, () -> context.say("form.words.long", words.length()));
        }

        private void dress(double zoom) {
            if (dressedFor != zoom) {
                dressedFor = zoom;
                FieldEditor.dress(area, label, zoom);
            }
        }

        @Override
        JComponent component() {
            return scroll;
        }

        @Override
        JComponent focus() {
            return area;
        }

        @Override
        void opened() {
            area.setCaretPosition(area.getDocument().getLength());
        }

        @Override
        void show(Value value) {
            if (!typed.isComposing() && !text(value).equals(shown)) {
                int caret = area.getCaretPosition();
                hold(text(value));
                area.setCaretPosition(Math.min(caret, area.getDocument().getLength()));
            }
        }

        @Override
        Dimension leastSize(double zoom) {
            dress(zoom);
            return new Dimension(240, 4 * area.getFontMetrics(area.getFont()).getHeight() + 14);
        }

        @Override
        boolean endsWithEnter() {
            return false;
        }
    }

    /** Yes or no. */
    private static final class Switch extends FieldEditor {

        private final JCheckBox box;

        Switch(Value now, String label, Frame frame) {
            box = new JCheckBox(label, now instanceof Value.Truth truth && truth.on());
            box.setName("in-place.field");
            box.putClientProperty(FlatClientProperties.STYLE, "font: $dense.font");
            box.setBackground(Tone.POPUP.color());
            box.addActionListener(_ -> frame.set(Value.of(box.isSelected())));
        }

        @Override
        JComponent component() {
            return box;
        }

        @Override
        JComponent focus() {
            return box;
        }

        @Override
        void show(Value value) {
            box.setSelected(value instanceof Value.Truth truth && truth.on());
        }

        @Override
        Dimension leastSize(double zoom) {
            return new Dimension(box.getPreferredSize().width + 8, 24);
        }
    }

    /** One of some, found by typing. */
    private static final class Choices<T> extends FieldEditor {

        private final SearchList<T> list;

        Choices(List<SearchList.Item<T>> items, T now, String label, FormContext context, java.util.function.Consumer<T> picked) {
            list = new SearchList<>(items, now, label, context.say("field.search"), picked);
            list.field().setName("in-place.field");
        }

        @Override
        JComponent component() {
            return list;
        }

        @Override
        JComponent focus() {
            return list.field();
        }

        @Override
        void opened() {
            list.showChosen();
        }

        @Override
        void show(Value value) {
            // What is chosen now stands under it.
        }

        @Override
        Dimension leastSize(double zoom) {
            return list.getPreferredSize();
        }

        @Override
        boolean hangsUnder() {
            return true;
        }

        @Override
        boolean endsWithEnter() {
            return false;
        }
    }
}
