package easel.ui.keys;

import easel.platform.Language;
import easel.platform.Words;
import easel.ui.action.Group;
import easel.ui.action.Keymap;
import easel.ui.action.Strokes;
import easel.ui.canvas.CanvasAction;
import easel.ui.theme.Tone;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;

/** All keys at a glance, in columns, a group under each heading. */
public final class KeySheet extends JPanel {

    private static final long serialVersionUID = 1;
    private static final int LINE = 20;

    /** A line of a column: a heading has no keys. */
    private record Line(String text, String keys, boolean heading) {}

    /** @param height how high it may be; columns are as long as that allows */
    public KeySheet(Words words, Language language, Keymap keymap, int height) {
        super(new MigLayout("insets 0, gap 40 0, novisualpadding", "", "[top]"));
        setName("key-sheet");
        setOpaque(false);
        List<Line> lines = lines(words, language, keymap);
        int rows = Math.max(8, height / LINE);
        int inColumn = 0;
        JPanel column = column();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean lonely = line.heading && inColumn >= rows - 2;   // a heading stands over something
            if (inColumn >= rows || lonely) {
                column = column();
                inColumn = 0;
            }
            add(column, line, inColumn == 0);
            inColumn += line.heading && inColumn > 0 ? 2 : 1;
        }
    }

    private JPanel column() {
        JPanel column = new JPanel(new MigLayout("insets 0, gap 24 0, novisualpadding, wrap 2", "[grow,fill][right]", ""));
        column.setOpaque(false);
        add(column);
        return column;
    }

    private static void add(JPanel column, Line line, boolean first) {
        JLabel text = new JLabel(line.text);
        if (line.heading) {
            text.putClientProperty("FlatLaf.styleClass", "semibold");
            column.add(text, "span 2, h " + LINE + "!" + (first ? "" : ", gaptop " + LINE / 2));
            return;
        }
        text.putClientProperty("FlatLaf.style", "font: $dense.font; foreground: $" + Tone.LABEL.key());
        JLabel keys = new JLabel(line.keys, SwingConstants.TRAILING);
        keys.putClientProperty("FlatLaf.style", "font: $dense.font; foreground: $" + Tone.TEXT.key());
        column.add(text, "h " + LINE + "!");
        column.add(keys, "h " + LINE + "!");
    }

    /** Four keys that do one thing each its way are one line. */
    private static List<Line> arrows(Words words, Keymap keymap) {
        return Map.of(CanvasAction.WALK_LEFT, "keys.walk", CanvasAction.FOLLOW_LEFT, "keys.follow", CanvasAction.ROAM_LEFT, "keys.roam",
                CanvasAction.NUDGE_LEFT, "keys.nudge").entrySet().stream()
                .filter(e -> keymap.first(e.getKey()) != null).sorted(Map.Entry.comparingByKey(Comparator.comparing(CanvasAction::ordinal)))
                .map(e -> new Line(words.say(e.getValue()), Strokes.printed(keymap.first(e.getKey()))
                        .replace(KeyEvent.getKeyText(KeyEvent.VK_LEFT), words.say("keys.arrows")), false)).toList();
    }

    private static List<Line> lines(Words words, Language language, Keymap keymap) {
        List<Named> all = Named.all(words, language);
        List<Line> lines = new ArrayList<>();
        for (Group group : Group.values()) {
            List<Line> inGroup = all.stream().filter(n -> n.action().group() == group && !(n.action() instanceof CanvasAction of && of.isArrow()) && keymap.first(n.action()) != null)
                    .map(n -> new Line(n.name(), Strokes.printed(keymap.first(n.action())), false)).toList();
            if (!inGroup.isEmpty()) {
                lines.add(new Line(words.say(group.code()), "", true));
                if (group == Group.CANVAS) {
                    lines.addAll(arrows(words, keymap));
                }
                lines.addAll(inGroup);
            }
        }
        return lines;
    }
}
