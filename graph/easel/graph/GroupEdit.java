package easel.graph;

import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    /** Gives a group another title, colour or area. */
    record ChangeGroup(Group group) implements GroupEdit {
        @Override
        public Document on(Document d) {
            return d.body().group(group.id()).isPresent() ? d.with(group) : d;
        }
    }

    /** Moves groups together with nodes, mostly those that lie in them ({@link Group#nodesOf}); pinned nodes stay. */
    record MoveGroups(Set<GroupId> groups, Set<NodeId> nodes, Offset by) implements GroupEdit {
        public MoveGroups {
            groups = Set.copyOf(groups);
            nodes = Set.copyOf(nodes);
        }

        @Override
        public Document on(Document d) {
            Body body = d.body();
            for (GroupId id : groups) {
                Optional<Group> group = body.group(id);
                if (group.isPresent()) {
                    body = body.with(group.get().at(group.get().area().plus(by)));
                }
            }
            return new MoveNodes(nodes, by).on(d.with(body));
        }

        @Override
        public List<Object> arguments() {
            return List.of(groups.size());
        }
    }
}
