package easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.Group;
import easel.graph.GroupId;
import easel.graph.History;
import easel.graph.InputRef;
import easel.graph.Level;
import easel.graph.NodeId;
import easel.graph.Problem;
import easel.nodes.Catalogue;
import easel.platform.Language;
import easel.run.RunEvent;
import easel.ui.theme.Appearance;
import java.awt.EventQueue;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.swing.JComponent;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.MenuElement;
import javax.swing.SwingUtilities;

/** A canvas off screen with a document behind it, and hands that use it as AWT would: by events, one after the other. */
final class Hands {

    static final int WIDTH = 1200;
    static final int HEIGHT = 800;

    private final List<Edit> edits = new ArrayList<>();
    private History history;
    private Level level = Level.TOP;
    private CanvasView view;
    private final BufferedImage shown = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private int modifiers;
    private JPopupMenu menu;
    private List<Problem> problems = List.of();
    private final List<RunEvent.NodeChanged> told = new ArrayList<>();

    Hands(Document document) throws Exception {
        history = History.of(document);
        onEdt(() -> {
            Appearance.wear(true);
            view = canvas(edit -> {
                edits.add(edit);
                history = history.after(level.edit(edit, history.present(), Catalogue::schema));
                showLevel(level);
            });
            view.over().watchMenus(m -> menu = m);
            view.show(document);
            paint(view, shown);
        });
    }

    private static CanvasView canvas(java.util.function.Consumer<Edit> edits) {
        CanvasView made = new CanvasView(Language.ENGLISH, edits, true);
        made.setSize(WIDTH, HEIGHT);
        CanvasShot.layOut(made);
        return made;
    }

    /** Goes into subgraphs and out of them, as a window does. */
    void descends() throws Exception {
        onEdt(() -> view.setHost(new NotingHost() {
            @Override
            public boolean isInside() {
                return !level.isTop();
            }

            @Override
            public void enter(NodeId node) {
                showLevel(level.into(node));
            }

            @Override
            public void leave() {
                showLevel(level.out());
            }
        }));
    }

    private void showLevel(Level wanted) {
        level = wanted.lasting(history.present());
        view.show(level.of(history.present()));
    }

    /** Where in the document one is. */
    Level level() {
        return level;
    }

    static void onEdt(Runnable what) throws Exception {
        EventQueue.invokeAndWait(what);
    }

    CanvasView view() {
        return view;
    }

    /** Says what is wrong with the document. */
    void problems(List<Problem> all) throws Exception {
        problems = all;
        onEdt(() -> view.setProblems(all));
        settle();
    }

    /** Says what became of nodes. */
    void tell(RunEvent.NodeChanged... news) throws Exception {
        told.addAll(List.of(news));
        onEdt(() -> tell(view, List.of(news)));
        settle();
    }

    private static void tell(CanvasView of, List<RunEvent.NodeChanged> news) {
        for (RunEvent.NodeChanged one : news) {
            of.tell(one);
            of.showNews();
        }
    }

    List<Edit> edits() {
        return edits;
    }

    Document document() {
        return history.present();
    }

    void undo() throws Exception {
        onEdt(() -> {
            history = history.undone();
            showLevel(level);
        });
        settle();
    }

    /** A socket, or the middle of a parameter's field. */
    Point socket(String id, String name) {
        NodeView node = view.scene().node(new NodeId(id)).orElseThrow();
        Plug plug = Plug.of(node).stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
        return node.layout().fields().stream().filter(f -> plug.field() && f.parameter().name().equals(name)).findFirst()
                .map(f -> at(node.x() + f.box().x() + f.box().width() / 2.0, node.y() + f.middle())).orElseGet(() -> at(plug.x(), plug.y()));
    }

    /** An output of a node that has an input of the same name. */
    Point output(String id, String name) {
        Plug plug = Plug.of(view.scene().node(new NodeId(id)).orElseThrow()).stream().filter(p -> !p.input() && p.name().equals(name)).findFirst().orElseThrow();
        return at(plug.x(), plug.y());
    }

    /** The middle of the wire to an input. */
    Point wire(String id, String input) {
        Wire wire = view.scene().wire(InputRef.of(id, input)).orElseThrow();
        return at((wire.x0() + wire.x1()) / 2, (wire.y0() + wire.y1()) / 2);
    }

    /** The point in the middle of a group's head. */
    Point groupHead(String id) {
        GroupView group = view.scene().group(new GroupId(id)).orElseThrow();
        return at((group.x() + group.right()) / 2, group.y() + Group.HEAD / 2);
    }

    /** The point in the middle of a node's head. */
    Point head(String id) {
        NodeView node = view.scene().node(new NodeId(id)).orElseThrow();
        return at(node.x() + node.width() / 2.0, node.y() + Math.min(14, node.height() / 2.0));
    }

    Point at(double x, double y) {
        Camera c = view.camera();
        return new Point((int) Math.round(c.x() + x * c.zoom()), (int) Math.round(c.y() + y * c.zoom()));
    }

