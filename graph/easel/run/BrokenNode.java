package easel.run;

import easel.graph.NodeId;
import easel.graph.Problem;

/**
 * A node whose program threw what it should not: an error of ours, or of a plug-in, which may be made for another Easel or in a
 * language that throws anything. It costs this node, neither the workflow nor the jobs behind it.
 */
final class BrokenNode {

    private BrokenNode() {}

    /** What people are told of it; the log has the rest. */
    static Problem told(NodeId node, Throwable thrown) {
        if (thrown instanceof OutOfMemoryError) {
            return Problem.at(node, Problem.Code.PICTURES_TOO_MUCH, Runtime.getRuntime().maxMemory() >> 20);
        }
        System.getLogger(BrokenNode.class.getName()).log(System.Logger.Level.ERROR, () -> "node " + node, thrown);
        return Problem.at(node, Problem.Code.NODE_BROKEN, String.valueOf(thrown));
    }
}
