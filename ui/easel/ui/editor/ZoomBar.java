package easel.ui.editor;

import easel.platform.Words;
import easel.ui.canvas.CanvasAction;
import easel.ui.theme.Icons;
import easel.ui.theme.Tone;
import easel.ui.widget.Ground;
import easel.ui.widget.ToolButton;
import java.awt.Dimension;
import java.awt.Graphics;
import java.util.function.Function;
import javax.swing.AbstractButton;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import net.miginfocom.swing.MigLayout;

/** How large the nodes are seen, in the canvas's lower left corner. */
final class ZoomBar extends JPanel {

    private static final long serialVersionUID = 1;
    static final int HEIGHT = 32;

    /** What the bar does. */
    interface Deeds {
        void zoomOut();

        void actualSize();

        void zoomIn();

        void fit();

        void lock();

        void map();
    }

    private final transient Words words;
    private final transient Function<CanvasAction, String> keys;
    private final JButton actual = new JButton();
    private final JToggleButton map = new JToggleButton();
    private final JToggleButton lock = new JToggleButton();

    /** @param keys an action's key as it is printed on the keyboard; empty for none */
    ZoomBar(Words words, Function<CanvasAction, String> keys, Deeds deeds) {
        super(new MigLayout("insets 2, gap 0, novisualpadding", "[28!][56!,fill][28!]4[28!][28!][28!]", "[28!]"));
        this.words = words;
        this.keys = keys;
        setOpaque(false);
        add(button(Icons.MINUS.at(16), "zoom.out", CanvasAction.ZOOM_OUT, deeds::zoomOut));
        flat(actual, "zoom.actual", CanvasAction.ACTUAL_SIZE, deeds::actualSize);
        actual.putClientProperty("FlatLaf.style", "font: $dense.font; margin: 2,2,2,2");
        add(actual, "h 28!");
        add(button(Icons.PLUS.at(16), "zoom.in", CanvasAction.ZOOM_IN, deeds::zoomIn));
        add(button(Icons.FIT.at(12), "zoom.fit", CanvasAction.FIT_ALL, deeds::fit));
        toggle(map, Icons.MAP, "zoom.map", CanvasAction.OVERVIEW, deeds::map);
        toggle(lock, Icons.UNLOCK, "zoom.lock", CanvasAction.LOCK, deeds::lock);
    }

    private void toggle(JToggleButton button, Icons icon, String code, CanvasAction action, Runnable deed) {
        button.setIcon(icon.at(14));
        flat(button, code, action, deed);
        add(button);
    }

    /** Whether the small picture of the canvas is shown. */
    void showMap(boolean shown) {
        map.setSelected(shown);
    }

    /** Whether nodes, groups and wires stay as they are. */
    void showLock(boolean locked) {
        lock.setSelected(locked);
        lock.setIcon((locked ? Icons.LOCK : Icons.UNLOCK).at(14));
    }

    private JButton button(Icon icon, String code, CanvasAction action, Runnable deed) {
        JButton button = new JButton(icon);
        flat(button, code, action, deed);
        return button;
    }

    private void flat(AbstractButton button, String code, CanvasAction action, Runnable deed) {
        ToolButton.dress(button, code, words.say(code), keys.apply(action), deed);
    }

    void show(double zoom) {
        String text = words.say("zoom.percent", Math.round(zoom * 100));
        if (!text.equals(actual.getText())) {
            actual.setText(text);
            actual.getAccessibleContext().setAccessibleDescription(text);
        }
    }

    @Override
    protected void paintComponent(Graphics g) {
        Ground.paint(g, this, Tone.PANEL, Tone.LINE);
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(super.getPreferredSize().width, HEIGHT);
    }
}
