package easel.ui.form;

import com.formdev.flatlaf.FlatClientProperties;
import easel.graph.Document;
import easel.graph.Field;
import easel.graph.SeedMode;
import easel.graph.Value;
import easel.ui.theme.Icons;
import easel.ui.theme.Tone;
import easel.ui.widget.Typing;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.OptionalLong;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.JToggleButton;
import net.miginfocom.swing.MigLayout;

/** A seed: the number, dice that draw another, a lock that keeps it. A number that is typed is locked. */
final class SeedView implements FieldView {

    private final Field field;
    private final FormContext context;
    private final JPanel row = new JPanel();
    private final JTextField number = new JTextField();
    private final JToggleButton lock = new JToggleButton();
    private boolean showing;

    SeedView(Field field, FormContext context) {
        this.field = field;
        this.context = context;
        row.setLayout(new MigLayout("insets 0, gap " + (context.isDense() ? 2 : 4) + ", novisualpadding", "[grow,fill][][]", "[center]"));
        String name = field.label().in(context.language());
        number.setName(field.name());
        number.getAccessibleContext().setAccessibleName(name);
        number.setToolTipText(field.help().in(context.language()));
        number.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, context.say("form.seed.random"));
        number.getDocument().addDocumentListener(new Typing(this::typed));
        number.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent e) {
                show(context.document());
            }
        });
        JButton dice = new JButton(Icons.DICE.at(16));
        dice.setName(field.name() + ".dice");
        dice.setToolTipText(context.say("form.seed.dice"));
        dice.getAccessibleContext().setAccessibleName(context.say("form.seed.dice"));
        dice.putClientProperty(FlatClientProperties.STYLE, "margin: 0,0,0,0; minimumWidth: 20; minimumHeight: 24");
        dice.addActionListener(_ -> context.seeds().draw(field));
        lock.setName(field.name() + ".lock");
        lock.putClientProperty(FlatClientProperties.STYLE, "margin: 0,0,0,0; minimumWidth: 20");
        lock.addActionListener(_ -> setLocked(lock.isSelected()));
        row.setOpaque(false);
        String high = "h " + context.row() + "!";
        row.add(number, high + ", wmin 40");
        // Where it is dense, the number needs what the buttons can spare.
        String wide = "w " + (context.isDense() ? context.row() - 4 : context.row()) + "!, " + high;
        row.add(dice, wide);
        row.add(lock, wide);
    }

    private void setLocked(boolean locked) {
        if (locked && context.seeds().of(field).number().isEmpty()) {
            context.seeds().draw(field);
        }
        context.set(field, context.seeds().of(field).in(locked ? SeedMode.FIXED : SeedMode.RANDOM));
    }

    private void typed() {
        if (showing) {
            return;
        }
        OptionalLong typed = parsed(number.getText());
        boolean empty = number.getText().isBlank();
        number.putClientProperty(FlatClientProperties.OUTLINE, typed.isPresent() || empty ? null : FlatClientProperties.OUTLINE_ERROR);
        if (typed.isPresent()) {
            context.set(field, Value.Seed.fixed(typed.getAsLong()));
        } else if (empty) {
            context.set(field, Value.Seed.random());
        }
    }

    static OptionalLong parsed(String text) {
        try {
            long seed = Long.parseLong(text.strip());
            return seed >= 0 ? OptionalLong.of(seed) : OptionalLong.empty();
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    @Override
    public JComponent focus() {
        return number;
    }

    @Override
    public JComponent component() {
        return row;
    }

    @Override
    public void show(Document document) {
        Value.Seed seed = context.seeds().of(field);
        boolean locked = seed.mode() == SeedMode.FIXED;
        String text = seed.number().isPresent() ? Long.toString(seed.number().getAsLong()) : "";
        showing = true;
        // While a number is being typed " 42" and "42" are the same.
        if (!number.isFocusOwner() || !parsed(number.getText()).equals(seed.number())) {
            if (!text.equals(number.getText())) {
                number.setText(text);
            }
            number.putClientProperty(FlatClientProperties.OUTLINE, null);
        }
        number.putClientProperty(FlatClientProperties.STYLE, dense(text) + "foreground: $" + (locked ? Tone.TEXT : Tone.HINT).key());
        lock.setSelected(locked);
        lock.setIcon((locked ? Icons.LOCK : Icons.UNLOCK).at(16));
        String help = context.say(locked ? "form.seed.unlock" : "form.seed.lock");
        lock.setToolTipText(help);
        lock.getAccessibleContext().setAccessibleName(help);
        showing = false;
    }

    /** Ten digits, the most that are drawn, are seen whole. */
    private String dense(String text) {
        return !context.isDense() ? "" : "margin: 1,3,1,3; font: $" + (text.length() > 9 ? "small" : "dense") + ".font; ";
    }

    @Override
    public String summary(Document document) {
        Value.Seed seed = context.seeds().of(field);
        return seed.mode() == SeedMode.FIXED ? seed.number().orElse(0) + "" : "";
    }
}
