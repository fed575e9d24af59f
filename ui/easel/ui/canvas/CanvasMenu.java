package easel.ui.canvas;

import easel.graph.Edit;
import easel.graph.InputRef;
import easel.graph.Mode;
import easel.graph.Node;
import easel.ui.theme.Swatch;
import java.awt.Color;
import java.awt.Point;
import java.awt.event.InputEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JComponent;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;

/** What can be done with what lies under the pointer: nodes, a wire, or the canvas itself. Every line shows its key. */
final class CanvasMenu {

    private final CanvasView view;

    CanvasMenu(CanvasView view) {
        this.view = view;
    }

    /** For the selected nodes, one of them at a point of the sheet. */
    JPopupMenu nodes(Point at) {
        JPopupMenu menu = menu();
        if (view.subgraphs().canEnter()) {
            add(menu, CanvasAction.GO_INSIDE, CanvasAction.UNPACK, CanvasAction.SEPARATE, CanvasAction.KEEP_NODE);
            menu.addSeparator();
        }
        if (view.host().canRun()) {
            menu.add(item(CanvasAction.RUN_TO));
            menu.addSeparator();
        }
        if (view.closer().can()) {
            menu.add(item(CanvasAction.LOOK_CLOSER));
            menu.add(line(say(CanvasAction.COPY_PICTURE.code()), view.key(CanvasAction.COPY_PICTURE), () -> view.closer().copy(at)));
            menu.add(line(say(CanvasAction.SAVE_PICTURE.code()), view.key(CanvasAction.SAVE_PICTURE), () -> view.closer().saveAs(at)));
            menu.addSeparator();
        }
        add(menu, CanvasAction.CUT, CanvasAction.COPY, CanvasAction.DUPLICATE, CanvasAction.DUPLICATE_WIRED);
        if (view.subgraphs().canDuplicateAlone()) {
            menu.add(item(CanvasAction.DUPLICATE_ALONE));
        }
        menu.addSeparator();
        menu.add(item(CanvasAction.RENAME));
        menu.add(item(CanvasAction.REPLACE));
        menu.add(colours(view.deeds()::colour));
        menu.add(item(CanvasAction.GROUP));
        menu.add(item(CanvasAction.MAKE_SUBGRAPH));
        menu.add(arrange());
        wires().ifPresent(menu::add);
        if (!view.subgraphs().showable().isEmpty()) {
            menu.add(ports());
        }
        menu.addSeparator();
        menu.add(check(CanvasAction.MUTE, view.deeds().all(n -> n.mode() == Mode.MUTED)));
        menu.add(check(CanvasAction.BYPASS, view.deeds().all(n -> n.mode() == Mode.BYPASSED)));
        if (view.host().canRun()) {
            menu.add(check(CanvasAction.FREEZE, view.deeds().all(n -> n.mode() == Mode.FROZEN)));
        }
        menu.add(check(CanvasAction.COLLAPSE, view.deeds().all(Node::collapsed)));
        menu.add(check(CanvasAction.PIN, view.deeds().all(Node::pinned)));
        menu.addSeparator();
        JMenu select = new JMenu(say("menu.select"));
        select.add(item(CanvasAction.SELECT_ABOVE));
        select.add(item(CanvasAction.SELECT_BELOW));
        select.add(item(CanvasAction.SELECT_SAME_TYPE));
        menu.add(select);
        menu.add(item(CanvasAction.FIT_SELECTION));
        menu.addSeparator();
        add(menu, CanvasAction.DELETE, CanvasAction.DELETE_JOINING);
        return menu;
    }

    /** The parameters of the selected node, those ticked that the node outside shows. */
    private JComponent ports() {
        JMenu menu = new JMenu(say("menu.ports"));
        for (InputRef parameter : view.subgraphs().showable()) {
            String type = view.scene().node(parameter.node()).map(n -> n.node().type()).orElse("");
            JCheckBoxMenuItem item = new JCheckBoxMenuItem(view.scene().say().label(type, parameter.input()), view.subgraphs().isShown(parameter));
            item.addActionListener(_ -> view.subgraphs().toggleShown(parameter));
            menu.add(item);
        }
        return menu;
    }

    private JComponent arrange() {
        JMenu menu = new JMenu(say("menu.arrange"));
        for (CanvasAction action : new CanvasAction[] {CanvasAction.ALIGN_LEFT, CanvasAction.ALIGN_CENTRE, CanvasAction.ALIGN_RIGHT}) {
            menu.add(item(action));
        }
        menu.addSeparator();
        for (CanvasAction action : new CanvasAction[] {CanvasAction.ALIGN_TOP, CanvasAction.ALIGN_MIDDLE, CanvasAction.ALIGN_BOTTOM}) {
            menu.add(item(action));
        }
        menu.addSeparator();
        menu.add(item(CanvasAction.SPREAD_ACROSS));
        menu.add(item(CanvasAction.SPREAD_DOWN));
        menu.addSeparator();
        menu.add(item(CanvasAction.TIDY));
        return menu;
    }

    /** For the selected groups, and what lies in them. */
    JPopupMenu group() {
        JPopupMenu menu = menu();
        menu.add(item(CanvasAction.RENAME));
        menu.add(colours(view.groups()::colour));
        menu.add(item(CanvasAction.FIT_GROUP));
        menu.add(line(say("menu.content"), null, view.groups()::selectContent));
        menu.addSeparator();
        menu.add(check(CanvasAction.MUTE, view.deeds().all(n -> n.mode() == Mode.MUTED)));
        menu.add(check(CanvasAction.BYPASS, view.deeds().all(n -> n.mode() == Mode.BYPASSED)));
        menu.add(check(CanvasAction.COLLAPSE, view.deeds().all(Node::collapsed)));
        menu.addSeparator();
        add(menu, CanvasAction.CUT, CanvasAction.COPY, CanvasAction.DUPLICATE);
        menu.addSeparator();
        JMenuItem gone = item(CanvasAction.DELETE);
        gone.setText(say("menu.ungroup"));
        menu.add(gone);
        return menu;
    }

