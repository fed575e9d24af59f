package easel.ui.canvas;

import easel.graph.Area;
import easel.graph.Group;
import easel.graph.GroupId;
import java.awt.geom.Rectangle2D;
import org.jspecify.annotations.Nullable;

/** A group as it is shown. */
final class GroupView {

    /** No frame is made smaller by hand: its title and its handles need room. */
    static final int LEAST_WIDTH = 96;
    static final int LEAST_HEIGHT = 64;

    private Group group;
    /** Where it is shown while it is dragged or resized and that is no edit yet. */
    private @Nullable Area draft;
    boolean selected;
    boolean hovered;

    GroupView(Group group) {
        this.group = group;
    }

    /** Takes over the document's newer state of it. */
    void become(Group other) {
        group = other;
    }

    Group group() {
        return group;
    }

    GroupId id() {
        return group.id();
    }

    double x() {
        return NodeView.sane(area().at().x());
    }

    double y() {
        return NodeView.sane(area().at().y());
    }

    double right() {
        return NodeView.sane(area().right());
    }

    double bottom() {
        return NodeView.sane(area().bottom());
    }

    /** Its rectangle. */
    Rectangle2D box() {
        return new Rectangle2D.Double(x(), y(), Math.max(0, right() - x()), Math.max(0, bottom() - y()));
    }

    private Area area() {
        Area shown = draft;
        return shown == null ? group.area() : shown;
    }

    /** Shows it so far from where the document has it. */
    void drag(Surface surface, double dx, double dy) {
        draft(surface, dx == 0 && dy == 0 ? null : Area.of(group.area().at().x() + dx, group.area().at().y() + dy,
                group.area().size().width(), group.area().size().height()));
    }

    /** Shows it elsewhere than the document has it; null shows it there again. */
    void draft(Surface surface, @Nullable Area other) {
        surface.touch(this);
        draft = other;
        surface.touch(this);
    }

    /** The area it is shown at that is no part of the document; null if there is none. */
    @Nullable Area draft() {
        return draft;
    }
}
