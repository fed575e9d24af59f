package easel.ui.inspector;

import easel.graph.GroupId;
import easel.graph.NodeId;
import java.util.List;
import java.util.Set;

/** What the inspector asks of who shows groups: what lies in one depends on how large nodes are shown. */
public interface Groups {

    /** A colour that a group can be given. */
    record Colour(String name, String code) {}

    /** The nodes that lie in a group. */
    Set<NodeId> nodesIn(GroupId group);

    /** Shows the heads alone of all that lies in a group, or all of it again. */
    void fold(GroupId group);

    /** The colours there are. */
    List<Colour> colours();
}
