package easel.ui.form;

import easel.graph.Document;
import easel.graph.Field;
import easel.graph.Value;
import easel.ui.desk.FormFields;
import easel.ui.image.Thumbs;
import easel.ui.theme.Icons;
import easel.ui.theme.Tone;
import easel.ui.widget.Choosing;
import easel.ui.widget.FocusRing;
import easel.ui.widget.Incoming;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.TransferHandler;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** A picture to start from: dropped, pasted or chosen; once it is there, small, with its name and a way to take it out. */
final class PictureView implements FieldView {

    private static final int THUMB = 64;

    private final Field field;
    private final FormContext context;
    private final JPanel panel = new JPanel(new MigLayout("insets 0, gap 8, novisualpadding, hidemode 3", "[][grow,fill][28!]", "[]"));
    private final DropZone zone;
    private final Small small = new Small();
    private final JLabel name = new JLabel();
    private final JButton remove = new JButton(Icons.REMOVE.at(16));
    private final Thumbs thumbs = new Thumbs(small::repaint);
    private @Nullable Path shown;

    PictureView(Field field, FormContext context) {
        this.field = field;
        this.context = context;
        zone = new DropZone(context.say("form.picture.drop"));
        TransferHandler handler = Incoming.handler(incoming -> context.taken().test(incoming, this::take));
        zone.setName(field.name());
        zone.setTransferHandler(handler);
        zone.setToolTipText(field.help().in(context.language()));
        zone.addActionListener(_ -> choose());
        small.setTransferHandler(handler);
        small.addActionListener(_ -> choose());
        small.setToolTipText(context.say("form.picture.other"));
        small.getAccessibleContext().setAccessibleName(context.say("form.picture.other"));
        remove.setName(field.name() + ".remove");
        remove.putClientProperty("JButton.buttonType", "toolBarButton");
        remove.setToolTipText(context.say("form.picture.remove"));
        remove.getAccessibleContext().setAccessibleName(context.say("form.picture.remove"));
        remove.addActionListener(_ -> {
            context.set(field, Value.of(""));
            zone.requestFocusInWindow();
        });
        panel.setOpaque(false);
        panel.setTransferHandler(handler);
        panel.add(zone, "span 3, growx, h 56!, wrap");
        panel.add(small, "w " + THUMB + "!, h " + THUMB + "!");
        panel.add(name, "wmin 0");
        panel.add(remove, "h 28!");
    }

    private void choose() {
        Choosing.file(panel, context.say("form.picture.choose.title"), shown == null ? context.desk().jobs().folder() : shown.getParent(),
                context.say("form.picture.files"), "png", "jpg", "jpeg", "bmp", "gif", "webp").ifPresent(this::take);
    }

    private void take(Path picture) {
        context.set(field, Value.of(picture.toAbsolutePath().toString()));
    }

    @Override
    public JComponent component() {
        return panel;
    }

    @Override
    public void show(Document document) {
        shown = path(document).orElse(null);
        zone.setVisible(shown == null);
        small.setVisible(shown != null);
        name.setVisible(shown != null);
        remove.setVisible(shown != null);
        if (shown != null) {
            Path file = shown.getFileName();
            name.setText(file == null ? shown.toString() : file.toString());
            name.setToolTipText(shown.toString());
        }
        small.repaint();
    }

    private Optional<Path> path(Document document) {
        String text = FormFields.text(document, field);
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean isWide() {
        return true;
    }

    /** The picture that was chosen; pressing it chooses another. */
    private final class Small extends JButton {
        private static final long serialVersionUID = 1;

        Small() {
            setBorder(BorderFactory.createEmptyBorder());
            setContentAreaFilled(false);
            setFocusPainted(false);
            putClientProperty("JButton.buttonType", "none");
        }

        @Override
        protected void paintComponent(Graphics g) {
            g.setColor(Tone.STAGE.color());
            g.fillRect(0, 0, getWidth(), getHeight());
            if (shown != null) {
                Optional<BufferedImage> image = thumbs.of(shown);
                if (image.isPresent()) {
                    Dimension size = easel.ui.image.Scaling.fit(image.get().getWidth(), image.get().getHeight(), getWidth(), getHeight());
                    Graphics2D g2 = (Graphics2D) g.create();
                    g2.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
                    g2.drawImage(image.get(), (getWidth() - size.width) / 2, (getHeight() - size.height) / 2, size.width, size.height, null);
                    g2.dispose();
                } else if (thumbs.isUnreadable(shown)) {
                    Icons.PROBLEM.at(24, Tone.PROBLEM).paintIcon(this, g, (getWidth() - 24) / 2, (getHeight() - 24) / 2);
                }
            }
            if (isFocusOwner()) {
                FocusRing.paint(g, this);
            }
        }
    }
}
