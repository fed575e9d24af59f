package easel.ui.canvas;

import com.formdev.flatlaf.util.HiDPIUtils;
import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import javax.swing.JComponent;

/** Paints the canvas: the picture of the document that is kept, and over it what is in somebody's hand. */
final class Screen {

    private final CanvasView view;
    private final JComponent sheet;
    private final Surface surface;
    private final ScenePainter painter;
    private final HandPainter hands;

    Screen(CanvasView view, JComponent sheet, Surface surface, ScenePainter painter, HandPainter hands) {
        this.view = view;
        this.sheet = sheet;
        this.surface = surface;
        this.painter = painter;
        this.hands = hands;
    }

    void paint(Graphics g) {
        Graphics2D g2 = (Graphics2D) g.create();
        HiDPIUtils.paintAtScale1x(g2, 0, 0, sheet.getWidth(), sheet.getHeight(), this::paintExact);
        g2.dispose();
    }

    private void paintExact(Graphics2D g, int x, int y, int width, int height, double dpi) {
        if (width <= 0 || height <= 0) {
            return;
        }
        View now = View.of(view.camera(), dpi);
        g.drawImage(surface.upToDate(now, width, height, (to, backing, part) ->
                painter.paint(view.scene(), view.type(), view.habits().wires(), to, backing, part, view.gestures().wire())), x, y, null);
        if (view.scene().nodes().isEmpty() && view.document().groups().isEmpty()) {
            Type.Face face = view.type().face(Type.Role.TITLE, dpi);
            String words = view.scene().say().words("node.empty");
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setColor(new Color(CanvasColors.now().hint));
            g.setFont(face.font);
            g.drawString(words, x + (width - face.width(words)) / 2, Pen.baseline(face, y, height));
        }
        HandPainter.Onto onto = hands.new Onto(g, now, view.type(), view.habits().wires(), new Rectangle(0, 0, sheet.getWidth(), sheet.getHeight()), x, y);
        WireDrag waiting = view.over().waitingWire();
        if (view.gestures().drag() != null) {
            view.gestures().drag().paint(onto);
        } else if (waiting != null) {
            onto.wire(waiting);
        }
    }
}
