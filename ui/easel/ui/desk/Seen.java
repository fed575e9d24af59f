package easel.ui.desk;

import easel.graph.Document;
import easel.graph.Expansion;
import easel.graph.InputRef;
import easel.graph.Level;
import easel.graph.NodeId;
import easel.graph.Problem;
import easel.run.Key;
import easel.run.NodeState;
import easel.run.Progress;
import easel.run.RunEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What of all that is known of a document's nodes is seen at one of its levels: nodes are called as they are there, and
 * a node that stands for a subgraph shows what goes on inside it.
 */
public final class Seen {

    private final Document whole;
    private final Level level;

    /** What is seen at a level of a document. */
    public Seen(Document whole, Level level) {
        this.whole = whole;
        this.level = level;
    }

    /** What became of nodes. */
    public List<RunEvent.NodeChanged> nodes(Collection<RunEvent.NodeChanged> all) {
        Map<NodeId, List<RunEvent.NodeChanged>> inside = new LinkedHashMap<>();
        List<RunEvent.NodeChanged> seen = new ArrayList<>();
        for (RunEvent.NodeChanged changed : all) {
            level.here(changed.node()).ifPresent(here -> {
                seen.add(called(changed, here));
                if (here.isPath()) {
                    inside.computeIfAbsent(here.outermost(), _ -> new ArrayList<>()).add(changed);
                }
            });
        }
        inside.forEach((node, changes) -> summary(node, changes).ifPresent(seen::add));
        return seen;
    }

    /** Those among them that are seen differently after some of them changed. */
    public List<RunEvent.NodeChanged> news(List<RunEvent.NodeChanged> changes, Collection<RunEvent.NodeChanged> all) {
        List<RunEvent.NodeChanged> news = new ArrayList<>();
        Set<NodeId> instances = new LinkedHashSet<>();
        for (RunEvent.NodeChanged changed : changes) {
            level.here(changed.node()).ifPresent(here -> {
                news.add(called(changed, here));
                if (here.isPath()) {
                    instances.add(here.outermost());
                }
            });
        }
        for (NodeId node : instances) {
            NodeId outer = level.whole(node);
            List<RunEvent.NodeChanged> inside = new ArrayList<>(all.stream().filter(c -> c.node().within(outer).isPresent()).toList());
            // What is still running comes with its preview, which nobody keeps.
            changes.forEach(c -> inside.replaceAll(i -> i.node().equals(c.node()) ? c : i));
            summary(node, inside).ifPresent(news::add);
        }
        return news;
    }

    private static RunEvent.NodeChanged called(RunEvent.NodeChanged changed, NodeId here) {
        return new RunEvent.NodeChanged(changed.job(), here, changed.key(), changed.state());
    }

    /** What all that is inside a node comes to. */
    private Optional<RunEvent.NodeChanged> summary(NodeId node, List<RunEvent.NodeChanged> all) {
        List<RunEvent.NodeChanged> inside = all.stream().filter(c -> whole.node(c.node()).isPresent()).toList();
        if (inside.isEmpty()) {
            return Optional.empty();
        }
        Set<NodeId> givers = Expansion.givers(level.whole(node), whole);
        RunEvent.NodeChanged shown = inside.stream().filter(c -> givers.contains(c.node())).reduce((_, last) -> last)
                .or(() -> inside.stream().filter(Seen::isSeen).reduce((_, last) -> last)).orElse(inside.getLast());
        NodeState state = state(inside, shown);
        return Optional.of(new RunEvent.NodeChanged(shown.job(), node, shown.key(), state));
    }

    private static boolean isSeen(RunEvent.NodeChanged changed) {
        return changed.state() instanceof NodeState.Done done && !(done.images().isEmpty() && done.files().isEmpty());
    }

    private static NodeState state(List<RunEvent.NodeChanged> inside, RunEvent.NodeChanged shown) {
        Optional<NodeState> failed = first(inside, NodeState.Failed.class);
        Optional<NodeState> running = first(inside, NodeState.Running.class);
        boolean waits = first(inside, NodeState.Waiting.class).isPresent();
        boolean done = first(inside, NodeState.Done.class).isPresent();
        if (failed.isPresent()) {
            return failed.get();
        }
        if (running.isPresent()) {
            return running.get();
        }
        if (waits) {
            return done ? new NodeState.Running(Progress.BEGUN) : new NodeState.Waiting();
        }
        if (!(shown.state() instanceof NodeState.Done gives)) {
            return shown.state();
        }
        double seconds = 0;
        boolean cached = true;
        for (RunEvent.NodeChanged one : inside) {
            if (one.state() instanceof NodeState.Done each) {
                seconds += each.seconds();
                cached &= each.fromCache();
            }
        }
        return new NodeState.Done(seconds, cached, gives.images(), gives.file(), gives.more());
    }

    private static Optional<NodeState> first(List<RunEvent.NodeChanged> inside, Class<? extends NodeState> kind) {
        return inside.stream().map(RunEvent.NodeChanged::state).filter(kind::isInstance).findFirst();
    }

    /** The keys that nodes have now. */
    public Map<NodeId, Key> keys(Map<NodeId, Key> all) {
        Map<NodeId, Key> seen = new HashMap<>();
        all.forEach((node, key) -> level.here(node).ifPresent(here -> seen.put(here, key)));
        level.of(whole).nodes().forEach(n -> Expansion.givers(level.whole(n.id()), whole).stream().reduce((_, last) -> last)
                .map(all::get).ifPresent(key -> seen.putIfAbsent(n.id(), key)));
        return seen;
    }

    /** What value nodes tell. */
    public Map<NodeId, Map<String, String>> told(Map<NodeId, Map<String, String>> all) {
        Map<NodeId, Map<String, String>> seen = new HashMap<>();
        all.forEach((node, words) -> level.here(node).ifPresent(here -> seen.put(here, words)));
        return seen;
    }

    /** What is wrong with what is seen: what is wrong at a port, there; what is wrong deeper inside, as a sum. */
    public List<Problem> problems(List<Problem> all) {
        List<Problem> seen = new ArrayList<>();
        Map<NodeId, Map<Problem.Severity, Integer>> inside = new LinkedHashMap<>();
        for (Problem problem : all) {
            NodeId node = problem.node();
            Optional<NodeId> here = node == null ? Optional.empty() : level.here(node);
            if (here.isEmpty()) {
                if (level.isTop()) {
                    seen.add(problem);
                }
            } else if (!here.get().isPath()) {
                seen.add(new Problem(here.get(), problem.input(), problem.code(), problem.arguments()));
            } else {
                Optional<InputRef> port = problem.shown(whole).flatMap(p -> level.here(p.node()).filter(n -> !n.isPath())
                        .map(n -> new InputRef(n, p.input())));
                if (port.isPresent()) {
                    seen.add(Problem.at(port.get(), problem.code(), problem.arguments().toArray()));
                } else {
                    inside.computeIfAbsent(here.get().outermost(), _ -> new HashMap<>()).merge(problem.severity(), 1, Integer::sum);
                }
            }
        }
        inside.forEach((node, counts) -> counts.forEach((severity, count) -> seen.add(Problem.at(node,
                severity == Problem.Severity.ERROR ? Problem.Code.WRONG_INSIDE : Problem.Code.ODD_INSIDE, count))));
        return seen;
    }
}
