package easel.ui.form;

import easel.graph.Field;
import easel.ui.desk.DeskListener;
import easel.ui.mask.MaskPad;
import easel.ui.theme.Icons;
import easel.ui.widget.Popover;
import easel.ui.widget.ToolButton;
import java.awt.BorderLayout;
import java.awt.Dimension;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JRootPane;
import javax.swing.SwingConstants;
import javax.swing.SwingUtilities;

/** A mask drawn over most of the window, for fine work: the wheel zooms, and Esc goes back to the small one, which shows the same. */
final class LargeMask implements DeskListener {

    /** Air round it within the window, its own border included. */
    private static final int AIR = 96;

    private final FormContext context;
    private final MaskView view;
    private final JLabel zoom = new JLabel("", SwingConstants.RIGHT);
    private final Runnable closed;
    private final Popover popover;

    /**
     * Opens it over the window that something is in.
     *
     * @param closed told once it is closed
     */
    LargeMask(Field field, FormContext context, JComponent over, Runnable closed) {
        this.context = context;
        this.closed = closed;
        view = MaskView.magnifying(field, context);
        view.show(context.document());
        MaskPad pad = view.pad();
        pad.setName(field.name() + ".large");
        pad.addPropertyChangeListener(MaskPad.ZOOM, _ -> said());
        zoom.putClientProperty("FlatLaf.styleClass", "small");
        JRootPane root = SwingUtilities.getRootPane(over);
        JPanel sheet = new JPanel(new BorderLayout());
        sheet.setOpaque(false);
        sheet.setPreferredSize(new Dimension(Math.max(320, root.getWidth() - 2 * AIR), Math.max(280, root.getHeight() - 2 * AIR)));
        sheet.add(view.component());
        JPanel bar = view.bar();
        bar.add(zoom, "w 48!");
        bar.add(button(field, Icons.MINUS, "mask.zoom-out", () -> pad.zoomBy(-1)), "w 28!, h " + context.row() + "!, gapright 2");
        bar.add(button(field, Icons.PLUS, "mask.zoom-in", () -> pad.zoomBy(1)), "w 28!, h " + context.row() + "!, gapright 2");
        bar.add(button(field, Icons.FIT, "mask.whole", pad::showWhole), "w 28!, h " + context.row() + "!, gapright 8");
        bar.add(button(field, Icons.REMOVE, "mask.back", this::close), "w 28!, h " + context.row() + "!");
        said();
        context.desk().listen(this);
        popover = Popover.openInMiddle(root, sheet, field.label().in(context.language()), this::gone);
        pad.requestFocusInWindow();
    }

    private JButton button(Field field, Icons icon, String code, Runnable deed) {
        JButton button = new JButton(icon.at(14));
        ToolButton.dress(button, field.name() + "." + code, context.say(code), deed);
        return button;
    }

    private void said() {
        zoom.setText(context.say("zoom.percent", Math.round(view.pad().zoom() * 100)));
    }

    private void close() {
        popover.close();
    }

    private void gone() {
        context.desk().forget(this);
        closed.run();
    }

    @Override
    public void documentChanged(boolean otherForm) {
        if (otherForm) {
            close();
        } else {
            view.show(context.document());
        }
    }
}
