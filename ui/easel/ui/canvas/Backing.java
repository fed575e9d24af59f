package easel.ui.canvas;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/**
 * What the canvas shows, as pixels in memory: nodes and wires are painted into it and it is copied to the screen. Wires
 * are drawn into its numbers directly, and a pan moves them; both are several times as fast as asking Java2D.
 */
final class Backing {

    private final BufferedImage image;
    private final int[] pixels;
    private final int width;
    private final int height;

    Backing(int width, int height) {
        this.width = width;
        this.height = height;
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    BufferedImage image() {
        return image;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int[] pixels() {
        return pixels;
    }

    void fill(Rectangle area, int rgb) {
        for (int y = area.y; y < area.y + area.height; y++) {
            Arrays.fill(pixels, y * width + area.x, y * width + area.x + area.width, rgb);
        }
    }

    /** Moves what is there; what comes into view is left as it was. */
    void scroll(int dx, int dy) {
        int from = Math.max(0, -dx);
        int to = Math.max(0, dx);
        int wide = width - Math.abs(dx);
        int high = height - Math.abs(dy);
        if (wide <= 0 || high <= 0) {
            return;
        }
        for (int i = 0; i < high; i++) {
            // In an order in which no row is overwritten before it was read.
            int row = dy <= 0 ? i : high - 1 - i;
            System.arraycopy(pixels, (row + Math.max(0, -dy)) * width + from, pixels, (row + Math.max(0, dy)) * width + to, wide);
        }
    }
}
