package easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.Document;
import easel.graph.InputRef;
import easel.graph.NodeId;
import easel.graph.Packing;
import easel.graph.Phrase;
import easel.nodes.Catalogue;
import easel.platform.Language;
import java.awt.Point;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;

/** A canvas beside one that is newly made from its document, and a hand that does anything on it at random. On the EDT. */
public final class Likeness {

    private final Supplier<CanvasView> view;
    private final Random random;
    private Point held;
    private int modifiers;

    /** @param view the canvas that is looked at, which may be another one each time */
    public Likeness(Supplier<CanvasView> view, Random random) {
        this.view = view;
        this.random = random;
    }

    /** A workflow with something of everything, a subgraph among it. */
    public static Document example() {
        Document flat = Example.document();
        return Packing.of(flat, Set.of(new NodeId("again"), new NodeId("batch")), Phrase.of("Again", "再来一次"), List.of(InputRef.of("again", "steps")), List.of(), Catalogue::schema)
                .orElseThrow().on(flat);
    }

    /** Holds that the canvas shows what one newly made of its document would; not while something is in the hand. */
    public void hold() {
        CanvasView of = view.get();
        if (of.isBusy()) {
            return;
        }
        CanvasView fresh = new CanvasView(Language.ENGLISH, _ -> {});
        fresh.show(of.document());
        assertThat(lines(of)).isEqualTo(lines(fresh));
    }

    private static List<String> lines(CanvasView of) {
        List<String> lines = new ArrayList<>();
        of.scene().nodes().forEach(n -> lines.add("%s %s %s %s %s,%s %sx%s".formatted(n.id(), n.title(), n.mode(), n.node().pinned(), n.x(), n.y(), n.width(), n.height())
                + n.layout().inputs() + n.layout().fields() + n.layout().outputs()));
        of.scene().groups().forEach(g -> lines.add(g.id() + " " + g.group().title() + " " + g.box()));
        of.scene().wires().stream().map(w -> w.output() + " > " + w.input() + " " + w.isHidden() + " " + w.x0() + "," + w.y0() + " " + w.x1() + "," + w.y1())
                .sorted().forEach(lines::add);
        of.scene().badges().stream().map(b -> "badge " + b.wire().input() + " " + b.other().id()).sorted().forEach(lines::add);
        return lines;
    }

    // ---- the hand

    /** Somewhere that means something, or anywhere. */
    private Point somewhere() {
        CanvasView of = view.get();
        List<NodeView> nodes = of.scene().nodes();
        if (nodes.isEmpty() || random.nextInt(6) == 0) {
            return new Point(random.nextInt(Math.max(1, of.sheet().getWidth())), random.nextInt(Math.max(1, of.sheet().getHeight())));
        }
        NodeView node = nodes.get(random.nextInt(nodes.size()));
        List<Plug> plugs = Plug.of(node);
        return switch (random.nextInt(8)) {
            case 0, 1 -> at(node.x() + node.width() / 2.0, node.y() + Math.min(14, node.height() / 2.0));
            case 2, 3 -> {
                if (plugs.isEmpty()) {
                    yield at(node.x() + 4, node.y() + 4);
                }
                Plug plug = plugs.get(random.nextInt(plugs.size()));
                yield at(plug.x(), plug.y());
            }
            case 4 -> {
                if (node.layout().fields().isEmpty()) {
                    yield at(node.x() + node.width() - 2, node.y() + node.height() - 2);
                }
                NodeLayout.Box box = node.layout().fields().get(random.nextInt(node.layout().fields().size())).box();
                yield at(node.x() + box.x() + random.nextInt(box.width()), node.y() + box.y() + random.nextInt(box.height()));
            }
            case 5 -> {
                List<Wire> wires = of.scene().wires();
                if (wires.isEmpty()) {
                    yield at(node.x(), node.y());
                }
                Wire wire = wires.get(random.nextInt(wires.size()));
                yield at((wire.x0() + wire.x1()) / 2, (wire.y0() + wire.y1()) / 2);
            }
            case 6 -> {
                List<GroupView> groups = of.scene().groups();
                if (groups.isEmpty()) {
                    yield at(node.x() + node.width() - 2, node.y() + node.height() - 2);
                }
                GroupView group = groups.get(random.nextInt(groups.size()));
                yield random.nextBoolean() ? at((group.x() + group.right()) / 2, group.y() + 16) : at(group.right() - (random.nextBoolean() ? 16 : 1), group.y() + 16);
            }
            default -> at(node.x() + random.nextInt(Math.max(1, node.width())), node.y() + random.nextInt(Math.max(1, node.height())));
        };
    }

    private Point at(double x, double y) {
        Camera camera = view.get().camera();
        return new Point((int) Math.round(camera.x() + x * camera.zoom()), (int) Math.round(camera.y() + y * camera.zoom()));
    }

    private int more() {
        return switch (random.nextInt(10)) {
            case 0 -> InputEvent.SHIFT_DOWN_MASK;
            case 1 -> InputEvent.CTRL_DOWN_MASK;
            case 2 -> InputEvent.ALT_DOWN_MASK;
            case 3 -> InputEvent.SHIFT_DOWN_MASK | InputEvent.CTRL_DOWN_MASK;
            default -> 0;
        };
    }

