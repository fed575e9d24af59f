package easel.ui.queue;

import easel.engine.Phase;
import easel.graph.Control;
import easel.graph.Field;
import easel.graph.Value;
import easel.platform.Words;
import easel.run.Progress;
import easel.ui.desk.Desk;
import easel.ui.desk.FormFields;
import easel.ui.desk.JobCard;
import easel.ui.image.Middle;
import easel.ui.image.SmallPreview;
import easel.ui.theme.Icons;
import easel.ui.theme.Tone;
import easel.ui.widget.SpokenComponent;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.OptionalLong;
import javax.accessibility.AccessibleRole;
import javax.swing.Icon;
import javax.swing.JList;
import javax.swing.ListCellRenderer;
import javax.swing.UIManager;
import javax.swing.plaf.basic.BasicGraphicsUtils;
import org.jspecify.annotations.Nullable;

/** Paints a job: a small picture, what it is, how far it is, and a cross that takes it back. */
final class CardCell extends SpokenComponent implements ListCellRenderer<JobCard> {

    private static final long serialVersionUID = 1;

    static final int WIDTH = 264;
    static final int HEIGHT = 48;
    private static final int THUMB = 36;
    private static final int TEXT = 12 + THUMB + 10;
    private static final int CROSS = 20;

    private final transient Desk desk;
    private final transient Words words;
    private final transient Icon cross = Icons.REMOVE.at(12);
    private transient @Nullable JobCard card;
    private boolean selected;
    private boolean focused;
    private int index;
    private int hovered = -1;
    private final transient SmallPreview preview;

    /** {@code changed}: told when a card is to be painted again. */
    CardCell(Desk desk, Words words, Runnable changed) {
        super(AccessibleRole.LABEL);
        this.desk = desk;
        preview = new SmallPreview(2 * THUMB, changed);
        this.words = words;
    }

    /** Where the cross of a card is, the card's corner being the origin. */
    static Rectangle crossOf() {
        return new Rectangle(WIDTH - CROSS - 8, 4, CROSS, CROSS);
    }

    void hover(int at) {
        hovered = at;
    }

    @Override
    public Component getListCellRendererComponent(JList<? extends JobCard> list, JobCard value, int at, boolean isSelected, boolean hasFocus) {
        card = value;
        index = at;
        selected = isSelected;
        focused = hasFocus && list.isFocusOwner();
        getAccessibleContext().setAccessibleName(title(value) + ", " + detail(value));
        return this;
    }

    /** What a job is called: its workflow, and which of several pictures it is. */
    String title(JobCard of) {
        String name = desk.title(of.tab());
        return of.job().count() > 1 ? words.say("queue.title", name, of.job().index() + 1, of.job().count()) : name;
    }

    /** How far it is, and the seed by which people tell two of them apart. */
    String detail(JobCard of) {
        OptionalLong seed = seed(of);
        return seed.isPresent() ? words.say("queue.detail", state(of), seed.getAsLong()) : state(of);
    }

    private static OptionalLong seed(JobCard of) {
        for (Field field : of.job().document().form().fields()) {
            if (field.control() instanceof Control.Seed
                    && FormFields.value(of.job().document(), field).orElse(null) instanceof Value.Seed seed) {
                return seed.number();
            }
        }
        return OptionalLong.empty();
    }

    private String state(JobCard of) {
        return switch (of.state()) {
            case JobCard.Waiting _ -> words.say("queue.waiting");
            case JobCard.Running running -> running(running.progress());
            case JobCard.Done done -> words.say("queue.done", String.format(Locale.ROOT, done.seconds() < 10 ? "%.1f" : "%.0f", done.seconds()));
            case JobCard.Failed _ -> words.say("queue.failed");
            case JobCard.Cancelled _ -> words.say("stage.cancelled");
        };
    }

    private String running(Progress progress) {
        String head = head(progress);
        return progress.pictures() < 2 ? head : words.say("queue.batch", head, words.say("stage.picture-of", progress.picture(), progress.pictures()));
    }

