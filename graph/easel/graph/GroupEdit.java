package easel.graph;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A change to groups. */
public sealed interface GroupEdit extends Edit {

    /** Adds a group; one whose id is taken stays out. */
    record AddGroup(Group group) implements GroupEdit {
        @Override
        public Document on(Document d) {
            return d.body().group(group.id()).isPresent() ? d : d.with(group);
        }
    }

    /** Takes groups away; what lies in them stays. */
    record RemoveGroups(Set<GroupId> groups) implements GroupEdit {
        public RemoveGroups {
            groups = Set.copyOf(groups);
        }

        @Override
        public Document on(Document d) {
            Body body = d.body();
            for (GroupId group : groups) {
                body = body.without(group);
            }
            return d.with(body);
        }

        @Override
        public List<Object> arguments() {
            return List.of(groups.size());
        }
    }

    /** Gives a group another title. */
    record RenameGroup(GroupId group, String title) implements GroupEdit {
        @Override
        public Document on(Document d) {
            return GroupEdit.changed(d, Set.of(group), g -> g.titled(title));
        }
    }

    /** Gives groups a colour, {@code #rrggbb}; null is the usual one. */
    record ColourGroups(Set<GroupId> groups, @Nullable String colour) implements GroupEdit {
        public ColourGroups {
            groups = Set.copyOf(groups);
        }

        @Override
        public Document on(Document d) {
            return GroupEdit.changed(d, groups, g -> g.coloured(colour));
        }

        @Override
        public List<Object> arguments() {
            return List.of(groups.size());
        }
    }

    /** Puts a group round something else; what lies in it stays where it is. */
    record ResizeGroup(GroupId group, Area area) implements GroupEdit {
        @Override
        public Document on(Document d) {
            return GroupEdit.changed(d, Set.of(group), g -> g.at(area));
        }
    }

    private static Document changed(Document d, Set<GroupId> groups, UnaryOperator<Group> change) {
        Body body = d.body();
        for (GroupId id : groups) {
            Optional<Group> group = body.group(id);
            body = group.isPresent() ? body.with(change.apply(group.get())) : body;
        }
        return d.with(body);
    }

    /** Moves groups together with nodes, mostly those that lie in them ({@link Group#nodesOf}); pinned nodes follow. */
    record MoveGroups(Set<GroupId> groups, Set<NodeId> nodes, Offset by) implements GroupEdit {
        public MoveGroups {
            groups = Set.copyOf(groups);
            nodes = Set.copyOf(nodes);
        }

        @Override
        public Document on(Document d) {
            return GroupEdit.changed(d, groups, g -> g.at(g.area().plus(by))).mapNodes(nodes, n -> n.at(n.position().plus(by)));
        }

        @Override
        public List<Object> arguments() {
            return List.of(groups.size());
        }
    }
}
