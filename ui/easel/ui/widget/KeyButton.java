package easel.ui.widget;

import easel.ui.theme.Tone;
import java.awt.Dimension;
import javax.swing.Action;
import javax.swing.JButton;
import javax.swing.JLabel;
import net.miginfocom.swing.MigLayout;

/** A button that shows its key beside its name, smaller. */
public final class KeyButton extends JButton {

    private static final long serialVersionUID = 1;

    private final JLabel name = new JLabel();
    private final JLabel key = new JLabel();
    private final Tone nameTone;
    private final Tone keyTone;

    /**
     * @param strong whether it is the window's main button, filled with the accent
     */
    public KeyButton(Action action, String text, String keyText, boolean strong) {
        super(action);
        setIcon(null);
        setHideActionText(true);
        nameTone = strong ? Tone.ON_ACCENT : Tone.TEXT;
        keyTone = strong ? Tone.ON_ACCENT : Tone.HINT;
        setLayout(new MigLayout("insets 0 8 0 8, gap 8, novisualpadding, fill, alignx center", keyText.isEmpty() ? "push[]push" : "push[][]push", "[center]"));
        name.setText(text);
        key.setText(keyText);
        name.putClientProperty("FlatLaf.styleClass", strong ? "semibold" : "");
        key.putClientProperty("FlatLaf.styleClass", "small");
        add(name);
        if (!keyText.isEmpty()) {
            add(key);
        }
        getAccessibleContext().setAccessibleName(text);
        if (strong) {
            putClientProperty("FlatLaf.style", "background: $" + Tone.ACCENT.key() + "; borderColor: $" + Tone.ACCENT.key()
                    + "; hoverBackground: $" + Tone.ACCENT_HOVER.key() + "; hoverBorderColor: $" + Tone.ACCENT_HOVER.key()
                    + "; pressedBackground: $" + Tone.ACCENT_HOVER.key() + "; focusedBackground: $" + Tone.ACCENT.key()
                    + "; focusedBorderColor: $" + Tone.TEXT.key() + "; focusColor: $" + Tone.TEXT.key());
        }
        colour();
    }

    private void colour() {
        if (name != null) {
            name.setForeground((isEnabled() ? nameTone : Tone.DISABLED).color());
            key.setForeground((isEnabled() ? keyTone : Tone.DISABLED).color());
        }
    }

    @Override
    public void setEnabled(boolean enabled) {
        super.setEnabled(enabled);
        colour();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        colour();
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(getLayout().preferredLayoutSize(this).width + 8, 28);
    }

    @Override
    public Dimension getMinimumSize() {
        return getPreferredSize();
    }
}
