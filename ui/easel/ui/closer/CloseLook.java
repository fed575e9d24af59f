package easel.ui.closer;

import easel.platform.Words;
import easel.ui.image.FullPicture;
import easel.ui.task.Task;
import easel.ui.theme.Hairline;
import easel.ui.theme.Icons;
import easel.ui.theme.Tone;
import easel.ui.widget.ImageOut;
import easel.ui.widget.ToolButton;
import java.awt.BorderLayout;
import java.awt.Toolkit;
import java.awt.event.ActionEvent;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import javax.swing.AbstractAction;
import javax.swing.AbstractButton;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** A node's pictures over the whole canvas, one at a time, until Esc. It follows no run: what was opened stays. */
public final class CloseLook extends JPanel {

    private static final long serialVersionUID = 1;

    private final transient Words words;
    private final transient Runnable closed;
    private final Glass glass = new Glass(this::said);
    private final JLabel title = new JLabel();
    private final JLabel facts = new JLabel();
    private final JLabel which = new JLabel();
    private final JButton zoom = new JButton();
    private final JToggleButton compare = new JToggleButton();
    private final JButton previous;
    private final JButton next;
    private final JButton copy;
    private transient @Nullable Subject subject;
    private transient @Nullable BufferedImage now;
    private transient @Nullable BufferedImage before;
    private int index;
    private int asked;
    private boolean reading;

    /** @param closed told when the person is done with it */
    public CloseLook(Words words, Runnable closed) {
        super(new BorderLayout());
        this.words = words;
        this.closed = closed;
        setName("closer");
        setVisible(false);
        glass.setName("closer.glass");
        JPanel bar = new JPanel(new MigLayout("insets 0 12 0 6, gap 4, novisualpadding, hidemode 3", "", "[40!,center]"));
        bar.setBackground(Tone.PANEL.color());
        bar.setBorder(new Hairline(0, 0, 1, 0));
        title.putClientProperty("FlatLaf.style", "font: bold");
        facts.putClientProperty("FlatLaf.style", "foreground: $" + Tone.LABEL.key());
        which.putClientProperty("FlatLaf.style", "foreground: $" + Tone.LABEL.key());
        previous = button(Icons.PREVIOUS.at(16), "closer.previous", () -> turn(-1));
        next = button(Icons.NEXT.at(16), "closer.next", () -> turn(1));
        compare.setText(words.say("closer.compare"));
        flat(compare, "closer.compare.tip", this::showBoth);
        compare.setName("closer.compare");
        flat(zoom, "closer.actual", () -> glass.zoomTo(1));
        copy = button(Icons.COPY.at(16), "closer.copy", this::copy);
        bar.add(title);
        bar.add(facts, "wmin 0, growx, pushx");
        bar.add(previous, "w 28!, h 28!, gapright 0");
        bar.add(which);
        bar.add(next, "w 28!, h 28!, gapleft 0");
        bar.add(compare, "h 28!");
        // As in the bar of the canvas; 3200 % is the longest.
        zoom.putClientProperty("FlatLaf.style", "font: $dense.font; margin: 2,2,2,2");
        bar.add(zoom, "w 64!, h 28!");
        bar.add(button(Icons.FIT.at(12), "closer.fit", glass::showWhole), "w 28!, h 28!, gapright 8");
        bar.add(copy, "w 28!, h 28!, gapright 0");
        bar.add(button(Icons.REMOVE.at(16), "closer.close", this::close), "w 28!, h 28!");
        add(bar, BorderLayout.NORTH);
        add(glass, BorderLayout.CENTER);
        key("ESCAPE", this::close);
        key("SPACE", () -> {
            if (glass.isWhole()) {
                glass.zoomTo(1);
            } else {
                glass.showWhole();
            }
        });
        key("0", glass::showWhole);
        key("1", () -> glass.zoomTo(1));
        key("PLUS", () -> glass.zoomBy(1));
        key("EQUALS", () -> glass.zoomBy(1));
        key("ADD", () -> glass.zoomBy(1));
        key("MINUS", () -> glass.zoomBy(-1));
        key("SUBTRACT", () -> glass.zoomBy(-1));
        key("C", () -> {
            if (compare.isVisible()) {
                compare.doClick();
            }
        });
        key("LEFT", () -> turn(-1));
        key("RIGHT", () -> turn(1));
        key("shift LEFT", () -> glass.shift(1, 0));
        key("shift RIGHT", () -> glass.shift(-1, 0));
        key("shift UP", () -> glass.shift(0, 1));
        key("shift DOWN", () -> glass.shift(0, -1));
    }

