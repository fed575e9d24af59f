package easel.ui.form;

import easel.graph.Document;
import easel.graph.Field;
import easel.graph.Value;
import easel.prompt.Lexicon;
import easel.prompt.Style;
import easel.ui.desk.FormFields;
import easel.ui.desk.Notice;
import easel.ui.task.Task;
import easel.ui.theme.Icons;
import easel.ui.widget.Popover;
import easel.ui.widget.SlimScroll;
import java.awt.Desktop;
import java.awt.Dimension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSeparator;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;

/** The styles that go with a prompt: a button that says which, over a list in which several can be chosen. */
final class StylesView implements FieldView {

    private static final int MOST_ROWS = 10;
    private static final int ROW = 26;

    private final Field field;
    private final FormContext context;
    private final JLabel chevron = new JLabel(Icons.CHEVRON_DOWN.at(12));
    private final JButton button = new JButton() {
        private static final long serialVersionUID = 1;

        @Override
        public void doLayout() {
            chevron.setBounds(getWidth() - 20, 0, 12, getHeight());
        }
    };

    StylesView(Field field, FormContext context) {
        this.field = field;
        this.context = context;
        button.setName(field.name());
        button.setHorizontalAlignment(SwingConstants.LEADING);
        button.getAccessibleContext().setAccessibleName(field.label().in(context.language()));
        button.addActionListener(_ -> open());
        button.setPreferredSize(new Dimension(100, context.row()));
        button.setMinimumSize(new Dimension(40, context.row()));
        // As the drop-downs beside it look.
        button.putClientProperty("FlatLaf.style", "background: $ComboBox.background; " + (context.isDense() ? "font: $dense.font; margin: 2,8,2,22" : "margin: 2,10,2,22"));
        button.add(chevron);
    }

    @Override
    public JComponent component() {
        return button;
    }

    @Override
    public void show(Document document) {
        String now = FormFields.text(document, field);
        button.setText(now.isBlank() ? context.say("form.styles.none") : now);
        button.setToolTipText(field.help().isEmpty() ? null : field.help().in(context.language()));
    }

    @Override
    public String summary(Document document) {
        return FormFields.text(document, field);
    }

    private void open() {
        Lexicon lexicon = context.desk().lexicon();
        String now = FormFields.text(context.document(), field);
        Task.of(() -> new Known(lexicon.styles(), lexicon.styles(now))).whenDone(known -> {
            if (button.isShowing()) {
                Popover.open(button, list(known.all, new ArrayList<>(known.chosen.stream().map(Style::name).toList())), field.label().in(context.language()));
            }
        });
    }

    private record Known(List<Style> all, List<Style> chosen) {}

    private JComponent list(List<Style> styles, List<String> chosen) {
        JPanel rows = new JPanel(new MigLayout("insets 0, gap 0, novisualpadding, fillx", "[grow,fill]"));
        rows.setOpaque(false);
        for (Style style : styles) {
            rows.add(row(style, chosen), "h " + ROW + "!, wmax 280, wrap");
        }
        JPanel all = new JPanel(new MigLayout("insets 0, gap 0, novisualpadding, hidemode 3", "[220::320,grow,fill]"));
        all.setOpaque(false);
        if (styles.isEmpty()) {
            JLabel none = new JLabel(context.say("form.styles.empty"));
            none.putClientProperty("FlatLaf.styleClass", "hint");
            all.add(none, "wrap");
        } else {
            SlimScroll scroll = new SlimScroll(rows);
            all.add(scroll, "hmax " + MOST_ROWS * ROW + ", wrap");
        }
        all.add(new JSeparator(), "gaptop 8, gapbottom 4, wrap");
        JButton edit = new JButton(context.say("form.styles.edit"));
        edit.setName(field.name() + ".edit");
        edit.putClientProperty("JButton.buttonType", "borderless");
        edit.setHorizontalAlignment(SwingConstants.LEADING);
        edit.setToolTipText(context.desk().lexicon().styleFile().toString());
        edit.addActionListener(_ -> edit());
        all.add(edit);
        return all;
    }

    private JCheckBox row(Style style, List<String> chosen) {
        JCheckBox row = new JCheckBox(style.name());
        row.setName(field.name() + "." + style.name());
        row.setOpaque(false);
        row.setSelected(chosen.contains(style.name()));
        row.setToolTipText(style.prompt() + (style.negative().isBlank() ? "" : "  \u2212  " + style.negative()));
        row.addActionListener(_ -> {
            chosen.remove(style.name());
            if (row.isSelected()) {
                chosen.add(style.name());
            }
            context.set(field, Value.of(String.join(", ", chosen)));
        });
        return row;
    }

    /** Opens the file of styles, begun with a few. */
    private void edit() {
        Lexicon lexicon = context.desk().lexicon();
        List<Style> some = List.of(new Style(context.say("form.styles.dusk"), "{prompt}, sunset, purple sky", ""),
                new Style(context.say("form.styles.night"), "{prompt}, night, moon, stars", ""));
        Task.<Void>of(() -> {
            lexicon.beginStyles(some);
            opened(lexicon.styleFile());
            return null;
        }).whenFailed(_ -> context.desk().tell(Notice.of("notice.folder-not-opened", lexicon.styleFile()))).start();
    }

    private static void opened(Path file) throws IOException {
        if (Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.OPEN)) {
            Desktop.getDesktop().open(file.toFile());
        } else {
            new ProcessBuilder("xdg-open", file.toString()).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        }
    }
}
