package easel.ui.mask;

import easel.graph.MaskShape;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.function.BooleanSupplier;
import javax.swing.AbstractAction;
import javax.swing.KeyStroke;

/** The keys of a pad: all that the pointer does. */
final class MaskKeys {

    private static final double STEP = 0.01;
    private static final double LEAP = 0.1;

    private final MaskPad pad;
    private final DrawnShapes shapes;
    private final MaskHand hand;

    private MaskKeys(MaskPad pad, DrawnShapes shapes, MaskHand hand) {
        this.pad = pad;
        this.shapes = shapes;
        this.hand = hand;
    }

    static void on(MaskPad pad, DrawnShapes shapes, MaskHand hand) {
        MaskKeys keys = new MaskKeys(pad, shapes, hand);
        keys.on(KeyEvent.VK_DELETE, 0, shapes::removeSelected);
        keys.on(KeyEvent.VK_BACK_SPACE, 0, shapes::removeSelected);
        keys.on(KeyEvent.VK_R, 0, () -> shapes.addInMiddle(MaskShape.Kind.RECTANGLE));
        keys.on(KeyEvent.VK_E, 0, () -> shapes.addInMiddle(MaskShape.Kind.ELLIPSE));
        keys.on(KeyEvent.VK_PAGE_DOWN, 0, () -> shapes.next(1));
        keys.on(KeyEvent.VK_PAGE_UP, 0, () -> shapes.next(-1));
        for (int key : new int[] {KeyEvent.VK_PLUS, KeyEvent.VK_ADD, KeyEvent.VK_EQUALS}) {
            keys.on(key, 0, () -> shapes.takeAway(false));
        }
        keys.on(KeyEvent.VK_PLUS, InputEvent.SHIFT_DOWN_MASK, () -> shapes.takeAway(false));
        keys.on(KeyEvent.VK_MINUS, 0, () -> shapes.takeAway(true));
        keys.on(KeyEvent.VK_SUBTRACT, 0, () -> shapes.takeAway(true));
        keys.arrow(KeyEvent.VK_LEFT, -1, 0);
        keys.arrow(KeyEvent.VK_RIGHT, 1, 0);
        keys.arrow(KeyEvent.VK_UP, 0, -1);
        keys.arrow(KeyEvent.VK_DOWN, 0, 1);
        // Else Esc is the window's.
        keys.on(KeyEvent.VK_ESCAPE, 0, () -> hand.holds() || shapes.selected() >= 0, () -> {
            if (hand.holds()) {
                hand.letGo();
            } else {
                shapes.select(-1);
            }
        });
    }

    /** The keys of what shows a part of the picture. */
    static void on(MaskPad pad, Lens lens) {
        on(pad, KeyStroke.getKeyStroke(KeyEvent.VK_SPACE, 0), () -> lens.ready(true));
        on(pad, KeyStroke.getKeyStroke(KeyEvent.VK_SPACE, 0, true), () -> lens.ready(false));
        on(pad, KeyStroke.getKeyStroke(KeyEvent.VK_0, 0), lens::showWhole);
        on(pad, KeyStroke.getKeyStroke(KeyEvent.VK_PLUS, InputEvent.CTRL_DOWN_MASK), () -> lens.zoomBy(1));
        on(pad, KeyStroke.getKeyStroke(KeyEvent.VK_EQUALS, InputEvent.CTRL_DOWN_MASK), () -> lens.zoomBy(1));
        on(pad, KeyStroke.getKeyStroke(KeyEvent.VK_ADD, InputEvent.CTRL_DOWN_MASK), () -> lens.zoomBy(1));
        on(pad, KeyStroke.getKeyStroke(KeyEvent.VK_MINUS, InputEvent.CTRL_DOWN_MASK), () -> lens.zoomBy(-1));
        on(pad, KeyStroke.getKeyStroke(KeyEvent.VK_SUBTRACT, InputEvent.CTRL_DOWN_MASK), () -> lens.zoomBy(-1));
    }

    private static void on(MaskPad pad, KeyStroke stroke, Runnable deed) {
        on(pad, stroke, pad::isEnabled, deed);
    }

    private void arrow(int key, int right, int down) {
        int menu = InputEvent.CTRL_DOWN_MASK;
        int shift = InputEvent.SHIFT_DOWN_MASK;
        for (int mask : new int[] {0, shift, menu, menu | shift}) {
            double step = (mask & shift) == 0 ? STEP : LEAP;
            on(key, mask, () -> shapes.chosen().ifPresentOrElse(shape -> shapes.replace((mask & menu) == 0 ? shape.moved(right * step, down * step)
                    : shape.in(shape.x(), shape.y(), Math.max(STEP, shape.width() + right * step), Math.max(STEP, shape.height() + down * step))),
                    () -> pad.shift(right * LEAP, down * LEAP)));
        }
    }

    /** What the pointer holds stays as it was: it may be another's place, or nobody's, once the key has done what it does. */
    private void on(int key, int mask, Runnable deed) {
        on(key, mask, pad::isEnabled, () -> {
            hand.letGo();
            deed.run();
        });
    }

    private void on(int key, int mask, BooleanSupplier may, Runnable deed) {
        on(pad, KeyStroke.getKeyStroke(key, mask), may, deed);
    }

    private static void on(MaskPad pad, KeyStroke stroke, BooleanSupplier may, Runnable deed) {
        String name = stroke.toString();
        pad.getInputMap().put(stroke, name);
        pad.getActionMap().put(name, new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public boolean isEnabled() {
                return may.getAsBoolean();
            }

            @Override
            public void actionPerformed(ActionEvent e) {
                deed.run();
            }
        });
    }
}