    private void key(String stroke, Runnable deed) {
        getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke(stroke), stroke);
        getActionMap().put(stroke, new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent e) {
                deed.run();
            }
        });
    }

    private JButton button(Icon icon, String code, Runnable deed) {
        JButton button = new JButton(icon);
        flat(button, code, deed);
        return button;
    }

    private void flat(AbstractButton button, String code, Runnable deed) {
        ToolButton.dress(button, code, words.say(code), deed);
    }

    /** Shows a node's pictures and takes the keys. */
    public void open(Subject of) {
        subject = of;
        index = of.first();
        compare.setSelected(false);
        glass.show(null, null);
        glass.showWhole();
        setVisible(true);
        load();
        glass.requestFocusInWindow();
    }

    /** Whether it is open. */
    public boolean isOpen() {
        return isVisible();
    }

    /** Shows the canvas again. */
    public void close() {
        if (isVisible()) {
            setVisible(false);
            subject = null;
            now = null;
            before = null;
            asked++;   // what is still on its way is for nobody
            glass.show(null, null);
            closed.run();
        }
    }

    private void turn(int by) {
        Subject of = subject;
        if (of != null && of.now().size() > 1) {
            index = Math.floorMod(index + by, of.now().size());
            load();
        }
    }

    private record Read(Optional<BufferedImage> now, Optional<BufferedImage> before) {}

    private void load() {
        Subject of = subject;
        if (of == null) {
            return;
        }
        FullPicture shown = of.now().get(index);
        List<FullPicture> earlier = of.before().size() == of.now().size() ? of.before().subList(index, index + 1) : List.of();
        int ask = ++asked;
        reading = true;
        said();
        Task.of(() -> new Read(shown.pixels(), earlier.isEmpty() ? Optional.empty() : earlier.getFirst().pixels())).whenFailed(_ -> {
            if (ask == asked) {
                take(new Read(Optional.empty(), Optional.empty()));
            }
        }).whenDone(read -> {
            if (ask == asked) {
                take(read);
            }
        });
    }

    private void take(Read read) {
        now = read.now.orElse(null);
        before = read.before.orElse(null);
        reading = false;
        showBoth();
    }

    private void showBoth() {
        BufferedImage shown = now;
        BufferedImage earlier = before;
        // Another size has nothing to lie over: it is scaled to this one, which is what a knob for the size does too.
        glass.show(shown, compare.isSelected() ? earlier : null);
        said();
    }

    private void copy() {
        if (now != null) {
            Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new ImageOut(now), null);
        }
    }

    private void said() {
        Subject of = subject;
        if (of == null) {
            return;
        }
        BufferedImage shown = now;
        title.setText(of.title());
        facts.setText(shown == null ? reading ? "" : words.say("closer.gone") : shown.getWidth() + " \u00D7 " + shown.getHeight());
        boolean several = of.now().size() > 1;
        which.setText(several ? words.say("closer.which", index + 1, of.now().size()) : "");
        which.setVisible(several);
        previous.setVisible(several);
        next.setVisible(several);
        compare.setVisible(before != null);
        copy.setEnabled(shown != null);
        zoom.setText(words.say("zoom.percent", Math.round(glass.zoom() * 100)));
        glass.getAccessibleContext().setAccessibleName(String.join(", ", of.title(), facts.getText(), which.getText()));
    }
}
