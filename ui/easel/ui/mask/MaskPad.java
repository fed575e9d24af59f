package easel.ui.mask;

import easel.graph.MaskShape;
import easel.platform.Words;
import easel.ui.theme.Tone;
import easel.ui.widget.FocusRing;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.RenderingHints;
import java.awt.Toolkit;
import java.awt.event.ActionEvent;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/**
 * A picture with shapes on it. A drag draws one, a click selects one, a drag on the selected one moves it, one at its handles
 * resizes it; with the menu key of the system held, what is drawn takes away; Shift makes it as wide as high. Keys do the same:
 * R and E put a shape in the middle, PageUp and PageDown select, the arrows move, with Ctrl they resize, + and - say whether it
 * adds, Delete removes.
 */
public final class MaskPad extends JComponent {

    private static final long serialVersionUID = 1;

    /** Air around the picture, so that handles at its edge can be held. */
    private static final int AIR = 4;
    private static final int REACH = 7;
    /** A press that moves less is a click. */
    private static final int STILL = 3;
    private static final double STEP = 0.01;
    private static final double LEAP = 0.1;

    private final transient Words words;
    private final transient Consumer<List<MaskShape>> drawn;
    private final transient Runnable looked;
    private List<MaskShape> shapes = List.of();
    private int selected = -1;
    private transient @Nullable BufferedImage image;
    private double ratio = 1;
    private MaskShape.Kind kind = MaskShape.Kind.RECTANGLE;
    private boolean subtract;
    private transient @Nullable Hold hold;

    /**
     * What the pointer holds.
     *
     * @param at    of {@link #shapes}; their number for a new one
     * @param shape as it was
     * @param grip  null for the whole
     */
    private record Hold(Point from, int at, MaskShape shape, @Nullable Grip grip, boolean fresh, @Nullable MaskShape now) {
        Hold with(MaskShape moved) {
            return new Hold(from, at, shape, grip, fresh, moved);
        }
    }

    /**
     * A pad without picture or shapes.
     *
     * @param drawn  told on the EDT when a person has changed the shapes
     * @param looked told when another shape is selected
     */
    public MaskPad(String name, Words words, Consumer<List<MaskShape>> drawn, Runnable looked) {
        this.words = words;
        this.drawn = drawn;
        this.looked = looked;
        setFocusable(true);
        getAccessibleContext().setAccessibleName(name);
        Hand hand = new Hand();
        addMouseListener(hand);
        addMouseMotionListener(hand);
        addFocusListener(new FocusListener() {
            @Override
            public void focusGained(FocusEvent e) {
                repaint();
            }

            @Override
            public void focusLost(FocusEvent e) {
                repaint();
            }
        });
        keys();
    }

    /** Shows these shapes. */
    public void show(List<MaskShape> now) {
        if (!now.equals(shapes)) {
            shapes = List.copyOf(now);
            hold = null;
            select(Math.min(selected, shapes.size() - 1));
        }
    }

    /** Shows a picture below them, or none. */
    public void show(@Nullable BufferedImage picture) {
        if (picture != image) {
            image = picture;
            ratio = picture == null ? 1 : (double) picture.getWidth() / picture.getHeight();
            revalidate();
            repaint();
        }
    }

    /** What a drag draws from now on; nothing is selected any more. */
    public void draw(MaskShape.Kind next, boolean takesAway) {
        kind = next;
        subtract = takesAway;
        select(-1);
    }

    /** Whether a shape is selected. */
    public boolean hasSelected() {
        return selected >= 0;
    }