    /** For a wire at a place. */
    JPopupMenu wire(Wire wire, Point at) {
        JPopupMenu menu = menu();
        deeds(wire, at).forEach(menu::add);
        return menu;
    }

    private List<JMenuItem> deeds(Wire wire, Point at) {
        List<JMenuItem> deeds = new ArrayList<>();
        deeds.add(change(say("menu.insert"), null, () -> view.over().search(at, wire)));
        deeds.add(change(say("menu.bend"), null, () -> view.deeds().bend(wire, view.camera().at(at))));
        ConversionMenu.of(wire, view).ifPresent(deeds::add);
        deeds.add(line(say(wire.isHidden() ? "menu.showWire" : "menu.hideWire"), view.key(CanvasAction.HIDE_WIRE), () -> view.deeds().hide(wire)));
        deeds.add(change(view.scene().say().words("menu.unlink", InputEvent.getModifiersExText(view.menuMask() | InputEvent.SHIFT_DOWN_MASK)), null, () -> view.edit(new Edit.Disconnect(wire.input()))));
        return deeds;
    }

    /** The wires of the one selected node, those that come in first, each with what can be done with it: keys point at none. */
    private Optional<JMenu> wires() {
        List<Wire> all = view.chosen().nodes().size() != 1 ? List.of() : view.chosen().nodes().stream()
                .flatMap(node -> node.wires().stream().sorted(Comparator.comparing((Wire w) -> w.from() == node).thenComparingDouble(w -> w.from() == node ? w.y1() : w.y0()))).toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        JMenu menu = new JMenu(say("menu.wires"));
        for (Wire wire : all) {
            boolean comes = view.chosen().nodes().contains(wire.to());
            NodeView own = comes ? wire.to() : wire.from();
            String label = own.layout().label(comes, comes ? wire.input().input() : wire.output().output());
            JMenu one = new JMenu(view.scene().say().words(comes ? "menu.wireFrom" : "menu.wireTo", label, (comes ? wire.from() : wire.to()).title()));
            deeds(wire, view.camera().on((wire.x0() + wire.x1()) / 2, (wire.y0() + wire.y1()) / 2)).forEach(one::add);
            menu.add(one);
        }
        return Optional.of(menu);
    }

    /** For the empty canvas at a place. */
    JPopupMenu canvas(Point at) {
        JPopupMenu menu = menu();
        menu.add(change(say("action.ADD"), KeyStroke.getKeyStroke("SPACE"), () -> view.over().search(at)));
        menu.add(change(say(CanvasAction.ADD_NOTE.code()), view.key(CanvasAction.ADD_NOTE), () -> view.deeds().addNote(at)));
        menu.add(change(say(CanvasAction.PASTE.code()), view.key(CanvasAction.PASTE), () -> view.deeds().paste(at)));
        menu.addSeparator();
        add(menu, CanvasAction.FIND, CanvasAction.SELECT_ALL, CanvasAction.TIDY);
        menu.addSeparator();
        add(menu, CanvasAction.FIT_ALL, CanvasAction.ACTUAL_SIZE);
        menu.add(check(CanvasAction.LOCK, view.isLocked()));
        if (view.subgraphs().canLeave()) {
            menu.addSeparator();
            menu.add(item(CanvasAction.LEAVE));
        }
        return menu;
    }

    private JPopupMenu menu() {
        JPopupMenu menu = new JPopupMenu();
        menu.setName("canvas-menu");
        return menu;
    }

    private void add(JPopupMenu menu, CanvasAction... actions) {
        for (CanvasAction action : actions) {
            menu.add(item(action));
        }
    }

    private JMenuItem item(CanvasAction action) {
        JMenuItem item = line(say(action.code()), view.key(action), () -> view.perform(action));
        item.setEnabled(action.isPossible(view));
        return item;
    }

    private JMenuItem check(CanvasAction action, boolean on) {
        JCheckBoxMenuItem item = new JCheckBoxMenuItem(say(action.code()), on);
        item.setEnabled(action.isPossible(view));
        return made(item, view.key(action), () -> view.perform(action));
    }

    /** A line that a locked canvas does not do. */
    private JMenuItem change(String words, @Nullable KeyStroke key, Runnable deed) {
        JMenuItem item = line(words, key, deed);
        item.setEnabled(!view.isLocked());
        return item;
    }

    private JMenuItem line(String words, @Nullable KeyStroke key, Runnable deed) {
        return made(new JMenuItem(words), key, deed);
    }

    private static JMenuItem made(JMenuItem item, @Nullable KeyStroke key, Runnable deed) {
        item.setAccelerator(key);
        item.addActionListener(_ -> deed.run());
        return item;
    }

    private JComponent colours(Consumer<@Nullable String> give) {
        JMenu menu = new JMenu(say("menu.colour"));
        JMenuItem none = line(say("colour.none"), null, () -> give.accept(null));
        menu.add(none);
        menu.addSeparator();
        for (NodeDeeds.Colour colour : NodeDeeds.Colour.all()) {
            JMenuItem item = line(say("colour." + colour.name().toLowerCase(Locale.ROOT)), null, () -> give.accept(colour.code()));
            item.setIcon(new Swatch(Color.decode(colour.code()), 16));
            menu.add(item);
        }
        return menu;
    }

    private String say(String code) {
        return view.scene().say().words(code);
    }
}
