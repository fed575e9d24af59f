package easel.ui.presets;

import com.formdev.flatlaf.FlatClientProperties;
import easel.platform.Words;
import easel.ui.widget.Typing;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** Asks for a preset's title. */
public final class PresetTitle extends JPanel {

    private static final long serialVersionUID = 1;
    private static final int LONGEST = 80;

    /**
     * @param before what stands there at first
     * @param done   gets the title, which is not empty
     */
    public PresetTitle(Words words, String before, String deed, Consumer<String> done) {
        super(new MigLayout("insets 0, gap 8, novisualpadding, wrap 1", "[280!,fill]"));
        setOpaque(false);
        JLabel label = new JLabel(words.say("preset.title"));
        JTextField field = new JTextField(before);
        field.setName("preset.title");
        field.putClientProperty(FlatClientProperties.SELECT_ALL_ON_FOCUS_POLICY, FlatClientProperties.SELECT_ALL_ON_FOCUS_POLICY_ALWAYS);
        label.setLabelFor(field);
        JButton keep = new JButton(deed);
        keep.setName("preset.title.keep");
        Runnable take = () -> {
            String title = field.getText().strip();
            if (!title.isEmpty()) {
                done.accept(title.length() > LONGEST ? title.substring(0, LONGEST) : title);
            }
        };
        keep.setEnabled(!before.isBlank());
        field.getDocument().addDocumentListener(new Typing(() -> keep.setEnabled(!field.getText().isBlank())));
        field.addActionListener(_ -> take.run());
        keep.addActionListener(_ -> take.run());
        add(label);
        add(field, "h 28!");
        add(keep, "h 28!, growx 0, alignx right, gaptop 4");
    }
}
