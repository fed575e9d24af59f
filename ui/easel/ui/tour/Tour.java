package easel.ui.tour;

import easel.graph.Document;
import easel.graph.InputRef;
import easel.graph.NodeId;
import easel.graph.Value;
import easel.run.NodeState;
import easel.run.RunEvent;
import easel.ui.desk.Desk;
import easel.ui.desk.DeskListener;
import easel.ui.desk.Tab;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How far somebody has come in the tour: each step ends when what it asks for was really done. On the EDT. */
final class Tour implements DeskListener {

    private static final List<String> SAMPLERS = List.of("first", "second");

    /** What is asked for. */
    enum Step {
        /** Both pictures are to be painted. */
        GENERATE,
        /** The words of one are to be changed, and it painted again. */
        CHANGE,
        /** Only that one was painted again. */
        SEEN;

        String code() {
            return "tour." + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Desk desk;
    private final Runnable changed;
    private @Nullable Tab tab;
    private Step step = Step.GENERATE;
    private List<Optional<Value>> words = List.of();

    /** @param changed told when there is something else to be said */
    Tour(Desk desk, Runnable changed) {
        this.desk = desk;
        this.changed = changed;
    }

    /** Begins, in a tab of its own. */
    void begin() {
        step = Step.GENERATE;
        tab = desk.show(TourFlow.document());
        changed.run();
    }

    boolean isOn() {
        return tab != null && desk.tabs().contains(tab);
    }

    void end() {
        tab = null;
        changed.run();
    }

    /** What is asked for in the tab in front; null if that is not the tour's. */
    @Nullable Step step() {
        return tab == desk.front() ? step : null;
    }

    private static List<Optional<Value>> words(Document document) {
        return SAMPLERS.stream().map(s -> document.value(InputRef.of(s + "-prompt", "text"))).toList();
    }

    @Override
    public void nodesChanged(Tab of, List<RunEvent.NodeChanged> nodes) {
        if (of != tab) {
            return;
        }
        Map<NodeId, NodeState> states = of.nodes().stream().collect(Collectors.toMap(RunEvent.NodeChanged::node, RunEvent.NodeChanged::state));
        List<NodeState.Done> done = SAMPLERS.stream().map(s -> states.get(new NodeId(s)))
                .flatMap(s -> s instanceof NodeState.Done d ? Stream.of(d) : Stream.of()).toList();
        if (done.size() < SAMPLERS.size()) {
            return;
        }
        List<Optional<Value>> now = words(of.document());
        if (step == Step.GENERATE) {
            step = Step.CHANGE;
            words = now;
            changed.run();
        } else if (step == Step.CHANGE && !now.equals(words) && done.stream().filter(NodeState.Done::fromCache).count() == 1) {
            step = Step.SEEN;
            changed.run();
        }
    }
}
