package easel.ui;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.VolatileImage;
import net.miginfocom.layout.PlatformDefaults;

/**
 * What the first layout and the first paint would set up on the EDT, set up beside it while it puts the theme on: the
 * layout's reflection, the display's text and shape renderers. Nothing is shown and nothing depends on it.
 */
final class WarmUp {

    private WarmUp() {}

    /** Begins, on a thread of its own. There must be a display. */
    static void begin() {
        Thread.ofPlatform().name("easel-warm-up").daemon().start(WarmUp::run);
    }

    private static void run() {
        try {
            PlatformDefaults.getPlatform();
            paint();
        } catch (RuntimeException | LinkageError toBeMetAgain) {
            // Whatever it was, the window meets it too and says so.
        }
    }

    private static void paint() {
        GraphicsConfiguration screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getDefaultScreenDevice().getDefaultConfiguration();
        VolatileImage image = screen.createCompatibleVolatileImage(32, 32);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.GRAY);
        g.fill(new RoundRectangle2D.Float(1, 1, 28, 28, 5, 5));
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        g.drawString("Easel", 1, 20);
        g.dispose();
        image.flush();
    }
}
