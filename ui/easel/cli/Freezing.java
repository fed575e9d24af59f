package easel.cli;

import easel.engine.Failure;
import easel.format.WorkflowException;
import easel.format.WorkflowFile;
import easel.graph.Document;
import easel.graph.Freeze;
import easel.graph.NodeId;
import easel.platform.Language;
import easel.platform.SystemWord;
import easel.run.NodeState;
import easel.run.RunEvent;
import easel.run.Studio;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Freezes nodes of a workflow's file at what a run of it gave. */
final class Freezing {

    private final Path flow;
    private final Set<NodeId> nodes;
    private final Map<NodeId, String> results = new HashMap<>();

    Freezing(Path flow, Set<NodeId> nodes) {
        this.flow = flow;
        this.nodes = nodes;
    }

    /** On the run's thread, in order. */
    synchronized void hear(RunEvent event) {
        if (event instanceof RunEvent.NodeChanged(_, var node, var key, NodeState.Done _)) {
            results.put(node, key.hex());
        }
    }

    /** Writes the file with the nodes frozen, all else as it stands there; what was only said on the command line stays out. */
    synchronized void write(Studio studio) {
        try {
            Document frozen = new Freeze(nodes, results).on(WorkflowFile.read(flow));
            WorkflowFile.write(flow, frozen);
            studio.liesIn(flow, frozen);
        } catch (WorkflowException e) {
            throw Failed.saying(flow + ": " + e.sentence(Language.ofUser()));
        } catch (IOException e) {
            throw Failed.because(new Failure.NotWritten(flow, SystemWord.of(e)));
        }
    }
}
