package easel.ui.mask;

import easel.graph.MaskShape;
import easel.platform.Words;
import easel.ui.theme.Tone;
import easel.ui.widget.FocusRing;
import easel.ui.widget.SpokenComponent;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.MouseEvent;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.accessibility.AccessibleRole;
import org.jspecify.annotations.Nullable;

/**
 * A picture with shapes on it. A drag draws one, a click selects one, a drag on the selected one moves it, one at its handles
 * resizes it; with the menu key of the system held, what is drawn takes away; Shift makes it as wide as high. Keys do the same:
 * R and E put a shape in the middle, PageUp and PageDown select, the arrows move, with Ctrl they resize, + and - say whether it
 * adds, Delete removes. A {@linkplain #magnify magnifying} one shows a part of it as large as wanted.
 */
public final class MaskPad extends SpokenComponent {

    private static final long serialVersionUID = 1;

    /** The property that changes when another part of the picture is seen. */
    public static final String ZOOM = "zoom";

    /** From so many logical pixels a pixel on, they are seen as they are. */
    private static final int PIXELS_SEEN = 4;
    /** Air around the picture, so that handles at its edge can be held. */
    private static final int AIR = 4;

    private final transient Words words;
    private final transient Runnable looked;
    private final transient DrawnShapes shapes;
    private final transient MaskHand hand;
    private transient @Nullable BufferedImage image;
    /** What is white before anything is drawn, in grey; null if nothing is. */
    private transient @Nullable BufferedImage white;
    private transient @Nullable Tint tint;
    private transient @Nullable Lens lens;
    private double ratio = 1;

    /**
     * A pad without picture or shapes.
     *
     * @param drawn  told on the EDT when a person has changed the shapes
     * @param looked told when another shape is selected
     */
    public MaskPad(String name, Words words, Consumer<List<MaskShape>> drawn, Runnable looked) {
        super(AccessibleRole.CANVAS);
        this.words = words;
        this.looked = looked;
        shapes = new DrawnShapes(drawn, this::looked);
        hand = new MaskHand(this, shapes, words);
        setFocusable(true);
        getAccessibleContext().setAccessibleName(name);
        addMouseListener(hand);
        addMouseMotionListener(hand);
        addFocusListener(new FocusListener() {
            @Override
            public void focusGained(FocusEvent e) {
                repaint();
            }

            @Override
            public void focusLost(FocusEvent e) {
                if (lens != null && lens.isReady()) {
                    lens.ready(false);   // Space is let go where nobody tells
                }
                repaint();
            }
        });
        MaskKeys.on(this, shapes, hand);
    }

    /** Shows these shapes. */
    public void show(List<MaskShape> now) {
        if (!now.equals(shapes.all())) {
            hand.letGo();
            shapes.show(now);
        }
    }

    /**
     * Shows a picture below them, or none.
     *
     * @param white what of the mask is white before anything is drawn, in grey; null if nothing is
     */
    public void show(@Nullable BufferedImage picture, @Nullable BufferedImage white) {
        if (picture != image || white != this.white) {
            image = picture;
            this.white = white;
            tint = null;
            ratio = picture == null ? 1 : (double) picture.getWidth() / picture.getHeight();
            revalidate();
            repaint();
        }
    }

    /** Has the wheel zoom, and the middle button or Space move, what else shows all of the picture. */
    public void magnify() {
        Lens made = new Lens(this);
        lens = made;
        addMouseListener(made);
        addMouseMotionListener(made);
        addMouseWheelListener(made);
        MaskKeys.on(this, made);
    }

    /** How many times larger the picture is than where all of it is seen. */
    public double zoom() {
        return lens == null ? 1 : lens.zoom();
    }

    /** Shows all of it. */
    public void showWhole() {
        if (lens != null) {
            lens.showWhole();
        }
    }

    /** Zooms about the middle, by steps. */
    public void zoomBy(int steps) {
        if (lens != null) {
            lens.zoomBy(steps);
        }
    }

    /** Another part of it is seen. */
    void seen() {
        repaint();
        firePropertyChange(ZOOM, null, zoom());
    }

    /** Shows what lies to a side, if not all is seen. */
    void shift(double right, double down) {
        if (lens != null) {
            lens.shift(right, down);
        }
    }

    /** Whether what moves the picture is in the hand. */
    boolean isLensReady() {
        return lens != null && lens.isReady();
    }

    /** Whether a press is for what moves the picture. */
    boolean isForLens(MouseEvent e) {
        return lens != null && lens.takes(e);
    }

    /** What a drag draws from now on; nothing is selected any more. */
    public void draw(MaskShape.Kind next, boolean takesAway) {
        shapes.draw(next, takesAway);
    }

    /** Whether a shape is selected. */
    public boolean hasSelected() {
        return shapes.selected() >= 0;
    }

