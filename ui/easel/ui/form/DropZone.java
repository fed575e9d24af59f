package easel.ui.form;

import easel.ui.theme.Icons;
import easel.ui.theme.Tone;
import easel.ui.widget.FocusRing;
import java.awt.BasicStroke;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.dnd.DropTargetAdapter;
import java.awt.dnd.DropTargetDragEvent;
import java.awt.dnd.DropTargetDropEvent;
import java.awt.dnd.DropTargetEvent;
import java.util.TooManyListenersException;
import javax.swing.JButton;
import javax.swing.TransferHandler;

/** Where a picture can be dropped, or chosen; it lights up while one is held over it. */
final class DropZone extends JButton {

    private static final long serialVersionUID = 1;

    DropZone(String text) {
        super(text, Icons.DROP.at(16));
        setForeground(null);
        putClientProperty("FlatLaf.style", "foreground: $" + Tone.LABEL.key());
        putClientProperty("JButton.buttonType", "none");
        setIconTextGap(8);
        setContentAreaFilled(false);
        setBorderPainted(false);
        setFocusPainted(false);
        setRolloverEnabled(true);
    }

    @Override
    public void setTransferHandler(TransferHandler handler) {
        super.setTransferHandler(handler);
        if (getDropTarget() == null) {
            return;   // no display, as in the rehearsal of a start
        }
        try {
            getDropTarget().addDropTargetListener(new DropTargetAdapter() {
                @Override
                public void dragEnter(DropTargetDragEvent e) {
                    getModel().setRollover(getTransferHandler().canImport(new TransferHandler.TransferSupport(DropZone.this, e.getTransferable())));
                }

                @Override
                public void dragExit(DropTargetEvent e) {
                    getModel().setRollover(false);
                }

                @Override
                public void drop(DropTargetDropEvent e) {
                    getModel().setRollover(false);
                }
            });
        } catch (TooManyListenersException e) {
            throw new IllegalStateException("Swing's own drop target takes any number", e);
        }
    }

    @Override
    protected void paintComponent(Graphics g) {
        Graphics2D g2 = (Graphics2D) g.create();
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        if (getModel().isRollover()) {
            g2.setColor(Tone.HOVER.color());
            g2.fillRoundRect(0, 0, getWidth(), getHeight(), 12, 12);
        }
        g2.setColor(getModel().isRollover() ? Tone.INK.color() : Tone.STRONG.color());
        g2.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {4, 3}, 0));
        g2.drawRoundRect(0, 0, getWidth() - 1, getHeight() - 1, 12, 12);
        g2.dispose();
        if (isFocusOwner()) {
            FocusRing.paint(g, this);
        }
        super.paintComponent(g);
    }
}
