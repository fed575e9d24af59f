package easel.ui.canvas;

import easel.graph.NodeId;
import easel.graph.Problem;
import easel.graph.Value;
import easel.nodes.Image;
import easel.run.Key;
import easel.run.NodeState;
import easel.run.Progress;
import easel.run.RunEvent;
import easel.ui.task.Frames;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of nodes: states, pictures, whether these are outdated, and what is wrong. It belongs to their ids, also of
 * those that are not in the document just now, for an undo may bring them back. On the EDT, but for {@link #tell}.
 */
final class Outcomes {

    private final Scene scene;
    private final Pictures pictures;
    private final Surface surface;
    private final Map<NodeId, RunEvent.NodeChanged> states = new HashMap<>();
    private final Map<NodeId, RunEvent.NodeChanged> news = new LinkedHashMap<>();
    private final Map<NodeId, Given> given = new HashMap<>();
    private final Frames frames = new Frames(this::takeNews);
    private final Map<NodeId, Key> keys = new HashMap<>();
    /** Whether the keys are those of a document that is another by now, or is about to be. */
    private boolean late;
    private Map<NodeId, List<Problem>> problems = Map.of();
    private Map<NodeId, Map<String, String>> told = Map.of();

    Outcomes(Scene scene, Pictures pictures, Surface surface) {
        this.scene = scene;
        this.pictures = pictures;
        this.surface = surface;
    }

    /** What a node gave last and, under another key, the time before; without their pixels. */
    private record Given(Key key, List<Thumb> now, List<Thumb> before) {}

    /** What was there instead after the run before, of as many pictures; empty if nothing was. */
    List<Thumb> before(NodeId node) {
        Given last = given.get(node);
        return last == null ? List.of() : last.before;
    }

    private static List<Thumb> thumbs(NodeState.Done done) {
        return done.images().stream().map(Image::picture).map(p -> Thumb.of(p, done.images().size() == 1 ? done.file() : null)).toList();
    }

    private void remember(NodeId node, Key key, List<Thumb> fresh) {
        List<Thumb> now = fresh.stream().map(Thumb::remembered).toList();
        Given last = given.get(node);
        given.put(node, new Given(key, now, last == null ? List.of() : last.key.equals(key) ? last.before : last.now));
    }

    /** From any thread; shown at most 30 times a second, the latest of each node. */
    void tell(RunEvent.NodeChanged changed) {
        synchronized (news) {
            news.put(changed.node(), changed);
        }
        frames.touch();
    }

    /** Shows at once what was told. */
    void takeNews() {
        List<RunEvent.NodeChanged> taken;
        synchronized (news) {
            taken = List.copyOf(news.values());
            news.clear();
        }
        for (RunEvent.NodeChanged changed : taken) {
            scene.node(changed.node()).ifPresentOrElse(view -> {
                boolean ran = view.isRunning();
                take(view, changed);
                if (ran != view.isRunning()) {
                    surface.touchWithWires(view);
                } else {
                    surface.touch(view);
                }
            }, () -> {
                states.put(changed.node(), withoutPictures(changed));
                if (changed.state() instanceof NodeState.Done done && !done.images().isEmpty()) {
                    remember(changed.node(), changed.key(), thumbs(done));
                }
            });
        }
    }

    /** The document is about to be another, if only by its drawn seeds: what comes now is not held against the keys of before. */
    void expectOther() {
        late = true;
    }

    /** The document is another: its nodes show what is known of them. */
    void documentChanged() {
        late = true;
        for (NodeView view : scene.nodes()) {
            if (view.state().isEmpty() && states.containsKey(view.id())) {
                Given last = given.get(view.id());
                if (last != null) {
                    meanwhile(view, last.now.stream().map(Thumb::remembered).toList(), false);
                }
                take(view, states.get(view.id()));
            }
            view.setPresentKey(keys.get(view.id()));
            view.setTold(told.getOrDefault(view.id(), Map.of()));
            view.setProblems(problems.getOrDefault(view.id(), List.of()));
            showOwnFile(view);
        }
    }

    /** Under which keys results are shown, on nodes inside subgraphs too. */
    Map<NodeId, Key> shownKeys() {
        Map<NodeId, Key> shown = new HashMap<>();
        states.forEach((id, changed) -> {
            if (changed.state() instanceof NodeState.Done) {
                shown.put(id, changed.key());
            }
        });
        return shown;
    }

    void setKeys(Map<NodeId, Key> now) {
        keys.clear();
        keys.putAll(now);
        late = false;
        for (NodeView view : scene.nodes()) {
            if (view.setPresentKey(keys.get(view.id()))) {
                surface.touch(view);
            }
        }
    }

    void setTold(Map<NodeId, Map<String, String>> now) {
        told = Map.copyOf(now);
        for (NodeView view : scene.nodes()) {
            if (view.setTold(told.getOrDefault(view.id(), Map.of()))) {
                surface.touch(view);
            }
        }
    }

    void setProblems(List<Problem> all) {
        Map<NodeId, List<Problem>> byNode = new HashMap<>();
        for (Problem problem : all) {
            if (problem.node() != null) {
                byNode.computeIfAbsent(problem.node(), _ -> new ArrayList<>()).add(problem);
            }
        }
        problems = byNode;
        for (NodeView view : scene.nodes()) {
            if (view.setProblems(List.copyOf(problems.getOrDefault(view.id(), List.of())))) {
                surface.touch(view);
            }
        }
    }

    /** Forgets what became of nodes, not what is wrong with them. */
    void forget() {
        states.clear();
        given.clear();
        synchronized (news) {
            news.clear();
        }
        for (NodeView view : scene.nodes()) {
            view.setState(null, null);
            view.setPictures(List.of(), false);
            showOwnFile(view);
        }
        surface.forget();
    }

    /** Which node they belong to is not told; few are in view, and none is painted twice in one frame. */
    void picturesArrived() {
        for (NodeView view : scene.nodes()) {
            if (view.swapIfReady() || !view.pictures().isEmpty() || view.hasFileThumbs()) {
                surface.touch(view);
            }
        }
    }

    /** The same without the pictures, which are large and lie in the studio's cache. */
    private static RunEvent.NodeChanged withoutPictures(RunEvent.NodeChanged changed) {
        return switch (changed.state()) {
            case NodeState.Done done when !done.images().isEmpty() ->
                    new RunEvent.NodeChanged(changed.job(), changed.node(), changed.key(), new NodeState.Done(done.seconds(), done.fromCache(), List.of(), done.file(), done.more(), done.told()));
            case NodeState.Running running when running.progress().preview() != null ->
                    new RunEvent.NodeChanged(changed.job(), changed.node(), changed.key(), new NodeState.Running(withoutPreview(running.progress())));
            default -> changed;
        };
    }

    private static Progress withoutPreview(Progress p) {
        return new Progress(p.phase(), p.step(), p.steps(), p.secondsPerStep(), null, p.picture(), p.pictures());
    }

    private void take(NodeView view, RunEvent.NodeChanged changed) {
        RunEvent.NodeChanged kept = withoutPictures(changed);
        states.put(view.id(), kept);
        view.setState(kept.key(), kept.state());
        if (late && kept.state() instanceof NodeState.Done && !kept.key().equals(keys.get(view.id()))) {
            // A run has drawn seeds, and this is made with them: nobody knows yet that it is old.
            keys.remove(view.id());
            view.setPresentKey(null);
        }
        switch (changed.state()) {
            case NodeState.Running running when running.progress().preview() != null -> {
                Thumb thumb = Thumb.of(running.progress().preview(), null);
                if (view.pictures().size() == 1 && view.pictures().getFirst().isOf(running.progress().preview())) {
                    return;
                }
                meanwhile(view, List.of(thumb), true);
            }
            case NodeState.Done done when !done.images().isEmpty() -> {
                List<Thumb> fresh = thumbs(done);
                remember(view.id(), changed.key(), fresh);
                meanwhile(view, fresh, false);
            }
            case NodeState.Done done when view.pictures().isEmpty() && done.file() != null && view.layout().picture() != null ->
                    view.setPictures(done.files().stream().map(Thumb::of).toList(), false);
            default -> { }
        }
    }

    /** New pictures; they are made ready before they take the old ones' place, so that nothing flickers. */
    private void meanwhile(NodeView view, List<Thumb> fresh, boolean preview) {
        if (view.layout().picture() == null && !view.node().collapsed()) {
            return;
        }
        fresh.forEach(pictures::load);
        if (view.pictures().isEmpty() || fresh.stream().allMatch(Thumb::isLoaded)) {
            view.setPictures(fresh, preview);
        } else {
            view.await(fresh, preview);
        }
    }

    /** A node that names a picture file shows it without having run. */
    private void showOwnFile(NodeView view) {
        String parameter = view.pictureFile();
        if (parameter == null || view.state().isPresent()) {
            return;
        }
        Optional<Path> file = view.node().value(parameter).filter(Value.Text.class::isInstance).map(v -> ((Value.Text) v).text())
                .filter(t -> !t.isEmpty()).flatMap(Outcomes::path);
        if (file.isEmpty()) {
            view.setPictures(List.of(), false);
        } else if (view.pictures().size() != 1 || !view.pictures().getFirst().isOf(file.get())) {
            view.setPictures(List.of(Thumb.of(file.get())), false);
        }
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }
}
