package easel.run;

import easel.engine.Event;
import easel.engine.Failure;
import easel.graph.NodeId;
import java.util.List;

/** What a job tells. Nodes are named by id and key: a picture whose key is no longer the node's is outdated. */
public sealed interface RunEvent {

    /** The job it is about. */
    JobId job();

    /** It stands in the queue. */
    record Queued(QueuedJob queued) implements RunEvent {
        @Override
        public JobId job() {
            return queued.id();
        }
    }

    /** It runs now. */
    record Began(JobId job) implements RunEvent {}

    /** A node is in another state, or further in the same. Of several for one node the latest says it all. */
    record NodeChanged(JobId job, NodeId node, Key key, NodeState state) implements RunEvent {}

    /** Something people should know although it goes on; {@code code} has words in {@code easel.engine}. */
    record Warned(JobId job, NodeId node, String code, List<String> arguments) implements RunEvent {
        public Warned {
            arguments = List.copyOf(arguments);
        }
    }

    /** The engine's process died or hung, and the engine call begins once more. */
    record Retried(JobId job, NodeId node, Failure reason) implements RunEvent {}

    /** A line of the engine's own log, for engineers. */
    record Logged(JobId job, Event.Logged.Level level, String text) implements RunEvent {}

    /** It is over. */
    record Ended(JobId job, Ending ending, double seconds) implements RunEvent {}
}
