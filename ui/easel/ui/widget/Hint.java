package easel.ui.widget;

import easel.ui.theme.Tone;
import java.awt.Graphics;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JLayeredPane;
import javax.swing.JRootPane;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;

/** A line that lies over a window's lower middle for a while. It takes neither keys nor clicks, and nothing waits for it. */
public final class Hint {

    /** Long enough to read a sentence twice. */
    private static final int SHOWN_MS = 6000;
    private static final int AIR = 24;

    private final JLayeredPane layers;
    private final Timer timer = new Timer(SHOWN_MS, _ -> hide());
    private @Nullable Line line;

    public Hint(JRootPane root) {
        layers = root.getLayeredPane();
        timer.setRepeats(false);
        layers.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent e) {
                place();
            }
        });
    }

    /** Shows a sentence in the place of the one before. */
    public void show(String text) {
        hide();
        Line made = new Line(text);
        line = made;
        layers.add(made, JLayeredPane.MODAL_LAYER);
        place();
        timer.restart();
    }

    /** Takes it away before its time; without one nothing happens. */
    public void hide() {
        timer.stop();
        if (line != null) {
            layers.remove(line);
            layers.repaint(line.getBounds());
            line = null;
        }
    }

    private void place() {
        if (line != null) {
            int width = Math.min(line.getPreferredSize().width, layers.getWidth() - 2 * AIR);
            int height = line.getPreferredSize().height;
            line.setBounds((layers.getWidth() - width) / 2, layers.getHeight() - height - AIR, width, height);
            layers.repaint(line.getBounds());
        }
    }

    private static final class Line extends JLabel {
        private static final long serialVersionUID = 1;

        Line(String text) {
            super(text);
            setName("hint");
            setForeground(Tone.TEXT.color());
            setBorder(BorderFactory.createEmptyBorder(8, 16, 8, 16));
        }

        /** What lies beneath gets the pointer. */
        @Override
        public boolean contains(int x, int y) {
            return false;
        }

        @Override
        protected void paintComponent(Graphics g) {
            Ground.paint(g, this, Tone.POPUP, Tone.STRONG);
            super.paintComponent(g);
        }
    }
}
