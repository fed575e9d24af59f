package easel.run;

import easel.engine.Execution;
import easel.engine.Preview;
import easel.graph.NodeId;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a run needs to know beside the document.
 *
 * @param execution where and how the engine works, or null for the first GPU, else the processor with a thread a core
 * @param preview   what is shown while it samples; changes no pixel
 * @param pictures  the folder for Save nodes that name none
 * @param to        the nodes to run to; none means everything that runs for its own sake
 * @param live      whether it only shows: nothing is saved, nothing goes into the history, seeds hold
 */
public record RunOptions(@Nullable Execution execution, Preview preview, Path pictures, Set<NodeId> to, boolean live) {

    public RunOptions {
        to = Set.copyOf(to);
    }

    /** With everything saved that the workflow saves. */
    public RunOptions(@Nullable Execution execution, Preview preview, Path pictures, Set<NodeId> to) {
        this(execution, preview, pictures, to, false);
    }

    /** The same, only showing or not. */
    public RunOptions live(boolean shows) {
        return new RunOptions(execution, preview, pictures, to, shows);
    }

    /** Everything that runs for its own sake. */
    public RunOptions(@Nullable Execution execution, Preview preview, Path pictures) {
        this(execution, preview, pictures, Set.of());
    }

    /** Saving into {@code pictures}, previews by the small autoencoder, on what the machine has. */
    public static RunOptions into(Path pictures) {
        return new RunOptions(null, Preview.TAE, pictures);
    }
}
