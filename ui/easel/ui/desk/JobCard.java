package easel.ui.desk;

import easel.engine.Picture;
import easel.graph.NodeId;
import easel.run.NodeState;
import easel.run.Progress;
import easel.run.QueuedJob;
import easel.run.RunEvent;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A job as the queue shows it: it runs, waits or is over. */
public record JobCard(QueuedJob job, Tab tab, State state) {

    /** How far it is. */
    public sealed interface State {}

    /** Others come first. */
    public record Waiting() implements State {}

    /** It runs. */
    public record Running(Progress progress, @Nullable Picture preview, OptionalDouble secondsLeft) implements State {}

    /** It went well; {@code file} is the last it wrote, or null. */
    public record Done(double seconds, @Nullable Path file) implements State {}

    /** It failed. */
    public record Failed(String sentence) implements State {}

    /** It was taken back. */
    public record Cancelled() implements State {}

    /** The node that it has reached, that it failed at, or that gave its last picture; empty where that is not known any more. */
    public Optional<NodeId> place() {
        return tab.nodes().stream().filter(c -> c.job().equals(job.id()) && isPlace(c.state()) && tab.document().node(c.node()).isPresent())
                .map(RunEvent.NodeChanged::node).reduce((_, last) -> last);
    }

    private boolean isPlace(NodeState of) {
        return switch (state) {
            case Waiting _, Cancelled _ -> false;
            case Running _ -> of instanceof NodeState.Running;
            case Failed _ -> of instanceof NodeState.Failed;
            case Done(double _, Path file) -> of instanceof NodeState.Done done && file != null && done.files().contains(file);
        };
    }

    /** Whether it runs or waits. */
    public boolean isComing() {
        return state instanceof Waiting || state instanceof Running;
    }
}
