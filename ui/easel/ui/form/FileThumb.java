package easel.ui.form;

import easel.graph.Rule;
import easel.models.ModelFolders;
import easel.ui.image.Beside;
import easel.ui.image.Middle;
import easel.ui.image.Thumbs;
import easel.ui.task.Task;
import easel.ui.theme.Icons;
import easel.ui.theme.Tone;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/** The small picture of a file that is named beside it: the picture itself, or of a model the one that lies beside it. */
final class FileThumb extends JComponent {

    private static final long serialVersionUID = 1;

    private final transient Rule.File rule;
    private final transient ModelFolders models;
    private final transient Thumbs thumbs = new Thumbs(this::arrived);
    private final String gone;
    private String named = "";
    private transient @Nullable Path picture;

    /**
     * @param models what short names mean
     * @param gone   what is said of a picture that cannot be read
     */
    FileThumb(Rule.File rule, ModelFolders models, String gone) {
        this.rule = rule;
        this.models = models;
        this.gone = gone;
        setVisible(false);
    }

    /** Shows that of another file. */
    void show(String file) {
        if (file.equals(named)) {
            return;
        }
        named = file;
        picture = null;
        Path path = rule.names().contains(file) ? null : path(file);
        if (path == null) {
            arrived();
        } else if (rule.of() == Rule.File.Of.PICTURE) {
            picture = path;
            arrived();
        } else {
            Task.of(() -> Beside.of(models.file(rule.of(), file))).whenDone(beside -> {
                if (file.equals(named)) {
                    picture = beside.orElse(null);
                    arrived();
                }
            });
        }
    }

    private static @Nullable Path path(String text) {
        try {
            return text.isEmpty() ? null : Path.of(text);
        } catch (InvalidPathException noPath) {
            return null;
        }
    }

    private Optional<BufferedImage> image() {
        return picture == null ? Optional.empty() : thumbs.of(picture);
    }

    private boolean isGone() {
        return picture != null && thumbs.isUnreadable(picture);
    }

    private void arrived() {
        boolean shown = image().isPresent() || isGone();
        setToolTipText(isGone() ? gone : null);
        if (shown != isVisible()) {
            setVisible(shown);
            revalidate();
        }
        repaint();
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(24, 24);
    }

    @Override
    protected void paintComponent(Graphics g) {
        g.setColor(Tone.STAGE.color());
        g.fillRect(0, 0, getWidth(), getHeight());
        image().ifPresentOrElse(image -> {
            // The middle, as the node shows it.
            Graphics2D g2 = (Graphics2D) g.create();
            g2.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            Middle.paint(g2, image, 0, 0, getWidth(), getHeight());
            g2.dispose();
        }, () -> Icons.PICTURE.at(14, Tone.HINT).paintIcon(this, g, (getWidth() - 14) / 2, (getHeight() - 14) / 2));
    }
}