    void press(Point at, int button, int more) throws Exception {
        modifiers |= InputEvent.getMaskForButton(button);
        mouse(MouseEvent.MOUSE_PRESSED, at, button, modifiers | more);
    }

    void drag(Point to, int more) throws Exception {
        mouse(MouseEvent.MOUSE_DRAGGED, to, 0, modifiers | more);
    }

    void release(Point at, int button, int more) throws Exception {
        modifiers &= ~InputEvent.getMaskForButton(button);
        mouse(MouseEvent.MOUSE_RELEASED, at, button, modifiers | more);
    }

    void move(Point to) throws Exception {
        mouse(MouseEvent.MOUSE_MOVED, to, 0, modifiers);
    }

    void doubleClick(Point at) throws Exception {
        click(at, 0);
        modifiers |= InputEvent.BUTTON1_DOWN_MASK;
        mouse(MouseEvent.MOUSE_PRESSED, at, MouseEvent.BUTTON1, modifiers, 2);
        modifiers &= ~InputEvent.BUTTON1_DOWN_MASK;
        mouse(MouseEvent.MOUSE_RELEASED, at, MouseEvent.BUTTON1, modifiers, 2);
    }

    void click(Point at, int more) throws Exception {
        press(at, MouseEvent.BUTTON1, more);
        release(at, MouseEvent.BUTTON1, more);
    }

    /** Presses, moves in five steps, lets go. */
    void swipe(Point from, Point to, int button, int more) throws Exception {
        press(from, button, more);
        for (int i = 1; i <= 5; i++) {
            drag(new Point(from.x + (to.x - from.x) * i / 5, from.y + (to.y - from.y) * i / 5), more);
        }
        release(to, button, more);
    }

    void wheel(Point at, double turns, int more) throws Exception {
        onEdt(() -> view.sheet().dispatchEvent(new MouseWheelEvent(view.sheet(), MouseEvent.MOUSE_WHEEL, 0, more, at.x, at.y, at.x, at.y, 0, false,
                MouseWheelEvent.WHEEL_UNIT_SCROLL, 3, (int) turns, turns)));
        settle();
    }

    private void mouse(int kind, Point at, int button, int with) throws Exception {
        mouse(kind, at, button, with, 1);
    }

    private void mouse(int kind, Point at, int button, int with, int clicks) throws Exception {
        onEdt(() -> view.sheet().dispatchEvent(new MouseEvent(view.sheet(), kind, 0, with, at.x, at.y, clicks, false, button)));
        settle();
    }

    /** Types into the search. */
    void type(String text) throws Exception {
        typeInto(view.over().searchPanel().field(), text);
    }

    /** Types into the title that is being edited, over what is selected there. */
    void titleType(String text) throws Exception {
        typeInto(view.over().titleField(), text);
    }

    /** Types into the bar that finds, in place of what is there. */
    void findType(String text) throws Exception {
        onEdt(() -> view.over().find().field().setText(""));
        typeInto(view.over().find().field(), text);
    }

    void findKey(String key) throws Exception {
        key(view.over().find().field(), key);
    }

    private void typeInto(JTextField field, String text) throws Exception {
        for (char c : text.toCharArray()) {
            onEdt(() -> SwingUtilities.processKeyBindings(new KeyEvent(field, KeyEvent.KEY_TYPED, 0, 0, KeyEvent.VK_UNDEFINED, c)));
        }
        settle();
    }

    void fieldKey(String key) throws Exception {
        key(view.over().searchPanel().field(), key);
    }

    void titleKey(String key) throws Exception {
        key(view.over().titleField(), key);
    }

    /** Clicks on a kind of node that the search has found. */
    void clickFound(String type) throws Exception {
        clickFound(type, false);
    }

    /** Clicks on its star. */
    void clickStar(String type) throws Exception {
        clickFound(type, true);
    }

    private void clickFound(String type, boolean star) throws Exception {
        onEdt(() -> {
            javax.swing.JList<?> list = list(view.over().searchPanel());
            for (int i = 0; i < list.getModel().getSize(); i++) {
                if (list.getModel().getElementAt(i).toString().contains("type=" + type + ",")) {
                    java.awt.Rectangle cell = list.getCellBounds(i, i);
                    list.dispatchEvent(new MouseEvent(list, MouseEvent.MOUSE_RELEASED, 0, 0, star ? cell.x + cell.width - 12 : cell.x + 60, cell.y + 10, 1, false, MouseEvent.BUTTON1));
                    return;
                }
            }
            throw new AssertionError("not found: " + type);
        });
        settle();
    }

    private static javax.swing.JList<?> list(java.awt.Container in) {
        for (java.awt.Component c : in.getComponents()) {
            if (c instanceof javax.swing.JList<?> list) {
                return list;
            }
            if (c instanceof java.awt.Container inner && list(inner) instanceof javax.swing.JList<?> list) {
                return list;
            }
        }
        return null;
    }

