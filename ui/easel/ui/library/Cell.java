package easel.ui.library;

import easel.platform.Words;
import easel.ui.search.NodeKind;
import easel.ui.theme.Tone;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.Locale;
import java.util.function.Predicate;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.JTree;
import javax.swing.UIManager;
import javax.swing.tree.DefaultMutableTreeNode;
import javax.swing.tree.TreeCellRenderer;

/** A row of the library: a shelf, or a type with the colour of its kind. */
final class Cell extends JLabel implements TreeCellRenderer {

    private static final long serialVersionUID = 1;
    /** For the scroll bar. */
    private static final int RIGHT = 16;

    private final transient Words words;
    private final transient Predicate<String> starred;

    Cell(Words words, Predicate<String> starred) {
        this.words = words;
        this.starred = starred;
        setBorder(BorderFactory.createEmptyBorder(0, 0, 0, RIGHT));
        setIconTextGap(8);
    }

    @Override
    public Component getTreeCellRendererComponent(JTree tree, Object value, boolean chosen, boolean open, boolean leaf, int row,
            boolean focus) {
        Object what = value instanceof DefaultMutableTreeNode node ? node.getUserObject() : null;
        setForeground(Tone.TEXT.color());
        if (what instanceof Shelf shelf) {
            putClientProperty("FlatLaf.style", "font: bold $dense.font");
            // A family that a plug-in names itself has its id for a name.
            setText(words.has(shelf.code()) ? words.say(shelf.code()) : shelf.code().substring(shelf.code().indexOf('.') + 1));
            setIcon(null);
            getAccessibleContext().setAccessibleName(words.say("library.shelf", getText(), shelf.kinds().size()));
        } else if (what instanceof NodeKind kind) {
            putClientProperty("FlatLaf.style", "font: $dense.font");
            setText(kind.title());
            setIcon(new Chip("Easel.kind." + kind.schema().kind().name().toLowerCase(Locale.ROOT) + ".block"));
            getAccessibleContext().setAccessibleName(starred.test(kind.type()) ? words.say("library.starred", getText())
                    : getText());
        }
        return this;
    }

    /** The colour of a kind. */
    private record Chip(String key) implements Icon {

        private static final int SIDE = 8;

        @Override
        public void paintIcon(Component c, Graphics g, int x, int y) {
            Color color = UIManager.getColor(key);
            Graphics2D g2 = (Graphics2D) g.create();
            g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g2.setColor(color == null ? Tone.HINT.color() : color);
            g2.fillRoundRect(x, y, SIDE, SIDE, 4, 4);
            g2.dispose();
        }

        @Override
        public int getIconWidth() {
            return SIDE;
        }

        @Override
        public int getIconHeight() {
            return SIDE;
        }
    }
}