    private void mouse(int kind, Point at, int button, int clicks) {
        JComponent sheet = view.get().sheet();
        sheet.dispatchEvent(new MouseEvent(sheet, kind, System.nanoTime() / 1_000_000, modifiers, at.x, at.y, clicks, false, button));
    }

    /** Whether a button is held down. */
    public boolean isHolding() {
        return held != null;
    }

    /** Does something with the mouse, and tells what. A drag may be left in the middle: the next call goes on with it. */
    public String mouse() {
        if (held != null) {
            return random.nextInt(3) > 0 ? drag() : letGo();
        }
        Point at = somewhere();
        switch (random.nextInt(10)) {
            case 0 -> {
                mouse(MouseEvent.MOUSE_MOVED, at, 0, 0);
                return "move " + at;
            }
            case 1 -> {
                JComponent sheet = view.get().sheet();
                double turns = random.nextBoolean() ? 1 : -1;
                sheet.dispatchEvent(new MouseWheelEvent(sheet, MouseEvent.MOUSE_WHEEL, 0, more(), at.x, at.y, at.x, at.y, 0, false,
                        MouseWheelEvent.WHEEL_UNIT_SCROLL, 3, (int) turns, turns));
                return "wheel " + turns + " " + at;
            }
            case 2 -> {
                click(at, 1);
                click(at, 2);
                return "double click " + at;
            }
            case 3, 4 -> {
                modifiers = more();
                click(at, 1);
                modifiers = 0;
                return "click " + at;
            }
            default -> {
                boolean middle = random.nextInt(12) == 0;
                modifiers = more() | InputEvent.getMaskForButton(middle ? MouseEvent.BUTTON2 : MouseEvent.BUTTON1);
                held = at;
                mouse(MouseEvent.MOUSE_PRESSED, at, middle ? MouseEvent.BUTTON2 : MouseEvent.BUTTON1, 1);
                drag();
                return "press " + at + " with " + InputEvent.getModifiersExText(modifiers);
            }
        }
    }

    private void click(Point at, int clicks) {
        modifiers |= InputEvent.BUTTON1_DOWN_MASK;
        mouse(MouseEvent.MOUSE_PRESSED, at, MouseEvent.BUTTON1, clicks);
        modifiers &= ~InputEvent.BUTTON1_DOWN_MASK;
        mouse(MouseEvent.MOUSE_RELEASED, at, MouseEvent.BUTTON1, clicks);
    }

    private String drag() {
        Point to = random.nextInt(3) == 0 ? somewhere() : new Point(held.x + random.nextInt(301) - 150, held.y + random.nextInt(301) - 150);
        for (int i = 1; i <= 3; i++) {
            mouse(MouseEvent.MOUSE_DRAGGED, new Point(held.x + (to.x - held.x) * i / 3, held.y + (to.y - held.y) * i / 3), 0, 1);
        }
        held = to;
        return "drag to " + to;
    }

    /** Lets the button go. */
    public String letGo() {
        int button = (modifiers & InputEvent.BUTTON2_DOWN_MASK) != 0 ? MouseEvent.BUTTON2 : MouseEvent.BUTTON1;
        Point at = held;
        held = null;
        modifiers &= ~InputEvent.getMaskForButton(button);
        mouse(MouseEvent.MOUSE_RELEASED, at, button, 1);
        modifiers = 0;
        return "let go at " + at;
    }

    /** Presses a key that the canvas knows, and tells which. */
    public String key() {
        CanvasAction[] all = CanvasAction.values();
        CanvasAction action = all[random.nextInt(all.length)];
        // Running is the window's walk, and a menu needs a screen.
        if (action.standardKeys().isEmpty() || action == CanvasAction.MENU || action == CanvasAction.RUN_TO || action == CanvasAction.LOCK) {
            action = CanvasAction.ESCAPE;
        }
        KeyStroke stroke = action.standardKeys().getFirst();
        press(view.get().sheet(), stroke);
        return "key " + action + " " + stroke;
    }

    private static void press(JComponent in, KeyStroke stroke) {
        SwingUtilities.processKeyBindings(new KeyEvent(in, KeyEvent.KEY_PRESSED, 0, stroke.getModifiers(), stroke.getKeyCode(), KeyEvent.CHAR_UNDEFINED));
    }

    /** Types into what is open over the canvas, and tells what; empty if nothing is. */
    public String type() {
        CanvasView of = view.get();
        JComponent field = of.over().searchPanel() != null ? of.over().searchPanel().field() : of.over().titleField() != null ? of.over().titleField() : null;
        if (field == null) {
            return "";
        }
        String what = switch (random.nextInt(5)) {
            case 0 -> "ENTER";
            case 1 -> "ESCAPE";
            case 2 -> "DOWN";
            default -> "";
        };
        if (!what.isEmpty()) {
            press(field, KeyStroke.getKeyStroke(what));
            return "in a field " + what;
        }
        char c = "spl knrtu".charAt(random.nextInt(9));
        SwingUtilities.processKeyBindings(new KeyEvent(field, KeyEvent.KEY_TYPED, 0, 0, KeyEvent.VK_UNDEFINED, c));
        return "in a field '" + c + "'";
    }

    /** The canvases in a component, for whoever looks for the one in front. */
    public static Stream<CanvasView> in(java.awt.Container container) {
        return Stream.of(container.getComponents()).flatMap(c -> c instanceof CanvasView canvas ? Stream.of(canvas)
                : c instanceof java.awt.Container inner ? in(inner) : Stream.empty());
    }
}
