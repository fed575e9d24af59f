package easel.graph;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A titled frame on the canvas. What lies in it belongs to it, by its middle, as ComfyUI has it; nothing more is kept.
 *
 * @param colour {@code #rrggbb}, or null for the usual one
 * @param extras unknown fields of the file
 */
public record Group(GroupId id, String title, Area area, @Nullable String colour, Extras extras) {

    /** The height of its head, where its title stands, in the canvas's pixels. */
    public static final double HEAD = 32;
    /** The air between what lies in it and its frame. */
    public static final double AIR = 12;

    /** The frame round something. */
    public static Area around(Area inside) {
        return Area.of(inside.at().x() - AIR, inside.at().y() - AIR - HEAD, inside.size().width() + 2 * AIR, inside.size().height() + 2 * AIR + HEAD);
    }

    /** A group in the usual colour. */
    public static Group of(String id, String title, Area area) {
        return new Group(new GroupId(id), title, area, null, Extras.NONE);
    }

    /** This group elsewhere. */
    public Group at(Area other) {
        return new Group(id, title, other, colour, extras);
    }

    /** This group under another title. */
    public Group titled(String other) {
        return new Group(id, other, area, colour, extras);
    }

    /** This group in another colour; null is the usual one. */
    public Group coloured(@Nullable String other) {
        return new Group(id, title, area, other, extras);
    }

    /** This group under another id. */
    public Group called(GroupId other) {
        return new Group(other, title, area, colour, extras);
    }

    /** The nodes whose middle lies in it. */
    public Set<NodeId> nodesOf(Body body, Function<Node, Size> sizes) {
        Set<NodeId> inside = new LinkedHashSet<>();
        for (Node node : body.nodes()) {
            if (area.contains(new Area(node.position(), sizes.apply(node)).middle())) {
                inside.add(node.id());
            }
        }
        return inside;
    }

    /** The groups that lie wholly in it, itself left out. */
    public Set<GroupId> groupsOf(Body body) {
        Set<GroupId> inside = new LinkedHashSet<>();
        for (Group group : body.groups()) {
            if (!group.id.equals(id) && area.contains(group.area) && !group.area.equals(area)) {
                inside.add(group.id);
            }
        }
        return inside;
    }
}