    private String head(Progress progress) {
        Phase phase = progress.phase();
        return phase == null ? words.say("stage.preparing") : phase == Phase.SAMPLING && progress.steps() > 0
                ? words.say("stage.step", progress.step(), progress.steps())
                : words.say("stage.phase." + phase.name().toLowerCase(Locale.ROOT));
    }

    private @Nullable BufferedImage picture(JobCard of) {
        return switch (of.state()) {
            case JobCard.Running running -> preview.of(running.preview());
            case JobCard.Done done when done.file() != null -> desk.results().thumbs().of(done.file()).orElse(null);
            default -> null;
        };
    }

    @Override
    protected void paintComponent(Graphics g) {
        JobCard shown = card;
        if (shown == null) {
            return;
        }
        Graphics2D g2 = (Graphics2D) g.create();
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        if (selected && focused) {
            g2.setColor(Tone.SELECTION.color());
            g2.fillRoundRect(4, 0, getWidth() - 12, getHeight(), 8, 8);
        } else if (hovered == index) {
            g2.setColor(Tone.HOVER.color());
            g2.fillRoundRect(4, 0, getWidth() - 12, getHeight(), 8, 8);
        }
        paintThumb(g2, picture(shown));
        paintWords(g2, shown);
        if (shown.isComing() && (hovered == index || selected && focused)) {
            Rectangle at = crossOf();
            cross.paintIcon(this, g2, at.x + (at.width - cross.getIconWidth()) / 2, at.y + (at.height - cross.getIconHeight()) / 2);
        }
        g2.dispose();
    }

    private void paintThumb(Graphics2D g, @Nullable BufferedImage image) {
        int x = 12;
        int y = (getHeight() - THUMB) / 2;
        if (image == null) {
            g.setColor(Tone.STAGE.color());
            g.fillRect(x, y, THUMB, THUMB);
            g.setColor(Tone.LINE.color());
            g.drawRect(x, y, THUMB - 1, THUMB - 1);
            return;
        }
        Middle.paint(g, image, x, y, THUMB, THUMB);
    }

    private void paintWords(Graphics2D g, JobCard shown) {
        Font dense = UIManager.getFont("dense.font");
        Font small = UIManager.getFont("small.font");
        int room = WIDTH - TEXT - 16 - (shown.isComing() ? CROSS : 0);
        g.setFont(dense);
        g.setColor((shown.state() instanceof JobCard.Waiting ? Tone.LABEL : Tone.TEXT).color());
        line(g, title(shown), 20, room);
        g.setFont(small);
        g.setColor((shown.state() instanceof JobCard.Failed ? Tone.PROBLEM : Tone.HINT).color());
        if (shown.state() instanceof JobCard.Running running) {
            line(g, state(shown), 34, room);
            int width = WIDTH - TEXT - 24;
            g.setColor(Tone.STRONG.color());
            g.fillRect(TEXT, 40, width, 2);
            g.setColor(Tone.INK.color());
            g.fillRect(TEXT, 40, (int) Math.round(width * done(running.progress())), 2);
        } else {
            line(g, detail(shown), 36, room + (shown.isComing() ? CROSS : 0));
        }
    }

    private void line(Graphics2D g, String text, int baseline, int room) {
        FontMetrics metrics = g.getFontMetrics();
        String cut = text;
        while (metrics.stringWidth(cut) > room && cut.length() > 1) {
            cut = cut.substring(0, cut.length() - (cut.endsWith("\u2026") ? 2 : 1)).stripTrailing() + "\u2026";
        }
        BasicGraphicsUtils.drawString(this, g, cut, TEXT, baseline);
    }

    private static double done(Progress progress) {
        return progress.phase() == Phase.SAMPLING && progress.steps() > 0 ? (double) progress.step() / progress.steps()
                : progress.phase() == Phase.DECODING ? 1 : 0;
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(WIDTH, HEIGHT);
    }
}
