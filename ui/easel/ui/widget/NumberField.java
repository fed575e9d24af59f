package easel.ui.widget;

import com.formdev.flatlaf.FlatClientProperties;
import easel.ui.theme.Tone;
import java.awt.event.ActionEvent;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;

/**
 * A number to be typed: taken on Enter and when the focus leaves ({@linkplain #takenInPauses in pauses}, if asked), stepped
 * with the arrow keys. What is no number or out of range has a red border and is not taken; leaving the field brings the
 * last good value back.
 */
public final class NumberField extends JTextField implements HoldsTyped {

    private static final long serialVersionUID = 1;

    /** Digits after the point that somebody may still mean. */
    private static final int FINEST = 4;

    private final transient BigDecimal min;
    private final transient BigDecimal max;
    private final transient BigDecimal step;
    private final int decimals;
    private final transient Consumer<BigDecimal> taken;
    private transient BigDecimal value;

    /**
     * @param decimals digits after the point that are always shown; 0 for whole numbers
     * @param taken    told on the EDT when the person has entered another number
     */
    public NumberField(BigDecimal min, BigDecimal max, BigDecimal step, int decimals, BigDecimal value, Consumer<BigDecimal> taken) {
        this.min = min;
        this.max = max;
        this.step = step;
        this.decimals = decimals;
        this.taken = taken;
        this.value = value;
        setHorizontalAlignment(TRAILING);
        addActionListener(_ -> takeTyped());
        addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent e) {
                if (!e.isTemporary()) {
                    takeTyped();
                    write();
                }
            }

            @Override
            public void focusGained(FocusEvent e) {
                if (e.getCause() == FocusEvent.Cause.TRAVERSAL_FORWARD || e.getCause() == FocusEvent.Cause.TRAVERSAL_BACKWARD) {
                    selectAll();
                }
            }
        });
        getDocument().addDocumentListener(new Typing(() -> mark(parsed() != null)));
        stepOn("UP", 1);
        stepOn("DOWN", -1);
        stepOn("PAGE_UP", 10);
        stepOn("PAGE_DOWN", -10);
        write();
    }

    /**
     * Takes what was typed as soon as the person stops for a moment, too, if it is a number that the arrows lead to: one that
     * would not survive anyway, as a third of a size that goes by eights, waits for its end.
     */
    public NumberField takenInPauses() {
        TypingPause pause = new TypingPause(this, () -> {
            BigDecimal typed = parsed();
            if (typed != null && (decimals > 0 || typed.remainder(step).signum() == 0)) {
                takeTyped();
            }
        });
        getDocument().addDocumentListener(new Typing(pause::typed));
        return this;
    }

    /**
     * Says quietly behind the number what it counts.
     *
     * @return how much wider the field is to be for it
     */
    public int counting(String unit, boolean dense) {
        JLabel behind = new JLabel(unit.strip());
        behind.putClientProperty("FlatLaf.style", (dense ? "font: $dense.font; " : "") + "foreground: $" + Tone.HINT.key());
        behind.setBorder(BorderFactory.createEmptyBorder(0, 0, 0, 6));
        putClientProperty(FlatClientProperties.TEXT_FIELD_TRAILING_COMPONENT, behind);
        return behind.getPreferredSize().width + 2;
    }

    private void stepOn(String key, int steps) {
        getInputMap().put(KeyStroke.getKeyStroke(key), "step" + steps);
        getActionMap().put("step" + steps, new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent e) {
                BigDecimal from = parsed();
                change((from == null ? value : from).add(step.multiply(BigDecimal.valueOf(steps))).max(min).min(max));
            }
        });
    }

    /** The number that was last taken. */
    public BigDecimal value() {
        return value;
    }

    /** Shows another number, unless the person is just typing the very same one. */
    public void showValue(BigDecimal other) {
        if (other.compareTo(value) != 0) {
            value = other;
            write();
        }
    }

    private void change(BigDecimal other) {
        value = other;
        write();
        taken.accept(value);
    }

    @Override
    public void takeTyped() {
        BigDecimal typed = parsed();
        if (typed != null && typed.compareTo(value) != 0) {
            value = typed;
            taken.accept(typed);
        }
    }

    private @Nullable BigDecimal parsed() {
        return Sum.of(getText()).filter(n -> n.compareTo(min) >= 0 && n.compareTo(max) <= 0)
                .map(n -> n.setScale(Math.clamp(n.scale(), decimals, mostDecimals()), RoundingMode.HALF_UP)).orElse(null);
    }

    /** Whole numbers stay whole; others may be finer than what the arrows step by. */
    private int mostDecimals() {
        return decimals == 0 ? 0 : Math.max(decimals, FINEST);
    }

    private void write() {
        int scale = Math.clamp(value.stripTrailingZeros().scale(), decimals, mostDecimals());
        setText(value.setScale(scale, RoundingMode.HALF_UP).toPlainString());
        mark(true);
    }

    private void mark(boolean good) {
        putClientProperty(FlatClientProperties.OUTLINE, good ? null : FlatClientProperties.OUTLINE_ERROR);
    }
}
