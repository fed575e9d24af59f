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
    private final Map<String, Optional<BufferedImage>> known = new HashMap<>();

    /** @param arrived told when one has come */
    public PresetThumbs(OwnPresets own, Runnable arrived) {
        this.own = own;
        this.arrived = arrived;
        own.listen(known::clear);   // one may have been painted anew
    }

    /** A preset's picture so large, or the sign for one that has none or whose has not come yet. */
    public Icon icon(Preset preset, int side) {
        Optional<BufferedImage> picture = known.get(preset.name());
        if (picture == null) {
            known.put(preset.name(), Optional.empty());
            Task.of(() -> read(preset)).whenFailed(_ -> { }).whenDone(read -> {
                known.put(preset.name(), read);
                arrived.run();
            });
            picture = Optional.empty();
        }
        return new Square(picture.orElse(null), side);
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