    void rightClick(Point at) throws Exception {
        onEdt(() -> {
            view.sheet().dispatchEvent(new MouseEvent(view.sheet(), MouseEvent.MOUSE_PRESSED, 0, InputEvent.BUTTON3_DOWN_MASK, at.x, at.y, 1, true, MouseEvent.BUTTON3));
            view.sheet().dispatchEvent(new MouseEvent(view.sheet(), MouseEvent.MOUSE_RELEASED, 0, 0, at.x, at.y, 1, false, MouseEvent.BUTTON3));
        });
        settle();
    }

    /** The menu that was opened last. */
    JPopupMenu menu() {
        return menu;
    }

    /** The line of the menu that was opened last, or of one within it. */
    JMenuItem menuItem(String text) {
        return menuItems().filter(i -> i.getText().equals(text)).findFirst().orElseThrow(() -> new AssertionError("no " + text));
    }

    Stream<JMenuItem> menuItems() {
        return items(menu);
    }

    private static Stream<JMenuItem> items(MenuElement menu) {
        return Stream.of(menu.getSubElements()).flatMap(e -> e instanceof JMenu sub ? Stream.concat(Stream.of(sub), items(sub.getPopupMenu()))
                : e instanceof JMenuItem item ? Stream.of(item) : items(e));
    }

    /** A key, as {@link KeyStroke} writes it. */
    void key(String key) throws Exception {
        key(view.sheet(), key);
    }

    private void key(JComponent in, String key) throws Exception {
        KeyStroke stroke = KeyStroke.getKeyStroke(key);
        onEdt(() -> SwingUtilities.processKeyBindings(new KeyEvent(in, stroke.isOnKeyRelease() ? KeyEvent.KEY_RELEASED : KeyEvent.KEY_PRESSED,
                0, stroke.getModifiers(), stroke.getKeyCode(), KeyEvent.CHAR_UNDEFINED)));
        settle();
    }

    void select(String... ids) throws Exception {
        onEdt(() -> view.select(java.util.Arrays.stream(ids).map(NodeId::new).toList()));
        settle();
    }

    Set<NodeId> selection() {
        return view.selection();
    }

    /** Paints what changed, and holds that it is pixel for pixel what a canvas newly made from the document shows. */
    void settle() throws Exception {
        onEdt(() -> {
            paint(view, shown);
            if (view.isBusy()) {
                return;   // a frame or a drag is no part of the document
            }
            CanvasView fresh = canvas(_ -> {});
            fresh.show(view.document());
            fresh.setProblems(problems);
            tell(fresh, told);
            fresh.setCamera(view.camera());
            fresh.setHabits(view.habits());
            fresh.chosen().only(view.selection().stream().flatMap(id -> fresh.scene().node(id).stream()).toList(),
                    view.chosen().groups().stream().flatMap(g -> fresh.scene().group(g.id()).stream()).toList());
            Optional.ofNullable(view.chosen().marked()).ifPresent(node -> fresh.chosen().mark(fresh.scene().node(node.id()).orElseThrow()));
            Optional.ofNullable(view.chosen().hoveredGroup()).ifPresent(g -> fresh.chosen().hoverGroup(fresh.scene().group(g.id()).orElseThrow()));
            Optional.ofNullable(view.chosen().hovered()).ifPresent(node -> fresh.chosen().hoverNode(fresh.scene().node(node.id()).orElseThrow()));
            view.wires().litInput().ifPresent(input -> fresh.wires().light(fresh.scene().wire(input).orElseThrow()));
            BufferedImage wanted = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
            paint(fresh, wanted);
            assertThat(difference(shown, wanted)).as("pixels that differ from a new canvas's").isEmpty();
            assertThat(wires(view)).isEqualTo(wires(fresh));
        });
    }

    private static List<String> wires(CanvasView of) {
        return of.scene().wires().stream().map(w -> w.output() + " > " + w.input() + " " + w.x0() + " " + w.y0() + " " + w.x1() + " " + w.y1()).sorted().toList();
    }

    private static void paint(CanvasView view, BufferedImage into) {
        Graphics2D g = into.createGraphics();
        view.paint(g);
        g.dispose();
    }

    private static String difference(BufferedImage one, BufferedImage other) {
        int[] a = ((DataBufferInt) one.getRaster().getDataBuffer()).getData();
        int[] b = ((DataBufferInt) other.getRaster().getDataBuffer()).getData();
        int different = 0;
        String first = "";
        for (int i = 0; i < a.length; i++) {
            if (a[i] != b[i]) {
                first = different++ == 0 ? " at %d,%d: %06x, not %06x".formatted(i % WIDTH, i / WIDTH, a[i] & 0xFFFFFF, b[i] & 0xFFFFFF) : first;
            }
        }
        return different == 0 ? "" : different + first;
    }
}