    /** Whether there is nothing on it. */
    public boolean isEmpty() {
        return shapes.all().isEmpty();
    }

    /** Removes the selected shape. */
    public void removeSelected() {
        shapes.removeSelected();
    }

    /** Removes all shapes. */
    public void clear() {
        shapes.clear();
    }

    /** The height that shows the picture at a width, within a limit. */
    public int heightFor(int width, int most) {
        return (int) Math.round(Math.min(most, Math.max(1, width - 2 * AIR) / ratio + 2 * AIR));
    }

    @Override
    public Dimension getPreferredSize() {
        int width = Math.max(getWidth(), 200);
        return isPreferredSizeSet() ? super.getPreferredSize() : new Dimension(width, heightFor(width, width));
    }

    /** Where the picture lies. */
    Rectangle2D picture() {
        double w = Math.max(1, getWidth() - 2 * AIR);
        double h = Math.max(1, getHeight() - 2 * AIR);
        double scale = Math.min(w, h * ratio);
        Rectangle2D whole = new Rectangle2D.Double((getWidth() - scale) / 2, (getHeight() - scale / ratio) / 2, scale, scale / ratio);
        return lens == null ? whole : lens.of(whole);
    }

    private void looked() {
        getAccessibleContext().setAccessibleDescription(spoken());
        repaint();
        looked.run();
    }

    private String spoken() {
        String all = isEmpty() ? words.say("mask.none") : shapes.all().stream().map(this::spoken).collect(Collectors.joining(words.say("mask.join")));
        return shapes.chosen().map(shape -> words.say("mask.selected", all, shapes.selected() + 1, spoken(shape))).orElse(all);
    }

    private String spoken(MaskShape shape) {
        return words.say(shape.subtract() ? "mask.taken" : "mask.added", words.say("mask." + shape.kind().id()));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        Rectangle2D at = picture();
        g.setColor(Tone.STAGE.color());
        g.fill(at);
        if (image != null) {
            if (zoom() > 1 && at.getWidth() > PIXELS_SEEN * image.getWidth()) {
                g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
            }
            ShapePainter.fitted(g, image, at);
        }
        List<MaskShape> now = hand.seen();
        Tint below = tint();
        if (below != null) {
            ShapePainter.paint(g, below.image, now, at);
        }
        g.clip(new Rectangle2D.Double(0, 0, getWidth(), getHeight()));
        if (now.isEmpty() && zoom() == 1) {
            say(g, words.say(image == null ? "mask.no-picture" : "mask.drag"), at);
        } else {
            ShapePainter.paint(g, now, at);
        }
        int shown = hand.shown();
        for (int i = 0; i < now.size(); i++) {
            if (now.get(i).subtract() || i == shown) {
                ShapePainter.outline(g, now.get(i), at);
            }
        }
        if (shown >= 0 && isEnabled()) {
            ShapePainter.grips(g, now.get(shown), at);
        }
        g.dispose();
        if (isFocusOwner()) {
            FocusRing.paint(graphics, this);
        }
    }

    /** What is white already, in the colour of shapes. */
    private @Nullable Tint tint() {
        BufferedImage from = white;
        if (from != null && (tint == null || !tint.ink.equals(Tone.INK.color()))) {
            tint = new Tint(Tone.INK.color(), ShapePainter.tinted(from, Tone.INK.color()));
        }
        return from == null ? null : tint;
    }

    private record Tint(Color ink, BufferedImage image) {}

    /** A sentence on a band, so that it can be read over any picture. */
    private void say(Graphics2D g, String sentence, Rectangle2D at) {
        g.setFont(getFont());
        FontMetrics metrics = g.getFontMetrics();
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        boolean spaced = sentence.indexOf(' ') >= 0;
        for (String word : sentence.split(spaced ? " " : "")) {
            String longer = line.isEmpty() ? word : line + (spaced ? " " : "") + word;
            if (metrics.stringWidth(longer) > at.getWidth() - 32 && !line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        int height = lines.size() * metrics.getHeight();
        int top = (int) (at.getCenterY() - height / 2.0);
        int width = lines.stream().mapToInt(metrics::stringWidth).max().orElse(0);
        g.setColor(new Color(Tone.PANEL.color().getRed(), Tone.PANEL.color().getGreen(), Tone.PANEL.color().getBlue(), 225));
        g.fillRoundRect((int) (at.getCenterX() - width / 2.0) - 12, top - 8, width + 24, height + 16, 12, 12);
        g.setColor(Tone.TEXT.color());
        for (int i = 0; i < lines.size(); i++) {
            g.drawString(lines.get(i), (int) (at.getCenterX() - metrics.stringWidth(lines.get(i)) / 2.0), top + i * metrics.getHeight() + metrics.getAscent());
        }
    }
}
