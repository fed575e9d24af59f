package easel.cli;

import easel.format.FileNames;
import easel.format.PictureException;
import easel.format.PictureFailure;
import easel.format.WorkflowFile;
import easel.graph.Document;
import easel.graph.NodeId;
import easel.nodes.Catalogue;
import easel.nodes.Image;
import easel.nodes.SavedPicture;
import easel.run.JobId;
import easel.run.NodeState;
import easel.run.QueuedJob;
import easel.run.RunEvent;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Writes the pictures at a workflow's ends that no Save node takes: on a command line there is nobody to look at them. */
final class KeptPictures implements UnaryOperator<RunEvent> {

    private final Path folder;
    private final Set<NodeId> wanted;
    private final Map<JobId, Document> documents = new HashMap<>();
    private volatile @Nullable PictureFailure failure;

    /**
     * @param wanted the nodes that were asked for; none means every end
     */
    KeptPictures(Path folder, Set<NodeId> wanted) {
        this.folder = folder;
        this.wanted = wanted;
    }

    /** The event, with the file where a picture now lies. On the run's thread, in order. */
    @Override
    public RunEvent apply(RunEvent event) {
        if (event instanceof RunEvent.Queued(QueuedJob job)) {
            documents.put(job.id(), job.document());
        }
        if (event instanceof RunEvent.NodeChanged(var job, var node, var key, NodeState.Done done)
                && done.file() == null && !done.images().isEmpty() && isEnd(node, documents.get(job))) {
            try {
                List<Path> files = write(done.images(), documents.get(job));
                return new RunEvent.NodeChanged(job, node, key, new NodeState.Done(done.seconds(), done.fromCache(), done.images(),
                        files.getFirst(), files.subList(1, files.size())));
            } catch (PictureException e) {
                failure = e.failure();
            }
        }
        return event;
    }

    /** Why a picture could not be written, if one could not. To be asked once the run is over. */
    Optional<PictureFailure> failure() {
        return Optional.ofNullable(failure);
    }

    private List<Path> write(List<Image> images, Document document) throws PictureException {
        List<Path> files = new ArrayList<>();
        for (Image image : images) {
            files.add(SavedPicture.write(image, WorkflowFile.text(document), folder, FileNames.STANDARD));
        }
        return files;
    }

    private boolean isEnd(NodeId node, Document document) {
        if (wanted.isEmpty() && document.node(node).isEmpty()) {
            return false;   // inside another one, which is not the end either
        }
        return wanted.isEmpty() ? document.links().noneMatch(l -> l.from().node().equals(node))
                || document.node(node).flatMap(n -> Catalogue.schema(n.type())).filter(s -> s.sink()).isPresent() : wanted.contains(node);
    }
}
