package easel.ui.canvas;

import easel.graph.Area;
import easel.graph.Edit;
import easel.graph.GroupEdit;
import easel.graph.Position;
import easel.graph.Size;
import easel.ui.widget.Grip;
import java.awt.Point;
import java.awt.event.MouseEvent;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a node or a group larger or smaller by an edge. */
final class ResizeDrag implements Drag {

    private final CanvasView view;
    private final Point pressedAt;
    private final Grip grip;
    private final @Nullable NodeView node;
    private final @Nullable GroupView group;
    private final Area from;
    private @Nullable Area now;

    private ResizeDrag(CanvasView view, Point pressedAt, Grip grip, @Nullable NodeView node, @Nullable GroupView group, Area from) {
        this.view = view;
        this.pressedAt = pressedAt;
        this.grip = grip;
        this.node = node;
        this.group = group;
        this.from = from;
    }

    static ResizeDrag of(CanvasView view, Point pressedAt, Grip grip, NodeView node) {
        Area area = new Area(new Position(node.x(), node.y()), new Size(node.width(), node.height()));
        return new ResizeDrag(view, pressedAt, grip, node, null, area);
    }

    static ResizeDrag of(CanvasView view, Point pressedAt, Grip grip, GroupView group) {
        return new ResizeDrag(view, pressedAt, grip, null, group, group.group().area());
    }

    @Override
    public void to(MouseEvent e) {
        double zoom = view.camera().zoom();
        double dx = Math.rint((e.getX() - pressedAt.x) / zoom);
        double dy = Math.rint((e.getY() - pressedAt.y) / zoom);
        if (group != null) {
            now = pulled(dx, dy, GroupView.LEAST_WIDTH, GroupView.LEAST_HEIGHT);
            group.draft(view.surface(), now);
        } else if (node != null) {
            now = pulled(dx, dy, NodeLayout.LEAST_WIDTH, NodeLayout.HEAD);
            size(node, now.size());
        }
    }

    /** As it was, moved so far by the edges in the hand; never smaller than that. */
    private Area pulled(double dx, double dy, double leastWidth, double leastHeight) {
        double left = from.at().x();
        double top = from.at().y();
        double right = from.right();
        double bottom = from.bottom();
        if (grip.across() < 0) {
            left = Math.min(left + dx, right - leastWidth);
        } else if (grip.across() > 0) {
            right = Math.max(right + dx, left + leastWidth);
        }
        if (grip.down() < 0) {
            top = Math.min(top + dy, bottom - leastHeight);
        } else if (grip.down() > 0) {
            bottom = Math.max(bottom + dy, top + leastHeight);
        }
        return Area.of(left, top, right - left, bottom - top);
    }

    private void size(NodeView of, @Nullable Size size) {
        view.surface().touchWithWires(of);
        view.scene().draft(of, size);
        view.surface().touchWithWires(of);
    }

    @Override
    public void drop(MouseEvent e) {
        cancel();
        Area ended = now;
        if (ended == null || ended.equals(from)) {
            return;
        }
        if (group != null) {
            view.edit(new GroupEdit.ResizeGroup(group.id(), ended));
        } else if (node != null) {
            view.edit(new Edit.Resize(Set.of(node.id()), ended.size()));
        }
    }

    @Override
    public void cancel() {
        if (group != null) {
            group.draft(view.surface(), null);
        } else if (node != null) {
            size(node, null);
        }
    }

    @Override
    public @Nullable Drag without(NodeView gone) {
        return gone == node ? null : this;
    }

    @Override
    public @Nullable Drag again(Point pointer) {
        if (group != null && view.scene().group(group.id()).orElse(null) != group) {
            return null;
        }
        return this;
    }

    @Override
    public int cursor() {
        return grip.cursor();
    }
}
