package easel.bench;

import easel.graph.Edit;
import easel.graph.History;
import easel.graph.InputRef;
import easel.graph.NodeId;
import easel.graph.Offset;
import easel.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** One node of a large workflow changed, with its undo step, as the window's thread does it. */
final class EditTime implements Figure {

    private static final int NODES = 10_000;
    private static final int TIMES = 500;

    @Override
    public String name() {
        return "edit";
    }

    @Override
    public String what() {
        return "one of 10,000 nodes changed, and one moved, each with its undo step";
    }

    @Override
    public List<Reading> measure(House house, Consumer<String> progress) {
        History history = History.of(Jobs.row(NODES));
        List<Double> changed = new ArrayList<>();
        List<Double> moved = new ArrayList<>();
        int times = house.times(TIMES);
        // Twice: the first time the code is compiled.
        for (int i = 0; i < 2 * times; i++) {
            String node = "blur-" + (1 + i * 7919 % (NODES - 1));
            long began = System.nanoTime();
            history = history.after(new Edit.SetParameter(InputRef.of(node, "radius"), Value.of(i + 100)));
            long between = System.nanoTime();
            history = history.after(new Edit.MoveNodes(Set.of(new NodeId(node)), new Offset(1, i + 1)));
            long ended = System.nanoTime();
            if (i >= times) {
                changed.add((between - began) / 1e6);
                moved.add((ended - between) / 1e6);
            }
        }
        return List.of(Reading.p95(name() + "-parameter", Sample.of(changed), "ms", Goal.atMost(1)),
                Reading.p95(name() + "-move", Sample.of(moved), "ms", Goal.atMost(1)));
    }
}