    /** Removes the selected shape. */
    public void removeSelected() {
        if (selected >= 0) {
            List<MaskShape> others = new ArrayList<>(shapes);
            others.remove(selected);
            change(others, Math.min(selected, others.size() - 1));
        }
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

    private Rectangle2D picture() {
        double w = Math.max(1, getWidth() - 2 * AIR);
        double h = Math.max(1, getHeight() - 2 * AIR);
        double scale = Math.min(w, h * ratio);
        return new Rectangle2D.Double((getWidth() - scale) / 2, (getHeight() - scale / ratio) / 2, scale, scale / ratio);
    }

    private void select(int at) {
        selected = at;
        getAccessibleContext().setAccessibleDescription(spoken());
        repaint();
        looked.run();
    }

    private String spoken() {
        String all = shapes.isEmpty() ? words.say("mask.none") : shapes.stream().map(this::spoken).collect(Collectors.joining(words.say("mask.join")));
        return selected < 0 ? all : words.say("mask.selected", all, selected + 1, spoken(shapes.get(selected)));
    }

    private String spoken(MaskShape shape) {
        return words.say(shape.subtract() ? "mask.taken" : "mask.added", words.say("mask." + shape.kind().id()));
    }

    private void change(List<MaskShape> now, int select) {
        shapes = List.copyOf(now);
        hold = null;
        select(select);
        drawn.accept(shapes);
    }

    private void replace(MaskShape other) {
        List<MaskShape> now = new ArrayList<>(shapes);
        now.set(selected, other);
        change(now, selected);
    }

    private void add(MaskShape shape) {
        if (shapes.size() < easel.graph.Value.Shapes.MOST) {
            List<MaskShape> now = new ArrayList<>(shapes);
            now.add(shape);
            change(now, now.size() - 1);
        }
    }

    private List<MaskShape> seen() {
        Hold held = hold;
        if (held == null || held.now == null) {
            return shapes;
        }
        List<MaskShape> now = new ArrayList<>(shapes);
        if (held.fresh) {
            now.add(held.now);
        } else {
            now.set(held.at, held.now);
        }
        return now;
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
            g.drawImage(image, (int) at.getX(), (int) at.getY(), (int) Math.ceil(at.getWidth()), (int) Math.ceil(at.getHeight()), null);
        }
        List<MaskShape> now = seen();
        g.clip(new Rectangle2D.Double(0, 0, getWidth(), getHeight()));
        if (now.isEmpty()) {
            say(g, words.say(image == null ? "mask.no-picture" : "mask.drag"), at);
        } else {
            ShapePainter.paint(g, now, at);
        }
        int shown = hold != null && hold.fresh && hold.now != null ? now.size() - 1 : selected;
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

    /** A sentence on a band, so that it can be read over any picture. */
    private void say(Graphics2D g, String sentence, Rectangle2D at) {
        g.setFont(getFont());
        java.awt.FontMetrics metrics = g.getFontMetrics();
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
        g.setColor(new java.awt.Color(Tone.PANEL.color().getRed(), Tone.PANEL.color().getGreen(), Tone.PANEL.color().getBlue(), 225));
        g.fillRoundRect((int) (at.getCenterX() - width / 2.0) - 12, top - 8, width + 24, height + 16, 12, 12);
        g.setColor(Tone.TEXT.color());
        for (int i = 0; i < lines.size(); i++) {
            g.drawString(lines.get(i), (int) (at.getCenterX() - metrics.stringWidth(lines.get(i)) / 2.0), top + i * metrics.getHeight() + metrics.getAscent());
        }
    }

    private void keys() {
        on(KeyEvent.VK_DELETE, 0, this::removeSelected);
        on(KeyEvent.VK_BACK_SPACE, 0, this::removeSelected);
        on(KeyEvent.VK_R, 0, () -> add(new MaskShape(MaskShape.Kind.RECTANGLE, 0.25, 0.25, 0.5, 0.5, subtract)));
        on(KeyEvent.VK_E, 0, () -> add(new MaskShape(MaskShape.Kind.ELLIPSE, 0.25, 0.25, 0.5, 0.5, subtract)));
        on(KeyEvent.VK_PAGE_DOWN, 0, () -> next(1));
        on(KeyEvent.VK_PAGE_UP, 0, () -> next(-1));
        for (int key : new int[] {KeyEvent.VK_PLUS, KeyEvent.VK_ADD, KeyEvent.VK_EQUALS}) {
            on(key, 0, () -> takeAway(false));
        }
        on(KeyEvent.VK_PLUS, InputEvent.SHIFT_DOWN_MASK, () -> takeAway(false));
        on(KeyEvent.VK_MINUS, 0, () -> takeAway(true));
        on(KeyEvent.VK_SUBTRACT, 0, () -> takeAway(true));
        arrow(KeyEvent.VK_LEFT, -1, 0);
        arrow(KeyEvent.VK_RIGHT, 1, 0);
        arrow(KeyEvent.VK_UP, 0, -1);
        arrow(KeyEvent.VK_DOWN, 0, 1);
        getInputMap().put(KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), "leave");
        getActionMap().put("leave", new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public boolean isEnabled() {
                return hold != null || selected >= 0;   // else Esc is the window's
            }

            @Override
            public void actionPerformed(ActionEvent e) {
                if (hold != null) {
                    hold = null;
                    repaint();
                } else {
                    select(-1);
                }
            }
        });
    }

    private void next(int by) {
        if (!shapes.isEmpty()) {
            select(Math.floorMod((selected < 0 && by < 0 ? 0 : selected) + by, shapes.size()));
        }
    }

    private void takeAway(boolean away) {
        if (selected >= 0 && shapes.get(selected).subtract() != away) {
            replace(shapes.get(selected).subtracting(away));
        }
    }

    private void arrow(int key, int right, int down) {
        int menu = InputEvent.CTRL_DOWN_MASK;
        int shift = InputEvent.SHIFT_DOWN_MASK;
        for (int mask : new int[] {0, shift, menu, menu | shift}) {
            double step = (mask & shift) == 0 ? STEP : LEAP;
            on(key, mask, () -> {
                if (selected >= 0) {
                    MaskShape shape = shapes.get(selected);
                    replace((mask & menu) == 0 ? shape.moved(right * step, down * step)
                            : shape.in(shape.x(), shape.y(), Math.max(STEP, shape.width() + right * step), Math.max(STEP, shape.height() + down * step)));
                }
            });
        }
    }

    private void on(int key, int mask, Runnable deed) {
        String name = key + "/" + mask;
        getInputMap().put(KeyStroke.getKeyStroke(key, mask), name);
        getActionMap().put(name, new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent e) {
                if (MaskPad.this.isEnabled()) {
                    deed.run();
                }
            }
        });
    }

    /** The pointer. */
    private final class Hand extends MouseAdapter {

        @Override
        public void mousePressed(MouseEvent e) {
            requestFocusInWindow();
            if (!isEnabled()) {
                return;
            }
            if (e.isPopupTrigger()) {
                menu(e);
            } else if (SwingUtilities.isLeftMouseButton(e)) {
                Optional<Grip> grip = grip(e.getPoint());
                boolean away = (e.getModifiersEx() & Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx()) != 0;
                if (grip.isPresent() || !away && selected >= 0 && isOn(shapes.get(selected), e.getPoint())) {
                    hold = new Hold(e.getPoint(), selected, shapes.get(selected), grip.orElse(null), false, null);
                } else {
                    hold = new Hold(e.getPoint(), shapes.size(), new MaskShape(kind, across(e.getX()), down(e.getY()), 0, 0, subtract || away), Grip.SE, true, null);
                }
            }
        }

        @Override
        public void mouseDragged(MouseEvent e) {
            Hold held = hold;
            if (held == null || held.now == null && held.from.distance(e.getPoint()) < STILL) {
                return;
            }
            double right = across(e.getX()) - across(held.from.x);
            double lower = down(e.getY()) - down(held.from.y);
            if (held.fresh && e.isShiftDown()) {
                double side = Math.max(Math.abs(right) * ratio, Math.abs(lower));
                right = Math.copySign(side / ratio, right);
                lower = Math.copySign(side, lower);
            }
            MaskShape moved = held.grip == null ? held.shape.moved(right, lower) : held.grip.drawn(held.shape, right, lower);
            hold = held.with(moved);
            repaint();
        }

        @Override
        public void mouseReleased(MouseEvent e) {
            Hold held = hold;
            hold = null;
            if (held != null && held.now != null) {
                if (held.fresh) {
                    add(held.now);
                } else {
                    replace(held.now);
                }
            } else if (e.isPopupTrigger() && isEnabled()) {
                menu(e);
            } else if (held != null && held.fresh) {
                select(topmost(e.getPoint()));
            }
        }

        @Override
        public void mouseMoved(MouseEvent e) {
            setCursor(!isEnabled() ? Cursor.getDefaultCursor() : grip(e.getPoint()).map(Grip::cursor)
                    .orElseGet(() -> Cursor.getPredefinedCursor(selected >= 0 && isOn(shapes.get(selected), e.getPoint()) ? Cursor.MOVE_CURSOR : Cursor.CROSSHAIR_CURSOR)));
        }

        private double across(int x) {
            return (x - picture().getX()) / picture().getWidth();
        }

        private double down(int y) {
            return (y - picture().getY()) / picture().getHeight();
        }

        private boolean isOn(MaskShape shape, Point at) {
            return shape.covers(across(at.x), down(at.y));
        }

        private int topmost(Point at) {
            for (int i = shapes.size() - 1; i >= 0; i--) {
                if (isOn(shapes.get(i), at)) {
                    return i;
                }
            }
            return -1;
        }

        private Optional<Grip> grip(Point at) {
            Rectangle2D picture = picture();
            return selected < 0 ? Optional.empty() : Arrays.stream(Grip.values())
                    .filter(g -> at.distance(picture.getX() + g.x(shapes.get(selected)) * picture.getWidth(),
                            picture.getY() + g.y(shapes.get(selected)) * picture.getHeight()) <= REACH).findFirst();
        }

        private void menu(MouseEvent e) {
            select(topmost(e.getPoint()));
            JPopupMenu menu = new JPopupMenu();
            if (selected >= 0) {
                boolean away = shapes.get(selected).subtract();
                item(menu, away ? "mask.add" : "mask.take", () -> takeAway(!away));
                item(menu, "mask.delete", MaskPad.this::removeSelected);
            }
            if (!shapes.isEmpty()) {
                item(menu, "mask.clear", MaskPad.this::clear);
                menu.show(MaskPad.this, e.getX(), e.getY());
            }
        }

        private void item(JPopupMenu menu, String code, Runnable deed) {
            JMenuItem item = new JMenuItem(words.say(code));
            item.addActionListener(_ -> deed.run());
            menu.add(item);
        }
    }

    /** Removes all shapes. */
    public void clear() {
        if (!shapes.isEmpty()) {
            change(List.of(), -1);
        }
    }

    /** Whether there is nothing on it. */
    public boolean isEmpty() {
        return shapes.isEmpty();
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new AccessibleJComponent() {
                private static final long serialVersionUID = 1;

                @Override
                public AccessibleRole getAccessibleRole() {
                    return AccessibleRole.CANVAS;
                }
            };
        }
        return accessibleContext;
    }
}
