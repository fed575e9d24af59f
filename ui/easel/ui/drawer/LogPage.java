package easel.ui.drawer;

import com.formdev.flatlaf.FlatClientProperties;
import easel.platform.Words;
import easel.ui.desk.LogBook;
import easel.ui.task.Frames;
import easel.ui.theme.Tone;
import easel.ui.widget.SearchField;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.swing.AbstractListModel;
import javax.swing.BorderFactory;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollBar;
import javax.swing.JScrollPane;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;

/** What the engine and the program have said, to be searched and copied. */
public final class LogPage extends JPanel {

    private static final long serialVersionUID = 1;
    private static final int ROW = 18;
    private static final int INSET = 12;

    private final transient LogBook book;
    private final Lines lines = new Lines();
    private final JList<LogBook.Line> list;
    private final JScrollPane scroll;
    private final SearchField words = new SearchField();
    private final JPanel tools = new JPanel(new MigLayout("insets 0, gap 4, novisualpadding", "push[180::,fill][][]", "[22!]"));
    private final transient Frames frames = new Frames(this::takeNews);
    private final transient Runnable touch = frames::touch;

    public LogPage(LogBook book, Words say) {
        super(new BorderLayout());
        this.book = book;
        setOpaque(false);
        String none = say.say("log.none");
        list = new JList<>(lines) {
            private static final long serialVersionUID = 1;

            @Override
            protected void paintComponent(Graphics g) {
                super.paintComponent(g);
                if (lines.getSize() == 0 && words.getText().isBlank()) {
                    Graphics2D g2 = (Graphics2D) g.create();
                    g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
                    g2.setFont(UIManager.getFont("small.font") == null ? getFont() : UIManager.getFont("small.font"));
                    g2.setColor(Tone.HINT.color());
                    g2.drawString(none, INSET, ROW);
                    g2.dispose();
                }
            }
        };
        scroll = new JScrollPane(list);
        list.setName("log");
        list.getAccessibleContext().setAccessibleName(say.say("drawer.log"));
        list.setFixedCellHeight(ROW);
        list.setCellRenderer(new Row());
        list.setOpaque(false);
        list.putClientProperty(FlatClientProperties.STYLE, "selectionArc: 0; selectionInsets: 0,0,0,0");
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setOpaque(false);
        scroll.getViewport().setOpaque(false);
        add(scroll);
        words.searches("log.words", say.say("log.words"), () -> lines.filter(words.getText()));
        words.putClientProperty(FlatClientProperties.STYLE, "font: $small.font; margin: 1,6,1,6");
        tools.add(words, "h 22!");
        tools.add(button(say, "log.copy", this::copy), "h 22!");
        tools.add(button(say, "log.clear", this::clear), "h 22!");
        takeNews();
    }

    private static JButton button(Words say, String code, Runnable deed) {
        JButton button = new JButton(say.say(code));
        button.setName(code);
        button.putClientProperty("JButton.buttonType", "toolBarButton");
        button.putClientProperty(FlatClientProperties.STYLE, "font: $small.font; margin: 2,8,2,8");
        button.addActionListener(_ -> deed.run());
        return button;
    }

    /** What stands in the drawer's head. */
    public JComponent tools() {
        return tools;
    }

    @Override
    public void addNotify() {
        super.addNotify();
        book.listen(touch);
        takeNews();
    }

    @Override
    public void removeNotify() {
        book.forget(touch);
        super.removeNotify();
    }

    private void takeNews() {
        JScrollBar bar = scroll.getVerticalScrollBar();
        boolean atEnd = bar.getValue() + bar.getVisibleAmount() >= bar.getMaximum() - ROW;
        lines.take(book);
        if (atEnd && lines.getSize() > 0) {
            list.ensureIndexIsVisible(lines.getSize() - 1);
        }
    }

    private void copy() {
        List<LogBook.Line> chosen = list.getSelectedValuesList().isEmpty() ? lines.shown : list.getSelectedValuesList();
        String text = chosen.stream().map(LogBook.Line::toString).collect(Collectors.joining("\n", "", "\n"));
        Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text), null);
    }

    private void clear() {
        book.clear();
        lines.clear();
    }

    /** The lines that have all the words. */
    private static final class Lines extends AbstractListModel<LogBook.Line> {

        private static final long serialVersionUID = 1;
        private static final int MOST = 5000;
        private final transient List<LogBook.Line> all = new ArrayList<>();
        private transient List<LogBook.Line> shown = new ArrayList<>();
        private String[] words = {};
        private long last;

        void take(LogBook book) {
            List<LogBook.Line> newer = book.after(last);
            if (newer.isEmpty()) {
                return;
            }
            last = newer.getLast().number();
            all.addAll(newer);
            if (all.size() > MOST) {
                all.subList(0, all.size() - MOST).clear();
                show();
                return;
            }
            int before = shown.size();
            newer.stream().filter(this::fits).forEach(shown::add);
            if (shown.size() > before) {
                fireIntervalAdded(this, before, shown.size() - 1);
            }
        }

        void filter(String typed) {
            words = typed.strip().toLowerCase(Locale.ROOT).split("\\s+");
            show();
        }

        void clear() {
            all.clear();
            show();
        }

        private void show() {
            int before = shown.size();
            shown = new ArrayList<>();
            if (before > 0) {
                fireIntervalRemoved(this, 0, before - 1);
            }
            all.stream().filter(this::fits).forEach(shown::add);
            if (!shown.isEmpty()) {
                fireIntervalAdded(this, 0, shown.size() - 1);
            }
        }

        private boolean fits(LogBook.Line line) {
            String text = line.text().toLowerCase(Locale.ROOT);
            for (String word : words) {
                if (!text.contains(word)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public int getSize() {
            return shown.size();
        }

        @Override
        public LogBook.Line getElementAt(int at) {
            return shown.get(at);
        }
    }

    private static final class Row extends DefaultListCellRenderer {

        private static final long serialVersionUID = 1;

        @Override
        public Component getListCellRendererComponent(JList<?> of, Object value, int at, boolean chosen, boolean focus) {
            super.getListCellRendererComponent(of, value, at, chosen, false);
            LogBook.Line line = (LogBook.Line) value;
            setBorder(BorderFactory.createEmptyBorder(0, 12, 0, 12));
            setFont(new Font(Font.MONOSPACED, Font.PLAIN, of.getFont().getSize() - 2));
            setOpaque(chosen);
            setForeground((switch (line.level()) {
                case ERROR -> Tone.PROBLEM;
                case WARNING -> Tone.WARNING;
                case INFO -> Tone.TEXT;
                case DEBUG -> Tone.HINT;
            }).color());
            return this;
        }
    }
}
