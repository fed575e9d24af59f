package easel.run;

import easel.graph.Document;
import easel.graph.NodeId;
import easel.graph.Problem;
import java.util.List;
import java.util.Set;

/**
 * What a run would do.
 *
 * @param document with its seeds drawn
 * @param nodes    those that take part, each after those it needs
 * @param problems everything found, warnings too
 */
public record Forecast(Document document, List<Planned> nodes, List<Problem> problems) {

    public Forecast {
        nodes = List.copyOf(nodes);
        problems = List.copyOf(problems);
    }

    /**
     * One node that takes part.
     *
     * @param title the person's own, or empty
     * @param sink whether it runs for its own sake, or was asked for
     * @param runs whether it would run; if not, what it gives is known, or nobody needs it again
     */
    public record Planned(NodeId node, String type, String title, Key key, boolean sink, boolean runs) {}

    static Forecast of(Document document, Plan plan, Cache cache) {
        // What only describes is never kept, and costs nothing.
        Set<NodeId> needed = plan.needed(step -> !step.describes() && cache.get(step.key()).filter(Outputs::stillThere).isPresent());
        return new Forecast(document, plan.steps().stream()
                .map(s -> new Planned(s.id(), s.node().type(), s.node().title(), s.key(), plan.sinks().contains(s.id()), needed.contains(s.id()))).toList(), plan.problems());
    }
}
