package easel.ui.tabs;

import easel.platform.Words;
import easel.ui.action.Actions;
import easel.ui.action.UserAction;
import easel.ui.desk.Desk;
import easel.ui.desk.FileNews;
import easel.ui.desk.Tab;
import easel.ui.theme.Hairline;
import easel.ui.theme.Icons;
import easel.ui.theme.Tone;
import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** One line above the picture that says what happened to the workflow's file, with the buttons that settle it. */
public final class FileBar extends JPanel {

    private static final long serialVersionUID = 1;

    private final transient Desk desk;
    private final transient Words words;
    private final transient Actions actions;
    private final transient Runnable letGo;
    private final JLabel sentence = new JLabel(Icons.PROBLEM.at(16, Tone.WARNING));
    private final JPanel buttons = new JPanel(new MigLayout("insets 0, gap 8, novisualpadding", "", "[28!]"));
    private transient @Nullable FileNews shown;

    /** @param letGo gives the keys to somebody else */
    public FileBar(Desk desk, Words words, Actions actions, Runnable letGo) {
        super(new MigLayout("insets 6 12 6 12, gap 12, novisualpadding, fill", "[grow,fill][]", "[28!]"));
        this.desk = desk;
        this.words = words;
        this.actions = actions;
        this.letGo = letGo;
        setName("file-bar");
        setBorder(new Hairline(0, 0, 1, 0));
        sentence.setName("file-news");
        sentence.setIconTextGap(8);
        sentence.setHorizontalAlignment(SwingConstants.LEADING);   // with an icon a label is centred
        buttons.setOpaque(false);
        add(sentence, "wmin 0");
        add(buttons);
        setVisible(false);
        refresh();
    }

    /** Looks at the desk anew. */
    public void refresh() {
        Tab tab = desk.front();
        FileNews news = tab.news();
        if (news == shown) {
            return;
        }
        shown = news;
        Component owner = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        boolean had = news == null && owner != null && SwingUtilities.isDescendingFrom(owner, this);
        setVisible(news != null);
        buttons.removeAll();
        if (news != null) {
            String text = sentence(news);
            sentence.setText(text);
            sentence.setToolTipText(text);
            getAccessibleContext().setAccessibleName(text);
            buttonsFor(tab, news).forEach(b -> buttons.add(b, "h 28!"));
        }
        revalidate();
        repaint();
        if (had) {
            letGo.run();
        }
    }

    private String sentence(FileNews news) {
        return switch (news) {
            case FileNews.Changed(var file, var _) -> words.say("file.changed", file.getFileName());
            case FileNews.Damaged(var file, var why) -> words.say("file.damaged", file.getFileName(), why);
            case FileNews.Gone(var file) -> words.say("file.gone", file);
            case FileNews.NotWritten(var file, var reason) -> words.say("file.not-written", file, reason);
        };
    }

    private List<JButton> buttonsFor(Tab tab, FileNews news) {
        List<JButton> made = new ArrayList<>();
        switch (news) {
            case FileNews.Changed _ -> {
                made.add(button("file.reload", () -> desk.files().reload(tab)));
                made.add(button("file.keep-mine", () -> desk.files().keepMine(tab)));
            }
            case FileNews.Damaged _, FileNews.Gone _ -> {
                made.add(button("file.write-again", () -> desk.files().keepMine(tab)));
                made.add(actions.textButton(UserAction.SAVE_AS));
            }
            case FileNews.NotWritten _ -> {
                made.add(button("file.try-again", () -> desk.files().keepMine(tab)));
                made.add(actions.textButton(UserAction.SAVE_AS));
                made.add(button("file.later", () -> desk.files().leave(tab)));
            }
        }
        return made;
    }

    private JButton button(String code, Runnable deed) {
        JButton button = new JButton(words.say(code));
        button.setName(code);
        button.addActionListener(_ -> deed.run());
        return button;
    }
}
