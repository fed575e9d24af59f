package easel.bench;

import easel.graph.Edit;
import easel.graph.History;
import easel.graph.InputRef;
import easel.graph.Value;
import java.lang.ref.Reference;
import java.util.List;
import java.util.function.Consumer;

/** What undo steps hold in memory: each shares with the next all but what was changed. */
final class UndoMemory implements Figure {

    private static final int NODES = 1_000;
    private static final int STEPS = 10_000;

    @Override
    public String name() {
        return "undo-memory";
    }

    @Override
    public String what() {
        return "10,000 undo steps of a workflow of 1,000 nodes, above the workflow itself";
    }

    @Override
    public List<Reading> measure(House house, Consumer<String> progress) throws InterruptedException {
        History history = History.of(Jobs.row(NODES));
        double before = megabytes();
        for (int i = 0; i < STEPS; i++) {
            history = history.after(new Edit.SetParameter(InputRef.of("blur-" + (1 + i * 7919 % (NODES - 1)), "radius"), Value.of(i + 100)));
        }
        double after = megabytes();
        int steps = history.past().size();
        Reference.reachabilityFence(history);
        if (steps != STEPS) {
            throw new IllegalStateException("there are " + steps + " steps");
        }
        return List.of(Reading.once(name(), after - before, "MB", Goal.atMost(50)));
    }

    /** In use after what nobody holds is gone. */
    private static double megabytes() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(100);
        }
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    }
}
