package easel.run;

import easel.graph.NodeId;
import easel.graph.Problem;

/** A node whose program threw what it should not: an error of ours, or of a plug-in made for another Easel. It costs this node, not the workflow. */
final class BrokenNode {

    private BrokenNode() {}

    /** What people are told of it; the log has the rest. */
    static Problem told(NodeId node, Throwable thrown) {
        System.getLogger(BrokenNode.class.getName()).log(System.Logger.Level.ERROR, () -> "node " + node, thrown);
        return Problem.at(node, Problem.Code.NODE_BROKEN, thrown.toString());
    }
}
