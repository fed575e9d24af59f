package easel.ui.canvas;

import easel.graph.Conversion;
import easel.graph.Edit;
import easel.graph.InputRef;
import easel.graph.Kin;
import easel.graph.LinkEdit;
import easel.graph.NodeId;
import easel.graph.OutputRef;
import easel.graph.SocketType;
import easel.graph.Wiring;
import easel.nodes.Catalogue;
import java.awt.Point;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One wire in the hand, or all of one output: where it is held fast, which sockets it fits, what letting go there would
 * do. The document knows nothing of it until then.
 */
final class WireDrag {

    /** What is done with wires. */
    private enum Kind {
        /** A new one is drawn. */
        DRAW,
        /** One was taken off the input that it fed. */
        TAKE_OFF,
        /** All of one output go to another. */
        MOVE_ALL
    }

    /** How a place takes the wire. */
    enum Welcome {
        /** It fits. */
        FITS,
        /** It is another type's. */
        WRONG,
        /** The graph would run in a circle. */
        CIRCLE,
        /** It is on the wrong side: a wire goes from an output to an input. */
        NO_END
    }

    private final Scene scene;
    private final Plug taken;
    private final Kind kind;
    private final Wiring wiring;
    /** Where the wires are held fast; all are outputs, or all are inputs. */
    private final List<Plug> fast;
    private final List<Wire> held;
    private final Set<NodeId> circle;
    private double x;
    private double y;
    private Point pointer = new Point();
    private @Nullable Plug target;
    private String words = "";
    private boolean refused;
    private boolean over;

    private WireDrag(Scene scene, Plug taken, Kind kind, List<Plug> fast, List<Wire> held) {
        this.scene = scene;
        this.taken = taken;
        this.kind = kind;
        this.fast = fast;
        this.held = held;
        wiring = new Wiring(scene.document(), Catalogue::schema);
        List<NodeId> ends = fast.stream().map(p -> p.node().id()).toList();
        circle = seeksInput() ? Kin.above(scene.document().body(), ends) : Kin.below(scene.document().body(), ends);
        x = taken.x();
        y = taken.y();
    }

    /** Takes up what is at a socket. */
    static WireDrag of(Scene scene, Plug plug, boolean all) {
        List<Wire> own = plug.node().wires().stream().filter(w -> plug.input() ? w.input().equals(plug.asInput()) : w.output().equals(plug.asOutput())).toList();
        if (plug.input() && !own.isEmpty()) {
            Wire wire = own.getFirst();
            return new WireDrag(scene, plug, Kind.TAKE_OFF, List.of(end(wire, false)), own);
        }
        if (!plug.input() && all && !own.isEmpty()) {
            return new WireDrag(scene, plug, Kind.MOVE_ALL, own.stream().map(w -> end(w, true)).toList(), own);
        }
        return new WireDrag(scene, plug, Kind.DRAW, List.of(plug), List.of());
    }

    /** A new wire at a socket, whatever is there already. */
    static WireDrag drawn(Scene scene, Plug plug) {
        return new WireDrag(scene, plug, Kind.DRAW, List.of(plug), List.of());
    }

    private static Plug end(Wire wire, boolean input) {
        NodeView node = input ? wire.to() : wire.from();
        String name = input ? wire.input().input() : wire.output().output();
        return Plug.of(node).stream().filter(p -> p.input() == input && p.name().equals(name)).findFirst()
                .orElseGet(() -> new Plug(node, name, name, wire.type(), input, false));
    }

    /** The same over a document that was changed meanwhile; null if what it held is there no more. */
    @Nullable WireDrag again() {
        Optional<Plug> same = scene.node(taken.node().id()).flatMap(n -> Plug.of(n).stream().filter(p -> p.input() == taken.input() && p.name().equals(taken.name())).findFirst());
        WireDrag next = same.map(p -> of(scene, p, kind == Kind.MOVE_ALL)).orElse(null);
        return next != null && next.kind == kind ? next : null;
    }

    boolean seeksInput() {
        return !fast.getFirst().input();
    }

    /** Where the wires are held fast. */
    List<Plug> fast() {
        return fast;
    }

    /** The document's wires that are in the hand. */
    List<Wire> held() {
        return held;
    }

    /** Whether an input's wire is in the hand. */
    boolean holds(InputRef input) {
        return held.stream().anyMatch(w -> w.input().equals(input));
    }

    /** What flows in it, as far as that is known. */
    SocketType type() {
        Plug plug = fast.getFirst();
        return (plug.input() ? wiring.wanted(plug.asInput()) : wiring.comes(plug.asOutput())).orElse(plug.type());
    }

    /** How a place would take it. */
    Welcome welcome(Plug plug) {
        if (plug.input() != seeksInput()) {
            return Welcome.NO_END;
        }
        if (circle.contains(plug.node().id())) {
            return Welcome.CIRCLE;
        }
        for (Plug end : fast) {
            OutputRef from = seeksInput() ? end.asOutput() : plug.asOutput();
            InputRef to = seeksInput() ? plug.asInput() : end.asInput();
            if (!wiring.fits(from, to) && (kind == Kind.MOVE_ALL || wiring.converting(from, to).isEmpty())) {
                return Welcome.WRONG;
            }
        }
        return Welcome.FITS;
    }

    // ---- the free end

    /** The pointer is elsewhere, told in logical pixels. */
    void to(Point at, Camera camera) {
        pointer = at;
        Point2D.Double place = camera.at(at);
        x = place.x;
        y = place.y;
        target = null;
        words = "";
        refused = false;
        NodeView node = Plug.near(scene, x, y, seeksInput());
        over = node != null;
        if (node != null) {
            over(node);
        }
    }

