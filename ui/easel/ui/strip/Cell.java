package easel.ui.strip;

import com.formdev.flatlaf.util.HiDPIUtils;
import easel.platform.Words;
import easel.ui.desk.Desk;
import easel.ui.desk.Shot;
import easel.ui.image.Scaling;
import easel.ui.theme.Icons;
import easel.ui.theme.Tone;
import easel.ui.widget.SpokenComponent;
import java.awt.BasicStroke;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import javax.accessibility.AccessibleRole;
import javax.swing.JList;
import javax.swing.ListCellRenderer;
import org.jspecify.annotations.Nullable;

/** Paints one place of the strip. */
final class Cell extends SpokenComponent implements ListCellRenderer<Item> {

    private static final long serialVersionUID = 1;

    private final transient Desk desk;
    private final transient Words words;
    private final Strip strip;
    private transient @Nullable Item item;
    private boolean selected;
    private int width;
    private int height;

    Cell(Desk desk, Words words, Strip strip) {
        super(AccessibleRole.ICON);
        this.desk = desk;
        this.words = words;
        this.strip = strip;
    }

    void size(int pictureWidth, int pictureHeight) {
        width = pictureWidth;
        height = pictureHeight;
    }

    @Override
    public Component getListCellRendererComponent(JList<? extends Item> list, Item value, int index, boolean isSelected, boolean hasFocus) {
        item = value;
        selected = isSelected;
        getAccessibleContext().setAccessibleName(switch (value) {
            case Item.Coming _ -> words.say("strip.waiting");
            case Item.Finished(Shot shot) -> String.valueOf(shot.file().getFileName());
        });
        return this;
    }

    @Override
    protected void paintComponent(Graphics g) {
        Graphics2D g2 = (Graphics2D) g.create();
        HiDPIUtils.paintAtScale1x(g2, this, this::paintExact);
        g2.dispose();
    }

    private void paintExact(Graphics2D g, int x, int y, int w, int h, double scale) {
        int edge = (int) Math.round(4 * scale);
        int pw = (int) Math.round(width * scale);
        int ph = (int) Math.round(height * scale);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        switch (item) {
            case Item.Coming(var job) -> {
                BufferedImage preview = strip.preview(job);
                double done = strip.done(job);
                if (preview == null) {
                    paintWaiting(g, x + edge, y + edge, pw, ph, scale, done >= 0);
                } else {
                    paint(g, preview, x + edge, y + edge, pw, ph);
                }
                if (done >= 0) {
                    int bar = (int) Math.round(3 * scale);
                    g.setColor(Tone.STRONG.color());
                    g.fillRect(x + edge, y + edge + ph - bar, pw, bar);
                    g.setColor(Tone.INK.color());
                    g.fillRect(x + edge, y + edge + ph - bar, (int) Math.round(pw * done), bar);
                }
            }
            case Item.Finished(Shot shot) -> {
                BufferedImage image = desk.results().thumbs().of(shot.file()).orElse(null);
                if (image != null) {
                    paint(g, image, x + edge, y + edge, pw, ph);
                } else {
                    g.setColor(Tone.STAGE.color());
                    g.fillRect(x + edge, y + edge, pw, ph);
                    if (desk.results().thumbs().isUnreadable(shot.file())) {
                        int size = (int) Math.round(20 * scale);
                        Icons.PROBLEM.at(size, Tone.HINT).paintIcon(this, g, x + edge + (pw - size) / 2, y + edge + (ph - size) / 2);
                    }
                }
            }
            case null -> { }
        }
        if (selected) {
            int line = (int) Math.round(2 * scale);
            g.setColor(Tone.INK.color());
            g.setStroke(new BasicStroke(line));
            g.drawRect(x + line / 2, y + line / 2, pw + 2 * edge - line, ph + 2 * edge - line);
        }
    }

    private void paint(Graphics2D g, BufferedImage image, int x, int y, int w, int h) {
        Dimension size = Scaling.fit(image.getWidth(), image.getHeight(), w, h);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(image, x + (w - size.width) / 2, y + (h - size.height) / 2, size.width, size.height, null);
    }

    private void paintWaiting(Graphics2D g, int x, int y, int w, int h, double scale, boolean running) {
        g.setColor(Tone.STRONG.color());
        g.setStroke(new BasicStroke((float) scale, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1,
                new float[] {(float) (4 * scale), (float) (3 * scale)}, 0));
        g.drawRect(x, y, w - 1, h - 1);
        if (!running) {
            g.setColor(Tone.HINT.color());
            g.setFont(strip.getFont().deriveFont((float) (11 * scale)));
            String text = words.say("strip.waiting");
            int textWidth = g.getFontMetrics().stringWidth(text);
            if (textWidth < w - 4) {
                g.drawString(text, x + (w - textWidth) / 2, y + (h + g.getFontMetrics().getAscent() - g.getFontMetrics().getDescent()) / 2);
            }
        }
    }
}
