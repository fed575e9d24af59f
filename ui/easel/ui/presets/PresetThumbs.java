package easel.ui.presets;

import easel.run.Preset;
import easel.ui.desk.OwnPresets;
import easel.ui.image.Middle;
import easel.ui.task.Task;
import easel.ui.theme.Icons;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.swing.Icon;
import org.jspecify.annotations.Nullable;

/** The small pictures of presets, read when they are first asked for. On the EDT. */
public final class PresetThumbs {

    private static final int ARC = 4;

    private final OwnPresets own;
    private final Runnable arrived;
    private final Map<String, Known> known = new HashMap<>();

    /** What is known of a preset; one that was kept anew under the same name is another, and may have been painted anew. */
    private record Known(Preset of, Optional<BufferedImage> picture) {}

    /** @param arrived told when one has come */
    public PresetThumbs(OwnPresets own, Runnable arrived) {
        this.own = own;
        this.arrived = arrived;
    }

    /** A preset's picture so large, or the sign for one that has none or whose has not come yet. */
    public Icon icon(Preset preset, int side) {
        Known now = known.get(preset.name());
        if (now == null || now.of != preset) {
            now = new Known(preset, Optional.empty());
            known.put(preset.name(), now);
            Known asked = now;
            Task.of(() -> read(preset)).whenFailed(_ -> { }).whenDone(read -> arrived(asked, read));
        }
        return new Square(now.picture.orElse(null), side);
    }

    private void arrived(Known asked, Optional<BufferedImage> read) {
        if (known.get(asked.of.name()) == asked) {
            known.put(asked.of.name(), new Known(asked.of, read));
            arrived.run();
        }
    }

    private Optional<BufferedImage> read(Preset preset) throws IOException {
        Optional<byte[]> jpeg = own.thumbnail(preset);
        return jpeg.isEmpty() ? Optional.empty() : Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(jpeg.get())));
    }

    /** The middle of a picture in a square with soft corners. */
    private record Square(@Nullable BufferedImage picture, int side) implements Icon {

        @Override
        public void paintIcon(Component c, Graphics g, int x, int y) {
            if (picture == null) {
                Icon sign = Icons.PRESET.at(14);
                sign.paintIcon(c, g, x + (side - 14) / 2, y + (side - 14) / 2);
                return;
            }
            Graphics2D g2 = (Graphics2D) g.create();
            g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g2.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            g2.clip(new RoundRectangle2D.Double(x, y, side, side, ARC, ARC));
            Middle.paint(g2, picture, x, y, side, side);
            g2.dispose();
        }

        @Override
        public int getIconWidth() {
            return side;
        }

        @Override
        public int getIconHeight() {
            return side;
        }
    }
}
