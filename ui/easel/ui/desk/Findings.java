package easel.ui.desk;

import easel.graph.NodeId;
import easel.graph.Problem;
import easel.run.Key;
import java.util.List;
import java.util.Map;

/**
 * What looking over a document gave.
 *
 * @param keys the key of each node that can run: a result under another one is outdated; empty as long as no engine
 *             has run, since there are no results then
 */
public record Findings(List<Problem> problems, Map<NodeId, Key> keys) {

    public Findings {
        problems = List.copyOf(problems);
        keys = Map.copyOf(keys);
    }
}
