package easel.ui.preferences;

import easel.models.Found;
import easel.platform.Language;
import easel.platform.SystemWord;
import easel.platform.Words;
import easel.ui.desk.ModelNames;
import easel.ui.task.Task;
import easel.ui.theme.Tone;
import easel.ui.widget.Choosing;
import easel.ui.widget.SlimScroll;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.List;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;
import javax.swing.ListSelectionModel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** The folders of other programs in which models are found: what is in each, one more, one less. */
public final class ModelFoldersPanel extends JPanel {

    private static final long serialVersionUID = 1;
    private static final int ROW = 44;
    private static final int WIDTH = 480;

    private final transient Words words;
    private final transient Language language;
    private final transient ModelNames names;
    private final DefaultListModel<Found> model = new DefaultListModel<>();
    private final JList<Found> list = new JList<>(model);
    private final JButton remove;
    private final JLabel hint = new JLabel();

    public ModelFoldersPanel(Words words, Language language, ModelNames names) {
        super(new MigLayout("insets 0, gap 8 8, novisualpadding, wrap 3", "[][][grow,fill]", "[][][28!]"));
        this.words = words;
        this.language = language;
        this.names = names;
        setName("model-folders");
        setOpaque(false);
        JLabel about = new JLabel("<html>" + words.say("models.about") + "</html>");
        about.putClientProperty("FlatLaf.styleClass", "quiet");
        add(about, "span 3, w " + WIDTH + "!");
        list.setName("models.list");
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setFixedCellHeight(ROW);
        list.setCellRenderer(new Cell());
        list.getAccessibleContext().setAccessibleName(words.say("settings.models"));
        list.addListSelectionListener(_ -> showChosen());
        list.addKeyListener(new KeyAdapter() {
            @Override
            public void keyPressed(KeyEvent e) {
                if (e.getKeyCode() == KeyEvent.VK_DELETE) {
                    remove();
                }
            }
        });
        SlimScroll scroll = new SlimScroll(list);
        scroll.setPreferredSize(new Dimension(WIDTH, 5 * ROW));
        add(scroll, "span 3");
        JButton more = new JButton(words.say("models.add"));
        more.setName("models.add");
        more.addActionListener(_ -> Choosing.folder(this, words.say("models.add.title"), null).ifPresent(folder -> choose(folder, true)));
        add(more, "h 28!");
        remove = new JButton(words.say("models.remove"));
        remove.setName("models.remove");
        remove.addActionListener(_ -> remove());
        add(remove, "h 28!");
        hint.setName("models.hint");
        hint.putClientProperty("FlatLaf.styleClass", "quiet");
        add(hint, "wmin 0");
        look();
    }

    private void remove() {
        Found chosen = list.getSelectedValue();
        if (chosen != null) {
            choose(chosen.folder(), false);
        }
    }

    /** Looks into a folder from now on, or no longer. */
    void choose(Path folder, boolean wanted) {
        hint.setText(words.say("models.looking"));
        Task.of(() -> {
            names.folders().choose(folder, wanted);
            return names.folders().found();
        }).whenFailed(e -> hint.setText(words.say("models.not-kept", names.folders().file(), SystemWord.of(e)))).whenDone(found -> {
            show(found);
            names.look();
        });
    }

    private void look() {
        hint.setText(words.say("models.looking"));
        Task.of(names.folders()::found).whenDone(this::show);
    }

    private void show(List<Found> found) {
        Path before = list.getSelectedValue() == null ? null : list.getSelectedValue().folder();
        model.clear();
        model.addAll(found);
        found.stream().filter(each -> each.folder().equals(before)).findFirst().ifPresent(same -> list.setSelectedValue(same, true));
        showChosen();
        hint.setText(found.isEmpty() ? words.say("models.none") : "");
    }

    private void showChosen() {
        Found chosen = list.getSelectedValue();
        remove.setEnabled(chosen != null);
        list.setToolTipText(chosen == null ? null : chosen.folder() + ": " + chosen.sentence(language));
    }

    /** A folder, and under it what is in it. */
    private final class Cell extends JPanel implements ListCellRenderer<Found> {

        private static final long serialVersionUID = 1;

        private final JLabel folder = new JLabel();
        private final JLabel content = new JLabel();
        private transient @Nullable Color ground;

        Cell() {
            super(new MigLayout("insets 4 8 4 8, gap 0 2, novisualpadding, fill, wrap 1", "[grow,fill]", "[][]"));
            setOpaque(false);
            add(folder, "wmin 0");
            add(content, "wmin 0");
        }

        @Override
        public Component getListCellRendererComponent(JList<? extends Found> of, Found value, int at, boolean selected, boolean focused) {
            folder.setText(value.folder().toString());
            folder.setForeground(Tone.TEXT.color());
            content.setText(value.sentence(language));
            content.setForeground((value.fault().isPresent() ? Tone.WARNING : Tone.LABEL).color());
            ground = selected ? of.getSelectionBackground() : null;
            getAccessibleContext().setAccessibleName(value.folder() + ": " + content.getText());
            return this;
        }

        @Override
        protected void paintComponent(Graphics g) {
            if (ground != null) {
                g.setColor(ground);
                g.fillRect(0, 0, getWidth(), getHeight());
            }
        }
    }
}
