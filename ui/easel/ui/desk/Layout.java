package easel.ui.desk;

import easel.graph.Area;
import easel.graph.Document;
import easel.graph.Group;
import easel.graph.GroupId;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.OutputRef;
import easel.graph.Position;
import easel.graph.Size;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a locked canvas keeps: which nodes and groups there are, where they stand, and how they are wired. */
record Layout(Map<NodeId, Layout.Place> nodes, Map<GroupId, Area> groups) {

    /** One node's part of it. */
    record Place(String type, Position at, @Nullable Size size, boolean collapsed, boolean pinned, Map<String, OutputRef> inputs,
            Map<String, String> conversions) {

        static Place of(Node node) {
            return new Place(node.type(), node.position(), node.size(), node.collapsed(), node.pinned(), node.inputs(), node.conversions());
        }
    }

    /** That of what is seen of a document. */
    static Layout of(Document seen) {
        return new Layout(seen.nodes().stream().collect(Collectors.toMap(Node::id, Place::of)),
                seen.groups().stream().collect(Collectors.toMap(Group::id, Group::area)));
    }
}
