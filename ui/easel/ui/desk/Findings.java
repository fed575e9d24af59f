package easel.ui.desk;

import easel.graph.NodeId;
import easel.graph.Problem;
import easel.run.Earlier;
import easel.run.Key;
import easel.run.RunEvent;
import java.util.List;
import java.util.Map;

/**
 * What looking over a document gave.
 *
 * @param told what value nodes tell before anything runs: by node and output
 */
public record Findings(List<Problem> problems, Earlier earlier, Map<NodeId, Map<String, String>> told) {

    public Findings {
        problems = List.copyOf(problems);
    }

    /** The key of each node that can run: a result under another one is outdated. Empty as long as no engine ever ran. */
    public Map<NodeId, Key> keys() {
        return earlier.keys();
    }

    /** What became of nodes before, of which nothing is known yet. */
    List<RunEvent.NodeChanged> known() {
        return earlier.known();
    }
}
