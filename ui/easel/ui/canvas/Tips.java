package easel.ui.canvas;

import easel.graph.Mode;
import easel.graph.Problem;
import easel.graph.SocketType;
import easel.nodes.Catalogue;
import easel.run.NodeState;
import easel.ui.widget.Tip;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is said of the thing under a pointer that rests. */
final class Tips {

    /** More letters are looked at closely, not in passing. */
    private static final int LONGEST = 600;

    private final Scene scene;
    private final Supplier<String> showKey;

    /** @param showKey the key that draws hidden wires again, as it is printed; empty for none */
    Tips(Scene scene, Supplier<String> showKey) {
        this.scene = scene;
        this.showKey = showKey;
    }

    /**
     * The words for a place of the canvas; null where there is nothing to say.
     *
     * @param near whether sockets are large enough to be meant
     * @param lit  the wire under the pointer, or null
     */
    @Nullable String at(Point2D.Double place, boolean near, @Nullable Wire lit) {
        NodeView view = scene.at(place.x, place.y);
        Plug plug = near ? Plug.at(scene, place.x, place.y) : null;
        if (plug != null && plug.node().problems().stream().noneMatch(p -> plug.name().equals(p.input()))) {
            return scene.say().words("socket.tip", plug.label().isEmpty() ? plug.node().title() : plug.label(), scene.say().type(typeOf(plug)));
        }
        if (view == null) {
            return lit == null ? null : lit.isHidden() ? hidden(lit) : lit.converts() ? scene.say().words("wire.becomes", scene.say().type(lit.type()),
                    scene.say().type(lit.to().layout().typeOf(lit.input().input()))) : null;
        }
        List<String> lines = lines(view, place, near);
        return lines.isEmpty() ? null : Tip.of(lines);
    }

    private String hidden(Wire wire) {
        String key = showKey.get();
        return key.isEmpty() ? scene.say().words("wire.hidden", wire.from().title(), wire.to().title())
                : scene.say().words("wire.hiddenKey", wire.from().title(), wire.to().title(), key);
    }

    private List<String> lines(NodeView view, Point2D.Double place, boolean near) {
        List<String> lines = new ArrayList<>();
        boolean inHead = place.y - view.y() < NodeLayout.HEAD;
        for (Problem problem : view.problems()) {
            if (inHead || isAt(view, problem.input(), place)) {
                lines.add(Catalogue.sentence(problem, scene.document(), scene.say().language()));
            }
        }
        if (inHead && view.state().orElse(null) instanceof NodeState.Failed failed) {
            lines.add(failed.trouble().sentence(scene.say().language()));
        }
        if (near && !inHead) {
            help(view, place, lines);
            if (Closer.isOnWords(view, place)) {
                String words = view.words();
                lines.add(words.length() > LONGEST ? words.substring(0, LONGEST) + "\u2026" : words);
            }
        }
        if (inHead && lines.isEmpty() && scene.document().subgraphs().stream().anyMatch(s -> s.id().type().equals(view.node().type()))) {
            lines.add(scene.say().words("node.enter"));
        }
        if (inHead && view.isOutdated()) {
            lines.add(scene.say().words("node.outdated"));
        } else if (inHead && view.state().orElse(null) instanceof NodeState.Done done && done.fromCache()) {
            lines.add(scene.say().words("node.cached"));
        }
        return lines;
    }

    /** What the parameter under the pointer does: its whole name, which may be cut short in the node, and a sentence. */
    private void help(NodeView view, Point2D.Double place, List<String> lines) {
        for (NodeLayout.Field field : view.layout().fields()) {
            if (field.box().contains(place.x - view.x(), place.y - view.y())) {
                String help = Catalogue.help(view.node().type(), field.parameter().name(), scene.say().language());
                if (!help.isEmpty()) {
                    lines.add(scene.say().words("field.tip", field.label(), help));
                }
            }
        }
    }

    private static SocketType typeOf(Plug plug) {
        SocketType passed = plug.node().passes();
        return passed == null ? plug.type() : passed;
    }

    private static boolean isAt(NodeView view, @Nullable String input, Point2D.Double place) {
        if (input == null || view.node().collapsed() || view.mode() != Mode.ON) {
            return false;
        }
        return Math.abs(view.y() + view.layout().inputY(input) - place.y) < NodeLayout.ROW / 2.0;
    }
}
