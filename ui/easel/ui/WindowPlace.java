package easel.ui;

import easel.ui.settings.Memory;
import easel.ui.settings.Place;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.GraphicsConfiguration;
import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.awt.Insets;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;

/** Puts a window where it was and remembers where it goes. On the EDT. */
final class WindowPlace {

    private static final Dimension FIRST_SIZE = new Dimension(1280, 820);
    private static final Dimension LEAST_SIZE = new Dimension(860, 560);

    private final Frame frame;
    private final Memory memory;

    WindowPlace(Frame frame, Memory memory) {
        this.frame = frame;
        this.memory = memory;
    }

    /** Puts the window there; from now on its place is remembered. */
    void restore() {
        frame.setMinimumSize(LEAST_SIZE);
        place();
        frame.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent e) {
                remember();
            }

            @Override
            public void componentMoved(ComponentEvent e) {
                remember();
            }
        });
    }

    private void place() {
        Place place = memory.get().place();
        Rectangle screens = new Rectangle();
        for (GraphicsDevice device : GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices()) {
            screens = screens.union(device.getDefaultConfiguration().getBounds());
        }
        Rectangle wanted = new Rectangle(place.x(), place.y(), place.width(), place.height());
        // A screen that is no longer there must not keep the window out of sight.
        if (place.isKnown() && screens.intersection(wanted).width > 100 && screens.intersection(wanted).height > 100) {
            frame.setBounds(within(wanted));
        } else {
            Rectangle most = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
            frame.setSize(Math.min(FIRST_SIZE.width, most.width), Math.min(FIRST_SIZE.height, most.height));
            frame.setLocationRelativeTo(null);
        }
        if (place.maximized()) {
            frame.setExtendedState(Frame.MAXIMIZED_BOTH);
        }
    }

    /** Moved and made smaller until it fits the screen it lies on: a window from a larger screen must not hang over. */
    private static Rectangle within(Rectangle wanted) {
        Rectangle room = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
        for (GraphicsDevice device : GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices()) {
            GraphicsConfiguration screen = device.getDefaultConfiguration();
            if (screen.getBounds().contains(wanted.getCenterX(), wanted.getCenterY())) {
                Insets taken = Toolkit.getDefaultToolkit().getScreenInsets(screen);
                Rectangle all = screen.getBounds();
                room = new Rectangle(all.x + taken.left, all.y + taken.top, all.width - taken.left - taken.right, all.height - taken.top - taken.bottom);
            }
        }
        int width = Math.min(wanted.width, room.width);
        int height = Math.min(wanted.height, room.height);
        return new Rectangle(Math.clamp(wanted.x, room.x, room.x + room.width - width), Math.clamp(wanted.y, room.y, room.y + room.height - height), width, height);
    }

    private void remember() {
        if (frame.isShowing()) {
            boolean maximized = (frame.getExtendedState() & Frame.MAXIMIZED_BOTH) == Frame.MAXIMIZED_BOTH;
            Place old = memory.get().place();
            Place now = maximized ? new Place(old.x(), old.y(), old.width(), old.height(), true)
                    : new Place(frame.getX(), frame.getY(), frame.getWidth(), frame.getHeight(), false);
            memory.change(s -> s.with(now));
        }
    }
}