    private void over(NodeView node) {
        List<Plug> places = Plug.of(node).stream().filter(p -> p.input() == seeksInput()).toList();
        Plug meant = places.stream().filter(this::isMeant).findFirst().orElse(null);
        if (meant != null && welcome(meant) == Welcome.FITS) {
            aim(meant);
        } else if (circle.contains(node.id())) {
            refuse(node.id().equals(fast.getFirst().node().id()) ? scene.say().words("wire.itself")
                    : scene.say().words("wire.circle", (seeksInput() ? node : fast.getFirst().node()).title(), (seeksInput() ? fast.getFirst().node() : node).title()));
        } else if (meant != null && Math.abs(x - meant.x()) <= Plug.REACH) {
            refuse(scene.say().words(seeksInput() ? "wire.takes" : "wire.gives", meant.label(), said(meant.type()), said(type())));
        } else {
            best(places).ifPresentOrElse(this::aim, () -> refuse(scene.say().words(seeksInput() ? "wire.takesNone" : "wire.givesNone", node.title(), said(type()))));
        }
    }

    /** Whether the pointer is in that socket's row, or in that parameter's field. */
    private boolean isMeant(Plug plug) {
        NodeLayout layout = plug.node().layout();
        for (NodeLayout.Field field : layout.fields()) {
            if (plug.field() && field.parameter().name().equals(plug.name())) {
                return field.box().contains(x - plug.node().x(), y - plug.node().y());
            }
        }
        return !plug.node().node().collapsed() && Math.abs(plug.y() - y) < NodeLayout.ROW / 2.0;
    }

    /** The place that a wire let go anywhere on a node goes to: of its very type before a converting one, free before taken. */
    private Optional<Plug> best(List<Plug> places) {
        SocketType mine = type();
        return places.stream().filter(p -> welcome(p) == Welcome.FITS).min(java.util.Comparator
                .comparing((Plug p) -> !p.type().equals(mine)).thenComparing(p -> p.isFed() && !holds(p.asInput())).thenComparing(Plug::field));
    }

    private void aim(Plug plug) {
        target = plug;
        SocketType other = plug.type();
        SocketType mine = type();
        SocketType comes = seeksInput() ? mine : other;
        SocketType wanted = seeksInput() ? other : mine;
        if (!comes.equals(wanted) && !Conversion.between(comes, wanted).isEmpty()) {
            words = scene.say().words("wire.becomes", said(comes), said(wanted));
        }
    }

    private void refuse(String why) {
        words = why;
        refused = true;
    }

    private String said(SocketType type) {
        return scene.say().type(type);
    }

    /** Where it would end if it were let go now, or null. */
    @Nullable Plug target() {
        return target;
    }

    /** What is to be said beside the pointer; empty for nothing. */
    String words() {
        return words;
    }

    /** Whether {@link #words} says why it can not go here. */
    boolean isRefused() {
        return refused;
    }

    /** Where the pointer is, in logical pixels. */
    Point pointer() {
        return pointer;
    }

    /** The free end: at the socket it would go to, else at the pointer. */
    Point2D.Double end() {
        Plug to = target;
        return to == null ? new Point2D.Double(x, y) : new Point2D.Double(to.x(), to.y());
    }

    // ---- letting go

    /** What letting go here does; empty for nothing. */
    Optional<Edit> edit() {
        Plug to = target;
        return switch (kind) {
            case DRAW -> Optional.ofNullable(to).map(this::drawnTo);
            case TAKE_OFF -> refused || to != null && to.asInput().equals(taken.asInput()) ? Optional.empty() : Optional.of(takenTo(to));
            case MOVE_ALL -> Optional.ofNullable(to).map(Plug::asOutput).filter(o -> !o.equals(taken.asOutput())).map(o -> new LinkEdit.MoveLinks(taken.asOutput(), o));
        };
    }

    /** The new wire, drawn to a place that fits it. */
    Edit drawnTo(Plug to) {
        return seeksInput() ? joined(fast.getFirst().asOutput(), to.asInput()) : joined(to.asOutput(), fast.getFirst().asInput());
    }

    /** Converted in the usual way where it has to be. */
    private Edit joined(OutputRef from, InputRef to) {
        return new Edit.Connect(from, to, wiring.converting(from, to).map(Conversion::id).orElse(null));
    }

    private Edit takenTo(@Nullable Plug to) {
        Edit off = new Edit.Disconnect(taken.asInput());
        if (to == null) {
            return off;
        }
        Edit on = joined(fast.getFirst().asOutput(), to.asInput());
        return new Edit.Combined(on, List.of(off, on));
    }

    /** Whether letting go over nothing asks what to put there. */
    boolean asksForNode() {
        return kind == Kind.DRAW && !over;
    }

    /** The end that a node put there would be connected to, if it is an output. */
    Optional<OutputRef> output() {
        return Optional.of(fast.getFirst()).filter(p -> !p.input()).map(Plug::asOutput);
    }

    /** The end that a node put there would be connected to, if it is an input. */
    Optional<InputRef> input() {
        return Optional.of(fast.getFirst()).filter(Plug::input).map(Plug::asInput);
    }

    /** The nodes at the ends that are held fast. */
    Set<NodeView> nodes() {
        return fast.stream().map(Plug::node).collect(Collectors.toSet());
    }

    /** Every node with a place for it, for tests and for people who do not see. */
    List<Plug> fitting() {
        List<Plug> all = new ArrayList<>();
        scene.nodes().forEach(n -> Plug.of(n).stream().filter(p -> welcome(p) == Welcome.FITS).forEach(all::add));
        return all;
    }
}
